/**
 * From a list of attributes to a distinguished name.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import { ia5String, oid, printableString, sequence, setOf, utf8String } from '../der/write-der.ts'
import { failure } from '../failure.ts'
import { isPlain } from '../text.ts'
import type { Name } from '../x509/certificate.ts'
import { type AttributeType, attributeNames, findAttributeType } from './attribute-types.ts'

/** One attribute of the name to be written. */
export interface SubjectAttribute {
  /** Short name, long name or dotted identifier, as openssl writes them: `CN`, `jurisdictionCountryName`, `2.5.4.3`. */
  readonly type: string
  readonly value: string
}

/** A distinguished name, in order; every attribute becomes a relative name of its own. */
export type Subject = readonly SubjectAttribute[]

const MAX_ATTRIBUTES = 100
/** @see ITU-T X.680 (02/2021), section 41.4, table 10 */
const PRINTABLE = /^[A-Za-z0-9 '()+,\-./:=?]*$/
const PRINTABLE_EXPECTED = "[A-Za-z0-9 '()+,./:=?-]"
const PLAIN = 'UTF-8, \\P{Cc}'
const COUNTRY = /^[A-Z]{2}$/
const VISIBLE_ASCII = /^[ -~]*$/

/**
 * Writes a Name.
 *
 * PrintableString for countries, serialNumber, dnQualifier and telephoneNumber, IA5String for emailAddress and DC, UTF8String for the
 * rest: with one exception the types of openssl, so that a bank sees what it sees in requests made by hand. The exception is
 * telephoneNumber, which X.520 wants as PrintableString and openssl writes as UTF8String.
 *
 * @throws {TypeError} It is no list of attributes.
 * @throws {PixkitError} `CERTS_SUBJECT_INVALID`, with the path of what is wrong and no value.
 *
 * @see RFC 5280, section 4.1.2.4 and appendix A.1; ITU-T X.520 (10/2019), section 6.7.1 (telephoneNumber)
 */
export function encodeSubject(subject: Subject): Uint8Array {
  if (!Array.isArray(subject)) throw new TypeError('"subject" must be an array of { type, value }')
  if (subject.length === 0 || subject.length > MAX_ATTRIBUTES) throw invalidSubject(['subject'], `1…${MAX_ATTRIBUTES}`)
  return sequence(...(subject as Subject).map((attribute, index) => encodeAttribute(attribute, index)))
}

/** @param expected - In no language: a range, words, a pattern. */
export function invalidSubject(path: Path, expected: string): PixkitError<'CERTS_SUBJECT_INVALID'> {
  return failure('CERTS_SUBJECT_INVALID', { expected }, path)
}

/**
 * Checks the subject of a request as that of options: the same values, whatever their string types. There may be none.
 *
 * @throws {PixkitError} `CERTS_SUBJECT_INVALID`.
 */
export function assertRequestedSubject({ rdns }: Name): void {
  const path = ['request', 'subject']
  if (rdns.flat().length > MAX_ATTRIBUTES) throw invalidSubject(path, `0…${MAX_ATTRIBUTES}`)
  for (const [index, { oid: type, value }] of rdns.flat().entries()) {
    const known = findAttributeType(type)
    if (known === undefined) throw invalidSubject([...path, index, 'type'], attributeNames())
    const expected = defectOf(value, known)
    if (expected !== undefined) throw invalidSubject([...path, index, 'value'], expected)
  }
}

/** Checks that a name holds nothing but characters. @throws {PixkitError} `CERTS_SUBJECT_INVALID`. */
export function assertNamePlain({ rdns }: Name, path: Path): void {
  if (!rdns.flat().every(({ value }) => isPlain(value))) throw invalidSubject(path, PLAIN)
}

function encodeAttribute(attribute: SubjectAttribute, index: number): Uint8Array {
  const { type, value } = Object(attribute) as Partial<SubjectAttribute>
  if (typeof type !== 'string' || typeof value !== 'string') {
    throw new TypeError(`"subject[${index}]" must be { type, value }, both strings`)
  }
  const known = findAttributeType(type)
  if (known === undefined) throw invalidSubject(['subject', index, 'type'], attributeNames())
  const expected = defectOf(value, known)
  if (expected !== undefined) throw invalidSubject(['subject', index, 'value'], expected)
  return setOf(sequence(oid(known.oid), stringOf(value, known)))
}

/** What the value should have been; `undefined` when it is that. */
function defectOf(value: string, { max, string }: AttributeType): string | undefined {
  // ISO 3166 in capitals; openssl only counts.
  if (string === 'country') return COUNTRY.test(value) ? undefined : '[A-Z]{2}'
  if (string === 'printable' && !PRINTABLE.test(value)) return PRINTABLE_EXPECTED
  if (string === 'ia5' && !VISIBLE_ASCII.test(value)) return 'ASCII'
  if (!isPlain(value)) return PLAIN
  const characters = Array.from(value).length
  return characters < 1 || characters > max ? `1…${max}` : undefined
}

function stringOf(value: string, { string }: AttributeType): Uint8Array {
  if (string === 'utf8') return utf8String(value)
  return string === 'ia5' ? ia5String(value) : printableString(value)
}
