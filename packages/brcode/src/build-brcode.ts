/**
 * Writes Pix codes.
 *
 * @module
 */
import { buildTlv } from '@pixkit/emv/build-tlv'
import { appendCrc } from '@pixkit/emv/crc16'
import type { TlvInput } from '@pixkit/emv/tlv'
import { checkFields } from './internal/check-fields.ts'
import { MAX_LENGTH } from './internal/check-text.ts'
import { failure } from './internal/failure.ts'
import { MAX_CODE_BYTES } from './internal/frame.ts'
import { GUI_OBJECT } from './internal/pix-templates.ts'
import { BRL, CATEGORY, CATEGORY_RANGE, COUNTRY, NO_CATEGORY } from './internal/read-merchant.ts'
import { NO_TXID } from './internal/read-txid.ts'
import { checkLocations } from './internal/write-locations.ts'
import { writeAmount, writeStaticTemplate, writeTxid } from './internal/write-static.ts'
import { assertTextProfile, type TextOptions, type TextProfile, writeText } from './internal/write-text.ts'
import type { BrCode } from './types.ts'

export type { TextProfile } from './internal/write-text.ts'

export interface BuildBrCodeOptions {
  /** Alphabet of name, city, postal code and additional information; `'ascii'` by default. */
  readonly profile?: TextProfile | undefined
  /** Cuts `merchantName` and `merchantCity` to 25 and 15 characters instead of refusing longer ones; `false` by default. */
  readonly shorten?: boolean | undefined
}

/**
 * Writes a Pix code, in the order and letters that every bank reads, or refuses with the field at fault.
 *
 * Folds accents (see `profile`); changes nothing else, except that keys are normalised as DICT stores them. Does not ask
 * DICT whether the key exists. `buildBrCode(parseBrCode(text))` gives back every code written by the rules.
 *
 * @param code - What the code is to say; fields that the kind does not have are refused.
 * @returns The code, at most 512 bytes: the text of the QR symbol and of *copia e cola*.
 * @throws {PixkitError} `BRCODE_KIND_UNKNOWN`, `BRCODE_FIELD_MISSING`, `BRCODE_FIELD_NOT_ALLOWED`, `BRCODE_FIELD_TYPE`,
 *   `BRCODE_FIELD_TOO_LONG` (by how much in `params.over`), `BRCODE_FIELD_FORMAT`, `BRCODE_AMOUNT_FORMAT`,
 *   `BRCODE_AMOUNT_ZERO`, `BRCODE_TXID_CHARSET`, `BRCODE_FSS_IN_COMPOSITE`, `BRCODE_LOCATION_…`, `BRCODE_TOO_LONG`,
 *   `CHAVE_…`, `EMV_NOT_UNICODE`; `path` names the field.
 * @throws {TypeError} `code` is not an object, or `profile` is not one of the three.
 *
 * @example
 * ```ts
 * import { buildBrCode } from '@pixkit/brcode'
 *
 * buildBrCode({
 *   kind: 'static',
 *   chave: '123e4567-e12b-12d1-a456-426655440000',
 *   merchantName: 'Fulano de Tal',
 *   merchantCity: 'BRASÍLIA',
 * }) // '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5 to 2.8; EMVCo MPM 1.1, section 4.
 */
export function buildBrCode(code: BrCode, options: BuildBrCodeOptions = {}): string {
  checkFields(code)
  const { profile = 'ascii', shorten = false } = options
  assertTextProfile(profile)
  const text = appendCrc(buildTlv(objectsOf(code, { profile, shorten })))
  const bytes = profile === 'utf8' ? new TextEncoder().encode(text).length : text.length
  if (bytes > MAX_CODE_BYTES) {
    const field = code.kind === 'static' && code.infoAdicional !== undefined ? 'infoAdicional' : 'merchantName'
    throw failure('BRCODE_TOO_LONG', field, { found: bytes, max: MAX_CODE_BYTES, over: bytes - MAX_CODE_BYTES })
  }
  return text
}

/** The objects in the writer's order. */
function objectsOf(code: BrCode, options: TextOptions): TlvInput[] {
  const { locationRec, pointOfInitiationMethod, postalCode } = code
  const fixed = { ...options, shorten: false }
  const amount = code.kind === 'static' ? code.transactionAmount : undefined
  const txid = code.kind === 'static' ? code.txid : undefined
  checkLocations(code.kind === 'dynamic' ? code.location : undefined, locationRec)

  const objects: TlvInput[] = [{ id: '00', value: '01' }]
  if (pointOfInitiationMethod !== undefined) objects.push({ id: '01', value: initiation(pointOfInitiationMethod) })
  objects.push(
    { id: '26', children: paymentTemplate(code, fixed) },
    { id: '52', value: category(code.merchantCategoryCode ?? NO_CATEGORY) },
    { id: '53', value: BRL },
  )
  if (amount !== undefined) objects.push({ id: '54', value: writeAmount(amount) })
  objects.push(
    { id: '58', value: COUNTRY },
    { id: '59', value: writeText('merchantName', code.merchantName, MAX_LENGTH.merchantName, options) },
    { id: '60', value: writeText('merchantCity', code.merchantCity, MAX_LENGTH.merchantCity, options) },
  )
  if (postalCode !== undefined) {
    objects.push({ id: '61', value: writeText('postalCode', postalCode, MAX_LENGTH.postalCode, fixed) })
  }
  objects.push({ id: '62', children: [{ id: '05', value: txid === undefined ? NO_TXID : writeTxid(txid) }] })
  if (locationRec !== undefined) objects.push({ id: '80', children: [GUI_OBJECT, { id: '25', value: locationRec }] })
  return objects
}

function paymentTemplate(code: BrCode, options: TextOptions): TlvInput[] {
  if (code.kind === 'static') return writeStaticTemplate(code, options)
  return code.kind === 'dynamic' ? [GUI_OBJECT, { id: '25', value: code.location }] : [GUI_OBJECT]
}

function initiation(method: string): string {
  if (method === '11' || method === '12') return method
  throw failure('BRCODE_FIELD_FORMAT', 'pointOfInitiationMethod', { expected: '11, 12' })
}

function category(code: string): string {
  if (CATEGORY.test(code)) return code
  throw failure('BRCODE_FIELD_FORMAT', 'merchantCategoryCode', { expected: CATEGORY_RANGE })
}
