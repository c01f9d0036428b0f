/**
 * Random octets.
 *
 * @module
 */
import { randomBytes } from 'node:crypto'
import type { RandomSource } from '@pixkit/core/txid'

/** Random octets of the source that was given, or of `node:crypto`. @throws {TypeError} The source returns something else. */
export function randomOctets(length: number, random: RandomSource = randomBytes): Uint8Array {
  const bytes: unknown = random(length)
  if (!(bytes instanceof Uint8Array) || bytes.length !== length) {
    throw new TypeError(`"random" must return a Uint8Array of ${length} bytes`)
  }
  return bytes
}
