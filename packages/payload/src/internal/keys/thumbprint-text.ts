/**
 * Thumbprints as issuers write them.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { isBase64Url } from '../base64.ts'
import type { Verification } from '../verification.ts'

/** Bytes that each has: SHA-1 and SHA-256. */
export const THUMBPRINT_OCTETS = { x5t: 20, 'x5t#S256': 32 } as const

export type ThumbprintName = keyof typeof THUMBPRINT_OCTETS

export interface ThumbprintText {
  /** Its bytes in canonical base64url, whatever was written. */
  readonly value: string
  readonly isPadded: boolean
  readonly isPlain: boolean
}

/**
 * Reads a thumbprint, also in the two wrong spellings that a caller may tolerate. Digits of hexadecimal, which one issuer
 * encoded once more, are never one: they have another length.
 *
 * @returns `undefined` for anything else.
 *
 * @see RFC 7515, sections 4.1.7 and 4.1.8; RFC 7517, sections 4.8 and 4.9
 */
export function readThumbprint(value: unknown, name: ThumbprintName): ThumbprintText | undefined {
  if (typeof value !== 'string') return undefined
  const length = Math.ceil((THUMBPRINT_OCTETS[name] * 4) / 3)
  // 27 and 43 characters: both take one `=` to be a multiple of four.
  const isPadded = value.length === length + 1 && value.endsWith('=')
  const text = isPadded ? value.slice(0, -1) : value
  if (text.length !== length) return undefined
  const isPlain = /[+/]/.test(text)
  if (isPlain && /[-_]/.test(text)) return undefined
  const canonical = isPlain ? text.replaceAll('+', '-').replaceAll('/', '_') : text
  return isBase64Url(canonical) ? { value: canonical, isPadded, isPlain } : undefined
}

/** Ends the verification for a wrong spelling, unless the caller tolerates it. */
export function tolerateSpelling(
  { isPadded, isPlain }: ThumbprintText,
  code: 'PAYLOAD_HEADER' | 'PAYLOAD_KEY_NOT_FOUND',
  path: Path,
  verification: Verification,
): void {
  if (isPadded) verification.tolerate('padded-thumbprint', code, { reason: 'thumbprint-padded', path })
  if (isPlain) verification.tolerate('base64-thumbprint', code, { reason: 'thumbprint-base64', path })
}
