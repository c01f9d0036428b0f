/**
 * Makes what a sandbox stands on, from its options.
 *
 * @module
 */
import type { Transport } from '@pixkit/http'
import { newTxid } from '@pixkit/core/txid'
import type { SandboxOptions } from '../options.ts'
import { bacen } from '../personalities.ts'
import type { SandboxContext } from './context.ts'
import { createWorld } from './create-world.ts'
import { defaultAccount } from './default-account.ts'
import { failure } from './failure.ts'
import { createFaults } from './faults/faults.ts'
import { type Identities, openIdentities } from './identities.ts'
import { createMemoryJournal } from './journal.ts'
import { createRandom } from './random.ts'
import { openSqliteJournal } from './sqlite-journal.ts'
import { runTask } from './tasks.ts'
import { createTime } from './time.ts'

/** Host of the locations: RFC 2606 keeps it out of every network. */
const LOCATION_HOST = 'pix.sandbox.example'

export interface OpenContext {
  readonly context: SandboxContext
  readonly close: () => Promise<void>
}

/** Its time runs. */
export function createContext(options: SandboxOptions = {}): OpenContext {
  const { personality = bacen, account, seed, clock, hooks = {} } = options
  const standsAt = clock === undefined ? undefined : Date.parse(clock)
  if (Number.isNaN(standsAt)) throw failure('SANDBOX_OPTION', { reason: 'clock', path: ['clock'] })
  const random = createRandom(seed)
  const journal = options.data === undefined ? createMemoryJournal() : openSqliteJournal(options.data)
  const time = createTime(journal, () => newTxid({ random: random.bytes }), standsAt)
  const world = createWorld({
    // Banks make keys at runtime: the list is the sandbox's own.
    account: { ...defaultAccount, ...account, chaves: [...(account?.chaves ?? defaultAccount.chaves)] },
    personality,
    locationHost: LOCATION_HOST,
    journal,
    random,
    time,
  })
  let made: Promise<Identities> | undefined
  const identities = (): Promise<Identities> => (made ??= openIdentities(world))
  const outgoing = options.transport === undefined ? createOutgoing(identities) : undefined
  const transport = options.transport ?? (outgoing?.transport as Transport)
  const bareTransport = outgoing?.bareTransport
  const context: SandboxContext = { world, faults: createFaults(random), hooks, identities, transport, bareTransport }
  time.start(
    (task) => runTask(context, task),
    (error) => hooks.onError?.(error),
  )
  return {
    context,
    async close() {
      await time.stop()
      await outgoing?.close()
      journal.close()
    },
  }
}

interface Outgoing {
  readonly transport: Transport
  readonly bareTransport: Transport
  close(): Promise<void>
}

/** Opened when the first webhook goes out. */
function createOutgoing(identities: () => Promise<Identities>): Outgoing {
  const opened: Promise<Transport & { close(): Promise<void> }>[] = []
  const open = async (showsCertificate: boolean): Promise<Transport & { close(): Promise<void> }> => {
    const [{ createNodeTransport }, { toPem, toPemPair }] = await Promise.all([
      import('@pixkit/http-node/node-transport'),
      import('@pixkit/certs/to-pem'),
    ])
    const { ca, webhook } = await identities()
    const shown = showsCertificate ? toPemPair(webhook) : {}
    return createNodeTransport({ ...shown, ca: [toPem(ca.certificate)], allowInsecureRequests: true })
  }
  const lazily = (showsCertificate: boolean): Transport => {
    let made: ReturnType<typeof open> | undefined
    return async (request) => {
      if (made === undefined) opened.push((made = open(showsCertificate)))
      return (await made)(request)
    }
  }
  return {
    transport: lazily(true),
    bareTransport: lazily(false),
    async close() {
      // One that could not be opened has nothing to close.
      await Promise.allSettled(opened.map(async (one) => (await one).close()))
    },
  }
}
