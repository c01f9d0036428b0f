/** @module Files of every kind are read, and hostile ones are refused by code. */
import fs, { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { deflateSync } from 'node:zlib'
import { isPixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { paintQr, type Pixels } from '../../../../tests/lib/paint-qr.ts'
import { pngChunk, pngFile, pngHeader, type PngKind } from '../../../../tests/lib/png-file.ts'
import { wasm } from '../../../../tests/lib/wasm.ts'
import vectors from '../../../../vectors/qr/jpeg.json' with { type: 'json' }
import { encodeQr } from '../encode-qr.ts'
import { renderPng } from '../render-png.ts'
import type { QrReading } from '../read.ts'
import { readQrFile, readQrImage } from './node.ts'

const folder = mkdtempSync(join(tmpdir(), 'pixkit-read-'))
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => vi.unstubAllGlobals())

const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 20)
const png = renderPng(encodeQr('PIX'))
const jpegs = vectors.cases.map(({ base64, ...each }) => ({ ...each, bytes: Buffer.from(base64, 'base64') }))
const readable = jpegs.filter(({ expected }) => expected !== undefined)
const strong = readable.filter(({ id }) => id === 'strong')
const faint = readable.filter(({ id }) => id !== 'strong')
const GREY: PngKind = { colorType: 0, depth: 8 }

async function refusalOf(run: () => Promise<unknown>): Promise<object> {
  try {
    await run()
  } catch (error) {
    return isPixkitError(error) ? { code: error.code, path: error.path } : { name: (error as Error).name }
  }
  return {}
}

const damaged = { code: 'QR_IMAGE_DAMAGED', path: [] }
const tooLarge = { code: 'QR_IMAGE_TOO_LARGE', path: [] }

function textsOf(readings: readonly { readonly text: string }[]): string[] {
  return readings.map(({ text }) => text)
}

