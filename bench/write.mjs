/**
 * Full-check write of a static code: random key, name, city, amount, txid, additional information.
 *
 * @module
 */
import { equal, notEqual } from 'node:assert/strict'
import { generatePixPayload } from '@brazilian-utils/brazilian-utils/generate-pix-payload'
import { buildBrCode } from '@pixkit/brcode'
import { createStaticPix } from 'pix-utils'
import { STATIC } from './lib/codes.mjs'
import { compare } from './lib/compare.mjs'

const functions = {
  '@pixkit/brcode buildBrCode': buildBrCode,
  '@brazilian-utils generatePixPayload': generatePixPayload,
  'pix-utils createStaticPix': (fields) => createStaticPix(fields).toBRCode(),
}
const [pixkit, brazilianUtils, pixUtils] = Object.values(functions)

// Capitals without accents: the three write the same bytes.
const plain = inputsOf(STATIC)
for (const [n] of STATIC.entries()) {
  const [ours, theirs, others] = Object.values(plain).map((list) => list[n])
  equal(brazilianUtils(theirs), pixkit(ours))
  equal(pixUtils(others), pixkit(ours))
}
compare(`static write, ${pixkit(plain['@pixkit/brcode buildBrCode'][0]).length} characters`, functions, plain)

// Accents and small letters: pix-utils turns name and city into capitals, which the norm does not ask for, so that its
// bytes differ in objects 59 and 60 and in the checksum, and in nothing else.
const accented = inputsOf(
  STATIC.map((fields) => ({ ...fields, merchantName: 'Padaria São João', merchantCity: 'Brasília' })),
)
for (const [n] of STATIC.entries()) {
  const [ours, theirs, others] = Object.values(accented).map((list) => list[n])
  equal(brazilianUtils(theirs), pixkit(ours))
  notEqual(pixUtils(others), pixkit(ours))
  equal(pixUtils(others), pixkit({ ...ours, merchantName: 'PADARIA SAO JOAO', merchantCity: 'BRASILIA' }))
}
compare('static write, accents to fold', functions, accented)

/** The same fields under the names that each library gives them. */
function inputsOf(list) {
  return {
    '@pixkit/brcode buildBrCode': list.map((fields) => ({ kind: 'static', ...fields })),
    '@brazilian-utils generatePixPayload': list.map((fields) => ({
      key: fields.chave,
      merchantName: fields.merchantName,
      merchantCity: fields.merchantCity,
      amount: Number(fields.transactionAmount),
      txid: fields.txid,
      description: fields.infoAdicional,
    })),
    'pix-utils createStaticPix': list.map((fields) => ({
      pixKey: fields.chave,
      merchantName: fields.merchantName,
      merchantCity: fields.merchantCity,
      transactionAmount: Number(fields.transactionAmount),
      txid: fields.txid,
      infoAdicional: fields.infoAdicional,
    })),
  }
}
