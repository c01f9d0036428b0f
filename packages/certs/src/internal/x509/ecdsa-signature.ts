/**
 * ECDSA signatures: from the DER of certificates to the fixed width of WebCrypto.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { type DerNode, fieldsOf, readDer } from '../der/read-der.ts'
import { readInteger } from '../der/values.ts'

/**
 * Turns a DER signature into `r` and `s` of a fixed width.
 *
 * @param size - Octets of the curve's order.
 * @returns `undefined` when it is no DER of two positive integers of that size: no signature.
 *
 * @see RFC 5480, appendix A (ECDSA-Sig-Value); Web Cryptography API, section 23 (ECDSA: raw `r` and `s`)
 */
export function rawEcdsaSignature(der: Uint8Array, size: number): Uint8Array | undefined {
  try {
    const fields = fieldsOf(readDer(der, 'signature'))
    const [r, s] = [readDigits(fields.next('r')), readDigits(fields.next('s'))]
    fields.end()
    if (![r, s].every(({ length }) => length > 0 && length <= size)) return undefined
    const raw = new Uint8Array(size * 2)
    raw.set(r, size - r.length)
    raw.set(s, size * 2 - s.length)
    return raw
  } catch (error) {
    if (isPixkitError(error)) return undefined
    throw error
  }
}

/** Digits of a positive integer; none when it is zero or negative. */
function readDigits(node: DerNode): Uint8Array {
  const { content } = readInteger(node)
  if ((content[0] ?? 0) >= 0x80) return new Uint8Array()
  return content[0] === 0 ? content.subarray(1) : content
}
