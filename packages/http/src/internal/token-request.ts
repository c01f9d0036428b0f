/**
 * Requests of access tokens, in the shapes that banks want.
 *
 * @module
 */
import type { TransportRequest } from '../transport.ts'
import type { ExtraFields } from './token-types.ts'
import type { TokenSettings } from './token-settings.ts'

const GRANT_TYPE = 'client_credentials'

const CONTENT_TYPES = { form: 'application/x-www-form-urlencoded', json: 'application/json' } as const

/** Of an answer: tokens with dozens of claims have a few KiB. */
const MAX_BODY_BYTES = 256 * 1024

/**
 * Writes the request of a token. Id and secret never stand in the URL, which servers log.
 *
 * @see RFC 6749, section 4.4.2: grant_type and scope; section 2.3.1: the client
 */
export function tokenRequest(settings: TokenSettings): TransportRequest {
  const { shape, scopes, timeoutMs } = settings
  const fields: Record<string, string> = {}
  if (shape.grantType === 'body') fields['grant_type'] = GRANT_TYPE
  if (shape.client !== 'basic') fields['client_id'] = settings.clientId
  if (shape.client === 'body') fields['client_secret'] = settings.clientSecret ?? ''
  if (shape.sendsScope && scopes.length > 0) fields['scope'] = scopes.join(' ')
  const text = shape.body === 'json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString()
  return {
    method: 'POST',
    url: urlOf(settings),
    headers: {
      accept: 'application/json',
      ...valuesOf(settings.headers),
      'content-type': CONTENT_TYPES[shape.body],
      ...(shape.client === 'basic' ? { authorization: `Basic ${basicCredentials(settings)}` } : {}),
    },
    body: new TextEncoder().encode(text),
    maxBodyBytes: MAX_BODY_BYTES,
    timeoutMs,
  }
}

function urlOf({ url, shape, query }: TokenSettings): string {
  const target = new URL(url)
  if (shape.grantType === 'query') target.searchParams.set('grant_type', GRANT_TYPE)
  for (const [name, value] of Object.entries(valuesOf(query))) target.searchParams.set(name, value)
  return target.href
}

function valuesOf(fields: ExtraFields | undefined): Readonly<Record<string, string>> {
  return typeof fields === 'function' ? fields() : (fields ?? {})
}

/** Bytes of UTF-8, as RFC 7617 (section 2.1) recommends for all that is not ASCII. */
function basicCredentials({ clientId, clientSecret = '', basicEncoding }: TokenSettings): string {
  const encode = basicEncoding === 'form' ? formEncode : String
  const bytes = new TextEncoder().encode(`${encode(clientId)}:${encode(clientSecret)}`)
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

/** @see RFC 6749, appendix B */
function formEncode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1)
}
