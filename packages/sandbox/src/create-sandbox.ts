/**
 * Makes a sandbox.
 *
 * @module
 */
import { newTxid } from '@pixkit/core/txid'
import { createWorld } from './internal/create-world.ts'
import { defaultAccount } from './internal/default-account.ts'
import { noJournal } from './internal/journal.ts'
import { createRandom } from './internal/random.ts'
import { createTime } from './internal/time.ts'
import type { World } from './internal/world.ts'
import type { SandboxOptions } from './options.ts'
import { bacen } from './personalities.ts'

/** The world of a sandbox, for its own tests; `createSandbox` is what stands on it. */
export function createSandboxWorld(options: SandboxOptions = {}): World {
  const { personality = bacen, account, seed, clock } = options
  const random = createRandom(seed)
  const journal = noJournal
  const standsAt = clock === undefined ? undefined : Date.parse(clock)
  const time = createTime(journal, () => newTxid({ random: random.bytes }), standsAt)
  return createWorld({
    account: { ...defaultAccount, ...account },
    personality,
    locationHost: 'pix.sandbox.example',
    journal,
    random,
    time,
  })
}
