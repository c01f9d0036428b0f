/**
 * Addresses of webhooks.
 *
 * @module
 */
import * as v from 'valibot'
import { isLoopback } from '../is-loopback.ts'
import type { Schema } from './object.ts'
import { telling } from './shared.ts'

const URL_START = /^[a-z][a-z0-9+.-]*:\/\/[^\s]+$/i

/**
 * Address of a webhook. The norm takes any URI and says that banks call over mTLS, so http is refused but for a name of the machine itself, where
 * a sandbox may call (choice of pixkit).
 */
export const webhookUrl: Schema<string> = /* @__PURE__ */ telling(
  v.custom<string>(
    (value) => typeof value === 'string' && urlReason(value) === undefined,
    ({ input }) => {
      if (input === undefined) return 'missing'
      return typeof input === 'string' ? (urlReason(input) ?? 'url') : 'type'
    },
  ),
  'string',
)

function urlReason(text: string): 'url' | 'url-not-https' | undefined {
  const url = urlOf(text)
  // A bank that calls sends no password that stands in an address, and no fragment ever.
  if (url === undefined || url.username !== '' || url.password !== '' || url.hash !== '') return 'url'
  if (url.protocol === 'https:') return undefined
  return url.protocol === 'http:' && isLoopback(url.hostname) ? undefined : 'url-not-https'
}

function urlOf(text: string): URL | undefined {
  if (!URL_START.test(text)) return undefined
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}
