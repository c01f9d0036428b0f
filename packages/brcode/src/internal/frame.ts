/**
 * The frame of a code: outer spaces, size, first object, structure, checksum. Nothing here knows Pix.
 *
 * @module
 */
import { crc16 } from '@pixkit/emv/crc16'
import { inspectTlv } from '@pixkit/emv/inspect-tlv'
import type { LengthUnit, Tlv } from '@pixkit/emv/tlv'
import { type BrCodeIssue, excess, refuse, warn } from './place.ts'

export interface Frame {
  readonly tree: readonly Tlv[]
  /** Checksum as printed; empty when the code has none. */
  readonly crc: string
  /** Whether the structure is sound, so that an object not found is an object not there. */
  readonly wellFormed: boolean
  /** Where the code begins and ends in the text. */
  readonly start: number
  readonly end: number
}

/** UTF-8 bytes: EMV advises against more, API Pix admits no more in `pixCopiaECola`. */
export const MAX_CODE_BYTES = 512
/** UTF-16 units: beyond it nothing is read, so that no text can make the reader work for long. */
const MAX_READ_LENGTH = 1024
const CLOSED = /^6304[\dA-F]{4}$/i
const NOT_ASCII = /[^\0-\x7f]/
const OTHER_UNITS = ['utf8-byte', 'utf16-unit'] as const

/**
 * Reads the frame and reports what is wrong with it.
 *
 * Lengths are read as characters and, only where that fails and the checksum proves the other reading, as UTF-8 bytes or
 * UTF-16 units.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6.3 and 3.1; EMVCo MPM 1.1, sections 4.2 and 4.7.
 */
export function readFrame(text: string, issues: BrCodeIssue[]): Frame {
  let start = 0
  let end = text.length
  while (start < end && isOuterSpace(text.charCodeAt(start))) start++
  while (start < end && isOuterSpace(text.charCodeAt(end - 1))) end--
  const place = { issues, parent: '', id: '', offset: start }
  const length = end - start
  if (length === 0 || length > MAX_READ_LENGTH) {
    if (length === 0) refuse(place, 'BRCODE_EMPTY')
    else refuse(place, 'BRCODE_TOO_LONG', excess(length, MAX_READ_LENGTH))
    return { tree: [], crc: '', wellFormed: false, start, end }
  }

  if (!text.startsWith('000201', start)) refuse({ ...place, id: '00' }, 'BRCODE_PAYLOAD_FORMAT')
  let frame = readClosed(text, start, end, 'code-point')
  for (const unit of frame.issues.length === 0 || !NOT_ASCII.test(text) ? [] : OTHER_UNITS) {
    const other = readClosed(text, start, end, unit)
    if (other.issues.length > 0) continue
    frame = other
    warn(place, 'BRCODE_LENGTH_UNIT', { unit })
    break
  }
  issues.push(...frame.issues)
  // No UTF-16 unit takes more than three bytes.
  const bytes = length * 3 > MAX_CODE_BYTES ? byteLength(text.slice(start, end)) : length
  if (bytes > MAX_CODE_BYTES) warn(place, 'BRCODE_TOO_LONG', excess(bytes, MAX_CODE_BYTES))
  return frame
}

/** Reads the objects and the checksum that must close them; what follows it does not belong to the code. */
function readClosed(
  text: string,
  start: number,
  end: number,
  lengthUnit: LengthUnit,
): Frame & { readonly issues: readonly BrCodeIssue[] } {
  const { tree, issues: defects, readTo } = inspectTlv(text, { start, end, lengthUnit })
  const closing = tree.find(({ id }) => id === '63')
  const valueAt = closing ? closing.offset + 4 : end - 4
  const closed = closing?.value ? valueAt + closing.value.length : end
  const issues: BrCodeIssue[] = defects.filter(({ offset = 0 }) => offset < closed)
  const wellFormed = issues.length === 0
  const place = { issues, parent: '', id: '63', offset: valueAt }
  let crc = ''
  // A text that ends like a code can still be compared with its checksum, unless that belongs to another object.
  if ((closing || readTo < end) && CLOSED.test(text.slice(valueAt - 4, closed))) {
    crc = text.slice(valueAt, closed)
    const expected = crc16(text.slice(start, valueAt))
    if (crc.toUpperCase() !== expected) refuse(place, 'BRCODE_CRC_MISMATCH', { expected, found: crc })
  } else if (closing) refuse(place, 'BRCODE_CRC_FORMAT')
  else if (readTo === end) refuse({ ...place, offset: end }, 'BRCODE_CRC_MISSING')
  if (closed < end) refuse({ ...place, offset: closed }, 'BRCODE_CRC_NOT_LAST', { found: end - closed })
  return { tree, crc, wellFormed, start, end, issues }
}

export function byteLength(text: string): number {
  return NOT_ASCII.test(text) ? new TextEncoder().encode(text).length : text.length
}

/** ASCII white space and the byte order mark. */
function isOuterSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xfeff
}
