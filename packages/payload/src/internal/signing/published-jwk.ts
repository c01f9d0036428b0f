/**
 * Keys that were published before, and may be again.
 *
 * @module
 */
import { safeParseCertificate } from '@pixkit/certs/x509'
import type { Path } from '@pixkit/core/issue'
import { decodeBase64 } from '../base64.ts'
import { algorithmFacts, isJwsAlgorithm, PRIVATE_MEMBERS } from '../keys/algorithms.ts'
import { signingFailure } from '../failure.ts'
import type { PublicJwk } from './public-jwk.ts'

type Members = Readonly<Record<string, unknown>>

const COMMON = ['kty', 'kid', 'use', 'key_ops', 'alg', 'x5t', 'x5t#S256', 'x5c'] as const
const NUMBERS = { RSA: ['n', 'e'], EC: ['crv', 'x', 'y'] } as const

/**
 * Copies the members of a public key, and no other. One that has a private number is refused instead of cleaned: whoever gives it
 * may have published it already.
 *
 * @throws {PixkitError} `PAYLOAD_SIGNING_KEY`, `private-member`; `PAYLOAD_SIGNING_OPTION`, `jwk`.
 */
export function copyJwk(jwk: PublicJwk, path: Path): PublicJwk {
  assertPublic(jwk, path)
  const members = jwk as unknown as Members
  const alg = members['alg']
  if (typeof alg !== 'string' || !isJwsAlgorithm(alg)) throw unlike([...path, 'alg'])
  const { kty } = algorithmFacts(alg)
  const entries = [...COMMON, ...NUMBERS[kty]].map((name) => {
    const value = members[name]
    if (!isAsPublished(name, value, kty)) throw unlike([...path, name])
    return [name, Array.isArray(value) ? [...(value as readonly string[])] : value] as const
  })
  return Object.fromEntries(entries) as unknown as PublicJwk
}

/** @throws {PixkitError} `PAYLOAD_SIGNING_KEY`, `private-member`. */
export function assertPublic(members: object, path: Path): void {
  const exposed = PRIVATE_MEMBERS.find((name) => name in members)
  if (exposed === undefined) return
  throw signingFailure('PAYLOAD_SIGNING_KEY', { reason: 'private-member', path: [...path, exposed] })
}

function isAsPublished(name: string, value: unknown, kty: string): boolean {
  if (name === 'kty') return value === kty
  if (name === 'use') return value === 'sig'
  if (name === 'key_ops') return Array.isArray(value) && value.length === 1 && value[0] === 'verify'
  if (name === 'x5c') return Array.isArray(value) && value.length > 0 && value.every(isCertificate)
  return isText(value)
}

/** Whatever stands there is published: it must be nothing else. */
function isCertificate(value: unknown): boolean {
  const der = typeof value === 'string' ? decodeBase64(value) : undefined
  return der !== undefined && safeParseCertificate(der).ok
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function unlike(path: Path): Error {
  return signingFailure('PAYLOAD_SIGNING_OPTION', { reason: 'jwk', path })
}
