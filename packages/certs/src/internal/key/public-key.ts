/**
 * Public keys as Node's own objects, and as texts that can be compared.
 *
 * @module
 */
import { createPublicKey, ECDH, type KeyObject } from 'node:crypto'
import type { PrivateKey } from '../../credentials.ts'
import type { PublicKeyInfo } from '../x509/certificate.ts'
import { subjectPublicKeyOf } from '../x509/subject-public-key.ts'

/** @returns `undefined` when Node knows no such key, or reads it and cannot write it. */
export function publicKeyObject({ spki }: PublicKeyInfo): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    // Parameters of RSA-PSS that make no sense come to light here, and not where the key is used.
    key.export({ format: 'der', type: 'spki' })
    return key
  } catch {
    return undefined
  }
}

/** `undefined`: a key that can be read and not written; it is that of nobody. */
const texts = /* @__PURE__ */ new WeakMap<object, string | undefined>()

/**
 * As {@link publicKeyText}, for the key of a certificate or request. Parsed once per object: files with many keys and many
 * certificates compare each with each.
 *
 * @returns `undefined` when Node does not know the key, or cannot write it.
 */
export function textOfPublicKey(info: PublicKeyInfo): string | undefined {
  return remembered(info, () => {
    const key = publicKeyObject(info)
    return key && publicKeyText(key)
  })
}

/** As {@link textOfPublicKey}, for the public half of a private key. */
export function textOfPrivateKey({ key }: Pick<PrivateKey, 'key'>): string | undefined {
  return remembered(key, () => publicKeyText(createPublicKey(key)))
}

function remembered(key: object, read: () => string | undefined): string | undefined {
  if (!texts.has(key)) texts.set(key, attempt(read))
  return texts.get(key)
}

function attempt(read: () => string | undefined): string | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

/**
 * A text that is equal for equal numbers, to compare keys and to look them up by.
 *
 * Of an EC point the numbers count, however it is written; RSA and RSA-PSS are the same numbers under two names.
 *
 * @throws {Error} Of OpenSSL, when it cannot write the key.
 */
export function publicKeyText(key: KeyObject): string {
  // First of all: asked for the details of an EC key that OpenSSL cannot write, Node ends the process.
  const spki = key.export({ format: 'der', type: 'spki' })
  // Modulus and exponent: the key itself, which Node writes in DER whatever it read (RFC 8017, appendix A.1.1).
  if (isRsa(key)) return `RSA ${Buffer.from(subjectPublicKeyOf(spki)).toString('base64')}`
  const { asymmetricKeyDetails: { namedCurve } = {}, asymmetricKeyType } = key
  if (asymmetricKeyType !== 'ec' || namedCurve === undefined) return `SPKI ${spki.toString('base64')}`
  const point = ECDH.convertKey(subjectPublicKeyOf(spki), namedCurve, undefined, 'base64', 'uncompressed')
  return `EC ${namedCurve} ${String(point)}`
}

function isRsa({ asymmetricKeyType }: KeyObject): boolean {
  return asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss'
}
