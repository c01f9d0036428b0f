/**
 * PKCS#7: chains, as `.p7b` files of authorities hold them.
 *
 * @module
 */
import { childrenOf, contextTag, type DerNode, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { readOid } from '../der/values.ts'
import { PKCS7 } from '../pkcs/oids.ts'
import { addCertificate, type Context } from './context.ts'
import { unsupported } from './errors.ts'

const ENCRYPTED: Readonly<Record<string, string>> = {
  [PKCS7.envelopedData]: 'PKCS7-enveloped-data',
  [PKCS7.signedAndEnvelopedData]: 'PKCS7-enveloped-data',
  [PKCS7.encryptedData]: 'PKCS7-encrypted-data',
}

/**
 * Reads the certificates of SignedData; signatures in it are not looked at.
 *
 * @param info - ContentInfo, in DER.
 * @throws {PixkitError} `CERTS_ALGORITHM_UNSUPPORTED`: encrypted content; `CERTS_DER_…`.
 *
 * @see RFC 5652, section 5.1
 */
export function readPkcs7(info: DerNode, context: Context): void {
  const fields = fieldsOf(info)
  const type = readOid(fields.next('contentType', TAG.oid))
  if (type !== PKCS7.signedData) {
    if (Object.hasOwn(ENCRYPTED, type)) throw unsupported(ENCRYPTED[type] ?? type, info.path)
    context.notes.add('pkcs7')
    return
  }
  const wrapped = fields.next('content', contextTag(0))
  const signed = fieldsOf(readDer(wrapped.content, 'signedData', info.path))
  signed.next('version', TAG.integer)
  signed.next('digestAlgorithms', TAG.set)
  signed.next('encapContentInfo', TAG.sequence)
  const certificates = signed.optional('certificates', contextTag(0))
  if (signed.optional('crls', contextTag(1)) !== undefined) context.notes.add('crl')
  context.notes.add('pkcs7')
  for (const choice of certificates === undefined ? [] : childrenOf(certificates)) {
    context.budget.count()
    if (choice.tag === TAG.sequence) addCertificate(context, choice.bytes, choice.path)
    else context.notes.add('attribute-certificate')
  }
}
