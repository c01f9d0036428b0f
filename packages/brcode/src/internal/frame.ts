/**
 * The frame of a code: outer spaces, size, first object, structure, checksum. Nothing here knows Pix.
 *
 * @module
 */
import { checksum, utf8Length } from '@pixkit/emv/crc16'
import { scanTlv } from '@pixkit/emv/scan-tlv'
import { HEADER_LENGTH, type LengthUnit } from '@pixkit/emv/tlv'
import { type BrCodeIssue, excess, refuse, warn } from './place.ts'

export interface Frame {
  readonly text: string
  /** The objects: tag, index of the first digit and index after the value of each. */
  readonly entries: readonly number[]
  /** Checksum as printed; empty when the code has none. */
  readonly crc: string
  /** UTF-8 bytes of the code, where they were counted. */
  readonly bytes?: number | undefined
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
const CRC = /^[\dA-F]{4}$/i
const CLOSED = /^6304[\dA-F]{4}$/i
const OTHER_UNITS = ['utf8-byte', 'utf16-unit'] as const

/**
 * Reads the frame and reports what is wrong with it.
 *
 * Lengths are read as characters and, only where that fails and the checksum proves the other reading, as UTF-8 bytes or
 * UTF-16 units. A code that can be read in two ways is warned about, because another reader may see another payee.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6.3 and 3.1; EMVCo MPM 1.1 (second-hand).
 */
export function readFrame(text: string, issues: BrCodeIssue[]): Frame {
  let start = 0
  let end = text.length
  while (start < end && isOuterSpace(text.charCodeAt(start))) start++
  while (start < end && isOuterSpace(text.charCodeAt(end - 1))) end--
  const place = { issues, offset: start }
  const length = end - start
  if (length === 0 || length > MAX_READ_LENGTH) {
    if (length === 0) refuse(place, 'BRCODE_EMPTY')
    else refuse(place, 'BRCODE_TOO_LONG', excess(length, MAX_READ_LENGTH))
    return { text, entries: [], crc: '', wellFormed: false, start, end }
  }

  if (!text.startsWith('000201', start)) refuse({ ...place, at: 0 }, 'BRCODE_PAYLOAD_FORMAT')
  const found: BrCodeIssue[] = []
  const frame = readClosed(text, start, end, 'code-point', found)
  const bytes = frame.bytes ?? utf8Length(text.slice(start, end))
  if (bytes > MAX_CODE_BYTES) warn(place, 'BRCODE_TOO_LONG', excess(bytes, MAX_CODE_BYTES))
  const other = bytes === length ? undefined : readOtherwise(frame, found.length === 0, issues)
  if (other) return other
  for (const issue of found) issues.push(issue)
  return frame
}

/** Counts lengths in the other units: for a code that cannot be read in characters, or to see whether another reader differs. */
function readOtherwise({ text, start, end, entries }: Frame, sound: boolean, issues: BrCodeIssue[]): Frame | undefined {
  const place = { issues, offset: start }
  const readings = OTHER_UNITS.flatMap((unit) => {
    const found: BrCodeIssue[] = []
    const frame = readClosed(text, start, end, unit, found)
    return found.length === 0 ? [{ unit, frame }] : []
  })
  const [first] = readings
  if (!first) return undefined
  const read = String(sound ? entries : first.frame.entries)
  const ambiguous = readings.some(({ frame }) => String(frame.entries) !== read)
  if (sound && ambiguous) warn(place, 'BRCODE_LENGTH_AMBIGUOUS')
  if (sound || ambiguous) return undefined
  warn(place, 'BRCODE_LENGTH_UNIT', { unit: first.unit })
  return first.frame
}

/** Reads the objects and the checksum that must close them; what follows it does not belong to the code. */
function readClosed(text: string, start: number, end: number, lengthUnit: LengthUnit, issues: BrCodeIssue[]): Frame {
  const { entries, issues: defects, readTo } = scanTlv(text, { start, end, lengthUnit })
  const closing = findEntry(entries, 63)
  const closed = closing < 0 ? end : (entries[closing + 2] as number)
  const valueAt = closing < 0 ? end - 4 : valueOffset(entries, closing)
  for (const defect of defects) {
    if ((defect.offset as number) < closed || defect.code === 'EMV_NOT_UNICODE') issues.push(defect)
  }
  const wellFormed = issues.length === 0

  const place = { issues, at: 63, offset: valueAt }
  let crc = text.slice(valueAt, closed)
  let bytes: number | undefined
  // A text that ends like a code can still be compared with its checksum, unless that belongs to another object.
  if (closing >= 0 || (readTo < end && CLOSED.test(text.slice(valueAt - 4, end)))) {
    const sum = checksum(text.slice(start, valueAt))
    const expected = sum.crc
    if (crc === expected && closed === end) bytes = sum.bytes + 4
    else if (!CRC.test(crc)) refuse(place, 'BRCODE_CRC_FORMAT')
    else if (crc.toUpperCase() !== expected) refuse(place, 'BRCODE_CRC_MISMATCH', { expected, found: crc })
  } else {
    crc = ''
    if (readTo === end) refuse({ ...place, offset: end }, 'BRCODE_CRC_MISSING')
  }
  if (closed < end) refuse({ ...place, offset: closed }, 'BRCODE_CRC_NOT_LAST', { found: end - closed })
  return { text, entries, crc, bytes, wellFormed, start, end }
}

/** Index of the entry with the tag, or -1; looked for from `from` to the end, and then before it. */
export function findEntry(entries: readonly number[], tag: number, from = 0): number {
  for (let index = from; index < entries.length; index += 3) if (entries[index] === tag) return index
  for (let index = 0; index < from; index += 3) if (entries[index] === tag) return index
  return -1
}

/** Where an entry begins, with its id. */
export function offsetOf(entries: readonly number[], index: number): number {
  return entries[index + 1] as number
}

/** Where the value of an entry begins: after id and length. */
export function valueOffset(entries: readonly number[], index: number): number {
  return offsetOf(entries, index) + HEADER_LENGTH
}

/** The value of an entry, empty when there is none. */
export function valueOf({ text, entries }: Frame, index: number): string {
  return index < 0 ? '' : text.slice(valueOffset(entries, index), entries[index + 2])
}

/** ASCII white space and the byte order mark. */
function isOuterSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0xfeff
}
