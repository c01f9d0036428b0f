/** @module Symbols are read back by two readers that know nothing of how they were drawn: zbar, and zxing in WebAssembly. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrCode, buildBrCode } from '@pixkit/brcode'
import { encodeQr } from '@pixkit/qr'
import { readQr } from '@pixkit/qr/read'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { findEngine } from '../scripts/lib/engines.mjs'
import { greyMap, RASTERS, rasterOf } from './lib/raster.ts'
import { wasm } from './lib/wasm.ts'

const zbarimg = findEngine('zbarimg')
const folder = mkdtempSync(join(tmpdir(), 'pixkit-readers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The same texts on every run: what a reader of others misses once in ten thousand must not come and go. */
const SEED = 20_261_125
/** A thousand in the gate. */
const COUNT = Math.min(1_000, Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 10))

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 })
const merchant = {
  merchantName: fc.constantFrom('Fulano de Tal', 'PADARIA DO BAIRRO LTDA', 'Ana', 'Loja 24 Horas'),
  merchantCity: fc.constantFrom('BRASILIA', 'Sao Paulo', 'Recife'),
}
const codes = fc
  .oneof(
    fc.record({
      kind: fc.constant('static' as const),
      chave: fc.constantFrom(
        '+5561912345678',
        '12345678909',
        'fulano@example.com',
        '123e4567-e12b-12d1-a456-426655440000',
      ),
      transactionAmount: fc.integer({ min: 1, max: 99_999_999 }).map((centavos) => (centavos / 100).toFixed(2)),
      txid: fc.string({
        unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'),
        minLength: 1,
        maxLength: 25,
      }),
      ...merchant,
    }),
    fc.record({
      kind: fc.constant('dynamic' as const),
      location: hex.map((token) => `pix.example.com/qr/v2/cobv/${token}`),
      ...merchant,
    }),
  )
  .map((code: BrCode) => buildBrCode(code))

const samples = fc.sample(codes, { numRuns: COUNT, seed: SEED })
const levels = ['L', 'M', 'Q', 'H'] as const
const cases = levels.flatMap((level) => Object.entries(RASTERS).map(([name, raster]) => [level, name, raster] as const))

describe.each(cases)('level %s, %s', (level, name, raster) => {
  test.skipIf(zbarimg === undefined)(`zbar and zxing read ${COUNT} codes`, async () => {
    const files: string[] = []
    for (const [n, text] of samples.entries()) {
      const pixels = raster(encodeQr(text, { level }))
      const file = join(folder, `${level}-${name}-${n}.pgm`)
      writeFileSync(file, greyMap(pixels))
      files.push(file)
      const readings = await readQr(pixels, { wasm, quick: true })
      expect(readings.map((reading) => reading.text)).toEqual([text])
    }
    expect(readWithZbar(files)).toEqual(samples)
    for (const file of files) rmSync(file)
  })
})

describe('any text of at most 512 bytes', () => {
  const texts = fc
    .string({
      unit: fc.oneof(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        fc.constantFrom(...'0123456789ABCÁç😀'),
      ),
      minLength: 1,
      maxLength: 300,
    })
    .filter((text) => Buffer.byteLength(text) <= 512)
  const numRuns = Math.ceil(COUNT / 5)

  test('is the same after drawing and reading', async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.constantFrom(...levels), async (text, level) => {
        const readings = await readQr(rasterOf(text, { level }), { wasm })
        expect(readings.map((reading) => reading.text)).toEqual([text])
      }),
      { numRuns, seed: SEED },
    )
  })

  test.skipIf(zbarimg === undefined)('has the same bytes for zbar', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...levels), (text, level) => {
        const file = join(folder, 'any.pgm')
        writeFileSync(file, greyMap(rasterOf(text, { level })))
        // Bytes as they are: left to itself, zbar guesses an encoding.
        const { stdout } = spawnSync(zbarimg as string, ['-q', '--raw', '--nodbus', '-Sbinary', file])
        expect(stdout.toString('utf8')).toBe(text)
      }),
      { numRuns: Math.ceil(numRuns / 2), seed: SEED },
    )
  })
})

/** Texts by file, in the order of the files. */
function readWithZbar(files: readonly string[]): (string | undefined)[] {
  const { stdout } = spawnSync(zbarimg as string, ['-q', '--xml', '--nodbus', ...files], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const sources = stdout.split('<source ').slice(1)
  return sources.map((source) => /<!\[CDATA\[(.*?)\]\]>/s.exec(source)?.[1])
}
