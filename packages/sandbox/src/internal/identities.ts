/**
 * The keys and certificates of one sandbox. All of them say so in their names.
 *
 * @module
 */
import type { Identity } from '@pixkit/certs'
import { createCa } from '@pixkit/certs/create-ca'
import { createClientIdentity, createServerIdentity } from '@pixkit/certs/create-identity'

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

/** Before Pix, and for a century: the clock of the sandbox may stand anywhere, and signers look at it. */
const EVER = { now: Date.UTC(2020, 0), days: 36_525 }

/** @param host - Of the locations. */
export async function createIdentities(host: string): Promise<Identities> {
  const ca = await createCa({ name: 'pixkit sandbox CA - not for production', ...EVER })
  const [server, client, webhook, jws] = await Promise.all([
    createServerIdentity(ca, [...LOCAL_HOSTS, host], { subject: named('pixkit sandbox server') }),
    createClientIdentity(ca, { subject: named('pixkit sandbox client') }),
    createClientIdentity(ca, { subject: named('pixkit sandbox webhook') }),
    createServerIdentity(ca, [host], { subject: named('pixkit sandbox JWS'), ...EVER }),
  ])
  return { ca, server, client, webhook, jws }
}

function named(value: string): [{ type: 'CN'; value: string }] {
  return [{ type: 'CN', value }]
}
