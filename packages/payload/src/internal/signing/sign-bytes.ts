/**
 * Signatures, whoever holds the private key.
 *
 * @module
 */
import { type Certificate, importableSpki } from '@pixkit/certs/x509'
import { base64url } from 'jose'
import { algorithmFacts, type JwsAlgorithm } from '../keys/algorithms.ts'
import { signingFailure } from '../failure.ts'

/** Signs bytes with a key that never leaves its HSM or KMS; see `CreateSigningKeyOptions.privateKey`. */
export type SignBytes = (input: Uint8Array) => Promise<Uint8Array>

export function signWithKey(key: CryptoKey, alg: JwsAlgorithm): SignBytes {
  return async (input) =>
    new Uint8Array(await crypto.subtle.sign(algorithmFacts(alg).useAs, key, input as Uint8Array<ArrayBuffer>))
}

/**
 * Adds what a signer cannot be trusted with: its errors get a code, and what it returns is looked at.
 *
 * @see RFC 7518, sections 3.3 to 3.5: as long as the modulus, or R and S side by side
 */
export function guardSigner(sign: SignBytes, alg: JwsAlgorithm, { bits }: Certificate['publicKey']): SignBytes {
  const facts = algorithmFacts(alg)
  const expected = facts.kty === 'EC' ? 2 * facts.octets : Math.ceil(bits / 8)
  return async (input) => {
    let signature: unknown
    try {
      signature = await sign(input)
    } catch (error) {
      throw signingFailure('PAYLOAD_SIGNING_KEY', { reason: 'signer', path: ['privateKey'] }, error)
    }
    if (!(signature instanceof Uint8Array)) throw new TypeError('"privateKey" must return a Uint8Array')
    if (signature.length === expected) return signature
    const params = { alg, octets: signature.length, expected }
    throw signingFailure('PAYLOAD_SIGNING_KEY', { reason: 'signature-length', path: ['privateKey'], params })
  }
}

/** Verifies what a signer elsewhere returns, each time: it may have changed keys since it was tried out. */
export async function proveSigner(
  sign: SignBytes,
  alg: JwsAlgorithm,
  publicKey: Certificate['publicKey'],
): Promise<SignBytes> {
  const { importAs, useAs } = algorithmFacts(alg)
  const key = await crypto.subtle.importKey('spki', importableSpki(publicKey), importAs, false, ['verify'])
  return async (input) => {
    const signature = await sign(input)
    const [bytes, signed] = [signature as Uint8Array<ArrayBuffer>, input as Uint8Array<ArrayBuffer>]
    if (await crypto.subtle.verify(useAs, key, bytes, signed)) return signature
    throw signingFailure('PAYLOAD_SIGNING_KEY', { reason: 'mismatch', path: ['privateKey'] })
  }
}

/** @see RFC 7515, sections 5.1 and 7.1 */
export async function compactJws(
  header: Readonly<Record<string, string>>,
  payload: Uint8Array,
  sign: SignBytes,
): Promise<string> {
  const input = `${base64url.encode(JSON.stringify(header))}.${base64url.encode(payload)}`
  return `${input}.${base64url.encode(await sign(new TextEncoder().encode(input)))}`
}