describe('readQrImage', () => {
  const kinds = (
    [
      [0, [1, 2, 4, 8, 16]],
      [2, [8, 16]],
      [3, [1, 2, 4, 8]],
      [4, [8, 16]],
      [6, [8, 16]],
    ] as const
  ).flatMap(([colorType, depths]) =>
    depths.flatMap((depth) => [false, true].map((interlaced): PngKind => ({ colorType, depth, interlaced }))),
  )
  const matrix = encodeQr('Pão de queijo')

  // One bit of a palette is for black and transparent.
  const opaque = kinds.filter(({ colorType, depth }) => colorType !== 3 || depth > 1)
  test.each(opaque)('reads PNG of colour type $colorType with $depth bits, interlaced: $interlaced', async (kind) => {
    // A width that is no multiple of eight.
    const picture = paintQr(matrix, 3)
    for (const filter of [0, 1, 2, 3, 4]) {
      expect(textsOf(await readQrImage(pngFile(picture, { ...kind, filter })))).toEqual(['Pão de queijo'])
    }
  })

  test.each(kinds.filter(({ depth, interlaced }) => !(interlaced === true && depth < 8)))(
    'reads black on transparent in colour type $colorType with $depth bits, interlaced: $interlaced',
    async (kind) => {
      const picture = paintQr(matrix, 3, { light: [0, 0, 0, 0] })
      expect(textsOf(await readQrImage(pngFile(picture, kind)))).toEqual(['Pão de queijo'])
    },
  )

  test('reads white on transparent', async () => {
    const picture = paintQr(matrix, 3, { dark: [255, 255, 255, 255], light: [0, 0, 0, 0] })
    expect(textsOf(await readQrImage(pngFile(picture, { colorType: 6, depth: 8 })))).toEqual(['Pão de queijo'])
  })

  test('reads what renderPng draws', async () => {
    for (const background of ['#ffffff', 'transparent']) {
      expect(textsOf(await readQrImage(renderPng(matrix, { scale: 2, background })))).toEqual(['Pão de queijo'])
    }
  })

  test.each(readable)('reads JPEG, $id', async ({ bytes, expected }) => {
    const [reading, ...others] = await readQrImage(bytes)
    expect(others).toEqual([])
    expect(reading?.text).toBe(expected?.text)
    // In pixels of the file, though it was enlarged.
    expect(Math.abs((reading?.corners.bottomRight.x ?? 0) - ((expected?.width ?? 0) - 16))).toBeLessThan(8)
  })

  test('looks once when it is asked to be quick', async () => {
    for (const { bytes } of faint) expect(await readQrImage(bytes, { quick: true })).toEqual([])
    for (const { bytes } of strong) expect(await readQrImage(bytes, { quick: true })).toHaveLength(1)
  })

  test('finds a JPEG behind thumbnails, padding and whatever else stands in front', async () => {
    const { bytes, expected } = readable[0] as (typeof readable)[0]
    const thumbnail = Buffer.concat([Buffer.of(0xff, 0xe1, 0x10, 0x00), Buffer.alloc(0xff_e, 0xff)])
    const file = Buffer.concat([bytes.subarray(0, 2), thumbnail, Buffer.of(0xff, 0xff), bytes.subarray(2)])
    expect(textsOf(await readQrImage(file))).toEqual([expected?.text])
  })

  test('decodes no chunk of a PNG that has nothing to do with its pixels', async () => {
    const bomb = pngChunk(
      'iCCP',
      Buffer.concat([Buffer.from('icc\0\0'), deflateSync(Buffer.alloc(1 << 20)).subarray(9)]),
    )
    const file = Buffer.concat([png.subarray(0, 33), bomb, png.subarray(33)])
    expect(textsOf(await readQrImage(file))).toEqual(['PIX'])
  })

  test('finds nothing where nothing is', async () => {
    const blank: Pixels = { width: 9, height: 7, data: new Uint8ClampedArray(252).fill(255) }
    expect(await readQrImage(pngFile(blank, GREY))).toEqual([])
  })

  test('takes the wasm of the caller, if there is one', async () => {
    expect(await readQrImage(png, { wasm })).toMatchObject([{ text: 'PIX' }])
    expect(await refusalOf(async () => readQrImage(png, { wasm: Uint8Array.of(1) }))).toEqual({
      code: 'QR_WASM_INVALID',
      path: ['wasm'],
    })
  })

  test('fetches nothing', async () => {
    const forbidden = vi.fn<() => never>(() => {
      throw new Error('a request')
    })
    vi.stubGlobal('fetch', forbidden)
    expect(await readQrImage(png)).toMatchObject([{ text: 'PIX' }])
    expect(forbidden).not.toHaveBeenCalled()
  })

  test('says so when zxing-wasm is not installed', async () => {
    vi.resetModules()
    const { readQrImage: readAnew } = await import('./node.ts')
    const { readFile } = fs.promises
    fs.promises.readFile = async () => Promise.reject(new Error('not there'))
    syncBuiltinESMExports()
    try {
      expect(await refusalOf(async () => readAnew(png))).toEqual({ code: 'QR_WASM_MISSING', path: ['wasm'] })
    } finally {
      fs.promises.readFile = readFile
      syncBuiltinESMExports()
    }
    expect(await readAnew(png)).toMatchObject([{ text: 'PIX' }])
  })

  test.each([
    ['GIF', 'GIF89a…'],
    ['WebP', 'RIFF\x10\0\0\0WEBPVP8 '],
    ['HEIC', '\0\0\0\x18ftypheic\0\0\0\0'],
    ['HEIC', '\0\0\0\x18ftypmif1\0\0\0\0'],
    ['AVIF', '\0\0\0\x18ftypavif\0\0\0\0'],
    ['BMP', 'BM\x10\0\0\0'],
    ['TIFF', 'II*\0\x08\0\0\0'],
    ['TIFF', 'MM\0*\0\0\0\x08'],
    ['PDF', '%PDF-1.7\n'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['SVG', '<?xml version="1.0"?><svg/>'],
    ['JPEG XL', '\xFF\x0A\0\0'],
  ])('names the format that it does not read: %s', async (found, start) => {
    const refused = readQrImage(Buffer.from(start, 'latin1'))
    await expect(refused).rejects.toMatchObject({ code: 'QR_IMAGE_FORMAT', path: [], params: { found } })
  })

  test.each<[string, string, Uint8Array]>([
    ['no bytes', 'QR_IMAGE_EMPTY', new Uint8Array(0)],
    ['text', 'QR_IMAGE_UNKNOWN', Buffer.from('00020126')],
    ['a NUL', 'QR_IMAGE_UNKNOWN', new Uint8Array(1)],
    ['the beginning of a JPEG signature', 'QR_IMAGE_UNKNOWN', Uint8Array.of(0xff, 0xd8)],
    ['a lossless JPEG', 'QR_IMAGE_FORMAT', jpegWith(0xc3)],
    ['a JPEG of 12 bits', 'QR_IMAGE_FORMAT', jpegWith(0xc1, 12)],
  ])('refuses %s: %s', async (_name, code, bytes) => {
    expect(await refusalOf(async () => readQrImage(bytes))).toEqual({ code, path: [] })
  })

  test('refuses arithmetic coding', async () => {
    const { bytes, error } = jpegs.find(({ id }) => id === 'arithmetic') as (typeof jpegs)[0]
    expect(await refusalOf(async () => readQrImage(bytes))).toEqual(error)
  })

  test('checks the size before it decodes', async () => {
    const end = [pngChunk('IDAT', deflateSync(Buffer.alloc(1 << 16))), pngChunk('IEND', Buffer.alloc(0))]
    for (const [width, height, kind, expected] of [
      [60_000, 60_000, GREY, tooLarge],
      [2 ** 31 - 1, 2 ** 31 - 1, GREY, tooLarge],
      [7000, 7000, GREY, damaged],
      [7000, 7000, { colorType: 6, depth: 16 }, tooLarge],
      [0, 5, GREY, damaged],
    ] as const) {
      const file = Buffer.concat([pngHeader(width, height, kind), ...end])
      expect(await refusalOf(async () => readQrImage(file))).toEqual(expected)
    }
    expect(await refusalOf(async () => readQrImage(jpegWith(0xc0, 8, 65_000, 65_000)))).toEqual(tooLarge)
    expect(await refusalOf(async () => readQrImage(jpegWith(0xc2, 8, 0, 10)))).toEqual(damaged)
    expect(await refusalOf(async () => readQrImage(png, { maxPixels: 1000 }))).toEqual(tooLarge)
  })

  test('refuses pixels that inflate to more than the size says', async () => {
    const file = Buffer.concat([
      pngHeader(10, 10, GREY),
      pngChunk('IDAT', deflateSync(Buffer.alloc(64 << 20))),
      pngChunk('IEND', Buffer.alloc(0)),
    ])
    expect(await refusalOf(async () => readQrImage(file))).toEqual(damaged)
  })

  test('refuses a PNG without its palette, or with a chunk that must be understood', async () => {
    const type = png.indexOf(0x50, 33)
    expect(String.fromCharCode(...png.subarray(type, type + 4))).toBe('PLTE')
    const without = Buffer.concat([png.subarray(0, type - 4), png.subarray(type + 14)])
    expect(await refusalOf(async () => readQrImage(without))).toEqual(damaged)
    const unknown = Buffer.concat([png.subarray(0, 33), pngChunk('CgBI', Buffer.alloc(4)), png.subarray(33)])
    expect(await refusalOf(async () => readQrImage(unknown))).toEqual(damaged)
  })

  test('refuses a JPEG with more scans than any encoder writes', async () => {
    const { bytes } = readable[0] as (typeof readable)[0]
    const scans = Buffer.concat(Array.from({ length: 101 }, () => Buffer.of(0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0)))
    expect(await refusalOf(async () => readQrImage(Buffer.concat([bytes, scans])))).toEqual(damaged)
  })

  test('refuses a PNG that was cut anywhere', async () => {
    for (let length = 4; length < png.length; length++) {
      expect(await refusalOf(async () => readQrImage(png.subarray(0, length)))).toEqual(damaged)
    }
  })

  test('refuses a PNG with one wrong byte in what is decoded', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(png.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const bytes = Uint8Array.from(png)
        bytes[at] = (bytes[at] as number) ^ change
        expect(await refusalOf(async () => readQrImage(bytes))).toMatchObject({
          code: expect.stringMatching(/^QR_IMAGE_/),
        })
      }),
      { numRuns },
    )
  })

  test('reads a JPEG that was cut, or refuses it: never is it a picture without a code', async () => {
    const { bytes } = strong[0] as (typeof strong)[0]
    expect(await readQrImage(bytes.subarray(0, -2))).toHaveLength(1)
    for (let length = 3; length < bytes.length * 0.6; length += 7) {
      let found: readonly QrReading[] = []
      const refusal = await refusalOf(async () => {
        found = await readQrImage(bytes.subarray(0, length))
      })
      expect([damaged, {}]).toContainEqual(refusal)
      expect(found).toHaveLength('code' in refusal ? 0 : 1)
    }
  })

  test('sees nothing of the picture before in a file that leaves its pixels out', async () => {
    const { bytes } = strong[0] as (typeof strong)[0]
    const scan = bytes.indexOf(Buffer.of(0xff, 0xda))
    const hollow = Buffer.concat([bytes.subarray(0, scan), Buffer.of(0xff, 0xd9)])
    expect(await readQrImage(bytes)).toHaveLength(1)
    expect(await readQrImage(hollow)).toEqual([])
  })

  test('gives any bytes readings or an error with a code, and reads on', async () => {
    const files = [
      png,
      pngFile(paintQr(matrix, 2), { colorType: 2, depth: 8, filter: 4 }),
      ...readable.map(({ bytes }) => bytes),
    ]
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        changes,
        fc.option(fc.double({ min: 0, max: 1 })),
        async (file, changed, cut) => {
          const bytes = Uint8Array.from(file).subarray(0, cut === null ? undefined : Math.floor(cut * file.length))
          for (const [at, value] of changed) if (bytes.length > 0) bytes[at % bytes.length] = value
          const outcome = await readQrImage(bytes, { maxPixels: 1_000_000 }).catch((error: unknown) => error)
          expect(outcome instanceof Array || isPixkitError(outcome)).toBe(true)
        },
      ),
      { numRuns },
    )
    expect(await readQrImage(png)).toMatchObject([{ text: 'PIX' }])
  })

  test('takes anything but bytes for a bug of the caller', async () => {
    for (const bytes of [undefined, 'PNG', [1, 2], new ArrayBuffer(8), new Uint16Array(4)]) {
      expect(await refusalOf(async () => readQrImage(bytes as unknown as Uint8Array))).toEqual({ name: 'TypeError' })
    }
    const wrong = { maxPixels: '1' as unknown as number }
    expect(await refusalOf(async () => readQrImage(png, wrong))).toEqual({ name: 'TypeError' })
  })
})

