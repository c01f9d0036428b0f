/**
 * Object 54 of a static code.
 *
 * @module
 */
import type { TlvPrimitive } from '@pixkit/emv/tlv'
import { addError, addWarning, type BrCodeIssue, valueOffset } from './issues.ts'

const AMOUNT_PATH = ['54'] as const
const CANONICAL = /^(?:0|[1-9]\d{0,9})\.\d{2}$/
const READABLE = /^(?=.{1,13}$)(\d+)(?:\.(\d{0,2}))?$/
const ONLY_ZEROS = /^[0.]+$/

/**
 * Reads the amount into reais with two decimals; an integer counts whole reais, zero counts as no amount.
 *
 * @see EMVCo MPM 1.1, object 54: digits and at most one dot, not zero. Manual de Padrões para Iniciação do Pix 2.10.0,
 *   revision history 2.2.1: that the amount may be "0" was an error.
 */
export function readAmount(object: TlvPrimitive | undefined, issues: BrCodeIssue[]): string | undefined {
  if (object === undefined) return undefined
  const { value } = object
  const match = READABLE.exec(value)
  if (match === null) {
    addError(issues, 'BRCODE_AMOUNT_FORMAT', AMOUNT_PATH, valueOffset(object))
    return undefined
  }
  if (ONLY_ZEROS.test(value)) {
    addWarning(issues, 'BRCODE_AMOUNT_ZERO', AMOUNT_PATH, valueOffset(object))
    return undefined
  }
  if (CANONICAL.test(value)) return value
  const amount = `${(match[1] as string).replace(/^0+(?=\d)/, '')}.${(match[2] ?? '').padEnd(2, '0')}`
  addWarning(issues, 'BRCODE_AMOUNT_NOT_CANONICAL', AMOUNT_PATH, valueOffset(object), { expected: amount, found: value })
  return amount
}
