/** @module What is in a picture comes back exactly, and nothing is ever fetched. */
import { isPixkitError } from '@pixkit/core/error'
import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { purgeZXingModule } from 'zxing-wasm/reader'
import { beside, mirrored, paintQr, type Pixels, turned } from '../../../tests/lib/paint-qr.ts'
import { wasm } from '../../../tests/lib/wasm.ts'
import { encodeQr, type QrLevel, type QrMatrix } from './encode-qr.ts'
import { blocksOf } from './internal/capacity.ts'
import { bitsOf, codewordsOf } from './internal/codewords.ts'
import { drawPatterns, placeData } from './internal/modules.ts'
import { segmentsOf } from './internal/segments.ts'
import { readQr } from './read.ts'

const PIX =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
/** A picture takes some milliseconds. */
const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 100)
const levels = fc.constantFrom<QrLevel>('L', 'M', 'Q', 'H')
const texts = fc
  .array(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'), maxLength: 40 }),
      fc.string({ unit: fc.constantFrom('ã', 'é', 'ç', 'Ó', ' ', 'º', '€'), maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('👩‍👩‍👧', '🇧🇷', '\uFEFF', '\0', '漢字'),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text !== '' && new TextEncoder().encode(text).length <= 512)

async function textsIn(image: Pixels): Promise<string[]> {
  return (await readQr(image, { wasm })).map(({ text }) => text)
}

async function refusalOf(...args: unknown[]): Promise<object> {
  try {
    await readQr(...(args as Parameters<typeof readQr>))
  } catch (error) {
    return isPixkitError(error) ? { code: error.code, path: error.path } : { name: (error as Error).name }
  }
  return {}
}

/** A symbol with these bits in place of the text's, which must be as many codewords. */
function symbolOf(bits: [number, number][]): QrMatrix {
  const symbol = encodeQr('x', { version: 2, level: 'M' })
  const [wrong, right] = [bitsOf(segmentsOf('x', 0), 0), bits].map((each) =>
    placeData(drawPatterns(2), symbol.size, codewordsOf(each, blocksOf(2, 'M'))),
  ) as [Uint8Array, Uint8Array]
  const flipped = (place: number) => ((wrong[place] as number) ^ (right[place] as number)) & 1
  return { ...symbol, modules: symbol.modules.map((module, place) => module ^ flipped(place)) }
}

const bytesOf = (...bytes: number[]): [number, number][] => [
  [4, 4],
  [bytes.length, 8],
  ...bytes.map((byte): [number, number] => [byte, 8]),
]

afterEach(() => vi.restoreAllMocks())

describe('readQr', () => {
  test('reads what was drawn, at every level', async () => {
    await fc.assert(
      fc.asyncProperty(texts, levels, fc.integer({ min: 3, max: 6 }), async (text, level, scale) => {
        const matrix = encodeQr(text, { level })
        const [reading, ...others] = await readQr(paintQr(matrix, scale), { wasm })
        expect(others).toEqual([])
        expect(reading).toMatchObject({
          text,
          level,
          version: matrix.version,
          inverted: false,
          mirrored: false,
        })
        expect(reading?.bytes).toEqual(new TextEncoder().encode(text))
        expect(reading?.piece).toBeUndefined()
        // With few pixels a module the library may look beside some of them.
        expect(reading?.margin).toBeGreaterThanOrEqual(0)
      }),
      { numRuns },
    )
  })

  test('says where the corners are', async () => {
    const { size } = encodeQr('01234567')
    const picture = paintQr(encodeQr('01234567'), 10)
    const [upright] = await readQr(picture, { wasm })
    expect(upright?.margin).toBe(1)
    const [near, far] = [40, 40 + 10 * size]
    const corners = { topLeft: [near, near], topRight: [far, near], bottomRight: [far, far], bottomLeft: [near, far] }
    for (const [name, [x, y]] of Object.entries(corners) as [keyof typeof corners, [number, number]][]) {
      expect(Math.hypot((upright?.corners[name].x ?? 0) - x, (upright?.corners[name].y ?? 0) - y)).toBeLessThan(10)
    }
    const [overhead] = await readQr(turned(picture, 180), { wasm })
    expect(overhead?.corners.topLeft.x).toBeGreaterThan(overhead?.corners.topRight.x ?? Infinity)
  })

  test('says where the corners are when the picture had to be enlarged', async () => {
    // Grey on grey: less contrast than the first look wants.
    const picture = paintQr(encodeQr(PIX), 4, { dark: [120, 120, 120, 255], light: [128, 128, 128, 255] })
    const [reading] = await readQr(picture, { wasm })
    expect(reading?.text).toBe(PIX)
    expect(Math.abs((reading?.corners.bottomRight.x ?? 0) - (picture.width - 16))).toBeLessThan(6)
    expect(await readQr(picture, { wasm, quick: true })).toEqual([])
  })

  test('reads at any angle', async () => {
    const picture = paintQr(encodeQr(PIX), 4)
    for (const angle of [0, 90, 180, 270]) expect(await textsIn(turned(picture, angle))).toEqual([PIX])
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0, max: 360, noNaN: true }), async (angle) => {
        expect(await textsIn(turned(picture, angle))).toEqual([PIX])
      }),
      { numRuns },
    )
  })

  test('reads mirrored and inverted symbols and says so', async () => {
    const matrix = encodeQr(PIX)
    const light = paintQr(matrix, 4, { dark: [255, 255, 255, 255], light: [0, 0, 0, 255] })
    expect(await readQr(light, { wasm })).toMatchObject([{ text: PIX, inverted: true, mirrored: false }])
    expect(await readQr(mirrored(paintQr(matrix, 4)), { wasm })).toMatchObject([
      { text: PIX, inverted: false, mirrored: true },
    ])
  })

  test('reads modules of one pixel', async () => {
    for (const text of ['01234567', PIX]) expect(await textsIn(paintQr(encodeQr(text), 1))).toEqual([text])
  })

  test('reads on transparent ground, whether the modules are black or white', async () => {
    const matrix = encodeQr(PIX)
    const clear = [0, 0, 0, 0] as const
    expect(await textsIn(paintQr(matrix, 4, { dark: [0, 0, 0, 255], light: clear }))).toEqual([PIX])
    expect(await textsIn(paintQr(matrix, 4, { dark: [255, 255, 255, 255], light: clear }))).toEqual([PIX])
    expect(await textsIn(paintQr(matrix, 4, { dark: [0, 0, 0, 160], light: [0, 0, 0, 8] }))).toEqual([PIX])
  })

  test('returns every code, Pix codes first', async () => {
    const others = ['https://example.com/1', 'https://example.com/2', PIX.toUpperCase(), '000201 is no Pix code']
    const picture = beside(
      ...[others[0], others[1], PIX, others[2], others[3]].map((text) => paintQr(encodeQr(text as string), 4)),
    )
    const readings = await readQr(picture, { wasm })
    expect(readings.map(({ pix }) => pix)).toEqual([true, true, false, false, false])
    expect(readings.map(({ text }) => text).toSorted()).toEqual([PIX, ...others].toSorted())
  })

  test('returns two symbols with the same text as two', async () => {
    const picture = paintQr(encodeQr(PIX), 4)
    expect(await textsIn(beside(picture, picture))).toEqual([PIX, PIX])
  })

  test('finds nothing where nothing is', async () => {
    const blank = { width: 40, height: 30, data: new Uint8Array(4800).fill(255) }
    expect(await readQr(blank, { wasm })).toEqual([])
    expect(await readQr({ width: 1, height: 1, data: new Uint8ClampedArray(4) }, { wasm })).toEqual([])
  })

  test('gives any pixels readings or nothing', async () => {
    const pictures = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }))
      .chain(([width, height]) =>
        fc
          .uint8Array({ minLength: 4 * width * height, maxLength: 4 * width * height })
          .map((data) => ({ width, height, data })),
      )
    await fc.assert(
      fc.asyncProperty(pictures, async (picture) => {
        expect(await readQr(picture, { wasm })).toBeInstanceOf(Array)
      }),
      { numRuns },
    )
  })

  test('takes bytes that are not UTF-8 for what the library makes of them', async () => {
    const [reading] = await readQr(paintQr(symbolOf(bytesOf(0x4a, 0x6f, 0xe3, 0x6f)), 4), { wasm })
    expect(reading).toMatchObject({ text: 'João', bytes: Uint8Array.of(0x4a, 0x6f, 0xe3, 0x6f) })
  })

  test('believes a symbol that names its character set', async () => {
    const latin1: [number, number][] = [[7, 4], [3, 8], ...bytesOf(0xc3, 0xa9)]
    expect(await textsIn(paintQr(symbolOf(latin1), 4))).toEqual(['Ã©'])
    expect(await textsIn(paintQr(symbolOf(bytesOf(0xc3, 0xa9)), 4))).toEqual(['é'])
  })

  test('says which piece of a text a symbol holds', async () => {
    const second: [number, number][] = [[3, 4], [1, 4], [2, 4], [0, 8], ...bytesOf(0x41)]
    expect(await readQr(paintQr(symbolOf(second), 4), { wasm })).toMatchObject([
      { text: 'A', piece: { index: 1, count: 3 } },
    ])
  })

  test.each([
    ['bytes', wasm],
    ['an ArrayBuffer', new Uint8Array(wasm).buffer],
    ['a module', new WebAssembly.Module(new Uint8Array(wasm))],
  ])('takes the wasm as %s', async (_name, given) => {
    expect(await readQr(paintQr(encodeQr('PIX'), 4), { wasm: given })).toMatchObject([{ text: 'PIX' }])
  })

  test('compiles the wasm once', async () => {
    const compile = vi.spyOn(WebAssembly, 'compile')
    const own = new Uint8Array(wasm)
    const picture = paintQr(encodeQr('PIX'), 4)
    await Promise.all([1, 2, 3].map(async () => readQr(picture, { wasm: own })))
    await readQr(picture, { wasm: own })
    expect(compile).toHaveBeenCalledTimes(1)
  })

  test('never fetches anything', async () => {
    const forbidden = vi.fn<() => never>(() => {
      throw new Error('a request')
    })
    vi.stubGlobal('fetch', forbidden)
    vi.stubGlobal('XMLHttpRequest', forbidden)
    const picture = paintQr(encodeQr('PIX'), 4)
    for (const missing of [{}, undefined, { wasm: undefined }, { wasm: null }]) {
      expect(await refusalOf(picture, missing)).toEqual({ code: 'QR_WASM_MISSING', path: ['wasm'] })
    }
    const own = new Uint8Array(wasm)
    expect(await readQr(picture, { wasm: own })).toMatchObject([{ text: 'PIX' }])
    // Somebody else in the program uses zxing-wasm, too.
    purgeZXingModule()
    expect(await readQr(picture, { wasm: own })).toMatchObject([{ text: 'PIX' }])
    expect(forbidden).not.toHaveBeenCalled()
    vi.unstubAllGlobals()
  })

  test('refuses a wasm that is another or none', async () => {
    const picture = paintQr(encodeQr('PIX'), 4)
    const invalid = { code: 'QR_WASM_INVALID', path: ['wasm'] }
    expect(await refusalOf(picture, { wasm: new Uint8Array(0) })).toEqual(invalid)
    expect(await refusalOf(picture, { wasm: wasm.subarray(0, 4000) })).toEqual(invalid)
    // The smallest module there is.
    expect(await refusalOf(picture, { wasm: Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0) })).toEqual(invalid)
  })

  test('starts a new reader after one has failed', async () => {
    const own = new Uint8Array(wasm)
    const large = { width: 4000, height: 3000, data: new Uint8Array(48e6) }
    vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('no memory')
    })
    expect(await refusalOf(large, { wasm: own })).toEqual({ code: 'QR_READER_FAILED', path: [] })
    vi.restoreAllMocks()
    expect(await readQr(paintQr(encodeQr('PIX'), 4), { wasm: own })).toMatchObject([{ text: 'PIX' }])
  })

  test.each([
    ['width', { width: 0, height: 1, data: new Uint8Array(0) }],
    ['width', { width: 1.5, height: 1, data: new Uint8Array(6) }],
    ['height', { width: 1, height: -1, data: new Uint8Array(4) }],
    ['height', { width: 1, height: Number.NaN, data: new Uint8Array(4) }],
    ['data', { width: 2, height: 2, data: new Uint8Array(4) }],
    ['data', { width: 2, height: 2, data: new Uint8ClampedArray(17) }],
  ])('refuses a picture whose %s does not fit', async (field, image) => {
    expect(await refusalOf(image, { wasm })).toEqual({ code: 'QR_IMAGE_SIZE', path: [field] })
  })

  test('refuses a picture that is too large', async () => {
    const picture = paintQr(encodeQr('PIX'), 4)
    expect(await refusalOf(picture, { wasm, maxPixels: 1000 })).toEqual({ code: 'QR_IMAGE_TOO_LARGE', path: [] })
    expect(await refusalOf({ width: 10_000, height: 5001, data: new Uint8Array(0) }, { wasm })).toEqual({
      code: 'QR_IMAGE_TOO_LARGE',
      path: [],
    })
  })

  test.each<[string, unknown[]]>([
    ['no picture', [undefined, { wasm }]],
    ['a text as pixels', [{ width: 1, height: 1, data: 'abcd' }, { wasm }]],
    ['wider numbers as pixels', [{ width: 1, height: 1, data: new Uint16Array(4) }, { wasm }]],
    ['a DataView as pixels', [{ width: 1, height: 1, data: new DataView(new ArrayBuffer(4)) }, { wasm }]],
    ['a text as width', [{ width: '1', height: 1, data: new Uint8Array(4) }, { wasm }]],
    ['a URL as wasm', [paintQr(encodeQr('PIX'), 4), { wasm: 'https://example.com/zxing_reader.wasm' }]],
    ['a promise as wasm', [paintQr(encodeQr('PIX'), 4), { wasm: Promise.resolve(wasm) }]],
    ['a text as maxPixels', [paintQr(encodeQr('PIX'), 4), { wasm, maxPixels: '1000' }]],
  ])('takes %s for a bug of the caller', async (_name, args) => {
    expect(await refusalOf(...args)).toEqual({ name: 'TypeError' })
  })
})