describe('readQrFile', () => {
  test('reads a file by its path or its URL, whatever it is called', async () => {
    const path = join(folder, 'code.jpg')
    writeFileSync(path, png)
    expect(await readQrFile(path)).toMatchObject([{ text: 'PIX' }])
    expect(await readQrFile(pathToFileURL(path), { wasm })).toMatchObject([{ text: 'PIX' }])
  })

  test.each([
    ['a missing file', join(folder, 'none.png'), 'ENOENT'],
    ['a folder', folder, 'EISDIR'],
    ['a name with NUL', 'a\0.png', 'ERR_INVALID_ARG_VALUE'],
    ['a URL of the network', new URL('https://example.com/code.png'), 'ERR_INVALID_URL_SCHEME'],
  ])('refuses %s', async (_name, path, reason) => {
    const refused = readQrFile(path)
    await expect(refused).rejects.toMatchObject({ code: 'QR_FILE_UNREADABLE', path: [], params: { reason } })
  })

  test('does not say where the file is', async () => {
    const error = await readQrFile(join(folder, 'none.png')).catch((reason: unknown) => reason)
    expect(`${(error as Error).message} ${JSON.stringify(error)} ${String((error as Error).cause)}`).not.toContain(
      folder,
    )
  })

  test('refuses an empty file', async () => {
    writeFileSync(join(folder, 'empty.png'), '')
    expect(await refusalOf(async () => readQrFile(join(folder, 'empty.png')))).toEqual({
      code: 'QR_IMAGE_EMPTY',
      path: [],
    })
  })

  test('refuses a file of more than 100 MB', async () => {
    const path = join(folder, 'large.png')
    const file = openSync(path, 'w')
    ftruncateSync(file, 100_000_001)
    closeSync(file)
    expect(await refusalOf(async () => readQrFile(path))).toEqual({ code: 'QR_FILE_TOO_LARGE', path: [] })
  })

  test('takes anything but a path for a bug of the caller', async () => {
    for (const path of [undefined, 7, png]) {
      expect(await refusalOf(async () => readQrFile(path as unknown as string))).toEqual({ name: 'TypeError' })
    }
  })
})

/** A JPEG that ends after its frame header. */
function jpegWith(marker: number, precision = 8, width = 10, height = 10): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  return Uint8Array.of(0xff, 0xd8, 0xff, marker, 0, 11, precision, ...size, 1, 1, 0x11, 0, 0, 0, 0)
}
