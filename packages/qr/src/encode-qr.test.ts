import fc from 'fast-check'
import qrcode from 'qrcode/lib/core/qrcode.js'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { countSteps } from '../../../tests/count-steps.ts'
import vectors from '../../../vectors/qr/iso-18004.json' with { type: 'json' }
import { encodeQr, type QrLevel } from './encode-qr.ts'
import { blocksOf } from './internal/capacity.ts'
import { bitsOf, codewordsOf } from './internal/codewords.ts'
import { ALPHANUMERIC, BYTE, countClassOf, NUMERIC, segmentsOf } from './internal/segments.ts'

const LEVELS: readonly QrLevel[] = ['L', 'M', 'Q', 'H']
const levels = fc.constantFrom(...LEVELS)
const MODE_NAMES = new Map([
  [NUMERIC, 'numeric'],
  [ALPHANUMERIC, 'alphanumeric'],
  [BYTE, 'byte'],
])
/** Runs of digits, of capitals and of anything, so that segments begin and end everywhere. */
const mixed = fc
  .array(
    fc.oneof(
      fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 24 }),
      fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'), maxLength: 24 }),
      fc.string({ unit: 'grapheme', maxLength: 24 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text !== '')
/** A symbol takes a tenth of a millisecond: a tenth of the usual runs. */
const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 10)

describe('encodeQr', () => {
  test('draws the worked example of the standard', () => {
    const { input, expected } = vectors.cases[0] as { input: string; expected: { mask: number; codewords: string } }
    expect(encodeQr(input)).toMatchObject({ size: 21, version: 1, level: 'M', mask: expected.mask })
    const codewords = codewordsOf(bitsOf(segmentsOf(input, 0), 0), blocksOf(1, 'M'))
    expect(Buffer.from(codewords).toString('hex')).toBe(expected.codewords.replaceAll(' ', ''))
  })

  test.each(vectors.cases.slice(1).map(({ id, input, expected }) => [id, input, expected.bits ?? ''] as const))(
    'writes the bits of the standard: %s',
    (_id, input, expected) => {
      const bits = bitsOf(segmentsOf(input, 0), 0).map(([value, count]) => value.toString(2).padStart(count, '0'))
      expect(bits.join('')).toBe(expected.replaceAll(' ', ''))
    },
  )

  test('makes a symbol of 49 modules of the reference code, 167 characters at level M', () => {
    const code =
      '00020101021226810014br.gov.bcb.pix2559pix.example.com/qr/v2/cobv/9d36b84fc70b478fb95c12729b90ca005204000053039865802BR5914MARIA DA SILVA6008BRASILIA62070503***63046D23'
    expect(code).toHaveLength(167)
    expect(encodeQr(code)).toMatchObject({ version: 8, size: 49, level: 'M' })
  })

  test('is, module by module, what qrcode draws of the same segments', () => {
    fc.assert(
      fc.property(mixed, levels, fc.nat({ max: 7 }), (text, level, mask) => {
        const drawn = encodeQr(text, { level, mask })
        const segments = segmentsOf(text, countClassOf(drawn.version)).map(({ mode, text: data }) => ({
          mode: MODE_NAMES.get(mode),
          data,
        }))
        const theirs = qrcode.create(segments, { errorCorrectionLevel: level, maskPattern: mask })
        expect(theirs.version).toBe(drawn.version)
        expect(Buffer.from(theirs.modules.data).equals(Buffer.from(drawn.modules))).toBe(true)
      }),
      { numRuns },
    )
  })

  test.each(LEVELS)('is what qrcode draws in every version, level %s', (level) => {
    for (let version = 1; version <= 40; version++) {
      const { modules } = encodeQr('PIX', { level, version, mask: version % 8 })
      const options = { errorCorrectionLevel: level, version, maskPattern: version % 8 }
      const theirs = qrcode.create([{ mode: 'alphanumeric', data: 'PIX' }], options)
      expect(Buffer.from(theirs.modules.data).equals(Buffer.from(modules))).toBe(true)
    }
  })

  test.each(LEVELS)('holds as many digits and bytes as the standard says, level %s', (level) => {
    const [digits, bytes] = { L: [7089, 2953], M: [5596, 2331], Q: [3993, 1663], H: [3057, 1273] }[level] as [
      number,
      number,
    ]
    expect(encodeQr('1'.repeat(digits), { level, mask: 0 }).version).toBe(40)
    expect(encodeQr('~'.repeat(bytes), { level, mask: 0 }).version).toBe(40)
    for (const text of ['1'.repeat(digits + 1), '~'.repeat(bytes + 1)]) {
      expect(errorOf(() => encodeQr(text, { level }))).toMatchObject({ code: 'QR_TEXT_TOO_LONG', params: { level } })
    }
  })

  test('takes the version it is told, and refuses one that is too small', () => {
    expect(encodeQr('01234567', { version: 5 })).toMatchObject({ version: 5, size: 37 })
    expect(errorOf(() => encodeQr('a'.repeat(100), { version: 4 }))).toMatchObject({
      code: 'QR_VERSION_TOO_SMALL',
      path: ['version'],
      params: { version: 4, needed: 6, level: 'M' },
    })
  })

  test.each([
    ['', 'QR_TEXT_EMPTY'],
    ['a\ud800', 'QR_TEXT_NOT_UNICODE'],
    ['\udc00\ud800', 'QR_TEXT_NOT_UNICODE'],
  ])('refuses %j', (text, code) => {
    expect(errorOf(() => encodeQr(text))).toMatchObject({ code, path: [] })
  })

  test.each([
    [{ level: 'X' }, 'level'],
    [{ level: 'toString' }, 'level'],
    [{ level: undefined, version: 0 }, 'version'],
    [{ version: 41 }, 'version'],
    [{ version: 1.5 }, 'version'],
    [{ version: '8' }, 'version'],
    [{ mask: 8 }, 'mask'],
    [{ mask: -1 }, 'mask'],
    [{ mask: NaN }, 'mask'],
  ])('refuses the options %j', (options, path) => {
    const found = errorOf(() => encodeQr('a', options as never))
    expect(found).toMatchObject({ code: 'QR_OPTION_INVALID', path: [path] })
  })

  test('refuses what is no string', () => {
    expect(() => encodeQr(undefined as never)).toThrow(TypeError)
    expect(() => encodeQr(7 as never)).toThrow(TypeError)
  })

  test('refuses a megabyte at once, and works in proportion to the text', async () => {
    const draw =
      (text: string, version?: number) =>
      ({ encodeQr: encode }: { encodeQr: typeof encodeQr }) =>
        errorOf(() => encode(text, { version, mask: 0 }))
    const entry = new URL('encode-qr.ts', import.meta.url)
    const runs = [draw('1a'.repeat(500_000)), draw('1aA'.repeat(100), 30), draw('1aA'.repeat(200), 30)]
    const [megabyte = 0, short = 0, long = 0] = await countSteps(entry, runs)
    expect(megabyte).toBeLessThan(2_000)
    expect(long).toBeLessThan(2 * short)
  })
})
