/**
 * Hash functions by their identifiers.
 *
 * @module
 */

export interface HashFunction {
  /** As `node:crypto` calls it. */
  readonly name: string
  /** Octets of a digest. */
  readonly size: number
  /** Octets of an input block. */
  readonly block: number
}

const SHA1 = { name: 'sha1', size: 20, block: 64 }
const SHA224 = { name: 'sha224', size: 28, block: 64 }
const SHA256 = { name: 'sha256', size: 32, block: 64 }
const SHA384 = { name: 'sha384', size: 48, block: 128 }
const SHA512 = { name: 'sha512', size: 64, block: 128 }
const SHA512_224 = { name: 'sha512-224', size: 28, block: 128 }
const SHA512_256 = { name: 'sha512-256', size: 32, block: 128 }
const MD5 = { name: 'md5', size: 16, block: 64 }

/** @see RFC 8017, appendix B.1 */
const DIGESTS: Readonly<Record<string, HashFunction>> = {
  '1.2.840.113549.2.5': MD5,
  '1.3.14.3.2.26': SHA1,
  '2.16.840.1.101.3.4.2.1': SHA256,
  '2.16.840.1.101.3.4.2.2': SHA384,
  '2.16.840.1.101.3.4.2.3': SHA512,
  '2.16.840.1.101.3.4.2.4': SHA224,
  '2.16.840.1.101.3.4.2.5': SHA512_224,
  '2.16.840.1.101.3.4.2.6': SHA512_256,
}

/** @see RFC 8018, appendix B.1.2 */
const HMACS: Readonly<Record<string, HashFunction>> = {
  '1.2.840.113549.2.7': SHA1,
  '1.2.840.113549.2.8': SHA224,
  '1.2.840.113549.2.9': SHA256,
  '1.2.840.113549.2.10': SHA384,
  '1.2.840.113549.2.11': SHA512,
  '1.2.840.113549.2.12': SHA512_224,
  '1.2.840.113549.2.13': SHA512_256,
}

export const HMAC_SHA1 = '1.2.840.113549.2.7'

export function digestOf(oid: string): HashFunction | undefined {
  return Object.hasOwn(DIGESTS, oid) ? DIGESTS[oid] : undefined
}

export function hmacOf(oid: string): HashFunction | undefined {
  return Object.hasOwn(HMACS, oid) ? HMACS[oid] : undefined
}

export { MD5, SHA1 }
