/**
 * From objects to a Pix code: which kind it is, and its fields.
 *
 * @module
 */
import type { TlvTemplate } from '@pixkit/emv/tlv'
import type { ParsedBrCode } from '../types.ts'
import type { Frame } from './frame.ts'
import { addError, addWarning, type BrCodeIssue, findPrimitive } from './issues.ts'
import { findPixTemplates } from './pix-templates.ts'
import { readCharge, readRecurrence, type ReadLocationOptions } from './read-locations.ts'
import { readMerchant } from './read-merchant.ts'
import { readStatic } from './read-static.ts'
import { findTxid, ignoreTxid } from './read-txid.ts'

/** Sub-objects of the payment template that mean something, by kind. */
const SUB_OBJECTS = { static: ['00', '01', '02', '03'], dynamic: ['00', '25'], recurrence: ['00'] }

/**
 * Decides the kind by which of 26-01, 26-25 and 80-25 are there (never by 01, 54 or 62-05) and reads the fields.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6 (static), 2.7 (dynamic), 2.8 (composite).
 */
export function readCode(frame: Frame, issues: BrCodeIssue[], options: ReadLocationOptions): ParsedBrCode | undefined {
  const { payment, recurrence, ambiguous } = findPixTemplates(frame.tree, issues)
  if (payment === undefined && frame.wellFormed) {
    addError(issues, 'BRCODE_NOT_PIX', [], frame.tree[0]?.offset ?? frame.end)
    return undefined
  }
  const merchant = readMerchant(frame, issues)
  const txid = findTxid(frame, issues)
  if (payment === undefined || ambiguous) return undefined

  const chave = findPrimitive(payment.children, '01')
  const location = findPrimitive(payment.children, '25')
  if (chave !== undefined && location !== undefined) {
    addError(issues, 'BRCODE_CHAVE_AND_LOCATION', [payment.id], payment.offset)
    return undefined
  }
  const kind = chave ? 'static' : location ? 'dynamic' : 'recurrence'
  if (kind === 'recurrence' && recurrence === undefined) {
    addError(issues, 'BRCODE_NOTHING_TO_PAY', [payment.id], payment.offset)
    return undefined
  }
  checkSubObjects(payment, SUB_OBJECTS[kind], recurrence !== undefined, issues)
  const rec = recurrence && readRecurrence(recurrence, issues, options)
  const common = { ...merchant, crc: frame.crc, warnings: issues, ...(rec && { locationRec: rec.text }) }

  if (chave !== undefined) return { ...readStatic(payment, chave, txid, frame, issues), ...common }
  const amount = findPrimitive(frame.tree, '54')
  if (amount !== undefined) addWarning(issues, 'BRCODE_FIELD_IGNORED', ['54'], amount.offset)
  ignoreTxid(txid, issues)
  if (location !== undefined) {
    return { ...readCharge(location, [payment.id, '25'], rec, issues, options), ...common }
  }
  return { kind: 'recurrence', locationRec: rec?.text ?? '', ...common }
}

/**
 * Reports sub-objects that Pix does not define, or not for this kind; a saque in a composite code is an error.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.4.3 and 2.8.4.1: no saque in composite codes.
 */
function checkSubObjects(
  template: TlvTemplate,
  used: readonly string[],
  composite: boolean,
  issues: BrCodeIssue[],
): void {
  for (const child of template.children) {
    const path = [template.id, child.id]
    if (composite && child.id === '03') addError(issues, 'BRCODE_FSS_IN_COMPOSITE', path, child.offset)
    else if (!used.includes(child.id)) addWarning(issues, 'BRCODE_FIELD_IGNORED', path, child.offset)
  }
}
