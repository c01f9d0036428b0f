import { httpFailure } from '@pixkit/http/failure'
import type { CallEvent } from '@pixkit/http/hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { afterEach, describe, expect, test } from 'vitest'
import { CHANNELS, diagnosticsHooks } from './diagnostics.ts'

const call: CallEvent = {
  operation: 'cob.get',
  method: 'GET',
  host: 'pix.banco.example',
  path: '/cob/{txid}',
  attempt: 1,
}
const error = httpFailure('HTTP_CONNECT', { reason: 'reset' })
const events = {
  onRequest: call,
  onResponse: { ...call, status: 200, durationMs: 12, requestId: 'a' },
  onError: { ...call, error, durationMs: 12 },
  onRetry: { ...call, error, delayMs: 100 },
  onToken: { host: call.host, scopesAsked: ['cob.read'], scopesGranted: undefined, expiresInMs: 1 },
  onWarning: {
    operation: 'cob.get',
    issue: { code: 'BACEN_RESPONSE', severity: 'warning' as const, path: [], params: {} },
  },
}
type Name = keyof typeof events
const names = Object.keys(events) as Name[]
const tell = (name: Name): void => (diagnosticsHooks()[name] as ((event: unknown) => void) | undefined)?.(events[name])

const seen: unknown[] = []
const listener = (message: unknown, name: string | symbol): void => void seen.push([name, message])

afterEach(() => {
  for (const name of names) unsubscribe(CHANNELS[name], listener)
  seen.length = 0
})

describe('diagnosticsHooks', () => {
  test.each(names)('%s is heard on its channel, as it is, and on no other', (name) => {
    for (const each of names) subscribe(CHANNELS[each], listener)
    tell(name)
    expect(seen).toEqual([[`pixkit:http:${name.slice(2).toLowerCase()}`, events[name]]])
  })

  test.each(names)('%s is no hook while nobody listens', (name) => {
    const hooks = diagnosticsHooks()
    expect(hooks[name]).toBeUndefined()
    subscribe(CHANNELS[name], listener)
    expect(hooks[name]).toBeTypeOf('function')
    unsubscribe(CHANNELS[name], listener)
    expect(hooks[name]).toBeUndefined()
  })
})
