/**
 * Signatures of certificates and requests.
 *
 * @module
 */
import { type KeyObject, sign, verify } from 'node:crypto'
import type { PrivateKey } from '../../credentials.ts'
import type { CertificateRequest } from '../x509/certificate.ts'
import { bitString, nullValue, oid, sequence } from '../der/write-der.ts'
import { signatureAlgorithmOid } from '../x509/oids.ts'
import { failure } from '../failure.ts'
import { invalid } from '../arguments.ts'
import { assertStrong, publicKeyOf, withKey } from '../key/private-key.ts'
import { publicKeyObject } from '../key/public-key.ts'

interface Scheme {
  /** Name of the algorithm. */
  readonly name: string
  readonly hash: string
}

/** RSA signs with SHA-256; a curve with the hash of its size. */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  RSA: { name: 'RSA-SHA256', hash: 'sha256' },
  'P-256': { name: 'ECDSA-SHA256', hash: 'sha256' },
  'P-384': { name: 'ECDSA-SHA384', hash: 'sha384' },
  'P-521': { name: 'ECDSA-SHA512', hash: 'sha512' },
}

/**
 * Signs what is signed in a certificate or request, and puts the three together.
 *
 * @param build - Makes what is signed; a certificate repeats the algorithm inside.
 * @throws {PixkitError} `CERTS_KEY_WEAK`; `CERTS_KEY_INVALID`: OpenSSL cannot sign with it; `CERTS_OPTION_INVALID`: no key for this.
 */
export function writeSigned(signer: PrivateKey, build: (algorithm: Uint8Array) => Uint8Array): Uint8Array {
  assertStrong(publicKeyOf(signer))
  const scheme = schemeOf(signer)
  const algorithm = algorithmIdentifier(scheme)
  const tbs = build(algorithm)
  return sequence(tbs, algorithm, bitString(withKey(() => sign(scheme.hash, tbs, signer.key))))
}

function schemeOf({ algorithm, curve }: PrivateKey): Scheme {
  const kind = (algorithm === 'EC' ? curve : algorithm) ?? ''
  const scheme = Object.hasOwn(SCHEMES, kind) ? SCHEMES[kind] : undefined
  if (scheme === undefined) throw invalid(['privateKey'], Object.keys(SCHEMES).join(', '))
  return scheme
}

/** AlgorithmIdentifier; RSA has NULL as parameters, ECDSA none. @see RFC 4055, section 5; RFC 5758, section 3.2 */
function algorithmIdentifier({ name }: Scheme): Uint8Array {
  const id = oid(signatureAlgorithmOid(name) ?? name)
  return name.startsWith('RSA') ? sequence(id, nullValue()) : sequence(id)
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
  const key = publicKeyObject(publicKey)
  if (key === undefined || !isVerified(hash, tbs, key, signature)) throw failure('CERTS_REQUEST_SIGNATURE')
}

function isVerified(hash: string | null, tbs: Uint8Array, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return verify(hash, tbs, key, signature)
  } catch {
    // A key of another kind than the signature.
    return false
  }
}
