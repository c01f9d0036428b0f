import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { encodeQr } from './encode-qr.ts'
import { renderSvg } from './render-svg.ts'
import { svgPath } from './svg-path.ts'

const matrix = encodeQr('01234567')
const LOGO = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E'

/** Reds of a picture of one pixel per unit. */
function pixelsOf(svg: string): { side: number; reds: number[] } {
  const { pixels, width } = new Resvg(svg).render()
  return { side: width, reds: Array.from({ length: pixels.length / 4 }, (_, at) => pixels[4 * at] ?? 0) }
}

describe('renderSvg', () => {
  test('draws every module where it is, inside a light quiet zone', () => {
    const { side, reds } = pixelsOf(renderSvg(matrix))
    expect(side).toBe(29)
    for (const [at, red] of reds.entries()) {
      const [row, column] = [Math.floor(at / side) - 4, (at % side) - 4]
      const inside = row >= 0 && row < 21 && column >= 0 && column < 21
      expect(red).toBe(inside && matrix.modules[row * 21 + column] === 1 ? 0 : 255)
    }
  })

  test('is one path, without a quiet zone when asked so, with colours and size', () => {
    const svg = renderSvg(matrix, { quietZone: 0, size: 210, color: '#004D40', background: 'transparent' })
    expect(svg).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 21 21" shape-rendering="crispEdges" width="210" height="210"><path stroke="#004D40" d="${svgPath(matrix)}"/></svg>`,
    )
  })

  test('leaves room of any width', () => {
    expect(svgPath(matrix, 0.5)).toMatch(/^M0\.5 1h7/)
  })

  test('names itself to screen readers, and escapes what names it', () => {
    const svg = renderSvg(matrix, { title: '<Pix> & "co"\u0000', description: "R$ 10,00 d'água" })
    expect(svg).toContain(
      ' role="img"><title>&lt;Pix&gt; &amp; &quot;co&quot;\uFFFD</title><desc>R$ 10,00 d\'água</desc>',
    )
    expect(renderSvg(matrix)).not.toContain('role')
  })

  test('is well-formed whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(new Resvg(renderSvg(matrix, { title, description: title })).width).toBe(29)
      }),
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 10) },
    )
  })

  test('clears the middle for a logo', () => {
    const large = encodeQr('https://www.bcb.gov.br/estabilidadefinanceira/pix', { level: 'H' })
    const svg = renderSvg(large, { logo: { href: LOGO, share: 0.2 } })
    const [, box] = /<image x="([\d.]+)"/.exec(svg) ?? []
    expect(Number(box)).toBe(4 + (large.size - 9) / 2 + 0.5)
    expect(svg).toContain(`href="${LOGO.replaceAll('"', '&quot;')}"`)
    const { side, reds } = pixelsOf(svg.replace(/<image.*?\/>/, ''))
    const start = 4 + (large.size - 9) / 2
    for (let row = start; row < start + 9; row++) {
      for (let column = start; column < start + 9; column++) expect(reds[row * side + column]).toBe(255)
    }
  })

  test.each(['https://example.com/logo.png', 'javascript:alert(1)', 'data:text/html,x', '', undefined])(
    'refuses the logo %s',
    (href) => {
      const found = errorOf(() => renderSvg(matrix, { logo: { href: href as string, share: 0.1 } }))
      expect(found).toMatchObject({ code: 'QR_LOGO_HREF', path: ['logo'] })
    },
  )

  test.each([
    [{ color: 'black' }, 'QR_COLOR_FORMAT', 'color'],
    [{ color: '#0000' }, 'QR_COLOR_FORMAT', 'color'],
    [{ color: '#000"/><script>' }, 'QR_COLOR_FORMAT', 'color'],
    [{ color: 'transparent' }, 'QR_COLOR_FORMAT', 'color'],
    [{ background: 'none' }, 'QR_COLOR_FORMAT', 'background'],
    [{ color: '#ffd400' }, 'QR_CONTRAST_LOW', 'color'],
    [{ color: '#fff', background: '#000' }, 'QR_CONTRAST_LOW', 'color'],
    [{ color: '#888', background: '#777' }, 'QR_CONTRAST_LOW', 'color'],
    [{ quietZone: -1 }, 'QR_OPTION_INVALID', 'quietZone'],
    [{ quietZone: 0.5 }, 'QR_OPTION_INVALID', 'quietZone'],
    [{ size: 0 }, 'QR_OPTION_INVALID', 'size'],
    [{ size: '100' }, 'QR_OPTION_INVALID', 'size'],
  ])('refuses %j', (options, code, path) => {
    expect(errorOf(() => renderSvg(matrix, options as never))).toMatchObject({ code, path: [path] })
  })

  test('takes the colour of Pix on white, and dark on a light tint', () => {
    expect(renderSvg(matrix, { color: '#32BCAD' })).toContain('#32BCAD')
    expect(renderSvg(matrix, { color: '#123', background: '#e0f2f1' })).toContain('fill="#e0f2f1"')
  })
})
