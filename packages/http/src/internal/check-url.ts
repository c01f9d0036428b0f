/**
 * URLs that a transport over `fetch` calls.
 *
 * @module
 */
import { httpFailure } from '../failure.ts'

/** @throws {PixkitError} `HTTP_URL`: not absolute, another scheme than https, a user, a fragment. */
export function checkUrl(text: string, options: { readonly allowInsecureRequests: boolean }): void {
  // The URL is not told: what comes after the host may be a secret.
  if (!URL.canParse(text)) throw httpFailure('HTTP_URL', { reason: 'syntax' })
  const { protocol, username, password } = new URL(text)
  if (protocol !== 'https:' && !(options.allowInsecureRequests && protocol === 'http:')) {
    throw httpFailure('HTTP_URL', { reason: 'scheme' })
  }
  if (username !== '' || password !== '') throw httpFailure('HTTP_URL', { reason: 'user' })
  if (text.includes('#')) throw httpFailure('HTTP_URL', { reason: 'fragment' })
}
