/**
 * Private keys of signers.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import {
  algorithmFacts,
  algorithmsFor,
  isJwsAlgorithm,
  isSoundExponent,
  type JwsAlgorithm,
  MIN_RSA_BITS,
} from '../keys/algorithms.ts'
import { signingFailure } from '../failure.ts'
import type { SignBytes } from './sign-bytes.ts'

/**
 * Chooses the algorithm: the one that was asked for if the certificate's key can do it, else that of the key, else RS256, which
 * most payers' apps are known to accept, or the one of the curve. What a function signs with, only the caller knows.
 */
export function chooseAlgorithm(
  privateKey: CryptoKey | Uint8Array | SignBytes,
  { publicKey }: Certificate,
  asked: JwsAlgorithm | undefined,
): JwsAlgorithm {
  if (asked !== undefined && !isJwsAlgorithm(asked)) throw optionFailure('alg')
  const { algorithm, bits, curve, exponent = 0 } = publicKey
  // A key that says of itself that it is for RSA-PSS alone has no place in a JWK, and no public authority certifies one.
  const possible = algorithmsFor(publicKey)
  const [usual] = possible
  if (usual === undefined) {
    throw keyFailure({ reason: 'unsupported', params: { algorithm: algorithm === 'EC' ? (curve ?? 'EC') : algorithm } })
  }
  if (algorithm === 'RSA' && (bits < MIN_RSA_BITS || !isSoundExponent(exponent))) {
    throw keyFailure({ reason: 'weak', params: { algorithm, bits } })
  }
  if (asked === undefined && typeof privateKey === 'function' && possible.length > 1) throw optionFailure('alg-missing')
  const own = isCryptoKey(privateKey) ? possible.find((alg) => fits(privateKey, alg)) : undefined
  const alg = asked ?? own ?? usual
  if (!possible.includes(alg)) throw keyFailure({ reason: 'algorithm', params: { alg, key: curve ?? algorithm } })
  return alg
}

/** Makes the key ready for signing with the algorithm, or checks that it is. */
export async function importSigningKey(privateKey: CryptoKey | Uint8Array, alg: JwsAlgorithm): Promise<CryptoKey> {
  if (!isCryptoKey(privateKey)) {
    try {
      // No copy of its own: the caller may want to wipe the bytes.
      const bytes = privateKey as Uint8Array<ArrayBuffer>
      return await crypto.subtle.importKey('pkcs8', bytes, algorithmFacts(alg).importAs, false, ['sign'])
    } catch {
      throw keyFailure({ reason: 'unreadable' })
    }
  }
  if (privateKey.type !== 'private') throw keyFailure({ reason: 'not-private' })
  if (!privateKey.usages.includes('sign')) throw keyFailure({ reason: 'usage' })
  if (!fits(privateKey, alg)) {
    const { hash, name, namedCurve } = algorithmOf(privateKey)
    const key = [name, hash?.name ?? namedCurve].filter((word) => word !== undefined).join(' ')
    throw keyFailure({ reason: 'algorithm', params: { alg, key } })
  }
  return privateKey
}

/** Also one of another realm or implementation. */
export function isCryptoKey(value: unknown): value is CryptoKey {
  return Object.prototype.toString.call(value) === '[object CryptoKey]'
}

/** Keys of WebCrypto are bound to a scheme, those for RSA also to a hash. */
function fits(key: CryptoKey, alg: JwsAlgorithm): boolean {
  const { importAs } = algorithmFacts(alg)
  const { hash, name, namedCurve } = algorithmOf(key)
  if (name !== importAs.name) return false
  return importAs.name === 'ECDSA' ? namedCurve === importAs.namedCurve : hash?.name === importAs.hash
}

interface BoundAlgorithm {
  readonly name: string
  readonly hash?: { readonly name: string } | undefined
  readonly namedCurve?: string | undefined
}

function algorithmOf({ algorithm }: CryptoKey): BoundAlgorithm {
  return algorithm
}

function optionFailure(reason: 'alg' | 'alg-missing'): Error {
  return signingFailure('PAYLOAD_SIGNING_OPTION', { reason, path: ['alg'] })
}

type KeyFault = Parameters<typeof signingFailure<'PAYLOAD_SIGNING_KEY'>>[1]

function keyFailure(fault: KeyFault): ReturnType<typeof signingFailure<'PAYLOAD_SIGNING_KEY'>> {
  return signingFailure('PAYLOAD_SIGNING_KEY', { path: ['privateKey'], ...fault })
}
