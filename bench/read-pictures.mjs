/**
 * How many of the hard pictures of `lib/pictures` each reader reads: all texts of a picture, and nothing wrong.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readQr } from '@pixkit/qr/read'
import jsQR from 'jsqr'
import decodeQR from 'qr/decode.js'
import { CASES, pictureOf, VARIANTS } from './lib/pictures/cases.mjs'
import { readerWasm } from './lib/reader-wasm.mjs'
import { printTable } from './lib/table.mjs'

const folder = mkdtempSync(join(tmpdir(), 'pixkit-pictures-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** Each returns the texts that it found. The last two look for one code only. */
const READERS = {
  '@pixkit/qr': async (image) => (await readQr(image, { wasm: readerWasm })).map(({ text }) => text),
  zbar: readWithZbar,
  jsQR: ({ data, height, width }) => [jsQR(data, width, height)?.data].filter((text) => text !== undefined),
  qr: (image) => {
    try {
      return [decodeQR(image)]
    } catch {
      return []
    }
  },
}

const names = Object.keys(READERS)
const totals = Object.fromEntries(names.map((name) => [name, { read: 0, wrong: 0 }]))
const rows = []
for (const name of CASES) {
  const read = Object.fromEntries(names.map((reader) => [reader, 0]))
  for (let variant = 0; variant < VARIANTS; variant++) {
    const { image, texts } = pictureOf(name, variant)
    for (const reader of names) {
      const found = await READERS[reader](image, texts)
      if (texts.every((text) => found.includes(text))) read[reader]++
      if (found.some((text) => !texts.includes(text))) totals[reader].wrong++
    }
  }
  for (const reader of names) totals[reader].read += read[reader]
  rows.push([name, ...names.map((reader) => `${read[reader]}/${VARIANTS}`)])
}
const count = CASES.length * VARIANTS
rows.push(['share', ...names.map((reader) => `${Math.round((100 * totals[reader].read) / count)}%`)])
rows.push(['wrong texts', ...names.map((reader) => String(totals[reader].wrong))])
printTable(`${CASES.length} kinds of hard pictures, ${VARIANTS} of each`, ['', ...names], rows)

/** As bytes: left to itself, zbar guesses an encoding for accents. They come without anything in between. */
function readWithZbar({ data, height, width }, texts) {
  const file = join(folder, 'picture.ppm')
  const colors = Buffer.alloc(3 * width * height)
  for (let pixel = 0; pixel < width * height; pixel++) colors.set(data.subarray(4 * pixel, 4 * pixel + 3), 3 * pixel)
  writeFileSync(file, Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), colors]))
  const options = ['-q', '--raw', '--nodbus', '-Sdisable', '-Sqrcode.enable', '-Sbinary']
  const { error, stdout } = spawnSync('zbarimg', [...options, file], { encoding: 'utf8' })
  if (error) throw error
  const found = texts.filter((text) => stdout.includes(text))
  const rest = found.reduce((left, text) => left.replaceAll(text, ''), stdout)
  return rest === '' ? found : [...found, rest]
}
