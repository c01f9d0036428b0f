/**
 * How the attributes of a name are written: string types, lengths.
 *
 * @module
 */
import { attributeOid } from '../x509/oids.ts'

export interface AttributeType {
  readonly oid: string
  readonly string: 'country' | 'printable' | 'ia5' | 'utf8'
  /** Characters. */
  readonly max: number
}

type Rule = Omit<AttributeType, 'oid'>

/** ub-name, the largest bound of RFC 5280, appendix A.1; where a norm sets none, as good as any. */
const UB_NAME = 32_768

/**
 * What is not a UTF8String of any length.
 *
 * @see RFC 5280, appendix A.1: upper bounds
 * @see ITU-T X.520, annex C: street, postalCode, businessCategory, description, telephoneNumber
 * @see RFC 1034, section 3.1: a label of a domain (DC) has at most 63 octets
 * @see RFC 1274: ub-user-identifier (UID)
 * @see EV Guidelines of the CA/Browser Forum 2.0, section 7.1.4.2: jurisdiction, with the bounds of country, locality and state
 */
const RULES: Readonly<Record<string, Rule>> = {
  C: { string: 'country', max: 2 },
  CN: { string: 'utf8', max: 64 },
  DC: { string: 'ia5', max: 63 },
  L: { string: 'utf8', max: 128 },
  O: { string: 'utf8', max: 64 },
  OU: { string: 'utf8', max: 64 },
  ST: { string: 'utf8', max: 128 },
  UID: { string: 'utf8', max: 256 },
  businessCategory: { string: 'utf8', max: 128 },
  description: { string: 'utf8', max: 1024 },
  dnQualifier: { string: 'printable', max: UB_NAME },
  emailAddress: { string: 'ia5', max: 255 },
  jurisdictionC: { string: 'country', max: 2 },
  jurisdictionL: { string: 'utf8', max: 128 },
  jurisdictionST: { string: 'utf8', max: 128 },
  postalCode: { string: 'utf8', max: 40 },
  pseudonym: { string: 'utf8', max: 128 },
  serialNumber: { string: 'printable', max: 64 },
  street: { string: 'utf8', max: 128 },
  telephoneNumber: { string: 'printable', max: 32 },
  title: { string: 'utf8', max: 64 },
}

const OTHER: Rule = { string: 'utf8', max: UB_NAME }

/** First arc 0 to 2, second below 40 under 0 and 1, no leading zeros; twelve arcs of ten digits fit what the reader takes. */
const OID = /^(?:[01]\.(?:[0-9]|[1-3][0-9])|2\.(?:0|[1-9][0-9]{0,9}))(?:\.(?:0|[1-9][0-9]{0,9})){1,10}$/

/**
 * Finds the rule of an attribute.
 *
 * @param type - Short name, long name or dotted identifier.
 * @returns `undefined` when nobody knows it.
 */
export function findAttributeType(type: string): AttributeType | undefined {
  const oid = attributeOid(type)
  if (oid === undefined || !OID.test(oid)) return undefined
  const [, rule = OTHER] = Object.entries(RULES).find(([name]) => attributeOid(name) === oid) ?? []
  return { oid, ...rule }
}

/** Some names that are known, for the error of one that is not. */
export function attributeNames(): string {
  return `${Object.keys(RULES).join(', ')}, 2.5.4.3`
}
