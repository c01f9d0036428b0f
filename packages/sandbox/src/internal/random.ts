/**
 * Randomness that a seed makes repeatable.
 *
 * @module
 */
import type { RandomSource } from '@pixkit/core/txid'
import { createHash, randomFillSync } from 'node:crypto'

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
    if (seed === undefined) return takeRandom(length)
    const blocks = Array.from({ length: Math.ceil(length / 32) }, block)
    return Uint8Array.from(Buffer.concat(blocks).subarray(0, length))
  }
  return {
    bytes,
    fraction: () => Buffer.from(bytes(4)).readUInt32BE() / 2 ** 32,
  }
}

const POOL_BYTES = 16 * 1024
let pool = new Uint8Array(0)

/** The platform is asked for many bytes at once: a call costs more than they do. No byte is given out twice. */
function takeRandom(length: number): Uint8Array {
  if (pool.length < length) pool = randomFillSync(new Uint8Array(Math.max(POOL_BYTES, length)))
  const taken = pool.slice(0, length)
  pool = pool.subarray(length)
  return taken
}
