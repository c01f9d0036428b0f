/**
 * What a signing key is made of, where no logger finds it.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { JwsAlgorithm } from '../keys/algorithms.ts'
import type { PublicJwk } from './public-jwk.ts'
import type { SignBytes } from './sign-bytes.ts'

/** A private key with its certificates, tested. It holds nothing secret where a logger, or JSON, could find it. */
export interface SigningKey {
  readonly kind: 'signing-key'
  readonly alg: JwsAlgorithm
  readonly kid: string
  /** SHA-256 of the certificate, base64url. */
  readonly certificateSha256: string
  /** When the first certificate of the chain ends, milliseconds since 1970: raise an alarm well before. */
  readonly notAfter: number
}

export interface SigningState {
  readonly alg: JwsAlgorithm
  readonly sign: SignBytes
  /** From the signer's certificate to the root. */
  readonly chain: readonly Certificate[]
  /** As it is published. */
  readonly jwk: PublicJwk
}

const states = /* @__PURE__ */ new WeakMap<SigningKey, SigningState>()

export function keepState(key: SigningKey, state: SigningState): void {
  states.set(key, state)
}

export function hasState(key: object): key is SigningKey {
  return states.has(key as SigningKey)
}

/** @throws {TypeError} It is no signing key, or one of another copy of the package. */
export function stateOf(key: SigningKey, name: string): SigningState {
  const state = states.get(key)
  if (state === undefined) throw new TypeError(`"${name}" must come from createSigningKey`)
  return state
}
