/**
 * Proves a signed payload that is at hand.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { assertJws, assertVerifyOptions } from './internal/assert-options.ts'
import { isKeySet } from './internal/keys/key-set-entries.ts'
import type { KeySource } from './internal/keys/key-source.ts'
import { authoriseHost, readLocation } from './internal/steps/location.ts'
import { startVerification } from './internal/verification.ts'
import { verifyAnswer } from './internal/verify-answer.ts'
import { type KeySet, parseKeySet } from './key-set.ts'
import type { VerifiedPayload } from './types.ts'
import type { VerifyOptions } from './verify-options.ts'

export interface VerifyPayloadOptions extends VerifyOptions {
  /** Where the payload comes from, as the code has it: host and path without scheme. */
  readonly location: string
  /**
   * What its `jku` serves: text, bytes, or what `parseKeySet` made of them, which makes the next verification much faster. That
   * it came from there is believed as well: where the certificate does not name the host, nothing else ties the key to it
   * (`check-origin`).
   */
  readonly jwks: string | Uint8Array | KeySet
}

/**
 * Proves a signed payload, and returns what it says.
 *
 * Takes the steps of `VERIFY_STEPS` in order and stops at the first that fails. Nothing is fetched, so the steps of the network
 * are reported as `not-checked`; that the payload comes from its location is believed. Nothing of the payload is looked at
 * before its signature is proven.
 *
 * @param jws - What the location answered: one compact JWS, at most 128 KiB, nothing around it.
 * @param options - Location, key set, trust, clock, lists, tolerances.
 * @returns The payload, what was proven, warnings, and what remains for the caller to do.
 * @throws {PixkitError} `PAYLOAD_` and the step that failed; `params.reason` says what exactly.
 * @throws {TypeError} An argument or option is of the wrong type.
 *
 * @example
 * ```ts
 * import { isPixkitError } from '@pixkit/core'
 * import { verifyPayload } from '@pixkit/payload'
 * import { mozillaTrustAnchors } from '@pixkit/payload/node'
 *
 * async function charge(jws: string, jwks: string) {
 *   const location = 'pix.example.com/qr/v2/9d36b84f70b54e7ab4b3c5c1e1f2a3b4'
 *   try {
 *     const verified = await verifyPayload(jws, { location, jwks, trustAnchors: mozillaTrustAnchors(), now: Date.now() })
 *     return verified.kind === 'rec' ? verified.payload.idRec : verified.payload.chave
 *   } catch (error) {
 *     if (isPixkitError(error)) return error.code
 *     throw error
 *   }
 * }
 *
 * await charge('eyJhbGciOiJub25lIn0.e30.AA', '{"keys":[]}') // 'PAYLOAD_HEADER'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5.2 and 2.7; Manual de Segurança do Pix, sections 4.2 and
 *   5.1 (as quoted by Bacen and participants); RFC 7515, section 5.2
 */
export async function verifyPayload(jws: string | Uint8Array, options: VerifyPayloadOptions): Promise<VerifiedPayload> {
  assertJws(jws)
  assertVerifyOptions(options)
  const { jwks } = options
  assertString(options.location, 'location')
  if (typeof jwks !== 'string' && !(jwks instanceof Uint8Array) && !isKeySet(jwks)) {
    throw new TypeError('"jwks" must be text, bytes, or what parseKeySet returned')
  }
  const verification = startVerification(options)
  const location = verification.step('LOCATION_SYNTAX', () => readLocation(options.location))
  const hostAuthorised = authoriseHost(location.host, verification)
  for (const step of ['LOCATION_ADDRESS_FORBIDDEN', 'TLS', 'HTTP_STATUS'] as const) verification.skip(step)
  const keySets: KeySource = {
    load: () => (isKeySet(jwks) ? jwks : parseKeySet(jwks)),
    reload: () => Promise.resolve(undefined),
  }
  return verifyAnswer(
    {
      location,
      jws,
      keySets,
      hostAuthorised,
      siteCertificateAuthorised: 'not-checked',
      originProven: false,
      dayAsked: false,
    },
    verification,
  )
}
