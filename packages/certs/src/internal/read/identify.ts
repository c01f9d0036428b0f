/**
 * Tells objects apart by their structure, since names of files and labels of blocks are often wrong.
 *
 * @module
 */
import { childrenOf, contextTag, type DerNode, TAG } from '../der/read-der.ts'

export type ObjectKind =
  | 'certificate'
  | 'request'
  | 'crl'
  | 'pkcs8'
  | 'encrypted-pkcs8'
  | 'pkcs1'
  | 'sec1'
  | 'dsa'
  | 'pkcs12'
  | 'pkcs7'
  | 'public-key'
  | 'unknown'

const { bitString, integer, octetString, oid, sequence } = TAG

/**
 * Looks at the first two levels of an object.
 *
 * @param node - DER.
 * @throws {PixkitError} `CERTS_DER_…`: these levels make no sense.
 */
export function identify(node: DerNode): ObjectKind {
  if (node.tag !== sequence) return 'unknown'
  const fields = childrenOf(node)
  const tags = fields.map(({ tag }) => tag)
  const [first, second, third] = tags
  if (first === sequence && second === sequence && third === bitString) return identifySigned(fields[0])
  if (first === sequence && second === octetString) return 'encrypted-pkcs8'
  if (first === sequence && second === bitString) return 'public-key'
  if (first === oid) return 'pkcs7'
  if (first !== integer) return 'unknown'
  if (second === octetString) return 'sec1'
  if (second === sequence) return third === octetString ? 'pkcs8' : isPfx(fields) ? 'pkcs12' : 'unknown'
  return identifyIntegers(tags)
}

/** Certificate, request and list of revoked certificates have the same outside. @see RFC 5280, RFC 2986 */
function identifySigned(signed: DerNode | undefined): ObjectKind {
  if (signed === undefined) return 'unknown'
  const tags = childrenOf(signed).map(({ tag }) => tag)
  if (tags[0] === contextTag(0)) return 'certificate'
  const [, second, third, fourth] = tags
  const isTime = (tag: number | undefined): boolean => tag === TAG.utcTime || tag === TAG.generalizedTime
  if (isTime(third) || isTime(fourth)) return 'crl'
  if (tags[0] !== integer) return 'unknown'
  // Version 1 has no version: serial number, algorithm, issuer, validity, subject, key.
  if (tags.length >= 6) return 'certificate'
  return second === sequence && third === sequence ? 'request' : 'unknown'
}

/** Keys that are numbers only. @see RFC 8017, appendix A.1 */
function identifyIntegers(tags: readonly number[]): ObjectKind {
  const count = tags.findIndex((tag) => tag !== integer)
  const integers = count === -1 ? tags.length : count
  if (integers === 9) return 'pkcs1'
  if (integers === 6 && tags.length === 6) return 'dsa'
  return integers === 2 && tags.length === 2 ? 'public-key' : 'unknown'
}

/** Version, content with its type, and perhaps a MAC. @see RFC 7292, section 4 */
function isPfx([version, content]: readonly DerNode[]): boolean {
  return version?.content.length === 1 && content !== undefined && childrenOf(content)[0]?.tag === oid
}
