/**
 * Step 6: one compact JWS, in the one spelling that it has.
 *
 * @module
 */
import type { ReasonOf } from '../../codes.ts'
import { hasCanonicalEnd } from '../base64.ts'
import { COMPACT_JWS, MAX_BODY_BYTES } from '../compact-jws.ts'
import { payloadFailure } from '../failure.ts'
import type { Verification } from '../verification.ts'

export interface JwsParts {
  /** The whole, as received. */
  readonly jws: string
  readonly header: string
  /** Closed: nobody decodes it before the signature is proven. */
  readonly payload: string
  readonly signature: string
}

/**
 * Cuts a compact JWS into its parts; what is between the dots of the payload stays closed until the signature is proven.
 *
 * Refuses white space, also at the end, and every second spelling of the same bytes, so that a changed character is always
 * another JWS.
 *
 * @see RFC 7515, sections 2, 3.1 and 5.2; Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.2
 */
export function splitJws(body: string | Uint8Array): JwsParts {
  if (body.length > MAX_BODY_BYTES) {
    throw payloadFailure('PAYLOAD_BODY', { reason: 'too-large', params: { max: MAX_BODY_BYTES } })
  }
  const jws = typeof body === 'string' ? body : new TextDecoder('utf-8', { ignoreBOM: true }).decode(body)
  const first = jws.indexOf('.')
  const second = jws.indexOf('.', first + 1)
  const header = jws.slice(0, first)
  const payload = jws.slice(first + 1, second)
  const signature = jws.slice(second + 1)
  if (!COMPACT_JWS.test(jws)) throw payloadFailure('PAYLOAD_BODY', { reason: faultOf(jws) })
  const isCanonical = hasCanonicalEnd(header) && hasCanonicalEnd(payload) && hasCanonicalEnd(signature)
  if (!isCanonical) throw payloadFailure('PAYLOAD_BODY', { reason: 'not-canonical' })
  return { jws, header, payload, signature }
}

/**
 * Looks at the name that the server gave to what is a JWS. Older texts of the norm did not say which, so that another is a
 * warning.
 *
 * @param contentType - With its parameters; empty when there was none.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.2, note 49; RFC 7515, section 9.2.1
 */
export function checkContentType(contentType: string, verification: Verification): void {
  const [type = ''] = contentType.split(';', 1)
  if (type.trim().toLowerCase() !== 'application/jose') verification.warn('PAYLOAD_BODY', { reason: 'content-type' })
}

function faultOf(jws: string): ReasonOf<'PAYLOAD_BODY'> {
  const parts = jws.split('.', 4)
  if (parts.length !== 3 || parts.includes('')) return 'not-compact-jws'
  return /\s/.test(jws) ? 'white-space' : 'not-base64url'
}
