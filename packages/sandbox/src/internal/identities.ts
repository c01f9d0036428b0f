/**
 * The keys and certificates of one sandbox. All of them say so in their names.
 *
 * @module
 */
import type { Identity } from '@pixkit/certs'
import { createCa } from '@pixkit/certs/create-ca'
import { createClientIdentity, createServerIdentity } from '@pixkit/certs/create-identity'
import { readCredentials } from '@pixkit/certs/read-credentials'
import { selectIdentity } from '@pixkit/certs/select-identity'
import { toPemPair } from '@pixkit/certs/to-pem'
import type { World } from './world.ts'

export interface Identities {
  readonly ca: Identity
  /** For `localhost`, `127.0.0.1` and `::1`; also for a receiver of webhooks on this machine. */
  readonly server: Identity
  readonly client: Identity
  /** What webhooks show to their receivers. */
  readonly webhook: Identity
  /** Signs locations, for their host. */
  readonly jws: Identity
}

export const LOCAL_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '::1']

const KIND = 'identity'
const NAMES = ['ca', 'server', 'client', 'webhook', 'jws'] as const
/** From before Pix, for a century: payers look at the date of the sandbox, which may move by years before anybody asks for these. */
const LONG = { now: Date.UTC(2020, 0), days: 36_525 }
const DAY_MS = 86_400_000

/** Those that the journal has, while they are valid for another day; else new ones, which it keeps. */
export async function openIdentities(world: World): Promise<Identities> {
  const { journal } = world
  const kept = readKept(world)
  if (kept !== undefined) return kept
  const made = await createIdentities(world)
  journal.together(() => {
    for (const name of NAMES) journal.write(KIND, { id: name, madeAt: world.clock.now(), value: toPemPair(made[name]) })
  })
  return made
}

async function createIdentities({ locationHost }: World): Promise<Identities> {
  const ca = await createCa({ name: 'pixkit sandbox CA - not for production', ...LONG })
  const [server, client, webhook, jws] = await Promise.all([
    createServerIdentity(ca, [...LOCAL_HOSTS, locationHost], { subject: named('pixkit sandbox server') }),
    createClientIdentity(ca, { subject: named('pixkit sandbox client') }),
    createClientIdentity(ca, { subject: named('pixkit sandbox webhook') }),
    createServerIdentity(ca, [locationHost], { subject: named('pixkit sandbox JWS'), ...LONG }),
  ])
  return { ca, server, client, webhook, jws }
}

function named(value: string): [{ type: 'CN'; value: string }] {
  return [{ type: 'CN', value }]
}

function readKept({ journal }: World): Identities | undefined {
  const kept = new Map<string, Identity>()
  for (const { id, value } of journal.load(KIND)) {
    const { cert, key } = value as { readonly cert: string; readonly key: string }
    kept.set(id, selectIdentity(readCredentials(`${cert}\n${key}`)))
  }
  const tomorrow = Date.now() + DAY_MS
  const isComplete = NAMES.every((name) => (kept.get(name)?.certificate.notAfter ?? 0) > tomorrow)
  return isComplete ? (Object.fromEntries(kept) as unknown as Identities) : undefined
}
