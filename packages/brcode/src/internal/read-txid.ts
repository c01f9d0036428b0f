/**
 * Object 62-05, the reference label that Pix uses as txid of static codes.
 *
 * @module
 */
import { isTxidEstatico } from '@pixkit/core/txid'
import type { TlvPrimitive } from '@pixkit/emv/tlv'
import { MAX_LENGTH } from './check-text.ts'
import type { Frame } from './frame.ts'
import { addWarning, type BrCodeIssue, findObject, findPrimitive, valueOffset } from './issues.ts'

/** What 62-05 holds when the code gives no txid. */
export const NO_TXID = '***'
const PATH = ['62', '05'] as const

/**
 * Finds 62-05 and warns when the code lacks it or when it is over its length, which is wrong for every kind.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.6 (always present) and 2.6.2 (length).
 */
export function findTxid(frame: Frame, issues: BrCodeIssue[]): TlvPrimitive | undefined {
  const template = findObject(frame.tree, '62')
  const object = template?.children && findPrimitive(template.children, '05')
  if (object === undefined) {
    if (frame.wellFormed) addWarning(issues, 'BRCODE_FIELD_MISSING', template ? PATH : ['62'], frame.end)
    return undefined
  }
  const found = frame.ascii ? object.value.length : [...object.value].length
  if (found > MAX_LENGTH.txid) {
    const params = { found, max: MAX_LENGTH.txid, over: found - MAX_LENGTH.txid }
    addWarning(issues, 'BRCODE_FIELD_TOO_LONG', PATH, valueOffset(object), params)
  }
  return object
}

/**
 * Reads the txid of a static code; warns of characters other than letters and digits.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.6.2 and annex V, section 2.1: passed on unchanged.
 */
export function readTxid(object: TlvPrimitive | undefined, issues: BrCodeIssue[]): string | undefined {
  if (object === undefined || object.value === NO_TXID) return undefined
  const excerpt = object.value.slice(0, MAX_LENGTH.txid)
  if (!isTxidEstatico(excerpt)) addWarning(issues, 'BRCODE_TXID_CHARSET', PATH, valueOffset(object))
  return object.value
}

/**
 * Warns that a txid where the charge has its own is not read.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7 and annex V, section 2.2.
 */
export function ignoreTxid(object: TlvPrimitive | undefined, issues: BrCodeIssue[]): void {
  if (object !== undefined && object.value !== NO_TXID) {
    addWarning(issues, 'BRCODE_FIELD_IGNORED', PATH, object.offset)
  }
}
