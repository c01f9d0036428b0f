/** @module The hard pictures of the benchmark: what could be read once is still read. */
import { readQr } from '@pixkit/qr/read'
import { describe, expect, test } from 'vitest'
import { CASES, pictureOf, VARIANTS } from '../bench/lib/pictures/cases.mjs'
import { wasm } from './lib/wasm.ts'

/** Pictures out of four that are read, where it is not all of them. Fewer is a step back, more is progress: write it down. */
const HARDEST: Readonly<Record<string, number>> = {
  'blur 3.6': 3,
  'motion 9': 3,
  'motion 12': 1,
  'shadow 0.12': 3,
  'nearest 1.6': 2,
  'cylinder 0.9': 3,
  'cylinder 1.1': 0,
  'crumpled 0.01': 2,
  'crumpled 0.014': 0,
  'busy 0': 2,
  'street 3': 3,
  'poster 3': 3,
  'night 3': 2,
}

describe('readQr', () => {
  test('there are more than thirty kinds of pictures', () => {
    expect(CASES.length).toBeGreaterThan(30)
    expect(CASES).toEqual(expect.arrayContaining(Object.keys(HARDEST)))
  })

  test.each(CASES)('reads %s, and never anything else', async (name) => {
    let read = 0
    for (let variant = 0; variant < VARIANTS; variant++) {
      const { image, texts } = pictureOf(name, variant)
      const found = (await readQr(image, { wasm })).map(({ text }) => text)
      expect(texts).toEqual(expect.arrayContaining(found))
      if (texts.every((text) => found.includes(text))) read += 1
    }
    expect(read).toBe(HARDEST[name] ?? VARIANTS)
  })
})
