/**
 * URLs of servers that the caller chose, for those who write a transport.
 *
 * @module
 */
import { httpFailure } from './failure.ts'

/**
 * Reads the URL of a request.
 *
 * @throws {PixkitError} `HTTP_URL`, with the reason `syntax` (not absolute), `scheme` (another than https), `user` or `fragment`.
 *
 * @example
 * ```ts
 * import { readUrl } from '@pixkit/http/read-url'
 *
 * readUrl('https://pix.example.com/cob/1?revisao=0').pathname // '/cob/1'
 * ```
 */
export function readUrl(text: string, options: { readonly allowInsecureRequests?: boolean | undefined } = {}): URL {
  const url = parse(text)
  const { protocol, username, password } = url
  if (protocol !== 'https:' && !(options.allowInsecureRequests === true && protocol === 'http:')) {
    throw httpFailure('HTTP_URL', { reason: 'scheme' })
  }
  if (username !== '' || password !== '') throw httpFailure('HTTP_URL', { reason: 'user' })
  if (text.includes('#')) throw httpFailure('HTTP_URL', { reason: 'fragment' })
  return url
}

/** Parsed once. The URL is not told in the error: what comes after the host may be a secret. */
function parse(text: string): URL {
  try {
    return new URL(text)
  } catch {
    throw httpFailure('HTTP_URL', { reason: 'syntax' })
  }
}
