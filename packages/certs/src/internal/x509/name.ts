/**
 * Distinguished names: reads them, shows them, compares them.
 *
 * @module
 */
import { type DerNode, fieldsOf, readFirstDer, TAG } from '../der/read-der.ts'
import { readOid, readText, toHex } from '../der/values.ts'
import { x509Failure } from './failure.ts'
import type { Name, NameAttribute } from './certificate.ts'
import { lowerAscii } from './lower-ascii.ts'
import { attributeOid, attributeType } from './oids.ts'

/**
 * Reads a Name.
 *
 * @see RFC 5280, section 4.1.2.4
 */
export function readName(node: DerNode): Name {
  const attributes = attributeNodes(node)
  const rdns = attributes.map((rdn) =>
    rdn.map(({ oid, value }): NameAttribute => ({
      oid,
      type: attributeType(oid),
      value: readText(value) ?? hexOf(value),
    })),
  )
  const text = attributes.map((rdn) => rdn.map(attributeText).join('+')).join(', ')
  return { rdns, text, der: node.bytes }
}

/**
 * Finds the value of an attribute in a name.
 *
 * @param name - `subject` or `issuer` of a certificate, `subject` of a request.
 * @param type - Short name as openssl writes it (`CN`, `serialNumber`), or long name (`commonName`), both in any case; or
 *   dotted identifier (`2.5.4.3`).
 * @returns The first value in the order of the file; `undefined` when there is none or the type is unknown. A value that is no
 *   string comes as `#` and the hexadecimal digits of its DER, and so does a text of just these characters: only `text` of the
 *   name tells them apart.
 * @throws {TypeError} `type` is not a string.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { findAttribute } from '@pixkit/certs/x509'
 *
 * const subject = [
 *   { type: 'O', value: 'Padaria' },
 *   { type: 'CN', value: 'Raiz da Padaria' },
 * ]
 * const { certificate } = await createCa({ subject })
 * findAttribute(certificate.subject, 'CN') // 'Raiz da Padaria'
 * findAttribute(certificate.subject, 'organizationName') // 'Padaria'
 * findAttribute(certificate.subject, '2.5.4.11') // undefined
 * ```
 *
 * @see RFC 4519, section 2 (attributes); RFC 4514, section 2.4 (values)
 */
export function findAttribute(name: Name, type: string): string | undefined {
  if (typeof type !== 'string') throw new TypeError(`"type" must be a string, got ${typeof type}`)
  const oid = attributeOid(type)
  return name.rdns.flat().find((attribute) => attribute.oid === oid)?.value
}

/**
 * Tells whether two names are the same, whatever their case, white space and string types.
 *
 * So `namesEqual(certificate.subject, certificate.issuer)` says whether a certificate names itself as its issuer. Folds as
 * openssl does: ASCII letters only, and no Unicode normalization, which RFC 5280 would have. The order of relative names
 * counts, that of the attributes in one of them does not.
 *
 * @param left - `subject` or `issuer` of a certificate.
 * @param right - Another.
 *
 * @example
 * ```ts
 * import { createCa, createClientIdentity } from '@pixkit/certs'
 * import { namesEqual } from '@pixkit/certs/x509'
 *
 * const ca = await createCa()
 * const { certificate } = await createClientIdentity(ca)
 * namesEqual(certificate.issuer, ca.certificate.subject) // true
 * namesEqual(certificate.issuer, certificate.subject) // false
 * ```
 *
 * @see RFC 5280, section 7.1
 */
export function namesEqual(left: Name, right: Name): boolean {
  return canonicalName(left) === canonicalName(right)
}

/** A text that is equal for equal names. */
export function canonicalName(name: Name): string {
  return canonicalOf(name).text
}

/** One text for each relative name: a name that begins with those of another lies in its subtree. */
export function canonicalRdns(name: Name): readonly string[] {
  return canonicalOf(name).rdns
}

interface CanonicalName {
  readonly rdns: readonly string[]
  readonly text: string
}

/** A search for a chain compares the names of a whole store, again and again. */
const canonicalNames = /* @__PURE__ */ new WeakMap<Name, CanonicalName>()

