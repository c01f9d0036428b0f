/**
 * Step 7: the header of the JWS.
 *
 * @module
 */
import type { ReasonOf } from '../../codes.ts'
import { decodeBase64Url } from '../base64.ts'
import { payloadFailure } from '../failure.ts'
import { isMembers, type Members } from '../json/members.ts'
import { plainReason } from '../json/json-fault.ts'
import { readJsonOr } from '../json/read-json.ts'
import { readThumbprint, type ThumbprintName, tolerateSpelling } from '../keys/thumbprint-text.ts'
import type { Verification } from '../verification.ts'

/** Limits of pixkit; headers in use have some 300 characters. */
const MAX_HEADER_CHARACTERS = 8 * 1024
const MAX_TEXT = { alg: 16, jku: 2048, kid: 512 } as const

/** Ways to bring the key along, which nobody may take it from. @see RFC 7515, sections 4.1.3, 4.1.5 and 4.1.6 */
const EMBEDDED_KEYS = ['jwk', 'x5c', 'x5u'] as const

export interface JwsHeader {
  readonly alg: string
  readonly kid: string
  readonly jku: string
  /** Canonical base64url; one of both at least. */
  readonly x5t: string | undefined
  readonly 'x5t#S256': string | undefined
}

/**
 * Reads the header: what names algorithm, key and key set, and nothing that changes what is signed.
 *
 * @see Manual de Segurança do Pix, section 4.2 (as quoted by its readers: alg, kid, x5t and jku required); RFC 7515, section
 *   4.1.11 (`crit`: no extension is understood here); RFC 7797, section 3 (`b64`)
 */
export function readHeader(part: string, verification: Verification): JwsHeader {
  if (part.length > MAX_HEADER_CHARACTERS) throw refused('too-long', [], { max: MAX_HEADER_CHARACTERS })
  const members = parse(part)
  for (const name of ['crit', 'b64'] as const) {
    if (Object.hasOwn(members, name)) throw refused('critical', [name])
  }
  const header = {
    alg: textOf(members, 'alg'),
    kid: textOf(members, 'kid'),
    jku: textOf(members, 'jku'),
    x5t: thumbprintOf(members, 'x5t', verification),
    'x5t#S256': thumbprintOf(members, 'x5t#S256', verification),
  }
  if (header.x5t === undefined) {
    if (header['x5t#S256'] === undefined) throw refused('missing', ['x5t'])
    // Bacen's own sandbox leaves it out.
    verification.warn('PAYLOAD_HEADER', { reason: 'x5t-absent', path: ['x5t'] })
  }
  for (const name of EMBEDDED_KEYS) {
    if (Object.hasOwn(members, name)) verification.warn('PAYLOAD_HEADER', { reason: 'embedded-key', path: [name] })
  }
  return header
}

const parsed = /* @__PURE__ */ new Map<string, Readonly<Members>>()
const MAX_PARSED = 64
const encoder = /* @__PURE__ */ new TextEncoder()
const decoder = /* @__PURE__ */ new TextDecoder()

/** Reads the JSON of a header, or remembers it: an issuer writes the same one until it changes keys. */
function parse(part: string): Readonly<Members> {
  const known = parsed.get(part)
  if (known !== undefined) return known
  const members = readMembers(part)
  if (parsed.size >= MAX_PARSED) parsed.clear()
  // A copy: a slice would hold on to the whole text that it was cut from.
  parsed.set(decoder.decode(encoder.encode(part)), members)
  return members
}

function readMembers(part: string): Members {
  const value = readJsonOr(decodeBase64Url(part), (fault) => refused(plainReason(fault), fault.path))
  if (!isMembers(value)) throw refused('not-object')
  return value
}

function textOf(members: Readonly<Members>, name: 'alg' | 'jku' | 'kid'): string {
  if (!Object.hasOwn(members, name)) throw refused('missing', [name])
  const value = members[name]
  if (typeof value !== 'string' || value === '') throw refused('type', [name])
  const max = MAX_TEXT[name]
  if (value.length > max) throw refused('too-long', [name], { max })
  return value
}

function thumbprintOf(
  members: Readonly<Members>,
  name: ThumbprintName,
  verification: Verification,
): string | undefined {
  if (!Object.hasOwn(members, name)) return undefined
  const thumbprint = readThumbprint(members[name], name)
  if (thumbprint === undefined) throw refused('thumbprint-syntax', [name])
  tolerateSpelling(thumbprint, 'PAYLOAD_HEADER', [name], verification)
  return thumbprint.value
}

function refused(
  reason: ReasonOf<'PAYLOAD_HEADER'>,
  path: readonly (string | number)[] = [],
  params: Readonly<Record<string, number>> = {},
): Error {
  return payloadFailure('PAYLOAD_HEADER', { reason, path, params })
}
