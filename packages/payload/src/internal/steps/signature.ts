/**
 * Step 18: the signature.
 *
 * @module
 */
import { algorithmFacts, type JwsAlgorithm } from '../algorithms.ts'
import { decodeBase64Url } from '../base64.ts'
import { payloadFailure } from '../failure.ts'
import type { JwsParts } from './body.ts'

/**
 * Verifies the signature over header and payload as they were received.
 *
 * Asks WebCrypto itself: `compactVerify` of jose, which the tests hold this against, takes the header apart a second time, and
 * that is a quarter of its time. Lengths are the platform's to check: R and S of ECDSA side by side, the salt of RSA-PSS.
 *
 * Of ECDSA there are two values for each signature, R with S and R with n − S, and both are good (FIPS 186-5 takes either, and
 * issuers write either): another JWS may carry the same payload. So nobody tells payloads apart by the text of a JWS.
 *
 * @returns The payload, which nobody has looked at before.
 *
 * @see RFC 7515, section 5.2; RFC 7518, sections 3.3 to 3.5
 */
export async function verifySignature(
  { jws, payload, signature }: JwsParts,
  key: CryptoKey,
  alg: JwsAlgorithm,
): Promise<Uint8Array> {
  const signed = encoder.encode(jws.slice(0, jws.length - signature.length - 1))
  let isRight
  try {
    isRight = await crypto.subtle.verify(algorithmFacts(alg).useAs, key, decodeBase64Url(signature), signed)
  } catch (error) {
    throw payloadFailure('PAYLOAD_SIGNATURE', {}, error)
  }
  if (!isRight) throw payloadFailure('PAYLOAD_SIGNATURE')
  return decodeBase64Url(payload)
}

const encoder = /* @__PURE__ */ new TextEncoder()
