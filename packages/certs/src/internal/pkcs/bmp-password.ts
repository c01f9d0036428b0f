/**
 * A passphrase as the key derivation of PKCS#12 takes it.
 *
 * @module
 */
import { utf16be } from '../der/write-der.ts'

/** UTF-16 with two octets of zero at the end, also when it is empty. @see RFC 7292, appendix B.1 */
export function bmpPassword(passphrase: string): Uint8Array {
  return utf16be(`${passphrase}\0`)
}
