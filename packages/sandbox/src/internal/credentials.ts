/**
 * Client id and secret of a sandbox that nobody gave any.
 *
 * @module
 */
import type { Sandbox } from '../options.ts'
import type { World } from './world.ts'

const KIND = 'credentials'

/** Those that the journal has, or new ones, which it keeps. */
export function openCredentials({ clock, journal, random }: World): Sandbox['credentials'] {
  const [kept] = journal.load(KIND)
  if (kept !== undefined) return kept.value as Sandbox['credentials']
  const value = {
    clientId: `sandbox-${Buffer.from(random.bytes(6)).toString('hex')}`,
    clientSecret: Buffer.from(random.bytes(24)).toString('base64url'),
  }
  journal.together(() => journal.write(KIND, { id: 'client', madeAt: clock.now(), value }))
  return value
}
