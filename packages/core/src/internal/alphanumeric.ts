/**
 * Unbiased random letters and digits.
 *
 * @module
 */

/** Returns that many random bytes, as `randomBytes` of `node:crypto` does. */
export type RandomSource = (length: number) => Uint8Array

export interface RandomOptions {
  /** Source of random bytes; WebCrypto's `getRandomValues` by default. Inject one only to make tests repeatable. */
  readonly random?: RandomSource | undefined
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const LARGEST_FAIR_BYTE = 4 * ALPHABET.length - 1

export function randomAlphanumeric(length: number, random: RandomSource = defaultRandom): string {
  let text = ''
  while (text.length < length) {
    const bytes = random(length)
    if (bytes.length !== length) throw new TypeError(`"random" must return ${length} bytes, got ${bytes.length}`)
    for (const byte of bytes) {
      // Bytes above 247 would make the first letters likelier than the others.
      if (byte <= LARGEST_FAIR_BYTE && text.length < length) text += ALPHABET[byte % ALPHABET.length]
    }
  }
  return text
}

const defaultRandom: RandomSource = (length) => crypto.getRandomValues(new Uint8Array(length))
