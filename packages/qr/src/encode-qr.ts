/**
 * From a text to the modules of a QR code.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import levels from 'qrcode/lib/core/error-correction-level.js'
import formatInfo from 'qrcode/lib/core/format-info.js'
import { blocksOf, capacityOf, MAX_VERSION } from './internal/capacity.ts'
import { bitsOf, codewordsOf, countBits } from './internal/codewords.ts'
import { assertChoice, assertInteger, failure } from './internal/failure.ts'
import { applyMask, MASKS, penaltyOf } from './internal/masks.ts'
import { drawPatterns, formatPlaces, placeData, sizeOf } from './internal/modules.ts'
import { countClassOf, segmentsOf } from './internal/segments.ts'

/** How much may be damaged: about 7, 15, 25 or 30 per cent of the codewords. */
export type QrLevel = 'L' | 'M' | 'Q' | 'H'

export interface QrMatrix {
  /** Modules per side, without the quiet zone: 17 + 4 × `version`. */
  readonly size: number
  /** Row by row, `size` × `size`; 1 is dark. */
  readonly modules: Uint8Array
  /** 1 to 40. */
  readonly version: number
  readonly level: QrLevel
  /** 0 to 7. */
  readonly mask: number
}

export interface EncodeQrOptions {
  /** Error correction, `'M'` by default. */
  readonly level?: QrLevel | undefined
  /** Exactly this version, 1 to 40; the smallest that holds the text by default. */
  readonly version?: number | undefined
  /** This mask, 0 to 7; the one with the fewest penalty points by default. */
  readonly mask?: number | undefined
}

/**
 * Encodes a text as a QR code.
 *
 * Digits, capitals and other text are put in the mode that takes the fewest bits each, so that the symbol is as small as it
 * can be. Characters outside ASCII are written as UTF-8 without a mark of it (ECI): laxer than the standard, to which
 * such bytes are ISO/IEC 8859-1, but what readers guess today, and some refuse symbols with the mark (our own judgement, no source).
 *
 * @param text - At least one character, no lone surrogates; how much fits depends on level and characters: 2,953 bytes at
 *   level L, 2,331 at M.
 * @returns The modules; hand them to `renderSvg`, `renderPng`, `renderCanvas` or `renderTerminal`.
 * @throws {PixkitError} `QR_TEXT_EMPTY`, `QR_TEXT_NOT_UNICODE`, `QR_TEXT_TOO_LONG`, `QR_VERSION_TOO_SMALL`,
 *   `QR_OPTION_INVALID`.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { encodeQr } from '@pixkit/qr/encode-qr'
 *
 * const matrix = encodeQr('01234567')
 * matrix.size // 21
 * matrix.mask // 2
 * matrix.modules[0] // 1
 * ```
 *
 * @see ISO/IEC 18004:2015, section 7; its annex I works this example out.
 */
export function encodeQr(text: string, { level = 'M', version, mask }: EncodeQrOptions = {}): QrMatrix {
  assertString(text, 'text')
  assertChoice(level, ['L', 'M', 'Q', 'H'], 'level')
  if (version !== undefined) assertInteger(version, 1, MAX_VERSION, 'version')
  if (mask !== undefined) assertInteger(mask, 0, MASKS.length - 1, 'mask')
  if (text === '') throw failure('QR_TEXT_EMPTY')
  // Digits take the fewest bits: what is too long for them needs no closer look.
  const least = Math.ceil((10 * text.length) / 3)
  const max = capacityOf(MAX_VERSION, level)
  if (least > max) throw failure('QR_TEXT_TOO_LONG', { found: least, level, max })
  if (/\p{Surrogate}/u.test(text)) throw failure('QR_TEXT_NOT_UNICODE')

  const fitted = fit(text, level, version)
  const size = sizeOf(fitted.version)
  const blank = drawPatterns(fitted.version)
  const unmasked = placeData(blank, size, codewordsOf(fitted.bits, blocksOf(fitted.version, level)))
  const candidates = mask === undefined ? [...MASKS.keys()] : [mask]
  const places = formatPlaces(size)
  const symbols = candidates.map((candidate) => finish(unmasked, size, places, level, candidate))
  return { size, version: fitted.version, level, ...best(symbols, size) }
}

type Symbol = Pick<QrMatrix, 'mask' | 'modules'>

/** The smallest version that holds the text; the text is cut anew where the length of the character counts changes. */
function fit(text: string, level: QrLevel, wanted: number | undefined) {
  let bits: ReturnType<typeof bitsOf> = []
  let found = 0
  for (let version = 1; version <= MAX_VERSION; version++) {
    const countClass = countClassOf(version)
    if (version === 1 || countClass !== countClassOf(version - 1)) {
      bits = bitsOf(segmentsOf(text, countClass), countClass)
      found = countBits(bits)
    }
    if (found > capacityOf(version, level)) continue
    if (wanted === undefined || wanted === version) return { version, bits }
    if (wanted < version) throw failure('QR_VERSION_TOO_SMALL', { needed: version, version: wanted, level }, 'version')
  }
  throw failure('QR_TEXT_TOO_LONG', { found, level, max: capacityOf(MAX_VERSION, level) })
}

/** Puts mask and format on a copy. */
function finish(
  unmasked: Uint8Array,
  size: number,
  places: ReturnType<typeof formatPlaces>,
  level: QrLevel,
  mask: number,
): Symbol {
  const modules = applyMask(unmasked, size, mask)
  const format = formatInfo.getEncodedBits(levels[level], mask)
  for (const [bit, [first, second]] of places.entries()) {
    modules[first] = modules[second] = (format >> bit) & 1
  }
  return { mask, modules }
}

/** The symbol with the fewest penalty points, the first of equals. */
function best(symbols: readonly Symbol[], size: number): Symbol {
  const points = symbols.map(({ modules }) => penaltyOf(modules, size))
  return symbols[points.indexOf(Math.min(...points))] as Symbol
}
