import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { encodeQr } from './encode-qr.ts'
import { type CanvasLike, renderCanvas } from './render-canvas.ts'

const matrix = encodeQr('01234567')

describe('renderCanvas', () => {
  test('draws every module as a square of pixels', () => {
    const canvas = createCanvas(1, 1)
    renderCanvas(matrix, canvas, { scale: 3, quietZone: 2 })
    const side = 25 * 3
    expect([canvas.width, canvas.height]).toEqual([side, side])
    const { data } = canvas.getContext('2d').getImageData(0, 0, side, side)
    for (let at = 0; at < side * side; at++) {
      const [row, column] = [Math.floor(at / side), at % side].map((n) => Math.floor(n / 3) - 2) as [number, number]
      const inside = [row, column].every((n) => n >= 0 && n < matrix.size)
      const wanted = inside && matrix.modules[row * matrix.size + column] === 1 ? 0 : 255
      expect([...data.subarray(4 * at, 4 * at + 4)]).toEqual([wanted, wanted, wanted, 255])
    }
  })

  test('leaves a transparent background and what was drawn before is gone', () => {
    const canvas = createCanvas(50, 50)
    canvas.getContext('2d').fillRect(0, 0, 50, 50)
    renderCanvas(matrix, canvas, { scale: 1, background: 'transparent', color: '#004D40' })
    const { data } = canvas.getContext('2d').getImageData(0, 0, 29, 29)
    expect(data[3]).toBe(0)
    expect([...data.subarray(4 * (4 * 29 + 4), 4 * (4 * 29 + 4) + 4)]).toEqual([0, 77, 64, 255])
  })

  test('refuses a canvas that has another context', () => {
    const taken: CanvasLike = { width: 0, height: 0, getContext: () => null }
    expect(errorOf(() => renderCanvas(matrix, taken))).toMatchObject({ code: 'QR_CANVAS_UNAVAILABLE' })
  })

  test.each([
    [{ scale: 0 }, 'QR_OPTION_INVALID', 'scale'],
    [{ color: '#ff0' }, 'QR_CONTRAST_LOW', 'color'],
  ])('refuses %j and leaves the canvas alone', (options, code, path) => {
    const canvas = createCanvas(7, 7)
    expect(errorOf(() => renderCanvas(matrix, canvas, options))).toMatchObject({ code, path: [path] })
    expect(canvas.width).toBe(7)
  })
})
