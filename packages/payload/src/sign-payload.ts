/**
 * Signs what a location shows.
 *
 * @module
 */
import { type LocationKind, safeParseLocation } from '@pixkit/brcode/location'
import { assertString } from '@pixkit/core/error'
import { MAX_BODY_BYTES } from './internal/compact-jws.ts'
import { assertNow } from './internal/calendar/clock.ts'
import { signedPayloadFailure, signingFailure } from './internal/failure.ts'
import { checkDates, checkHost } from './internal/signing/check-chain.ts'
import { checkJku } from './internal/signing/check-jku.ts'
import { checkPayload } from './internal/signing/check-payload.ts'
import { serialise } from './internal/signing/serialise.ts'
import { compactJws } from './internal/signing/sign-bytes.ts'
import { stateOf } from './internal/signing/signing-state.ts'
import type { SigningKey } from './signing-key.ts'
import type { Payloads } from './types.ts'

export interface SignPayloadOptions {
  /** From `createSigningKey`. */
  readonly key: SigningKey
  /** Where it is shown, as the code carries it: host and path without scheme. Its path says what kind the payload has to be. */
  readonly location: string
  /** Address of the key set, on the host of the location. */
  readonly jku: string
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Signs a payload for one answer of a location.
 *
 * Sign for each request, because `calendario.apresentacao` is the moment at which the payload is shown. Refused is what a strict
 * verifier refuses or warns of: a payload that is not as its kind prescribes, a rule of the norm that it breaks, `null`, an
 * `apresentacao` far from `now`. Members that the norm does not know are signed as they are, those that are `undefined` are left
 * out. `expiracao` and `validadeAposVencimento` have to be there, as API Pix wants them in payloads, though readers do without
 * them. Whether the charge is open is not looked at: paid and removed ones may be shown too.
 *
 * @param payload - Of the kind that the path of the location names.
 * @param options - Key, location, address of the key set, clock.
 * @returns The compact JWS, for `payloadResponse`.
 * @throws {PixkitError} `PAYLOAD_SIGNING_PAYLOAD`: what is wrong with the payload, with the reason of `PAYLOAD_JSON`,
 *   `PAYLOAD_RULES` or `PAYLOAD_STALE` that a payer would get, or one of its own; `path` says where, and the remedy what to
 *   write. `PAYLOAD_SIGNING_CERTIFICATE`, `expired`, `not-yet-valid` or `other-host`. `PAYLOAD_SIGNING_JKU`: it is not `https`
 *   without port, user, query and fragment on the host of the location. `PAYLOAD_SIGNING_OPTION`, `location`: it is none, or not
 *   written as a writer should. `PAYLOAD_SIGNING_KEY`, `signer` or `signature-length`: see `createSigningKey`.
 * @throws {TypeError} An argument has another type.
 *
 * @example
 * ```ts
 * import { createCa, createServerIdentity } from '@pixkit/certs'
 * import { createSigningKeyFromIdentity } from '@pixkit/payload/node'
 * import { signPayload } from '@pixkit/payload/sign-payload'
 *
 * const now = Date.now()
 * const identity = await createServerIdentity(await createCa(), ['pix.banco.example'])
 * const key = await createSigningKeyFromIdentity(identity, { now })
 *
 * const jws = await signPayload(
 *   {
 *     revisao: 0,
 *     calendario: { criacao: '2026-11-22T12:00:00Z', apresentacao: new Date(now).toISOString(), expiracao: 3600 },
 *     valor: { original: '10.00' },
 *     chave: 'c2a8a0f4-5d8b-4b1a-9d0e-3a7d1f6f2b11',
 *     txid: 'padaria00000000000000000001',
 *     status: 'ATIVA',
 *   },
 *   {
 *     key,
 *     location: 'pix.banco.example/qr/2f6c1d0e9b8a47538c6d5e4f3a2b1c0d',
 *     jku: 'https://pix.banco.example/jwks.json',
 *     now,
 *   },
 * )
 * jws.split('.').length // 3
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.7 and 2.8.4; RFC 7515, section 7.1 (compact serialization)
 * @see Manual de Segurança do Pix, section 4.2 (as quoted in bacen/pix-api, issues 67 and 202): alg, kid, x5t, jku
 */
export async function signPayload(payload: Payloads[keyof Payloads], options: SignPayloadOptions): Promise<string> {
  if (typeof options !== 'object' || options === null) throw new TypeError('"options" must be an object')
  const { jku, key, location, now } = options
  assertString(location, 'location')
  assertString(jku, 'jku')
  assertNow(now)
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
    throw new TypeError('"payload" must be an object')
  }
  const { alg, chain, jwk, sign } = stateOf(key, 'key')
  const { host, kind } = readLocation(location)
  checkJku(jku, host)
  checkDates(chain, now)
  checkHost(chain, host)
  const { bytes, written } = serialise(payload)
  checkPayload(bytes, written, kind, now)
  const jws = await compactJws({ alg, kid: jwk.kid, x5t: jwk.x5t, 'x5t#S256': jwk['x5t#S256'], jku }, bytes, sign)
  if (jws.length > MAX_BODY_BYTES) {
    throw signedPayloadFailure({ reason: 'too-large', params: { max: MAX_BODY_BYTES } })
  }
  return jws
}

function readLocation(location: string): { readonly host: string; readonly kind: LocationKind } {
  const result = safeParseLocation(location)
  if (result.ok && result.value.canonical) return result.value
  const cause = result.ok ? undefined : result.error
  throw signingFailure('PAYLOAD_SIGNING_OPTION', { reason: 'location', path: ['location'] }, cause)
}
