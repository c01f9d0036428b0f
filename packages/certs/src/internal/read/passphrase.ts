/**
 * A passphrase as bytes: programs disagree.
 *
 * @module
 */
import { bmpPassword } from '../pkcs/bmp-password.ts'

export interface Passphrase {
  /** For the key derivation of PKCS#12: UTF-16 with two octets of zero at the end. In the order to try. */
  readonly bmp: readonly Uint8Array[]
  /** For PKCS#5 and for PEM encryption. In the order to try. */
  readonly octets: readonly Uint8Array[]
  /** Whether the caller gave one; without, files with an empty one are opened all the same. */
  readonly isGiven: boolean
}

/**
 * Lists the forms in which a passphrase may have been used.
 *
 * - The standard ones: BMPString, and UTF-8. @see RFC 7292, appendix B.1; RFC 8018, section 3
 * - An empty one also as no octets at all: writers differ, and openssl reads both.
 * - Beyond ASCII, as openssl before 1.1.0 did: each octet of UTF-8 as one character of the BMPString.
 * - Beyond ASCII, the low octet of each character, as node-forge does and as consoles of Windows hand it to openssl.
 */
export function passphraseForms(passphrase: string | undefined): Passphrase {
  const text = passphrase ?? ''
  const utf8 = Buffer.from(text, 'utf8')
  const latin1 = Buffer.from(text, 'latin1')
  const isGiven = passphrase !== undefined
  if (text === '') return { bmp: [bmpPassword(''), new Uint8Array(0)], octets: [utf8], isGiven }
  if (utf8.length === text.length) return { bmp: [bmpPassword(text)], octets: [utf8], isGiven }
  return { bmp: [bmpPassword(text), bmpPassword(utf8.toString('latin1'))], octets: [utf8, latin1], isGiven }
}
