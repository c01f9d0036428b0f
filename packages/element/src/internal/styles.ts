/**
 * How the element looks. Adopted as a constructed sheet, which a strict `style-src` lets pass.
 *
 * @module
 */

/** Name inside, name of the custom property outside, in light, in dark. All pairs have a contrast of 4.5 and more. */
const COLORS = [
  ['c', 'color', '#1b2126', '#e9edf0'],
  ['m', 'muted', '#58636d', '#a7b1ba'],
  ['b', 'background', '#fff', '#171b1f'],
  ['l', 'border', '#d5dbe1', '#3a434b'],
  ['a', 'accent', '#0b6b61', '#5cd6c4'],
  ['t', 'on-accent', '#fff', '#06231f'],
  ['e', 'error', '#b3261e', '#ffb4ab'],
] as const

const RULES = `
:host{display:block;max-inline-size:22rem}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box;margin:0}
[part=card]{padding:clamp(.875rem,6%,1.25rem);color:var(--c);background:var(--b);border:1px solid var(--l);border-radius:var(--pix-qrcode-radius,.875rem);
font:1rem/1.45 var(--pix-qrcode-font,system-ui,sans-serif);overflow-wrap:anywhere;text-align:start}
[data-state=empty]>:not([part=empty]),[data-state=error]>:not([part=error]),[data-state=ready]>:not([part=ready]){display:none}
[part=empty],[part=hint],[part=status],[part=label],[part=city]{color:var(--m)}
[part=ready]{display:grid;gap:1rem}
[part=qr]{inline-size:min(100%,var(--pix-qrcode-size,16rem));margin-inline:auto;background:#fff;border-radius:.5rem;overflow:hidden;forced-color-adjust:none}
svg{display:block;inline-size:100%;stroke:#000}
[part=details]{display:grid;gap:.75rem}
[part=label],[part=hint],[part=status],[part=note]{font-size:.875rem}
[part=amount]{font-size:1.75rem;line-height:1.2;font-weight:650;font-variant-numeric:tabular-nums}
[data-long]{font-size:1rem}
[data-said]{font-size:1rem;font-weight:400;line-height:inherit}
[part=receiver]{font-weight:600}
[part=city]{font-size:.875rem}
[part=note]{padding:.5rem .75rem;border-inline-start:3px solid var(--a)}
[part=button]{min-block-size:2.75rem;padding:.625rem .5rem;font:inherit;font-weight:600;color:var(--t);background:var(--a);border:1px solid transparent;border-radius:.5rem;cursor:pointer}
[data-copied]::before{content:'✓ ';content:'✓ '/''}
[part=button]:hover{filter:brightness(1.12)}
[part=button]:active{filter:brightness(.9)}
:focus-visible{outline:3px solid var(--a);outline-offset:2px}
[part=field]{display:grid;gap:.25rem}
[part=code],[part=printed]{font:.8125rem/1.5 ui-monospace,monospace}
[part=code]{color:inherit;background:transparent;border:1px solid var(--l);border-radius:.5rem;padding:.5rem .625rem;resize:none;white-space:nowrap;overflow:hidden;text-overflow:ellipsis}
[part=printed]{display:none}
[part=foot]{display:grid}
[part=foot]>*{grid-area:1/1}
[part=status]:not(:empty)+*{visibility:hidden}
[part=error]{border-inline-start:3px solid var(--e);padding-inline-start:.875rem}
[part=error-title]{font-weight:600;color:var(--e);text-wrap:balance}
[part=issues]{list-style:none;padding:0}
[part=issue]{margin-block-start:.5rem;color:var(--m)}
[part=defect]{display:block;color:var(--c)}
@media print{
[part=card],[part=card] *{color:#000!important;background:#fff!important;border-color:#000!important}
[part=card]{border:0;padding:0;break-inside:avoid}
[part=button],[part=status],[part=code]{display:none}
[part=printed]{display:block;word-break:break-all;white-space:break-spaces}
[part=qr]{inline-size:5cm;margin-inline:0}
}
`

/** Made once, when the first element is: importing must not touch the page. */
let sheet: CSSStyleSheet | undefined

export function applyStyles(root: ShadowRoot): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    if (sheet === undefined) {
      sheet = new CSSStyleSheet()
      sheet.replaceSync(styles())
    }
    root.adoptedStyleSheets = [sheet]
    return
  }
  // Safari before 16.4: there the page's policy must allow inline styles.
  const style = document.createElement('style')
  style.textContent = styles()
  ;(root as ShadowRoot).append(style)
}

/** The rules and the colours: of the colour scheme of the page, light where the browser cannot tell (before 2024). */
function styles(): string {
  const schemes = CSS.supports('color', 'light-dark(red,red)')
  const colors = COLORS.map(
    ([short, name, light, dark]) =>
      `--${short}:var(--pix-qrcode-${name},${schemes ? `light-dark(${light},${dark})` : light});`,
  )
  return `${RULES}[part=card]{${colors.join('')}}`
}
