/**
 * Whether somebody knows a secret.
 *
 * @module
 */
import { timingSafeEqual } from 'node:crypto'

/** Takes as long for a text that is nearly right as for one that is not. */
export function isSame(given: string | undefined, expected: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
