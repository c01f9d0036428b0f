/**
 * Signatures that are too weak for a bank.
 *
 * @module
 */
import { fieldsOf, readDer, contextTag } from '../der/read-der.ts'
import { readOid } from '../der/values.ts'
import type { SignatureAlgorithm } from '../x509/certificate.ts'
import { HASH } from '../x509/oids.ts'

const WEAK_HASH = /(?:MD[245]|SHA1)$/
const WEAK_HASH_OIDS: readonly string[] = [HASH.sha1, HASH.md2, HASH.md5]

/** MD2, MD4, MD5 or SHA-1. */
export function isWeakSignature({ der, name }: SignatureAlgorithm): boolean {
  return name === 'RSA-PSS' ? hasWeakPssHash(der) : WEAK_HASH.test(name)
}

/** The hash of RSASSA-PSS stands in its parameters, and is SHA-1 when they do not say it. @see RFC 4055, section 3.1 */
function hasWeakPssHash(der: Uint8Array): boolean {
  try {
    const fields = fieldsOf(readDer(der, 'signatureAlgorithm'))
    fields.next('algorithm')
    const hash = fieldsOf(fields.next('parameters')).optional('hashAlgorithm', contextTag(0))
    if (hash === undefined) return true
    const algorithm = fieldsOf(fieldsOf(hash, contextTag(0)).next('hashAlgorithm')).next('algorithm')
    return WEAK_HASH_OIDS.includes(readOid(algorithm))
  } catch {
    return false
  }
}
