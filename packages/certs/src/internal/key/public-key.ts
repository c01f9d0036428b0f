/**
 * Public keys as Node's own objects.
 *
 * @module
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import type { PublicKeyInfo } from '../x509/certificate.ts'
import { subjectPublicKeyOf } from '../x509/subject-public-key.ts'
import { sameBytes } from '../der/values.ts'

/** @returns `undefined` when Node knows no such key. */
export function publicKeyObject({ spki }: PublicKeyInfo): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

/**
 * Tells whether two public keys are the same numbers.
 *
 * Node compares EC points, however they are written. RSA and RSA-PSS are the same numbers under two names, so of them
 * only the numbers count.
 */
export function samePublicKey(left: KeyObject, right: KeyObject): boolean {
  if (isRsa(left) && isRsa(right)) return sameBytes(rsaNumbers(left), rsaNumbers(right))
  return left.asymmetricKeyType === right.asymmetricKeyType && left.equals(right)
}

/** A text that is equal for equal numbers, to look keys up by. */
export function publicKeyText(key: KeyObject): string {
  if (isRsa(key)) return `RSA ${Buffer.from(rsaNumbers(key)).toString('base64')}`
  try {
    const { crv, kty, x, y } = key.export({ format: 'jwk' })
    return [kty, crv, x, y].join(' ')
  } catch {
    // Curves that JOSE does not know.
    return `SPKI ${key.export({ format: 'der', type: 'spki' }).toString('base64')}`
  }
}

function isRsa({ asymmetricKeyType }: KeyObject): boolean {
  return asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss'
}

/** Modulus and exponent: the key itself, which Node writes in DER whatever it read. @see RFC 8017, appendix A.1.1 */
function rsaNumbers(key: KeyObject): Uint8Array {
  return subjectPublicKeyOf(key.export({ format: 'der', type: 'spki' }))
}
