/** @module Work grows with the text and no faster, in counted steps. */
import { describe, expect, test } from 'vitest'
import { countSteps } from '../../../tests/count-steps.ts'
import type * as brcode from './index.ts'

type Reader = typeof brcode

const EX01 =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const index = new URL('index.ts', import.meta.url)
const MEGABYTE = 1_000_000

/** Texts of about that many characters, each meant to make a reader go over the same ground again. */
const hostile: [string, (length: number) => string][] = [
  ['nested headers 2699', (length) => '2699'.repeat(length / 4)],
  ['negative lengths 00-4', (length) => '00-4'.repeat(length / 4)],
  ['one-character objects', (length) => '65011'.repeat(length / 5)],
  ['first objects 000201', (length) => '000201'.repeat(length / 6)],
  ['checksums 6304', (length) => '6304'.repeat(length / 4)],
  ['closed checksums', (length) => `000201${'6304AAAA'.repeat(length / 8)}`],
  ['GUIs of Pix', (length) => `000201${'26180014br.gov.bcb.pix'.repeat(length / 22)}`],
  ['emoji whose lengths count bytes', (length) => `000201${'6504😀'.repeat(length / 6)}`],
  ['half characters', (length) => '\ud800'.repeat(length)],
  ['letters', (length) => 'a'.repeat(length)],
]

async function stepsOf(texts: string[], read: (reader: Reader, text: string) => unknown): Promise<number[]> {
  return countSteps<Reader>(
    index,
    texts.map((text) => (reader: Reader) => read(reader, text)),
  )
}

describe('reading', () => {
  test.each(hostile)('takes steps in proportion to the length: %s', async (_name, make) => {
    const [short = 0, long = 0] = await stepsOf([make(480), make(960)], ({ inspectBrCode }, text) =>
      inspectBrCode(text),
    )
    expect(long).toBeLessThan(2.5 * short)
  })

  test.each(hostile)('stops before a megabyte: %s', async (_name, make) => {
    const [steps] = await stepsOf([make(MEGABYTE)], ({ safeParseBrCode }, text) => safeParseBrCode(text))
    expect(steps).toBeLessThan(1_000)
  })

  test('walks once over the white space around a code', async () => {
    const [steps] = await stepsOf(
      [' '.repeat(MEGABYTE / 2) + EX01 + '\n'.repeat(MEGABYTE / 2)],
      ({ safeParseBrCode }, text) => safeParseBrCode(text),
    )
    expect(steps).toBeLessThan(4 * MEGABYTE)
  })
})

describe('writing', () => {
  test.each(['infoAdicional', 'merchantName', 'merchantCity', 'chave', 'txid'])(
    'refuses a %s of a megabyte in few steps',
    async (field) => {
      const code = {
        kind: 'static',
        chave: '12345678909',
        merchantName: 'A',
        merchantCity: 'B',
        [field]: 'a@'.repeat(MEGABYTE / 2),
      }
      const [steps] = await countSteps<Reader>(index, [
        ({ buildBrCode }) => {
          expect(() => buildBrCode(code as never)).toThrow(expect.objectContaining({ path: [field] }))
        },
      ])
      expect(steps).toBeLessThan(1_000)
    },
  )
})
