/**
 * The set of public keys that a PSP publishes at its `jku`.
 *
 * @module
 */
import { signingFailure } from './internal/failure.ts'
import { copyJwk } from './internal/signing/published-jwk.ts'
import type { JwkSet, PublicJwk } from './internal/signing/public-jwk.ts'
import { hasState, type SigningKey, stateOf } from './internal/signing/signing-state.ts'

export type { JwkSet, PublicJwk } from './internal/signing/public-jwk.ts'

/**
 * Builds the set of public keys: what a verifier needs of each, and nothing private.
 *
 * @param keys - One key, or several while they are rotated: the one that signs now, the next, the one before. Of a key whose
 *   private half is gone, give the entry that was published; members that `PublicJwk` does not have are left out.
 * @returns For `keySetResponse`, or `JSON.stringify`.
 * @throws {PixkitError} `PAYLOAD_SIGNING_OPTION`, `kid-repeated`: two keys have the same kid, and `path` names the second.
 *   Verifiers also look at the thumbprint, but some only at the kid, so it has to name one key. `jwk`: a member of a published
 *   entry is not as it was published. `PAYLOAD_SIGNING_KEY`, `private-member`: an entry has a private number.
 * @throws {TypeError} A key comes from nowhere: neither from `createSigningKey` nor from a key set.
 *
 * @example
 * ```ts
 * import { createCa, createServerIdentity } from '@pixkit/certs'
 * import { buildJwks } from '@pixkit/payload/build-jwks'
 * import { createSigningKeyFromIdentity } from '@pixkit/payload/node'
 *
 * const identity = await createServerIdentity(await createCa(), ['pix.banco.example'])
 * const key = await createSigningKeyFromIdentity(identity, { now: Date.now(), kid: '2026-11' })
 *
 * const { keys } = buildJwks(key)
 * keys.map(({ kid, kty, x5c }) => `${kid}: ${kty}, ${x5c.length} certificates`) // ['2026-11: EC, 2 certificates']
 *
 * // Later, with that key's public half alone.
 * const next = await createSigningKeyFromIdentity(identity, { now: Date.now(), kid: '2027-11' })
 * buildJwks([next, ...keys]).keys.map(({ kid }) => kid) // ['2027-11', '2026-11']
 * ```
 *
 * @see RFC 7517, sections 4 and 5; RFC 7518, section 6
 * @see Manual de Segurança do Pix, section 4.2 (as quoted in bacen/pix-api, issue 202): kid, x5t, x5c
 */
export function buildJwks(keys: SigningKey | PublicJwk | readonly (SigningKey | PublicJwk)[]): JwkSet {
  const list = Array.isArray(keys) ? (keys as readonly (SigningKey | PublicJwk)[]) : [keys as SigningKey | PublicJwk]
  const kids = new Set<string>()
  return {
    keys: list.map((key, index) => {
      const jwk = copyJwk(isPublished(key) ? key : stateOf(key, 'keys').jwk, ['keys', index])
      if (kids.has(jwk.kid)) {
        throw signingFailure('PAYLOAD_SIGNING_OPTION', { reason: 'kid-repeated', path: ['keys', index, 'kid'] })
      }
      kids.add(jwk.kid)
      return jwk
    }),
  }
}

function isPublished(key: SigningKey | PublicJwk): key is PublicJwk {
  return typeof key === 'object' && key !== null && !hasState(key) && 'kty' in key
}
