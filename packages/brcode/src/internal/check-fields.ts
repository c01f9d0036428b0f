/**
 * The door of the writer: which fields each kind takes.
 *
 * @module
 */
import type { BrCode } from '../types.ts'
import { failure } from './failure.ts'

const MERCHANT = [
  'kind',
  'merchantName',
  'merchantCity',
  'postalCode',
  'merchantCategoryCode',
  'pointOfInitiationMethod',
]
const FIELDS: Readonly<Record<BrCode['kind'], readonly string[]>> = {
  static: [...MERCHANT, 'chave', 'infoAdicional', 'fss', 'transactionAmount', 'txid', 'locationRec'],
  dynamic: [...MERCHANT, 'location', 'locationRec'],
  recurrence: [...MERCHANT, 'locationRec'],
}
const REQUIRED = { static: 'chave', dynamic: 'location', recurrence: 'locationRec' }
/** What the reader adds and the writer has no use for, so that a parsed code can be written again. */
const READER_FIELDS = ['warnings', 'crc', 'chaveTipo', 'locationKind']

/**
 * Refuses an unknown kind, the lack of what makes the kind, a field that the kind does not have (a misspelt amount must not vanish), and a field that is no
 * string.
 */
export function checkFields(code: BrCode): void {
  if (typeof code !== 'object' || code === null) throw new TypeError('"code" must be an object')
  if (!Object.hasOwn(FIELDS, code.kind)) throw failure('BRCODE_KIND_UNKNOWN', 'kind')
  const fields = FIELDS[code.kind]
  for (const [field, value] of Object.entries(code)) {
    if (value === undefined || READER_FIELDS.includes(field)) continue
    if (!fields.includes(field)) throw failure('BRCODE_FIELD_NOT_ALLOWED', field, { kind: code.kind })
    if (typeof value !== 'string') throw failure('BRCODE_FIELD_TYPE', field)
  }
  const required = REQUIRED[code.kind]
  if (!(code as unknown as Record<string, unknown>)[required]) throw failure('BRCODE_FIELD_MISSING', required)
}
