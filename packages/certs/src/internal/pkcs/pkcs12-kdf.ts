/**
 * Key derivation of PKCS#12, which no library of Node offers.
 *
 * @module
 */
import { hash } from 'node:crypto'
import type { HashFunction } from './hashes.ts'

/** What the derived octets are for. @see RFC 7292, appendix B.3 */
export const PURPOSE = { key: 1, iv: 2, mac: 3 } as const

export interface Pkcs12KdfInput {
  readonly purpose: (typeof PURPOSE)[keyof typeof PURPOSE]
  /** UTF-16, with its two octets of zero. */
  readonly password: Uint8Array
  readonly salt: Uint8Array
  readonly iterations: number
  /** Octets wanted. */
  readonly length: number
}

/**
 * Derives octets from a passphrase. Takes `kdfRounds` rounds: limit them first where a file says how many.
 *
 * @see RFC 7292, appendix B.2; the letters are those of the steps
 */
export function pkcs12Kdf(
  { name, size, block: v }: HashFunction,
  { purpose, password, salt, iterations, length }: Pkcs12KdfInput,
): Uint8Array {
  const saltLength = repeatedLength(salt, v)
  const passwordLength = repeatedLength(password, v)
  // D ‖ I in one buffer; I = S ‖ P changes from block to block.
  const buffer = Buffer.alloc(v + saltLength + passwordLength)
  buffer.fill(purpose, 0, v)
  repeat(buffer, v, saltLength, salt)
  repeat(buffer, v + saltLength, passwordLength, password)
  const derived = new Uint8Array(length)
  for (let at = 0; at < length; at += size) {
    let a = hash(name, buffer, 'buffer')
    for (let round = 1; round < iterations; round++) a = hash(name, a, 'buffer')
    derived.set(a.subarray(0, length - at), at)
    if (at + size < length) addToBlocks(buffer.subarray(v), a, v)
  }
  buffer.fill(0)
  return derived
}

/** Rounds of hashing that a derivation takes: the output comes in blocks. */
export function kdfRounds(size: number, length: number, iterations: number): number {
  return iterations * Math.ceil(length / size)
}

function repeatedLength(part: Uint8Array, v: number): number {
  return v * Math.ceil(part.length / v)
}

function repeat(buffer: Uint8Array, start: number, length: number, part: Uint8Array): void {
  for (let index = 0; index < length; index++) buffer[start + index] = part[index % part.length] ?? 0
}

/** Step 6 C: I_j = (I_j + B + 1) mod 2^v, where B repeats A. */
function addToBlocks(i: Uint8Array, a: Uint8Array, v: number): void {
  for (let start = 0; start < i.length; start += v) {
    let carry = 1
    for (let index = v - 1; index >= 0; index--) {
      carry += (i[start + index] ?? 0) + (a[index % a.length] ?? 0)
      i[start + index] = carry & 0xff
      carry >>= 8
    }
  }
}
