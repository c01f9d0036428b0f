/**
 * The name under which tokens of a client are kept where others keep theirs.
 *
 * @module
 */
import type { TokenSettings } from './token-settings.ts'

/** A hash over all that a token depends on: it tells nothing, and no two clients have the same. */
export async function tokenKey({ url, clientId, clientSecret, transport, scopes }: TokenSettings): Promise<string> {
  const parts = ['pixkit 1', url.href, clientId, clientSecret ?? null, transport.certificateSha256 ?? null]
  const text = JSON.stringify([...parts, [...new Set(scopes)].sort()])
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
