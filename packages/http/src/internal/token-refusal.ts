/**
 * Why a bank grants no token.
 *
 * @module
 */
import type { ReasonOf } from '../codes.ts'
import type { TransportResponse } from '../transport.ts'
import { readBodyOf } from './answer.ts'
import { failureOfAnswer, type RefusalOptions } from './failure-of-answer.ts'
import { isMembers } from './members.ts'
import type { PixkitHttpError } from './pixkit-http-error.ts'
import { CERTIFICATE_STATUSES } from './status-reason.ts'

/** @see RFC 6749, section 5.2 */
const OAUTH_ERRORS: ReadonlyMap<unknown, ReasonOf<'HTTP_TOKEN'>> = /* @__PURE__ */ new Map<
  unknown,
  ReasonOf<'HTTP_TOKEN'>
>([
  ['invalid_client', 'credentials'],
  ['invalid_grant', 'grant'],
  ['invalid_request', 'request'],
  ['invalid_scope', 'scope'],
  ['unauthorized_client', 'grant'],
  ['unsupported_grant_type', 'grant'],
])

/** Makes the error of a refused token: by the word of OAuth, else by the status and the kind of the body. */
export function tokenRefusal(
  answer: TransportResponse,
  options: Omit<RefusalOptions<'HTTP_TOKEN'>, 'code' | 'reason' | 'operation'>,
): PixkitHttpError<'HTTP_TOKEN'> {
  return failureOfAnswer(answer, { ...options, code: 'HTTP_TOKEN', operation: 'token', reason: reasonOf(answer) })
}

/**
 * @see Guia Técnico de Integrações API Pix Sicredi, annex IV: 403 in JSON for a wrong client id or secret, a page where the
 *   certificate is the trouble.
 */
function reasonOf(answer: TransportResponse): ReasonOf<'HTTP_TOKEN'> {
  const { status } = answer
  const { kind, value } = readBodyOf(answer)
  if (status === 429) return 'too-many-requests'
  if (status >= 500) return 'unavailable'
  if (kind === 'html') return CERTIFICATE_STATUSES.has(status) ? 'edge-html' : 'html'
  const known = isMembers(value) ? OAUTH_ERRORS.get(value['error']) : undefined
  if (known !== undefined) return known
  if (status === 401 || status === 403) return 'credentials'
  return status === 400 ? 'request' : 'refused'
}
