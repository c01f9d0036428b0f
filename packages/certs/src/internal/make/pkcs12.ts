/**
 * Writes PKCS#12 files, whatever protects them.
 *
 * @module
 */
import type { Certificate } from '../x509/certificate.ts'
import { contextTag } from '../der/read-der.ts'
import { bmpString, integer, octetString, oid, sequence, setOf, writeDer } from '../der/write-der.ts'
import { BAG, PKCS7, PKCS9 } from '../pkcs/oids.ts'
import type { Encrypted } from './pbes2.ts'

/** How a file is encrypted and authenticated. */
export interface Protection {
  readonly encrypt: (plaintext: Uint8Array) => Encrypted
  /** Writes a MacData. */
  readonly authenticate: (content: Uint8Array) => Uint8Array
}

export interface BundleCertificate {
  readonly certificate: Certificate
  readonly friendlyName?: string | undefined
  /** Says which key is its own. */
  readonly localKeyId?: Uint8Array | undefined
}

export interface Bundle {
  /** The leaf, then its issuers. */
  readonly certificates: readonly BundleCertificate[]
  /** PrivateKeyInfo, DER. */
  readonly pkcs8: Uint8Array
  readonly friendlyName?: string | undefined
  readonly localKeyId: Uint8Array
}

/**
 * Writes a PFX: the certificates in an encrypted part, the key encrypted by itself in another, as openssl does it.
 *
 * @see RFC 7292, sections 4 and 5
 */
export function writePkcs12(bundle: Bundle, { authenticate, encrypt }: Protection): Uint8Array {
  const safe = sequence(certificatesPart(bundle, encrypt), keyPart(bundle, encrypt))
  return sequence(integer(3), contentInfo(PKCS7.data, octetString(safe)), authenticate(safe))
}

function certificatesPart({ certificates }: Bundle, encrypt: Protection['encrypt']): Uint8Array {
  const bags = certificates.map(({ certificate, ...names }) =>
    safeBag(BAG.certificate, sequence(oid(PKCS9.x509Certificate), explicit(octetString(certificate.der))), names),
  )
  const { algorithm, ciphertext } = encrypt(sequence(...bags))
  const content = sequence(oid(PKCS7.data), algorithm, writeDer(contextTag(0, 'primitive'), ciphertext))
  return contentInfo(PKCS7.encryptedData, sequence(integer(0), content))
}

function keyPart({ pkcs8, ...names }: Bundle, encrypt: Protection['encrypt']): Uint8Array {
  const { algorithm, ciphertext } = encrypt(pkcs8)
  const bag = safeBag(BAG.shroudedKey, sequence(algorithm, octetString(ciphertext)), names)
  return contentInfo(PKCS7.data, octetString(sequence(bag)))
}

function safeBag(
  type: string,
  value: Uint8Array,
  { friendlyName, localKeyId }: Pick<BundleCertificate, 'friendlyName' | 'localKeyId'>,
): Uint8Array {
  const attributes = [
    ...(friendlyName === undefined ? [] : [sequence(oid(PKCS9.friendlyName), setOf(bmpString(friendlyName)))]),
    ...(localKeyId === undefined ? [] : [sequence(oid(PKCS9.localKeyId), setOf(octetString(localKeyId)))]),
  ]
  return sequence(oid(type), explicit(value), ...(attributes.length === 0 ? [] : [setOf(...attributes)]))
}

function contentInfo(type: string, content: Uint8Array): Uint8Array {
  return sequence(oid(type), explicit(content))
}

function explicit(content: Uint8Array): Uint8Array {
  return writeDer(contextTag(0), content)
}
