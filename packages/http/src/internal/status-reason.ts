/**
 * Why an answer is none of success: by its status, and by the kind of its body.
 *
 * @module
 */
import type { ReasonOf } from '../codes.ts'
import type { BodyKind } from './answer.ts'

const REASONS: ReadonlyMap<number, ReasonOf<'HTTP_STATUS'>> = /* @__PURE__ */ new Map<number, ReasonOf<'HTTP_STATUS'>>([
  [400, 'bad-request'],
  [401, 'unauthorized'],
  [403, 'forbidden'],
  [404, 'not-found'],
  [405, 'method'],
  [408, 'timed-out'],
  [409, 'conflict'],
  [410, 'gone'],
  [413, 'too-large'],
  [415, 'unsupported-media-type'],
  [422, 'unprocessable'],
  [429, 'too-many-requests'],
  [500, 'server-error'],
  [501, 'not-implemented'],
  [502, 'gateway'],
  [503, 'unavailable'],
  [504, 'gateway'],
])

/** What a missing or unknown client certificate is answered with by servers that end TLS, beside nginx's own 495 and 496. */
export const CERTIFICATE_STATUSES: ReadonlySet<number> = /* @__PURE__ */ new Set([400, 401, 403, 495, 496])

/**
 * @see RFC 9110, section 15 (status codes); API Pix 2.9.0, description of the errors, for those that have a type of their own.
 */
export function statusReason(status: number, body: BodyKind): ReasonOf<'HTTP_STATUS'> {
  if (status < 400) return 'unexpected'
  // API Pix answers problems in JSON: a page comes from what stands before it.
  if (body === 'html' && status < 500) return CERTIFICATE_STATUSES.has(status) ? 'edge-certificate' : 'edge-html'
  return REASONS.get(status) ?? (status < 500 ? 'client-error' : 'server-error')
}
