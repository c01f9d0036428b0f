/**
 * Verifies the signature of a certificate or of a request.
 *
 * @module
 */
import { fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { nullValue, oid, sequence } from '../der/write-der.ts'
import type { Certificate, CertificateRequest, PublicKeyInfo, SignatureAlgorithm } from './certificate.ts'
import { rawEcdsaSignature } from './ecdsa-signature.ts'
import { x509Failure } from './failure.ts'
import { pssKeyBounds, type SignatureScheme, signatureScheme } from './signature-scheme.ts'

export interface SignatureOptions {
  /** Accepts SHA-1, for which collisions can be bought. `false` by default. */
  readonly allowSha1?: boolean | undefined
}

/**
 * Tells whether a certificate was signed with the private key that belongs to a public key.
 *
 * One link and no more: names, dates, and whether the other one may issue at all are the business of `buildChain`.
 * Knows RSA (PKCS#1 v1.5 and PSS), ECDSA with P-256, P-384 and P-521, and Ed25519 where the platform has it.
 *
 * @param issuerPublicKey - `publicKey` of the issuer's certificate.
 * @returns Whether it is; `false` too for a key that is of another kind or not valid.
 * @throws {PixkitError} `CERTS_CHAIN_ALGORITHM`: an algorithm, hash or curve that is not accepted.
 */
export async function verifyCertificateSignature(
  certificate: Pick<Certificate, 'signatureAlgorithm' | 'signature' | 'tbs'>,
  issuerPublicKey: PublicKeyInfo,
  options: SignatureOptions = {},
): Promise<boolean> {
  return verifySigned(certificate, issuerPublicKey, options)
}

/**
 * Tells whether a request was signed with its own private key (proof of possession).
 *
 * @returns Whether it was.
 * @throws {PixkitError} `CERTS_CHAIN_ALGORITHM`: an algorithm, hash or curve that is not accepted.
 *
 * @see RFC 2986, section 3
 */
export async function verifyRequestSignature(
  request: CertificateRequest,
  options: SignatureOptions = {},
): Promise<boolean> {
  return verifySigned(request, request.publicKey, options)
}

/** Octets of the order of each curve. */
const CURVE_OCTETS: Readonly<Record<string, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }

/** What OpenSSL computes with; larger keys only cost time. */
const MAX_RSA_BITS = 16_384

interface Signed {
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly signature: Uint8Array
  readonly tbs: Uint8Array
}

async function verifySigned(signed: Signed, key: PublicKeyInfo, options: SignatureOptions): Promise<boolean> {
  const { signatureAlgorithm, tbs } = signed
  const scheme = signatureScheme(signatureAlgorithm, options)
  if (scheme === undefined) throw unsupported(signatureAlgorithm.name)
  if (!isKeyFor(scheme, key)) return false
  const signature = scheme.name === 'ECDSA' ? rawEcdsaSignature(signed.signature, curveOctets(key)) : signed.signature
  if (signature === undefined) return false
  const { subtle } = crypto
  try {
    const imported = await subtle.importKey('spki', plainSpki(key), importParameters(scheme, key), false, ['verify'])
    return await subtle.verify(scheme, imported, new Uint8Array(signature), new Uint8Array(tbs))
  } catch (error) {
    if (error instanceof TypeError) throw error
    if (error instanceof Error && error.name === 'NotSupportedError') throw unsupported(signatureAlgorithm.name)
    // What WebCrypto refuses to import or to compare with, such as a point off its curve.
    return false
  }
}

function isKeyFor(scheme: SignatureScheme, key: PublicKeyInfo): boolean {
  switch (scheme.name) {
    case 'Ed25519':
      return key.algorithm === 'Ed25519'
    case 'ECDSA':
      return key.algorithm === 'EC'
    case 'RSASSA-PKCS1-v1_5':
      return key.algorithm === 'RSA' && isComputable(key)
    case 'RSA-PSS': {
      const bounds = pssKeyBounds(key)
      const isWithin =
        bounds === undefined ||
        (bounds !== 'unknown' && bounds.hash === scheme.hash && scheme.saltLength >= bounds.saltLength)
      return (key.algorithm === 'RSA' || key.algorithm === 'RSA-PSS') && isComputable(key) && isWithin
    }
  }
}

function isComputable({ bits, exponent = Infinity }: PublicKeyInfo): boolean {
  return bits <= MAX_RSA_BITS && exponent < Infinity
}

function curveOctets({ curve = '' }: PublicKeyInfo): number {
  const octets = Object.hasOwn(CURVE_OCTETS, curve) ? CURVE_OCTETS[curve] : undefined
  if (octets === undefined) throw unsupported(`ECDSA ${curve}`.trim())
  return octets
}

function importParameters(
  scheme: SignatureScheme,
  { curve = '' }: PublicKeyInfo,
): RsaHashedImportParams | EcKeyImportParams | Algorithm {
  switch (scheme.name) {
    case 'Ed25519':
      return { name: scheme.name }
    case 'ECDSA':
      return { name: scheme.name, namedCurve: curve }
    case 'RSASSA-PKCS1-v1_5':
    case 'RSA-PSS':
      return { name: scheme.name, hash: scheme.hash }
  }
}

/** WebCrypto imports RSA keys only under the plain identifier of RSA. @see Web Cryptography API, section 21.4 */
function plainSpki({ algorithm, spki }: PublicKeyInfo): Uint8Array<ArrayBuffer> {
  if (algorithm !== 'RSA-PSS') return new Uint8Array(spki)
  const fields = fieldsOf(readDer(spki))
  fields.next('algorithm')
  const key = fields.next('subjectPublicKey', TAG.bitString)
  return new Uint8Array(sequence(sequence(oid('1.2.840.113549.1.1.1'), nullValue()), key.bytes))
}

function unsupported(algorithm: string): Error {
  return x509Failure('CERTS_CHAIN_ALGORITHM', { index: 0, algorithm })
}
