/**
 * Step 18: the signature.
 *
 * @module
 */
import type { PublicKeyInfo } from '@pixkit/certs/x509'
import type { SignatureVerifier } from '../../verify-options.ts'
import { algorithmFacts, type JwsAlgorithm } from '../keys/algorithms.ts'
import { decodeBase64Url } from '../base64.ts'
import { payloadFailure } from '../failure.ts'
import type { JwsParts } from './body.ts'

const encoder = /* @__PURE__ */ new TextEncoder()

/** Key of the signer's certificate, as WebCrypto has it and as the certificate does. */
export interface VerifyingKey {
  readonly alg: JwsAlgorithm
  readonly key: CryptoKey
  readonly publicKey: PublicKeyInfo
}

/**
 * Verifies the signature over header and payload as they were received.
 *
 * Asks WebCrypto itself: `compactVerify` of jose, which the tests hold this against, takes the header apart a second time, and
 * that is a quarter of its time. Lengths are the platform's to check: R and S of ECDSA side by side, the salt of RSA-PSS.
 *
 * Of ECDSA there are two values for each signature, R with S and R with n − S, and both are good (FIPS 186-5 takes either, and
 * issuers write either): another JWS may carry the same payload. So nobody tells payloads apart by the text of a JWS.
 *
 * @param verify - Verifies in the place of WebCrypto.
 * @returns The payload, which nobody has looked at before.
 *
 * @see RFC 7515, section 5.2; RFC 7518, sections 3.3 to 3.5
 */
export async function verifySignature(
  { jws, payload, signature: part }: JwsParts,
  { alg, key, publicKey }: VerifyingKey,
  verify: SignatureVerifier | undefined,
): Promise<Uint8Array> {
  const signed = encoder.encode(jws.slice(0, jws.length - part.length - 1))
  const signature = decodeBase64Url(part)
  let isRight: unknown
  try {
    isRight =
      verify === undefined
        ? await crypto.subtle.verify(algorithmFacts(alg).useAs, key, signature, signed)
        : await verify({ alg, publicKey, signed, signature })
  } catch (error) {
    throw payloadFailure('PAYLOAD_SIGNATURE', {}, error)
  }
  if (isRight !== true) throw payloadFailure('PAYLOAD_SIGNATURE')
  return decodeBase64Url(payload)
}
