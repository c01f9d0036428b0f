/**
 * The codes that the comparisons use: invented, the same on every run, sixteen of each kind with equal lengths.
 *
 * @module
 */
import { equal } from 'node:assert/strict'
import { buildBrCode } from '@pixkit/brcode'

const COUNT = 16
const MERCHANT = { merchantName: 'FULANO DE TAL', merchantCity: 'BRASILIA' }

/** What a static code says. */
export const STATIC = list((n) => ({
  chave: `123e4567-e12b-12d1-a456-4266554400${hex(n)}`,
  ...MERCHANT,
  transactionAmount: '10.00',
  txid: `PEDIDO00${hex(n)}`,
  infoAdicional: `Pedido ${hex(n)}`,
}))

export const STATIC_CODES = flat(STATIC.map((fields) => buildBrCode({ kind: 'static', ...fields })))

/** Exactly 167 characters, with object 01. */
export const DYNAMIC_CODES = flat(
  list((n) =>
    buildBrCode({
      kind: 'dynamic',
      location: `pix.example.com/qr/v2/cobv/9d36b84fc70b478fb95c12729b90ca${hex(n)}`,
      ...MERCHANT,
      merchantName: 'MARIA DA SILVA',
      pointOfInitiationMethod: '12',
    }),
  ),
)

/** A charge and a recurrence in one code. */
export const COMPOSITE_CODES = flat(
  list((n) =>
    buildBrCode({
      kind: 'dynamic',
      location: `pix.example.com/qr/v2/9d36b84fc70b478fb95c12729b90ca${hex(n)}`,
      locationRec: `pix.example.com/qr/v2/rec/2353c790eefb11eaadc10242ac1200${hex(n)}`,
      ...MERCHANT,
    }),
  ),
)

for (const code of DYNAMIC_CODES) equal(code.length, 167)

function list(make) {
  return Array.from({ length: COUNT }, (_, n) => make(n))
}

function hex(n) {
  return n.toString(16).padStart(2, '0')
}

/** Copies as flat strings, as they come from a scanner: a concatenation would be flattened by the first reader only. */
function flat(codes) {
  return codes.map((code) => Buffer.from(code).toString())
}
