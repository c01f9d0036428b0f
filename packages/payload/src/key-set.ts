/**
 * Key sets of issuers, read once and used for many payloads.
 *
 * @module
 */
import type { ReasonOf } from './codes.ts'
import { payloadFailure } from './internal/failure.ts'
import { plainReason } from './internal/json/json-fault.ts'
import { isMembers } from './internal/json/members.ts'
import { readJsonOr } from './internal/json/read-json.ts'
import type { JwkMembers, KeyEntry } from './internal/keys/key-entry.ts'
import { keepEntries, MAX_KEY_SET_BYTES } from './internal/keys/key-set-entries.ts'
import { readThumbprint } from './internal/keys/thumbprint-text.ts'
import type { KeySet } from './types.ts'

export type { KeySet } from './types.ts'

/** A limit of pixkit; the norm sets none. Sets in use have a handful of keys. */
const MAX_KEYS = 100

/**
 * Reads a key set (JWK Set).
 *
 * Looks at its form only. A key of a kind that nobody here verifies with is left alone until a payload names it.
 *
 * @param input - JSON, as text or as UTF-8 bytes; at most 256 KiB and 100 keys.
 * @throws {PixkitError} `PAYLOAD_JWKS_FETCH`, with `params.reason`: `too-large`, `not-json`, `duplicate-member`,
 *   `forbidden-member`, `no-keys`, `too-many-keys`.
 * @throws {TypeError} `input` is neither text nor bytes.
 *
 * @example
 * ```ts
 * import { parseKeySet } from '@pixkit/payload/key-set'
 *
 * parseKeySet('{"keys":[{"kty":"RSA","kid":"1"}]}').size // 1
 * ```
 *
 * @see RFC 7517, section 5
 */
export function parseKeySet(input: string | Uint8Array): KeySet {
  const bytes = typeof input === 'string' ? encode(input) : input
  if (!(bytes instanceof Uint8Array)) throw new TypeError('"input" must be a string or a Uint8Array')
  if (bytes.length > MAX_KEY_SET_BYTES) throw refused('too-large', [], { max: MAX_KEY_SET_BYTES })
  const read = readJsonOr(bytes, (fault) => refused(plainReason(fault), fault.path))
  const { keys } = Object(read) as { readonly keys?: unknown }
  if (!Array.isArray(keys) || keys.length === 0 || !keys.every(isMembers)) throw refused('no-keys', ['keys'])
  if (keys.length > MAX_KEYS) throw refused('too-many-keys', ['keys'], { max: MAX_KEYS })
  const keySet: KeySet = Object.freeze({ kind: 'key-set', size: keys.length })
  keepEntries(keySet, keys.map(entryOf))
  return keySet
}

/** Longer texts are not encoded at all: bytes are never fewer than characters. */
function encode(text: string): Uint8Array {
  if (text.length > MAX_KEY_SET_BYTES) throw refused('too-large', [], { max: MAX_KEY_SET_BYTES })
  return new TextEncoder().encode(text)
}

function entryOf(members: JwkMembers, index: number): KeyEntry {
  return {
    index,
    members,
    x5t: readThumbprint(members['x5t'], 'x5t'),
    'x5t#S256': readThumbprint(members['x5t#S256'], 'x5t#S256'),
    memo: { keys: new Map(), chains: [] },
  }
}

function refused(
  reason: ReasonOf<'PAYLOAD_JWKS_FETCH'>,
  path: readonly (string | number)[] = [],
  params: Readonly<Record<string, number>> = {},
): Error {
  return payloadFailure('PAYLOAD_JWKS_FETCH', { reason, path, params })
}
