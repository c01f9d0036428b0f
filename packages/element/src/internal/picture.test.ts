import { describe, expect, test } from 'vitest'
import { encodeQr } from '@pixkit/qr/encode-qr'
import { levelOf, pictureOf } from './picture.ts'

describe('levelOf', () => {
  test.each([
    ['L', 'L'],
    ['h', 'H'],
    ['q', 'Q'],
    [' Q', 'M'],
    ['', 'M'],
    ['LM', 'M'],
    ['toString', 'M'],
    [null, 'M'],
  ])('reads %j as %s', (name, level) => {
    expect(levelOf(name)).toBe(level)
  })
})

describe('pictureOf', () => {
  test('leaves four modules free on every side', () => {
    const { size } = encodeQr('PIX', { level: 'H' })
    const picture = pictureOf('PIX', 'H')
    expect(picture?.size).toBe(size + 8)
    expect(picture?.path).toMatch(/^M4 4\.5h7/)
  })

  test('is missing where the text does not fit', () => {
    expect(pictureOf('a'.repeat(1274), 'H')).toBeUndefined()
    expect(pictureOf('a'.repeat(1273), 'H')?.size).toBe(177 + 8)
  })
})
