/** @module Repeatable random numbers for the mutations: the same seed gives the same codes. */

/** Draws from one seed. */
export interface Random {
  /** Integer from 0 to `below` - 1. */
  int: (below: number) => number
  chance: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** `length` characters of `alphabet`. */
  text: (alphabet: string, length: number) => string
}

/** The generator known as mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const int = (below: number): number => Math.floor(next() * below)
  return {
    int,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]): T => list[int(list.length)] as T,
    text: (alphabet, length) => Array.from({ length }, () => alphabet[int(alphabet.length)]).join(''),
  }
}
