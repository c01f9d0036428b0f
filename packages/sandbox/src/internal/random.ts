/**
 * Randomness that a seed makes repeatable.
 *
 * @module
 */
import type { RandomSource } from '@pixkit/core/txid'
import { createHash, randomBytes } from 'node:crypto'

export interface Random {
  /** For the makers of ids of `@pixkit/core`. */
  readonly bytes: RandomSource
  /** 0 to 1, without 1. */
  fraction(): number
}

/** Without a seed it is that of the platform. With one it is SHA-256 over seed and counter: for tests alone, anybody can foresee it. */
export function createRandom(seed?: string): Random {
  let counter = 0
  const block = (): Uint8Array => {
    counter += 1
    return createHash('sha256').update(`${seed}:${counter}`).digest()
  }
  const bytes: RandomSource = (length) => {
    if (seed === undefined) return randomBytes(length)
    const blocks = Array.from({ length: Math.ceil(length / 32) }, block)
    return Uint8Array.from(Buffer.concat(blocks).subarray(0, length))
  }
  return {
    bytes,
    fraction: () => Buffer.from(bytes(4)).readUInt32BE() / 2 ** 32,
  }
}
