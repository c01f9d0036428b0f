/**
 * Step 18: the signature.
 *
 * @module
 */
import { compactVerify } from 'jose'
import type { JwsAlgorithm } from '../algorithms.ts'
import { payloadFailure } from '../failure.ts'

/**
 * Verifies the signature over header and payload as they were received.
 *
 * Lengths are the platform's to check: R and S of ECDSA side by side, a salt as long as the hash for RSA-PSS.
 *
 * @returns The payload, which nobody has looked at before.
 *
 * @see RFC 7515, section 5.2; RFC 7518, sections 3.3 to 3.5
 */
export async function verifySignature(jws: string, key: CryptoKey, alg: JwsAlgorithm): Promise<Uint8Array> {
  try {
    const { payload } = await compactVerify(jws, key, { algorithms: [alg] })
    return payload
  } catch (error) {
    throw payloadFailure('PAYLOAD_SIGNATURE', {}, error)
  }
}
