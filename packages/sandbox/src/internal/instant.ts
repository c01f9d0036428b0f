/**
 * Instants, as answers write them.
 *
 * @module
 */
import type { World } from './world.ts'

/** RFC 3339, in UTC. */
export function instantNow({ clock }: Pick<World, 'clock'>): string {
  return new Date(clock.now()).toISOString()
}
