/**
 * Verifies the signature of a certificate.
 *
 * @module
 */
import type { Certificate, PublicKeyInfo } from './certificate.ts'
import { rawEcdsaSignature } from './ecdsa-signature.ts'
import { importableSpki } from './importable-spki.ts'
import { pssKeyBounds, type SignatureScheme, signatureScheme } from './signature-scheme.ts'

/** What keeps a signature from being proven. */
export type SignatureProblem =
  | { readonly code: 'CERTS_CHAIN_SIGNATURE' }
  /** An algorithm, hash, curve or size of key that is not computed with. */
  | { readonly code: 'CERTS_CHAIN_ALGORITHM'; readonly params: { readonly algorithm: string } }

/**
 * Verifies that a certificate was signed with the private key that belongs to a public key.
 *
 * One link and no more: names, dates, and whether the other one may issue at all are the business of `buildChain`.
 * Knows RSA (PKCS#1 v1.5 and PSS), ECDSA with P-256, P-384 and P-521, and Ed25519 where the platform has it.
 *
 * @param issuerPublicKey - `publicKey` of the issuer's certificate; one that is no key at all, such as a point off its curve,
 *   signed nothing.
 * @returns `undefined` when it was.
 */
export async function verifySignature(
  certificate: Pick<Certificate, 'signatureAlgorithm' | 'signature' | 'tbs'>,
  issuerPublicKey: PublicKeyInfo,
): Promise<SignatureProblem | undefined> {
  const { signatureAlgorithm, tbs } = certificate
  const scheme = signatureScheme(signatureAlgorithm)
  if (scheme === undefined) return unsupported(signatureAlgorithm.name)
  if (!isKeyFor(scheme, issuerPublicKey)) return FORGED
  const refused = refusedKey(issuerPublicKey)
  if (refused !== undefined) return unsupported(refused)
  const signature = rawSignature(certificate.signature, issuerPublicKey)
  if (signature === undefined) return FORGED
  const { subtle } = crypto
  // Outside of try: where there is no WebCrypto, that is no fault of the certificate.
  const parameters = importParameters(scheme, issuerPublicKey)
  const imported = subtle.importKey('spki', importableSpki(issuerPublicKey), parameters, false, ['verify'])
  try {
    const isSigned = await subtle.verify(scheme, await imported, new Uint8Array(signature), new Uint8Array(tbs))
    return isSigned ? undefined : FORGED
  } catch (error) {
    // What WebCrypto refuses to import or to compare with, such as a point off its curve, signed nothing.
    return isUnsupported(error) ? unsupported(signatureAlgorithm.name) : FORGED
  }
}

/**
 * Tells whether a key of P-256, P-384 or P-521 is a point of its curve, where the platform can tell.
 *
 * @returns `true` for every other key.
 */
export async function isOnCurve(publicKey: PublicKeyInfo): Promise<boolean> {
  const { algorithm, curve = '' } = publicKey
  if (algorithm !== 'EC' || !Object.hasOwn(CURVE_OCTETS, curve)) return true
  const parameters = { name: 'ECDSA', namedCurve: curve }
  const imported = crypto.subtle.importKey('spki', importableSpki(publicKey), parameters, false, ['verify'])
  return imported.then(() => true, isUnsupported)
}

/** A platform without an algorithm says the first, one that does not know what to do with its parameters the second. */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && ['NotSupportedError', 'TypeError'].includes(error.name)
}

const FORGED: SignatureProblem = { code: 'CERTS_CHAIN_SIGNATURE' }

function unsupported(algorithm: string): SignatureProblem {
  return { code: 'CERTS_CHAIN_ALGORITHM', params: { algorithm } }
}

/** Octets of the order of each curve. */
const CURVE_OCTETS: Readonly<Record<string, number>> = { 'P-256': 32, 'P-384': 48, 'P-521': 66 }

/** As OpenSSL: a larger modulus only costs time. Of the exponent it takes 64 bits with a large modulus, and we 53 with any. */
const MAX_RSA_BITS = 16_384

function isKeyFor(scheme: SignatureScheme, key: PublicKeyInfo): boolean {
  switch (scheme.name) {
    case 'Ed25519':
      return key.algorithm === 'Ed25519'
    case 'ECDSA':
      return key.algorithm === 'EC'
    case 'RSASSA-PKCS1-v1_5':
      return key.algorithm === 'RSA'
    case 'RSA-PSS': {
      const bounds = pssKeyBounds(key)
      const isWithin =
        bounds === undefined ||
        (bounds !== 'unknown' && bounds.hash === scheme.hash && scheme.saltLength >= bounds.saltLength)
      return (key.algorithm === 'RSA' || key.algorithm === 'RSA-PSS') && isWithin
    }
  }
}

/** Name of a key that is not computed with: another curve, or numbers that only cost time. */
function refusedKey({ algorithm, bits, curve = '', exponent = Infinity }: PublicKeyInfo): string | undefined {
  if (algorithm === 'EC') return Object.hasOwn(CURVE_OCTETS, curve) ? undefined : `ECDSA ${curve}`.trim()
  if (algorithm === 'Ed25519') return undefined
  if (bits > MAX_RSA_BITS) return `RSA-${bits}`
  return exponent < Infinity ? undefined : `RSA-${bits}, e ≥ 2^53`
}

/** Signatures are as WebCrypto wants them, but those of ECDSA. */
function rawSignature(signature: Uint8Array, { curve = '' }: PublicKeyInfo): Uint8Array | undefined {
  const octets = CURVE_OCTETS[curve]
  return octets === undefined ? signature : rawEcdsaSignature(signature, octets)
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
