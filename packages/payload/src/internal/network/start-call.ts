/**
 * The network of one call: who fetches, what is kept, how long it may take.
 *
 * @module
 */
import { assertTimeout } from '@pixkit/http/check-request'
import { type Deadline, startDeadline } from '@pixkit/http/deadline'
import type { Transport } from '@pixkit/http/transport'
import { createKeySetCache } from '../../key-set-cache.ts'
import type { VerifyLocationOptions } from '../../verify-options.ts'
import { assertVerifyOptions } from '../assert-options.ts'
import { type KeySetStore, storeOf } from './key-set-store.ts'

export interface Network {
  readonly transport: Transport
  readonly keySets: KeySetStore
  readonly timeoutMs: number
  /** To be ended by who started the call. */
  readonly deadline: Deadline
}

/** @throws {TypeError} An option is of the wrong type or out of bounds. */
export function startCall(options: VerifyLocationOptions): Network {
  assertVerifyOptions(options)
  const { codMun, keySets, signal, timeoutMs = 10_000, transport } = options
  if (typeof transport !== 'function' || (transport as unknown) === globalThis.fetch) {
    throw new TypeError('"transport" must be a Transport, such as createGuardedTransport() or fetchTransport(fetch)')
  }
  if (codMun !== undefined && typeof codMun !== 'string') throw new TypeError('"codMun" must be a string')
  assertTimeout(timeoutMs, 'timeoutMs')
  return {
    transport,
    keySets: storeOf(keySets ?? createKeySetCache()),
    timeoutMs,
    deadline: startDeadline(timeoutMs, signal),
  }
}
