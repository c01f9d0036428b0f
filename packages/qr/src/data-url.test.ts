import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pngDataUrl, svgDataUrl } from './data-url.ts'
import { encodeQr } from './encode-qr.ts'
import { renderPng } from './render-png.ts'
import { renderSvg } from './render-svg.ts'

describe('svgDataUrl', () => {
  test('comes back whole, and can stand between double quotes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (title) => {
        const svg = renderSvg(encodeQr('PIX'), { title })
        const url = svgDataUrl(svg)
        expect(url).toMatch(/^data:image\/svg\+xml,[ -~]*$/)
        expect(url).not.toMatch(/["<>#]/)
        // Encoded as forms of URLs are: line ends inside the text are kept by their escapes.
        expect(await (await fetch(url)).text()).toBe(svg)
      }),
      { numRuns: 200 },
    )
  })
})

describe('pngDataUrl', () => {
  test('comes back whole', async () => {
    const png = renderPng(encodeQr('PIX'))
    const response = await fetch(pngDataUrl(png))
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(png))
  })
})
