import { decode } from 'fast-png'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { encodeQr } from './encode-qr.ts'
import { renderPng } from './render-png.ts'

const matrix = encodeQr('01234567')

describe('renderPng', () => {
  test('draws every module as a square of pixels, one bit each', () => {
    const options = fc.record({
      scale: fc.integer({ min: 1, max: 12 }),
      quietZone: fc.integer({ min: 0, max: 9 }),
      version: fc.integer({ min: 1, max: 12 }),
    })
    fc.assert(
      fc.property(options, ({ scale, quietZone, version }) => {
        const drawn = encodeQr('PIX', { version, mask: 0 })
        const { data, depth, height, width } = decode(renderPng(drawn, { scale, quietZone }))
        expect([depth, width, height]).toEqual([1, ...Array(2).fill((drawn.size + 2 * quietZone) * scale)])
        const stride = Math.ceil(width / 8)
        for (let y = 0; y < height; y++) {
          for (let x = 0; x < width; x++) {
            const [row, column] = [y, x].map((n) => Math.floor(n / scale) - quietZone) as [number, number]
            const inside = [row, column].every((n) => n >= 0 && n < drawn.size)
            const wanted = inside ? drawn.modules[row * drawn.size + column] : 0
            if ((((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) !== wanted) return false
          }
        }
        return true
      }),
      { numRuns: 60 },
    )
  })

  test('holds both colours, and a background one can see through', () => {
    const { palette } = decode(renderPng(matrix, { color: '#004D40', background: '#e0f2f1' }))
    expect(palette).toEqual([
      [224, 242, 241],
      [0, 77, 64],
    ])
    const transparent = decode(renderPng(matrix, { background: 'transparent' }))
    expect(transparent.palette?.map((color) => color[3] ?? 255)).toEqual([0, 255])
  })

  test('is small: well under a kilobyte for a Pix code', () => {
    expect(renderPng(encodeQr('0002'.repeat(42)), { scale: 8 }).length).toBeLessThan(1_200)
  })

  test.each([
    [{ scale: 0 }, 'QR_OPTION_INVALID', 'scale'],
    [{ scale: 65 }, 'QR_OPTION_INVALID', 'scale'],
    [{ scale: 2.5 }, 'QR_OPTION_INVALID', 'scale'],
    [{ quietZone: 41 }, 'QR_OPTION_INVALID', 'quietZone'],
    [{ color: 'red' }, 'QR_COLOR_FORMAT', 'color'],
    [{ color: '#fff' }, 'QR_CONTRAST_LOW', 'color'],
  ])('refuses %j', (options, code, path) => {
    expect(errorOf(() => renderPng(matrix, options))).toMatchObject({ code, path: [path] })
  })
})
