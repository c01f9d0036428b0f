/**
 * A client certificate that ends.
 *
 * @module
 */
import { emit, type HttpHooks } from '@pixkit/http/hooks'
import { bacenIssue } from './failure.ts'

const DAY_MS = 86_400_000
/** Banks take days to hand out another one. The number is a choice of pixkit. */
const WARN_DAYS = 30

/** Tells `onWarning` of a certificate that has expired, or does within 30 days: the bank only hangs up. */
export function warnOfCertificate(hooks: HttpHooks, expiresAt: number | undefined, now: number): void {
  if (expiresAt === undefined || expiresAt - now > WARN_DAYS * DAY_MS) return
  const reason = expiresAt <= now ? 'certificate-expired' : 'certificate-expires'
  const params = { date: new Date(expiresAt).toISOString().slice(0, 10) }
  const issue = bacenIssue('BACEN_SETTINGS', 'warning', { reason, path: ['certificate'], params })
  emit(hooks, 'onWarning', { operation: undefined, issue, requestId: undefined })
}
