/** @module The sentences: every code has them, and something provokes every code. */
import { isPixkitError } from '@pixkit/core/error'
import type { Messages } from '@pixkit/core/issue'
import { appendCrc } from '@pixkit/emv/crc16'
import { describe, expect, test } from 'vitest'
import { buildBrCode } from './build-brcode.ts'
import type { BrCodeErrorCode } from './codes.ts'
import { inspectBrCode } from './inspect-brcode.ts'
import { messages as en, remedies as enRemedies } from './messages/en.ts'
import { messages as ptBr, remedies as ptBrRemedies } from './messages/pt-br.ts'
import type { BrCode } from './types.ts'

const KEY = '26330014br.gov.bcb.pix011112345678909'
const CHARGE = '26430014br.gov.bcb.pix2521pix.example.com/cob/1'
const REC = '80430014br.gov.bcb.pix2521pix.example.com/rec/1'
const FIELDS = {
  kind: 'static',
  chave: '12345678909',
  merchantName: 'Fulano de Tal',
  merchantCity: 'BRASILIA',
} as const

/** Twelve characters of 26-04, or twelve bytes and another object: two readers, two codes. */
const AMBIGUOUS =
  '00020126570014br.gov.bcb.pix0119rayane@alvoz.com.br0412最佳运输5204000053039865802BR5901N6001C62070503***6304893B'

/** A code that is right but for what stands in place of a part. */
function codeOf({
  payment = KEY,
  currency = '5303986',
  name = '5901A',
  more = '',
  additional = '62070503***',
} = {}): string {
  return appendCrc(`000201${payment}52040000${currency}5802BR${name}6001B${more}${additional}`)
}

const keyed = (chave: string): string =>
  `26${22 + chave.length}0014br.gov.bcb.pix01${String(chave.length).padStart(2, '0')}${chave}`
const at = (location: string): string => `26${22 + location.length}0014br.gov.bcb.pix25${location.length}${location}`

/** A text for the reader, or fields for the writer, that provoke the code. */
const PROVOCATIONS: Partial<Record<BrCodeErrorCode, string | object>> = {
  BRCODE_AMOUNT_FORMAT: codeOf({ more: '540598,73' }),
  BRCODE_AMOUNT_NOT_CANONICAL: codeOf({ more: '540298' }),
  BRCODE_AMOUNT_ZERO: codeOf({ more: '54040.00' }),
  BRCODE_CHARSET: codeOf({ name: '5904José' }),
  BRCODE_CHAVE_AND_LOCATION: codeOf({ payment: '26430014br.gov.bcb.pix0111123456789092506a.bc/1' }),
  BRCODE_CRC_FORMAT: `${codeOf().slice(0, -4)}ZZZZ`,
  BRCODE_CRC_MISMATCH: codeOf().replace('5901A', '5901B'),
  BRCODE_CRC_MISSING: codeOf().slice(0, -8),
  BRCODE_CRC_NOT_LAST: `${codeOf()}x`,
  BRCODE_CURRENCY: codeOf({ currency: '5303840' }),
  BRCODE_EMPTY: ' \n',
  BRCODE_FIELD_FORMAT: codeOf().replace('5802BR', '5802br'),
  BRCODE_FIELD_IGNORED: codeOf({ payment: CHARGE, more: '540510.00' }),
  BRCODE_FIELD_MISSING: codeOf({ name: '' }),
  BRCODE_FIELD_TOO_LONG: codeOf({ name: `5926${'N'.repeat(26)}` }),
  BRCODE_FIELD_TYPE: { ...FIELDS, transactionAmount: 10 },
  BRCODE_FIELD_UNKNOWN: { ...FIELDS, amount: '10.00' },
  BRCODE_FSS_IN_COMPOSITE: codeOf({ payment: '26450014br.gov.bcb.pix011112345678909030899999008', more: REC }),
  BRCODE_KIND_UNKNOWN: { ...FIELDS, kind: 'estatico' },
  BRCODE_LENGTH_AMBIGUOUS: AMBIGUOUS,
  BRCODE_LENGTH_UNIT: codeOf({ name: '5914José da Silva' }),
  BRCODE_LOCATION_HOST: codeOf({ payment: at('localhost/1') }),
  BRCODE_LOCATION_HOSTS_DIFFER: codeOf({ payment: at('pix.example.org/1'), more: REC }),
  BRCODE_LOCATION_KIND: codeOf({ payment: at('pix.example.com/rec/1') }),
  BRCODE_LOCATION_NOT_CANONICAL: codeOf({ payment: at('PIX.example.com/1') }),
  BRCODE_LOCATION_PATH: codeOf({ payment: at('pix.example.com') }),
  BRCODE_LOCATION_SCHEME: codeOf({ payment: at('https://pix.example.com/1') }),
  BRCODE_NOTHING_TO_PAY: codeOf({ payment: '26180014br.gov.bcb.pix' }),
  BRCODE_NOT_PIX: codeOf({ payment: '26160012BR.COM.OUTRO' }),
  BRCODE_PAYLOAD_FORMAT: `pix:${codeOf()}`,
  BRCODE_PIX_DUPLICATED: codeOf({ payment: KEY + KEY.replace('26', '27') }),
  BRCODE_TOO_LONG: '0'.repeat(1025),
  BRCODE_TXID_CHARSET: codeOf({ additional: '62110507PED-123' }),
  CHAVE_CHECK_DIGITS: codeOf({ payment: keyed('12345678900') }),
  CHAVE_EMAIL_INVALID: codeOf({ payment: keyed('fulano@') }),
  CHAVE_EVP_WITHOUT_HYPHENS: codeOf({ payment: keyed('123e4567e12b12d1a456426655440000') }),
  CHAVE_NOT_NORMALISED: codeOf({ payment: keyed('FULANO@EXAMPLE.COM') }),
  CHAVE_TELEFONE_INVALID: codeOf({ payment: keyed('+0561912345678') }),
  CHAVE_TELEFONE_WITHOUT_COUNTRY: codeOf({ payment: keyed('61912345678') }),
  CHAVE_UNKNOWN: codeOf({ payment: keyed('43214833') }),
  EMV_DUPLICATE_ID: codeOf({ more: '5901C' }),
  EMV_ID_NOT_NUMERIC: codeOf({ more: 'x101C' }),
  EMV_LENGTH_NOT_NUMERIC: codeOf({ more: '610xC' }),
  EMV_LENGTH_OVERRUN: codeOf({ more: '6199C' }),
  EMV_LENGTH_ZERO: codeOf({ more: '6100' }),
  EMV_NOT_UNICODE: codeOf({ name: '5901\ud800' }),
  EMV_OBJECT_TRUNCATED: '00020158',
}

