/**
 * What may be a passphrase, and how often it is stirred.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { assertInteger, invalid } from '../arguments.ts'
import { isWellFormed } from '../text.ts'

/** OpenSSL, and with it Node, hands over no more when it opens a key. */
const MAX_OCTETS = 1024
/** RFC 8018, section 4.2, asks for at least 1,000. */
const MIN_ITERATIONS = 1_000

/**
 * Checks a passphrase: whole Unicode characters, no NUL (at which programs in C stop reading), at most 1024 octets.
 *
 * @throws {TypeError} It is no string.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`.
 */
export function assertPassphrase(passphrase: string, minOctets: 0 | 1): void {
  assertString(passphrase, 'passphrase')
  if (passphrase.includes('\0') || !isWellFormed(passphrase)) throw invalid(['passphrase'], '[^\\0]*')
  const octets = new TextEncoder().encode(passphrase).length
  if (octets < minOctets || octets > MAX_OCTETS) throw invalid(['passphrase'], `${minOctets}…${MAX_OCTETS}`)
}

/**
 * Checks a number of rounds.
 *
 * @param max - So that `readCredentials` opens, within its own limit, what was written.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`.
 */
export function assertIterations(iterations: number, max: number): void {
  assertInteger(iterations, MIN_ITERATIONS, max, 'iterations')
}
