/**
 * How the element looks. Adopted as a constructed sheet, which a strict `style-src` lets pass.
 *
 * @module
 */

const CSS = `
:host{display:block;max-inline-size:22rem}
:host([hidden]),[hidden]{display:none!important}
*{box-sizing:border-box;margin:0}
[part=card]{
--c:var(--pix-qrcode-color,#1b2126);
--m:var(--pix-qrcode-muted,#58636d);
--b:var(--pix-qrcode-background,#fff);
--l:var(--pix-qrcode-border,#d5dbe1);
--a:var(--pix-qrcode-accent,#0b6b61);
--t:var(--pix-qrcode-on-accent,#fff);
--e:var(--pix-qrcode-error,#b3261e);
padding:1.25rem;color:var(--c);background:var(--b);border:1px solid var(--l);border-radius:var(--pix-qrcode-radius,.875rem);
font:1rem/1.45 var(--pix-qrcode-font,system-ui,-apple-system,'Segoe UI',Roboto,sans-serif);overflow-wrap:anywhere;text-align:start}
@supports (color:light-dark(red,red)){[part=card]{
--c:var(--pix-qrcode-color,light-dark(#1b2126,#e9edf0));
--m:var(--pix-qrcode-muted,light-dark(#58636d,#a7b1ba));
--b:var(--pix-qrcode-background,light-dark(#fff,#171b1f));
--l:var(--pix-qrcode-border,light-dark(#d5dbe1,#3a434b));
--a:var(--pix-qrcode-accent,light-dark(#0b6b61,#5cd6c4));
--t:var(--pix-qrcode-on-accent,light-dark(#fff,#06231f));
--e:var(--pix-qrcode-error,light-dark(#b3261e,#ffb4ab))}}
[data-state=empty]>:not([part=empty]),[data-state=error]>:not([part=error]),[data-state=ready]>:not([part=ready]){display:none}
[part=empty],[part=hint],[part=status],[part=label],[part=city]{color:var(--m)}
[part=ready]{display:grid;gap:1rem}
[part=qr]{inline-size:min(100%,var(--pix-qrcode-size,16rem));margin-inline:auto;background:#fff;border-radius:.5rem;overflow:hidden;forced-color-adjust:none}
svg{display:block;inline-size:100%;stroke:#000}
[part=details]{display:grid;gap:.75rem}
[part=label],[part=hint],[part=status],[part=note]{font-size:.875rem}
[part=amount]{font-size:1.75rem;line-height:1.2;font-weight:650;font-variant-numeric:tabular-nums}
[data-said]{font-size:1rem;font-weight:400;line-height:inherit}
[part=receiver]{font-weight:600}
[part=city]{font-size:.875rem}
[part=note]{padding:.5rem .75rem;border-inline-start:3px solid var(--a)}
[part=button]{min-block-size:2.75rem;padding:.625rem 1rem;font:inherit;font-weight:600;color:var(--t);background:var(--a);border:1px solid transparent;border-radius:.5rem;cursor:pointer}
[part=button]:hover{filter:brightness(1.12)}
[part=button]:active{filter:brightness(.9)}
:focus-visible{outline:3px solid var(--a);outline-offset:2px}
[part=field]{display:grid;gap:.25rem}
[part=code]{font:.8125rem/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:inherit;background:transparent;border:1px solid var(--l);border-radius:.5rem;padding:.5rem .625rem;resize:none;word-break:break-all}
[part=foot]{display:grid}
[part=foot]>*{grid-area:1/1}
[part=status]:not(:empty)+*{visibility:hidden}
[part=error]{border-inline-start:3px solid var(--e);padding-inline-start:.875rem}
[part=error-title]{font-weight:600;color:var(--e)}
[part=issues]{list-style:none;padding:0}
[part=issue]{margin-block-start:.5rem}
[part=issue] span{display:block}
@media (prefers-reduced-motion:no-preference){[part=button]{transition:filter .15s}}
@media print{
[part=card],[part=card] *{color:#000!important;background:#fff!important;border-color:#000!important}
[part=card]{border:0;padding:0;break-inside:avoid}
[part=button],[part=status],[part=code]{display:none}
[part=qr]{inline-size:5cm;margin-inline:0}
}
`

/** Made once, when the first element is: importing must not touch the page. */
let sheet: CSSStyleSheet | undefined

export function applyStyles(root: ShadowRoot): void {
  if (!('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype)) {
    // Safari before 16.4: there the page's policy must allow inline styles.
    const style = document.createElement('style')
    style.textContent = CSS
    ;(root as ShadowRoot).append(style)
    return
  }
  if (sheet === undefined) {
    sheet = new CSSStyleSheet()
    sheet.replaceSync(CSS)
  }
  root.adoptedStyleSheets = [sheet]
}
