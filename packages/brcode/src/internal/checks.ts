/**
 * The checks of single fields that are more than a format.
 *
 * @module
 */
import { inspectChave } from '@pixkit/core/inspect-chave'
import { isIspb } from '@pixkit/core/ispb'
import { readLocation } from './read-location.ts'
import type { Check } from './judge.ts'
import { type Place, refuse, warn } from './place.ts'

export const TXID_MAX = 25
const NOT_ALPHANUMERIC = /[^a-zA-Z0-9]/
const READABLE_AMOUNT = /^(?=.{1,13}$)0*(\d+)(?:\.(\d{0,2}))?$/
const ZERO = '0.00'
const CANONICAL_AMOUNT = /^(?:0|[1-9]\d{0,9})\.\d\d$/

/**
 * Amount into reais with two decimals: an integer counts whole reais, zero counts as no amount.
 *
 * @see EMVCo MPM 1.1 (second-hand), object 54: digits and at most one dot, not zero. Manual de Padrões para Iniciação do Pix 2.10.0,
 *   revision history 2.2.1: that the amount may be "0" was an error.
 */
export const checkAmount: Check = (value, place) => {
  if (CANONICAL_AMOUNT.test(value) && value !== ZERO) return value
  const [match, reais, decimals = ''] = READABLE_AMOUNT.exec(value) ?? []
  const expected = `${reais}.${decimals.padEnd(2, '0')}`
  if (match === undefined) refuse(place, 'BRCODE_AMOUNT_FORMAT')
  else if (expected === ZERO) warn(place, 'BRCODE_AMOUNT_ZERO')
  else {
    // More digits than an amount can have are a number that was put in the wrong place: it may be a document.
    const isAmount = CANONICAL_AMOUNT.test(expected)
    warn(place, 'BRCODE_AMOUNT_NOT_CANONICAL', isAmount ? { expected, found: value } : { expected: '…', found: '…' })
    return expected
  }
  return undefined
}

/**
 * Key, normalised. Readers live with wrong check digits, which the manual's own examples have.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.1.
 */
export const checkChave: Check = (value, context) => {
  const { tipo, valor, issue } = inspectChave(value)
  if (tipo) context.code.chaveTipo = tipo
  if (issue) warn(context, issue.code, issue.params)
  return valor
}

/**
 * ISPB of the saque facilitator, which no composite code may have.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6.1, 2.4.3 and 2.8.4.1; API Pix 2.9.0,
 *   `prestadorDoServicoDeSaque`. A malformed one still makes a saque, with a warning: our choice.
 */
export const checkFss: Check = (value, context) => {
  const { kind } = context.code
  if (context.composite) refuse(context, 'BRCODE_FSS_IN_COMPOSITE')
  else if (kind === 'dynamic') warn(context, 'BRCODE_FIELD_IGNORED')
  if (kind !== 'static') return undefined
  if (!isIspb(value)) warn(context, 'BRCODE_FIELD_FORMAT', { expected: 'ISPB' })
  return value
}

/**
 * Txid of a static code, which the payer's bank passes on unchanged.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.6.2 and annex V, section 2.1.
 */
export const checkTxid: Check = (value, place) => {
  if (NOT_ALPHANUMERIC.test(value.slice(0, TXID_MAX))) warn(place, 'BRCODE_TXID_CHARSET')
  return value
}

/**
 * Location, and that its path fits: only recurrences have `/rec/` before the token.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.2.
 */
export const checkLocation: Check = (value, context, { field }) => {
  const read = readLocation(value)
  if ('code' in read) {
    refuse({ ...context, offset: context.offset && context.offset + read.offset }, read.code, read.params)
    return value
  }
  if (!read.canonical) warn(context, 'BRCODE_LOCATION_NOT_CANONICAL')
  if ((read.kind === 'rec') !== (field === 'locationRec')) warn(context, 'BRCODE_LOCATION_KIND')
  if (field === 'location') context.code.locationKind = read.kind === 'cobv' ? 'cobv' : 'cob'
  return value
}

/**
 * Refuses a charge and a recurrence on different hosts.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.8.3.
 */
export function checkHosts(location: string, locationRec: string, place: Place): void {
  if (locationRec.startsWith(location.slice(0, location.indexOf('/') + 1))) return
  const charge = readLocation(location)
  const rec = readLocation(locationRec)
  if ('host' in charge && 'host' in rec && charge.host !== rec.host) refuse(place, 'BRCODE_LOCATION_HOSTS_DIFFER')
}
