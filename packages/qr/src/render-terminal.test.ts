import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { encodeQr, type QrMatrix } from './encode-qr.ts'
import { renderTerminal, type RenderTerminalOptions } from './render-terminal.ts'

const matrix = encodeQr('01234567')

/** Modules out of the halves of the blocks; `filled` is what a filled half stands for. */
function modulesOf(text: string, { size }: QrMatrix, quietZone: number, filled: 0 | 1): Uint8Array {
  const lines = stripVTControlCharacters(text).split('\n')
  return Uint8Array.from({ length: size * size }, (_, at) => {
    const [row, column] = [Math.floor(at / size) + quietZone, (at % size) + quietZone]
    const block = lines[row >> 1]?.[column] ?? '?'
    const isFilled = (row % 2 === 0 ? '▀█' : '▄█').includes(block)
    return isFilled ? filled : 1 - filled
  })
}

describe('renderTerminal', () => {
  const options = fc.record({
    ground: fc.constantFrom('any', 'dark', 'light'),
    quietZone: fc.integer({ min: 0, max: 5 }),
  })

  test('draws every module, two a character, for every ground', () => {
    fc.assert(
      fc.property(options, ({ ground, quietZone }) => {
        const text = renderTerminal(matrix, { ground, quietZone } as RenderTerminalOptions)
        expect(modulesOf(text, matrix, quietZone, ground === 'dark' ? 0 : 1)).toEqual(matrix.modules)
      }),
      { numRuns: 60 },
    )
  })

  test('fills the light modules on a dark ground, quiet zone and all', () => {
    const [first, second] = renderTerminal(matrix, { ground: 'dark', quietZone: 2 }).split('\n')
    expect(first).toBe('█'.repeat(25))
    expect(second).toMatch(/^██ ▄▄▄▄▄ /)
  })

  test('leaves nothing filled below an odd last row', () => {
    const lines = renderTerminal(matrix, { ground: 'dark', quietZone: 1 }).split('\n')
    expect(lines.at(-2)).toBe('▀'.repeat(23))
  })

  test('sets black and white itself where nothing is known of the ground', () => {
    const lines = renderTerminal(matrix).trimEnd().split('\n')
    expect(lines).toHaveLength(15)
    for (const line of lines) {
      expect(line.startsWith('\u001B[38;5;16;48;5;231m')).toBe(true)
      expect(line.endsWith('\u001B[0m')).toBe(true)
      expect(stripVTControlCharacters(line)).toMatch(/^[ ▀▄█]{29}$/)
    }
  })

  test('refuses a terminal in which lines would wrap', () => {
    expect(renderTerminal(matrix, { columns: 29 })).not.toBe('')
    expect(errorOf(() => renderTerminal(matrix, { columns: 28 }))).toMatchObject({
      code: 'QR_TERMINAL_NARROW',
      params: { columns: 28, needed: 29 },
    })
  })

  test.each([
    [{ ground: 'blue' }, 'ground'],
    [{ quietZone: -1 }, 'quietZone'],
  ])('refuses %j', (wrong, path) => {
    const found = errorOf(() => renderTerminal(matrix, wrong as never))
    expect(found).toMatchObject({ code: 'QR_OPTION_INVALID', path: [path] })
  })
})
