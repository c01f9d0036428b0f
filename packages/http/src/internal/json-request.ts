/**
 * Requests that carry JSON.
 *
 * @module
 */

type Headers = Readonly<Record<string, string>>

/** @throws {TypeError} `body` is nothing that JSON can write: a circle, a bigint, a function. */
export function encodeJson(body: unknown): Uint8Array | undefined {
  if (body === undefined) return undefined
  let text: string | undefined
  try {
    text = JSON.stringify(body)
  } catch {
    // Its message quotes the names of members.
  }
  if (text === undefined) throw new TypeError('"body" must be a value that JSON can write')
  return new TextEncoder().encode(text)
}

/** The caller may set others; what proves who sends comes last. */
export function jsonHeaders(body: Uint8Array | undefined, own?: Headers, proof?: Headers): Headers {
  if (body === undefined) return { accept: 'application/json', ...own, ...proof }
  return { accept: 'application/json', 'content-type': 'application/json', ...own, ...proof }
}

/** Nothing for a URL with a user, which may come with a password. */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/?#@\s]+)(?:[/?#]|$)/.exec(url)?.[1] ?? ''
}
