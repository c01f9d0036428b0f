/**
 * The key inside a SubjectPublicKeyInfo.
 *
 * @module
 */
import { fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { readBitStringOctets } from '../der/values.ts'

/**
 * Cuts out the key itself: an RSAPublicKey, a point, the octets of an Edwards curve.
 *
 * @param spki - SubjectPublicKeyInfo.
 * @throws {PixkitError} `CERTS_DER_…`.
 *
 * @see RFC 5280, section 4.1.2.7
 */
export function subjectPublicKeyOf(spki: Uint8Array): Uint8Array {
  const fields = fieldsOf(readDer(spki, 'subjectPublicKeyInfo'))
  fields.next('algorithm', TAG.sequence)
  return readBitStringOctets(fields.next('subjectPublicKey', TAG.bitString))
}
