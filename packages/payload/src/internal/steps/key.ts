/**
 * Step 11: the one key that the header means.
 *
 * @module
 */
import { payloadFailure } from '../failure.ts'
import type { KeyEntry } from '../keys/key-entry.ts'
import { type ThumbprintName, tolerateSpelling } from '../keys/thumbprint-text.ts'
import type { Verification } from '../verification.ts'
import type { JwsHeader } from './header.ts'

const NAMES: readonly ThumbprintName[] = ['x5t', 'x5t#S256']

/**
 * Finds the key with the `kid` and the thumbprints of the header: exactly one. One thumbprint at least must stand on both sides,
 * and all that do must agree. Two entries are ambiguous also when they are the same key, or when only a tolerance would let one
 * in.
 *
 * @see Manual de Segurança do Pix, section 4.2 (as quoted by its readers): the pair (x5t, kid) identifies the key without
 *   ambiguity
 */
export function findKey(entries: readonly KeyEntry[], header: JwsHeader): KeyEntry {
  const matching = entries.filter((candidate) => agrees(candidate, header))
  const [entry] = matching
  if (entry === undefined) throw notFound(entries.filter(({ members }) => members['kid'] === header.kid))
  if (matching.length > 1) throw payloadFailure('PAYLOAD_KEY_AMBIGUOUS')
  return entry
}

/** The spelling of the thumbprints of the key that was found. */
export function checkSpelling(entry: KeyEntry, verification: Verification): void {
  for (const name of NAMES) {
    const thumbprint = entry[name]
    if (thumbprint !== undefined) {
      tolerateSpelling(thumbprint, 'PAYLOAD_KEY_NOT_FOUND', ['keys', entry.index, name], verification)
    }
  }
}

/** Whether `findKey` would find one, or several. */
export function hasKey(entries: readonly KeyEntry[], header: JwsHeader): boolean {
  return entries.some((candidate) => agrees(candidate, header))
}

function agrees(entry: KeyEntry, header: JwsHeader): boolean {
  if (entry.members['kid'] !== header.kid) return false
  let shared = 0
  for (const name of NAMES) {
    // A thumbprint in no spelling agrees with none.
    if (entry[name] === undefined && Object.hasOwn(entry.members, name)) return false
    if (entry[name] === undefined || header[name] === undefined) continue
    if (entry[name].value !== header[name]) return false
    shared += 1
  }
  return shared > 0
}

function notFound(named: readonly KeyEntry[]): Error {
  if (named.length === 0) return payloadFailure('PAYLOAD_KEY_NOT_FOUND', { reason: 'kid', path: ['kid'] })
  const [only, ...others] = named
  if (only === undefined || others.length > 0) {
    return payloadFailure('PAYLOAD_KEY_NOT_FOUND', { reason: 'thumbprint', path: ['keys'] })
  }
  const malformed = NAMES.find((name) => only[name] === undefined && Object.hasOwn(only.members, name))
  const path = ['keys', only.index]
  return malformed === undefined
    ? payloadFailure('PAYLOAD_KEY_NOT_FOUND', { reason: 'thumbprint', path })
    : payloadFailure('PAYLOAD_KEY_NOT_FOUND', { reason: 'thumbprint-syntax', path: [...path, malformed] })
}
