/**
 * Public keys as Node's own objects.
 *
 * @module
 */
import { createPublicKey, ECDH, type KeyObject } from 'node:crypto'
import type { PublicKeyInfo } from '../x509/certificate.ts'
import { subjectPublicKeyOf } from '../x509/subject-public-key.ts'

/** @returns `undefined` when Node knows no such key. */
export function publicKeyObject({ spki }: PublicKeyInfo): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

/**
 * A text that is equal for equal numbers, to compare keys and to look them up by.
 *
 * Of an EC point the numbers count, however it is written; RSA and RSA-PSS are the same numbers under two names.
 */
export function publicKeyText(key: KeyObject): string {
  if (isRsa(key)) return `RSA ${Buffer.from(rsaNumbers(key)).toString('base64')}`
  const { asymmetricKeyDetails: { namedCurve } = {}, asymmetricKeyType } = key
  const spki = key.export({ format: 'der', type: 'spki' })
  if (asymmetricKeyType !== 'ec' || namedCurve === undefined) return `SPKI ${spki.toString('base64')}`
  const point = ECDH.convertKey(subjectPublicKeyOf(spki), namedCurve, undefined, 'base64', 'uncompressed')
  return `EC ${namedCurve} ${String(point)}`
}

function isRsa({ asymmetricKeyType }: KeyObject): boolean {
  return asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss'
}

/** Modulus and exponent: the key itself, which Node writes in DER whatever it read. @see RFC 8017, appendix A.1.1 */
function rsaNumbers(key: KeyObject): Uint8Array {
  return subjectPublicKeyOf(key.export({ format: 'der', type: 'spki' }))
}