function canonicalOf(name: Name): CanonicalName {
  const known = canonicalNames.get(name)
  if (known !== undefined) return known
  const rdns = attributeNodes(readFirstDer(name.der, 'name')).map((rdn) =>
    JSON.stringify(rdn.map(({ oid, value }) => `${oid}=${canonicalValue(value)}`).sort()),
  )
  const made = { rdns, text: JSON.stringify(rdns) }
  canonicalNames.set(name, made)
  return made
}

/** An attribute as the bytes have it. */
export interface AttributeText {
  readonly type: string
  /** Identifier octet of the value: which string type it is. */
  readonly tag: number
  /** Absent for a value that is no string. */
  readonly text: string | undefined
}

/** Attributes of a name with the types of their values, in the order of the file. */
export function attributeTexts(name: Name): readonly AttributeText[] {
  return attributeNodes(readFirstDer(name.der, 'name'))
    .flat()
    .map(({ oid, value }) => ({ type: attributeType(oid), tag: value.tag, text: readText(value) }))
}

interface AttributeNode {
  readonly oid: string
  readonly value: DerNode
}

function attributeNodes(node: DerNode): readonly (readonly AttributeNode[])[] {
  return fieldsOf(node)
    .rest()
    .map((rdn) => {
      const attributes = fieldsOf(rdn, TAG.set).rest().map(readAttribute)
      if (attributes.length === 0) throw x509Failure('CERTS_DER_VALUE', { kind: 'RelativeDistinguishedName' }, rdn.path)
      return attributes
    })
}

function readAttribute(node: DerNode): AttributeNode {
  const fields = fieldsOf(node)
  const oid = readOid(fields.next('type', TAG.oid))
  const value = fields.next('value')
  fields.end()
  if (STRING_TYPES.includes(value.tag) && readText(value) === undefined) {
    throw x509Failure('CERTS_DER_VALUE', { kind: 'DirectoryString' }, value.path)
  }
  return { oid, value }
}

function hexOf(value: DerNode): string {
  return `#${toHex(value.bytes)}`
}

/** String types that openssl folds; the others are compared octet by octet. */
const FOLDED: readonly number[] = [
  TAG.utf8String,
  TAG.printableString,
  TAG.t61String,
  TAG.ia5String,
  TAG.visibleString,
  TAG.bmpString,
  TAG.universalString,
]

/** Those that may be malformed: half a character, or a number that is none. */
const STRING_TYPES: readonly number[] = [TAG.bmpString, TAG.universalString]

const SPACES = /[ \t\n\v\f\r]+/g

function canonicalValue(value: DerNode): string {
  const text = FOLDED.includes(value.tag) ? readText(value) : undefined
  // U+FFFD may stand for octets that no longer can be told apart.
  if (text === undefined || text.includes('\ufffd')) return hexOf(value)
  return `'${lowerAscii(text).replaceAll(SPACES, ' ').replaceAll(/^ | $/g, '')}`
}

/**
 * Writes an attribute; the DER of its value stands for a value that is no string, and for any value of a type without a short
 * name. An unescaped `#` says so: that of a text is escaped.
 *
 * @see RFC 4514, sections 2.3 and 2.4
 */
function attributeText({ oid, value }: AttributeNode): string {
  const type = attributeType(oid)
  const text = type === oid ? undefined : readText(value)
  return `${type}=${text === undefined ? hexOf(value) : escapeValue(text)}`
}

/** Signs of the syntax of RFC 4514, and characters that move, hide or break what stands around them. */
const SPECIAL = /[,+"\\<>;]|^#|^ | $/g
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * Escapes a value so that nothing in it can pass for another attribute, or for another line of a terminal.
 *
 * @see RFC 4514, section 2.4
 */
function escapeValue(value: string): string {
  return value
    .replaceAll(SPECIAL, (character) => `\\${character}`)
    .replaceAll(UNSEEN, (character) => toHex(new TextEncoder().encode(character)).replaceAll(/../g, String.raw`\$&`))
}
