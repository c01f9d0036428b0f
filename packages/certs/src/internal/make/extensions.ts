/**
 * Writes the extensions of certificates and requests.
 *
 * @module
 */
import { hash } from 'node:crypto'
import { contextTag } from '../der/read-der.ts'
import { EXTENSION, extendedKeyUsageOid } from '../x509/oids.ts'
import { subjectPublicKeyOf } from '../x509/subject-public-key.ts'
import { bitString, boolean, integer, octetString, oid, sequence, writeDer } from '../der/write-der.ts'

/** Numbers of the bits, from the most significant. @see RFC 5280, section 4.2.1.3 */
const KEY_USAGE_BITS = { digitalSignature: 0, keyEncipherment: 2, keyCertSign: 5, cRLSign: 6 } as const

/** Authorities below authorities; the norm sets no limit. */
export const MAX_PATH_LENGTH = 100

/** @see RFC 5280, section 4.1 */
function extension(id: string, critical: boolean, value: Uint8Array): Uint8Array {
  // DEFAULT FALSE: what is not critical says nothing.
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value))
}

/** @param pathLength - Authorities that may follow below an authority; absent: any number. @see RFC 5280, section 4.2.1.9 */
export function basicConstraints(isCa: boolean, pathLength?: number): Uint8Array {
  const fields = isCa ? [boolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)])] : []
  return extension(EXTENSION.basicConstraints, true, sequence(...fields))
}

export function keyUsage(...usages: readonly (keyof typeof KEY_USAGE_BITS)[]): Uint8Array {
  const bits = usages.map((usage) => KEY_USAGE_BITS[usage])
  const octet = bits.reduce<number>((sum, bit) => sum | (0x80 >> bit), 0)
  // DER drops zeros at the end of a list of named bits.
  return extension(EXTENSION.keyUsage, true, bitString(Uint8Array.of(octet), 7 - Math.max(...bits)))
}

/** What makes an authority of a certificate. */
export function caExtensions(pathLength: number | undefined): readonly Uint8Array[] {
  return [basicConstraints(true, pathLength), keyUsage('keyCertSign', 'cRLSign')]
}

export function extendedKeyUsage(purpose: 'serverAuth' | 'clientAuth'): Uint8Array {
  return extension(EXTENSION.extKeyUsage, false, sequence(oid(extendedKeyUsageOid(purpose) ?? purpose)))
}

/** @param names - GeneralNames, DER. @param critical - When the subject is empty. @see RFC 5280, section 4.2.1.6 */
export function subjectAltName(names: Uint8Array, critical: boolean): Uint8Array {
  return extension(EXTENSION.subjectAltName, critical, names)
}

export function subjectKeyId(id: Uint8Array): Uint8Array {
  return extension(EXTENSION.subjectKeyIdentifier, false, octetString(id))
}

export function authorityKeyId(id: Uint8Array): Uint8Array {
  return extension(EXTENSION.authorityKeyIdentifier, false, sequence(writeDer(contextTag(0, 'primitive'), id)))
}

/**
 * Identifier of a key: SHA-1 of the bits of the key, without what says that they are one.
 *
 * @see RFC 5280, section 4.2.1.2, method 1. It names a key and protects nothing, so SHA-1 does.
 */
export function keyIdOf(spki: Uint8Array): Uint8Array {
  return Uint8Array.from(hash('sha1', subjectPublicKeyOf(spki), 'buffer'))
}