/** Codes of `@pixkit/emv` for its own callers, each with why codes and fields do not come that far. */
const NEVER_ALONE: Partial<Record<BrCodeErrorCode, string>> = {
  EMV_LENGTH_SPLITS_CHARACTER: 'lengths count characters; one that ends in half a character follows EMV_NOT_UNICODE',
  EMV_TEMPLATE_EXPECTED: 'which objects are templates stands in the table of objects',
  EMV_TEMPLATE_UNEXPECTED: 'which objects are templates stands in the table of objects',
  EMV_VALUE_TOO_LONG: 'readers see two digits of length, and fields have their own limits',
}

function codesOf(provocation: string | object): string[] {
  if (typeof provocation === 'string') return inspectBrCode(provocation).issues.map(({ code }) => code)
  try {
    buildBrCode(provocation as BrCode)
  } catch (error) {
    if (isPixkitError(error)) return [error.code]
    throw error
  }
  return []
}

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()

describe('messages', () => {
  const codes = Object.keys(en).sort() as BrCodeErrorCode[]
  const catalogues: [string, Messages<BrCodeErrorCode>][] = [
    ['English remedies', enRemedies],
    ['Portuguese messages', ptBr],
    ['Portuguese remedies', ptBrRemedies],
  ]

  test.each(catalogues)('have the same codes as %s', (_name, catalogue) => {
    expect(Object.keys(catalogue).sort()).toEqual(codes)
  })

  test.each(codes)('say something about %s in both languages, with the same parameters', (code) => {
    for (const catalogue of [en, ptBr, enRemedies, ptBrRemedies]) expect(catalogue[code].trim()).not.toBe('')
    expect(placeholders(ptBr[code])).toEqual(placeholders(en[code]))
    expect(placeholders(ptBrRemedies[code])).toEqual(placeholders(enRemedies[code]))
  })

  test('belong to codes that something provokes, but for those of other callers of the objects', () => {
    expect([...Object.keys(PROVOCATIONS), ...Object.keys(NEVER_ALONE)].sort()).toEqual(codes)
  })

  test.each(Object.entries(PROVOCATIONS))('%s is provoked', (code, provocation) => {
    expect(codesOf(provocation)).toContain(code)
  })
})
