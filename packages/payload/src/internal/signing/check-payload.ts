/**
 * The writer's own reading of what it is about to sign.
 *
 * @module
 */
import type { LocationKind } from '@pixkit/brcode/location'

export function checkPayload(bytes: Uint8Array, kind: LocationKind, now: number): void {
  void [bytes, kind, now]
}
