/**
 * Full-rule read: structure, checksum and fields of a dynamic, a static and a composite code.
 *
 * @module
 */
import { deepEqual, equal } from 'node:assert/strict'
import { getPixPayloadInfo } from '@brazilian-utils/brazilian-utils/get-pix-payload-info'
import { parseBrCode } from '@pixkit/brcode'
import { parsePix } from 'pix-utils'
import { COMPOSITE_CODES, DYNAMIC_CODES, STATIC_CODES } from './lib/codes.mjs'
import { compare } from './lib/compare.mjs'

const functions = {
  '@pixkit/brcode parseBrCode': parseBrCode,
  '@brazilian-utils getPixPayloadInfo': getPixPayloadInfo,
  'pix-utils parsePix': parsePix,
}

for (const code of [...DYNAMIC_CODES, ...STATIC_CODES, ...COMPOSITE_CODES]) {
  const read = parseBrCode(code)
  const expected = fieldsOf(read)
  deepEqual(read.warnings, [])
  deepEqual(fieldsOfPixUtils(parsePix(code)), expected)
  // @brazilian-utils reads a composite code as a plain dynamic one: the recurrence is the one field it leaves out.
  deepEqual(fieldsOfBrazilianUtils(getPixPayloadInfo(code)), { ...expected, locationRec: undefined })
}
equal(parseBrCode(COMPOSITE_CODES[0]).locationRec.length, 58)

measure('dynamic', DYNAMIC_CODES)
measure('static', STATIC_CODES)
measure('composite', COMPOSITE_CODES)

function measure(kind, codes) {
  const inputs = Object.fromEntries(Object.keys(functions).map((name) => [name, codes]))
  compare(`${kind} read, ${codes[0].length} characters`, functions, inputs)
}

function fieldsOf(code) {
  return {
    chave: code.chave,
    location: code.location,
    locationRec: code.locationRec,
    infoAdicional: code.infoAdicional,
    merchantName: code.merchantName,
    merchantCity: code.merchantCity,
    amount: code.transactionAmount && Number(code.transactionAmount),
    txid: code.txid,
  }
}

function fieldsOfBrazilianUtils(info) {
  return {
    chave: info.key,
    location: info.url,
    locationRec: undefined,
    infoAdicional: info.description,
    merchantName: info.merchantName,
    merchantCity: info.merchantCity,
    amount: info.amount,
    txid: info.txid,
  }
}

function fieldsOfPixUtils(pix) {
  return {
    chave: pix.pixKey,
    location: pix.url,
    locationRec: pix.urlRec,
    infoAdicional: pix.infoAdicional,
    merchantName: pix.merchantName,
    merchantCity: pix.merchantCity,
    amount: pix.transactionAmount,
    txid: pix.txid,
  }
}
