/**
 * The fields of a static code, as the strict writer emits them.
 *
 * @module
 */
import { inspectChave } from '@pixkit/core/chave'
import { isIspb } from '@pixkit/core/ispb'
import { isTxidEstatico } from '@pixkit/core/txid'
import type { TlvInput } from '@pixkit/emv/tlv'
import type { StaticBrCode } from '../types.ts'
import { MAX_LENGTH } from './check-text.ts'
import { failure, tooLong } from './failure.ts'
import { GUI_OBJECT } from './pix-templates.ts'
import { type TextOptions, writeText } from './write-text.ts'

const AMOUNT = /^(?:0|[1-9]\d{0,9})\.\d{2}$/
const NO_AMOUNT = '0.00'
/** 99 characters of a template, less the GUI (18) and the header of the key (4). */
const ROOM = 77
const HEADER_LENGTH = 4
const FSS_LENGTH = 12

/**
 * Writes the template: key, additional information and fss share 99 characters.
 *
 * @throws {PixkitError} `CHAVE_…`, `BRCODE_FIELD_FORMAT` (fss), `BRCODE_FSS_IN_COMPOSITE`, `BRCODE_FIELD_TOO_LONG` with the
 *   field to shorten.
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.6.1.
 */
export function writeStaticTemplate(code: StaticBrCode, options: TextOptions): TlvInput[] {
  const { chave, infoAdicional, fss } = code
  const { valor, issue } = inspectChave(chave)
  if (issue?.severity === 'error') throw failure(issue.code, 'chave', issue.params)

  const objects: TlvInput[] = [GUI_OBJECT, { id: '01', value: valor }]
  const room = fss === undefined ? ROOM : ROOM - FSS_LENGTH
  if (valor.length > room) throw tooLong('chave', valor.length, room)
  if (infoAdicional !== undefined) {
    const max = Math.max(0, room - valor.length - HEADER_LENGTH)
    objects.push({ id: '02', value: writeText('infoAdicional', infoAdicional, max, options) })
  }
  if (fss !== undefined) {
    if (!isIspb(fss)) throw failure('BRCODE_FIELD_FORMAT', 'fss', { expected: 'ISPB' })
    if (code.locationRec !== undefined) throw failure('BRCODE_FSS_IN_COMPOSITE', 'fss')
    objects.push({ id: '03', value: fss })
  }
  return objects
}

/**
 * Checks the amount: one to ten digits of reais without leading zeros, a dot, two decimals, more than zero.
 *
 * @see EMVCo MPM 1.1, object 54; API Pix 2.9.0, `\d{1,10}\.\d{2}`.
 */
export function writeAmount(amount: string): string {
  if (!AMOUNT.test(amount)) throw failure('BRCODE_AMOUNT_FORMAT', 'transactionAmount')
  if (amount === NO_AMOUNT) throw failure('BRCODE_AMOUNT_ZERO', 'transactionAmount')
  return amount
}

/**
 * Checks the txid: 1 to 25 letters and digits.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.6.2.
 */
export function writeTxid(txid: string): string {
  if (txid.length > MAX_LENGTH.txid) throw tooLong('txid', txid.length, MAX_LENGTH.txid)
  if (!isTxidEstatico(txid)) throw failure('BRCODE_TXID_CHARSET', 'txid')
  return txid
}
