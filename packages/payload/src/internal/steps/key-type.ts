/**
 * Step 12: what the key is, and whether it may verify this.
 *
 * @module
 */
import type { ReasonOf } from '../../codes.ts'
import {
  algorithmFacts,
  isSoundExponent,
  type JwsAlgorithm,
  MIN_RSA_BITS,
  PRIVATE_MEMBERS,
} from '../keys/algorithms.ts'
import { decodeBase64Url, firstOctet, isBase64Url, octetsIn } from '../base64.ts'
import { payloadFailure } from '../failure.ts'
import type { JwkMembers, KeyEntry } from '../keys/key-entry.ts'
import type { Verification } from '../verification.ts'

/** Above, a modulus only costs time (choice of pixkit, as OpenSSL). */
const MAX_RSA_BITS = 16_384

/**
 * Algorithms of JWA and its supplements, as far as a name tells: each says what the key is for. In any case, because `rs512` and
 * `NONE` mean one, too.
 */
const JWA_NAME =
  /^(?:none|[HRPE]S\d+K?|EdDSA|Ed25519|Ed448|RSA1_5|RSA-OAEP(?:-\d+)?|ECDH-ES.*|A\d+.+|dir|PBES2-.+|ML-DSA-\d+)$/i

/**
 * Checks the JWK against the algorithm of the header. That `use`, `key_ops` and `alg`, where they are, must fit is a choice of
 * pixkit.
 *
 * @see RFC 7517, section 4; RFC 7518, section 6
 */
export function checkKeyType({ index, members }: KeyEntry, alg: JwsAlgorithm, verification: Verification): void {
  const refuse = (reason: ReasonOf<'PAYLOAD_KEY_TYPE'>, name: string, params: Record<string, number> = {}): Error =>
    payloadFailure('PAYLOAD_KEY_TYPE', { reason, path: ['keys', index, name], params })

  const exposed = PRIVATE_MEMBERS.find((name) => Object.hasOwn(members, name))
  if (exposed !== undefined) throw refuse('private-key', exposed)
  const facts = algorithmFacts(alg)
  if (members['kty'] !== facts.kty) throw refuse('kty', 'kty')
  if (facts.kty === 'RSA') checkRsa(members, refuse)
  else checkEc(members, facts, refuse)

  if (Object.hasOwn(members, 'alg') && members['alg'] !== alg) {
    const { alg: other } = members as { readonly alg?: unknown }
    if (typeof other !== 'string' || !isForeign(other.trim())) throw refuse('alg', 'alg')
    verification.tolerate('jwk-alg', 'PAYLOAD_KEY_TYPE', { reason: 'alg-unknown', path: ['keys', index, 'alg'] })
  }
  if (Object.hasOwn(members, 'use') && members['use'] !== 'sig') throw refuse('use', 'use')
  if (Object.hasOwn(members, 'key_ops') && !isForVerifying(members['key_ops'])) throw refuse('key-ops', 'key_ops')
}

/** A name that somebody gave the kind of key, such as `RSA`, and no algorithm. */
function isForeign(alg: string): boolean {
  return alg !== '' && !JWA_NAME.test(alg)
}

type Refuse = (reason: ReasonOf<'PAYLOAD_KEY_TYPE'>, name: string, params?: Record<string, number>) => Error

/** @see RFC 7518, sections 2 (Base64urlUInt: no octet more than needed) and 6.3.1; NIST SP 800-56B revision 2, section 6.4.1.2 */
function checkRsa({ n, e }: JwkMembers, refuse: Refuse): void {
  if (!isNumber(n)) throw refuse('number', 'n')
  if (!isNumber(e)) throw refuse('number', 'e')
  const bits = octetsIn(n) * 8 - (Math.clz32(firstOctet(n)) - 24)
  if (bits < MIN_RSA_BITS) throw refuse('too-weak', 'n', { bits, min: MIN_RSA_BITS })
  if (bits > MAX_RSA_BITS) throw refuse('too-large', 'n', { bits, max: MAX_RSA_BITS })
  // The only exponent of nearly all keys.
  if (e === 'AQAB') return
  const octets = decodeBase64Url(e)
  const exponent = octets.reduce((sum, octet) => sum * 256 + octet, 0)
  if (!isSoundExponent(exponent)) throw refuse('exponent', 'e')
}

/** @see RFC 7518, section 6.2.1: coordinates with all their octets. Whether it is a point, the platform says. */
function checkEc(
  { crv, x, y }: JwkMembers,
  facts: { readonly crv: string; readonly octets: number },
  refuse: Refuse,
): void {
  if (crv !== facts.crv) throw refuse('curve', 'crv')
  if (!isBase64Url(x) || octetsIn(x) !== facts.octets) throw refuse('number', 'x')
  if (!isBase64Url(y) || octetsIn(y) !== facts.octets) throw refuse('number', 'y')
}

function isNumber(value: unknown): value is string {
  return isBase64Url(value) && value.length > 1 && firstOctet(value) !== 0
}

/** @see RFC 7517, section 4.3: no operation twice, none that has nothing to do with the others */
function isForVerifying(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.includes('verify') &&
    value.every((operation) => operation === 'verify' || operation === 'sign') &&
    new Set(value).size === value.length
  )
}
