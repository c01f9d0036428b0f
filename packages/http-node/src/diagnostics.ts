/**
 * What a client tells, on channels of `node:diagnostics_channel`: for meters and tracers that hear it without being handed in.
 *
 * @module
 */
import type { HttpHooks } from '@pixkit/http/hooks'
import { type Channel, channel } from 'node:diagnostics_channel'

/** `pixkit:http:request` and its siblings. Their messages are the events of `HttpHooks`: no secret, no key, no whole URL. */
export const CHANNELS: Readonly<Record<keyof HttpHooks, string>> = {
  onRequest: 'pixkit:http:request',
  onResponse: 'pixkit:http:response',
  onError: 'pixkit:http:error',
  onRetry: 'pixkit:http:retry',
  onToken: 'pixkit:http:token',
  onWarning: 'pixkit:http:warning',
}

/**
 * Makes hooks that publish. A channel without subscribers has no hook, so a client does not even make its events.
 *
 * @example
 * ```ts
 * import { diagnosticsHooks } from '@pixkit/http-node/diagnostics'
 * import { subscribe, unsubscribe } from 'node:diagnostics_channel'
 *
 * const hooks = diagnosticsHooks()
 * hooks.onRequest // undefined
 *
 * const seen: unknown[] = []
 * const listen = (event: unknown): void => void seen.push((event as { operation: string }).operation)
 * subscribe('pixkit:http:request', listen)
 * hooks.onRequest?.({ operation: 'cob.get', method: 'GET', host: 'pix.example.com', path: '/cob/{txid}', attempt: 1 })
 * seen // ['cob.get']
 * unsubscribe('pixkit:http:request', listen) // true
 * ```
 */
export function diagnosticsHooks(): HttpHooks {
  const hooks = {}
  for (const [name, title] of Object.entries(CHANNELS)) {
    const published = channel(title)
    const publish = (event: unknown): void => published.publish(event)
    Object.defineProperty(hooks, name, { enumerable: true, get: () => hookOf(published, publish) })
  }
  return hooks
}

function hookOf(published: Channel, publish: (event: unknown) => void): ((event: unknown) => void) | undefined {
  return published.hasSubscribers ? publish : undefined
}
