/**
 * The checksum that closes an EMV code: CRC-16/CCITT-FALSE.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import crc16xmodem from 'crc/calculators/crc16xmodem'

/** Id and length of the checksum object, the last characters that the checksum covers. */
const CRC_HEADER = '6304'

/** Where the sum begins. The calculator of XMODEM is that of CCITT-FALSE but for this, and has no table to bring along. */
const INITIAL = 0xffff

/** Bytes kept for encoding: three for each UTF-16 unit of the longest text that takes the short way. */
const SCRATCH_LENGTH = 3 * 1024

let encoder: TextEncoder | undefined
let scratch: Uint8Array | undefined

/**
 * Computes the checksum of a code (object 63).
 *
 * Covers the UTF-8 bytes of `text`, which for a code must already end in the id and length of object 63 (`6304`).
 *
 * @param text - Code without its last four characters.
 * @returns Four upper-case hexadecimal digits.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { crc16 } from '@pixkit/emv/crc16'
 *
 * crc16('123456789') // '29B1'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.6.3: polynomial 0x1021, initial value 0xFFFF.
 */
export function crc16(text: string): string {
  return checksum(text).crc
}

export interface Checksum {
  /** Four upper-case hexadecimal digits. */
  readonly crc: string
  /** UTF-8 bytes that it covers: as many as UTF-16 units when the text is ASCII. */
  readonly bytes: number
}

/**
 * Computes the checksum of a code, as {@link crc16} does, and counts the bytes on the way.
 *
 * @throws {TypeError} `text` is not a string.
 */
export function checksum(text: string): Checksum {
  assertString(text, 'text')
  const bytes = utf8(text)
  const crc = crc16xmodem(bytes, INITIAL)
  return {
    crc: hexDigit(crc >> 12) + hexDigit(crc >> 8) + hexDigit(crc >> 4) + hexDigit(crc),
    bytes: bytes.length,
  }
}

/**
 * Counts the UTF-8 bytes of a text.
 *
 * @throws {TypeError} `text` is not a string.
 */
export function utf8Length(text: string): number {
  assertString(text, 'text')
  return utf8(text).length
}

function hexDigit(number: number): string {
  return '0123456789ABCDEF'[number & 15] as string
}

/** Encoding into memory that is already there takes an eighth of the time. */
function utf8(text: string): Uint8Array {
  encoder ??= new TextEncoder()
  if (3 * text.length > SCRATCH_LENGTH) return encoder.encode(text)
  scratch ??= new Uint8Array(SCRATCH_LENGTH)
  return scratch.subarray(0, encoder.encodeInto(text, scratch).written)
}

/**
 * Closes a code with its checksum object.
 *
 * @param text - Code without object 63.
 * @returns `text`, `6304` and the checksum.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { appendCrc } from '@pixkit/emv/crc16'
 *
 * appendCrc('000201') // '0002016304AAE6'
 * ```
 */
export function appendCrc(text: string): string {
  assertString(text, 'text')
  const covered = text + CRC_HEADER
  return covered + crc16(covered)
}
