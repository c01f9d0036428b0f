/**
 * Signatures of certificates and requests.
 *
 * @module
 */
import { createPublicKey, sign, verify } from 'node:crypto'
import type { PrivateKey } from '../../credentials.ts'
import type { CertificateRequest } from '../x509/certificate.ts'
import { bitString, nullValue, oid, sequence } from '../der/write-der.ts'
import { failure } from '../failure.ts'
import { invalid } from './options.ts'
import { assertStrong } from './private-key.ts'

interface Scheme {
  readonly hash: string
  /** AlgorithmIdentifier; RSA has NULL as parameters, ECDSA none. @see RFC 4055, section 5; RFC 5758, section 3.2 */
  readonly algorithm: Uint8Array
}

/**
 * Signs what is signed in a certificate or request, and puts the three together.
 *
 * @param build - Makes what is signed; a certificate repeats the algorithm inside.
 * @throws {PixkitError} `CERTS_KEY_WEAK`; `CERTS_OPTION_INVALID`: no key for this.
 */
export function writeSigned(signer: PrivateKey, build: (algorithm: Uint8Array) => Uint8Array): Uint8Array {
  assertStrong(signer)
  const { algorithm, hash } = schemeOf(signer)
  const tbs = build(algorithm)
  return sequence(tbs, algorithm, bitString(sign(hash, tbs, signer.key)))
}

/** RSA signs with SHA-256; a curve with the hash of its size. */
function schemeOf({ algorithm, curve }: PrivateKey): Scheme {
  switch (algorithm === 'EC' ? curve : algorithm) {
    case 'RSA':
      return { hash: 'sha256', algorithm: sequence(oid('1.2.840.113549.1.1.11'), nullValue()) }
    case 'P-256':
      return { hash: 'sha256', algorithm: sequence(oid('1.2.840.10045.4.3.2')) }
    case 'P-384':
      return { hash: 'sha384', algorithm: sequence(oid('1.2.840.10045.4.3.3')) }
    case 'P-521':
      return { hash: 'sha512', algorithm: sequence(oid('1.2.840.10045.4.3.4')) }
    default:
      throw invalid(['privateKey'], 'RSA, P-256, P-384, P-521')
  }
}

const HASHES: Readonly<Record<string, string | null>> = {
  'RSA-SHA256': 'sha256',
  'RSA-SHA384': 'sha384',
  'RSA-SHA512': 'sha512',
  'ECDSA-SHA256': 'sha256',
  'ECDSA-SHA384': 'sha384',
  'ECDSA-SHA512': 'sha512',
  Ed25519: null,
}

/**
 * Makes sure that who wrote a request has its key.
 *
 * @throws {PixkitError} `CERTS_REQUEST_SIGNATURE`; `CERTS_ALGORITHM_UNSUPPORTED`: signed with SHA-1 or something unusual.
 */
export function assertRequestSigned({ publicKey, signature, signatureAlgorithm, tbs }: CertificateRequest): void {
  const hash = Object.hasOwn(HASHES, signatureAlgorithm.name) ? HASHES[signatureAlgorithm.name] : undefined
  if (hash === undefined) throw failure('CERTS_ALGORITHM_UNSUPPORTED', { algorithm: signatureAlgorithm.name })
  let isSigned = false
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey.spki), format: 'der', type: 'spki' })
    isSigned = verify(hash, tbs, key, signature)
  } catch {
    // A key that is none, or of another kind than the signature.
  }
  if (!isSigned) throw failure('CERTS_REQUEST_SIGNATURE')
}
