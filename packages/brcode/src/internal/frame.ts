/**
 * The frame of a code: outer spaces, size, first object, structure, checksum. Nothing here knows Pix.
 *
 * @module
 */
import { crc16 } from '@pixkit/emv/crc16'
import { type InspectedTlv, inspectTlv } from '@pixkit/emv/inspect-tlv'
import type { LengthUnit, Tlv } from '@pixkit/emv/tlv'
import { addError, addWarning, type BrCodeIssue, findObject, valueOffset } from './issues.ts'

export interface Frame {
  readonly tree: readonly Tlv[]
  /** Checksum as printed; empty when the code has none. */
  readonly crc: string
  /** Whether the structure is sound, so that an object not found is an object not there. */
  readonly wellFormed: boolean
  /** Where the code ends in the text. */
  readonly end: number
  /** Whether every character is printable ASCII. */
  readonly ascii: boolean
}

/** UTF-8 bytes; EMV advises against more, API Pix admits no more in `pixCopiaECola`. */
export const MAX_CODE_BYTES = 512
/** UTF-16 units; beyond it nothing is read, so that no text can make the reader work for long. */
const MAX_READ_LENGTH = 1024
const OUTER_SPACE = /[\t\n\r\f\v \ufeff]/
const PAYLOAD_FORMAT = '000201'
const NOT_PRINTABLE_ASCII = /[^ -~]/
const CRC_VALUE = /^[\dA-F]{4}$/i
const CRC_AT_END = /^6304[\dA-F]{4}$/i
const CRC_LENGTH = 4
const FALLBACK_UNITS = ['utf8-byte', 'utf16-unit'] as const

/**
 * Reads the frame and reports what is wrong with it.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6.3 and 3.1; EMVCo MPM 1.1, sections 4.2 and 4.7.
 */
export function readFrame(text: string, issues: BrCodeIssue[]): Frame {
  let start = 0
  let end = text.length
  while (start < end && OUTER_SPACE.test(text.charAt(start))) start++
  while (end > start && OUTER_SPACE.test(text.charAt(end - 1))) end--
  const length = end - start
  if (length === 0 || length > MAX_READ_LENGTH) {
    if (length === 0) addError(issues, 'BRCODE_EMPTY', [], start)
    else addError(issues, 'BRCODE_TOO_LONG', [], start + MAX_READ_LENGTH, tooLong(length, MAX_READ_LENGTH))
    return { tree: [], crc: '', wellFormed: false, end, ascii: true }
  }

  const ascii = !NOT_PRINTABLE_ASCII.test(start === 0 && end === text.length ? text : text.slice(start, end))
  if (!text.startsWith(PAYLOAD_FORMAT, start)) addError(issues, 'BRCODE_PAYLOAD_FORMAT', ['00'], start)
  const { tlv, lengthUnit } = readObjects(text, start, end, ascii)
  if (lengthUnit !== undefined) addWarning(issues, 'BRCODE_LENGTH_UNIT', [], start, { unit: lengthUnit })

  const last = tlv.tree.at(-1)
  const closed = last?.id === '63'
  for (const issue of tlv.issues) {
    // What follows the checksum is no broken object: it does not belong to the code at all.
    if (!(closed && issue.path.length === 0)) issues.push(issue)
  }
  const crc = readCrc(text, start, end, tlv, issues)
  const bytes = ascii ? length : new TextEncoder().encode(text.slice(start, end)).length
  if (bytes > MAX_CODE_BYTES) addWarning(issues, 'BRCODE_TOO_LONG', [], start, tooLong(bytes, MAX_CODE_BYTES))
  return { tree: tlv.tree, crc, wellFormed: tlv.issues.length === 0, end, ascii }
}

/** Reads lengths as characters and, only where that fails and the checksum proves the other reading, as bytes or UTF-16 units. */
function readObjects(
  text: string,
  start: number,
  end: number,
  ascii: boolean,
): { tlv: InspectedTlv; lengthUnit?: LengthUnit } {
  const tlv = inspectTlv(text, { start, end })
  if (tlv.issues.length === 0 || ascii) return { tlv }
  for (const lengthUnit of FALLBACK_UNITS) {
    const other = inspectTlv(text, { start, end, lengthUnit })
    if (other.issues.length === 0) {
      const issues: BrCodeIssue[] = []
      readCrc(text, start, end, other, issues)
      if (issues.length === 0) return { tlv: other, lengthUnit }
    }
  }
  return { tlv }
}

function readCrc(text: string, start: number, end: number, tlv: InspectedTlv, issues: BrCodeIssue[]): string {
  const object = findObject(tlv.tree, '63')
  const last = tlv.tree.at(-1)
  if (object === undefined || last === undefined) {
    const tail = text.slice(-CRC_LENGTH * 2 + end, end)
    if (tlv.readTo === end) addError(issues, 'BRCODE_CRC_MISSING', ['63'], end)
    else if (CRC_AT_END.test(tail)) return compareCrc(text, start, end - CRC_LENGTH, end, issues)
    return ''
  }
  const at = valueOffset(object)
  const value = object.value ?? ''
  if (!CRC_VALUE.test(value)) {
    addError(issues, 'BRCODE_CRC_FORMAT', ['63'], at)
    return value
  }
  const after = at + CRC_LENGTH
  if (after < end) addError(issues, 'BRCODE_CRC_NOT_LAST', ['63'], after, { found: end - after })
  return compareCrc(text, start, at, after, issues)
}

function compareCrc(text: string, start: number, at: number, end: number, issues: BrCodeIssue[]): string {
  const found = text.slice(at, end)
  const expected = crc16(text.slice(start, at))
  if (found.toUpperCase() !== expected) addError(issues, 'BRCODE_CRC_MISMATCH', ['63'], at, { expected, found })
  return found
}

function tooLong(found: number, max: number): { found: number; max: number; over: number } {
  return { found, max, over: found - max }
}
