/**
 * Hash functions by their identifiers.
 *
 * @module
 */
import { HASH } from '../x509/oids.ts'
import { HMAC } from './oids.ts'

export interface HashFunction {
  /** Identifier of its digests. */
  readonly oid: string
  /** As `node:crypto` calls it. */
  readonly name: string
  /** Octets of a digest. */
  readonly size: number
  /** Octets of an input block. */
  readonly block: number
}

export const MD5: HashFunction = { oid: HASH.md5, name: 'md5', size: 16, block: 64 }
export const SHA1: HashFunction = { oid: HASH.sha1, name: 'sha1', size: 20, block: 64 }
export const SHA256: HashFunction = { oid: HASH.sha256, name: 'sha256', size: 32, block: 64 }
const SHA224: HashFunction = { oid: HASH.sha224, name: 'sha224', size: 28, block: 64 }
const SHA384: HashFunction = { oid: HASH.sha384, name: 'sha384', size: 48, block: 128 }
const SHA512: HashFunction = { oid: HASH.sha512, name: 'sha512', size: 64, block: 128 }
const SHA512_224: HashFunction = { oid: HASH.sha512_224, name: 'sha512-224', size: 28, block: 128 }
const SHA512_256: HashFunction = { oid: HASH.sha512_256, name: 'sha512-256', size: 32, block: 128 }

const DIGESTS = [MD5, SHA1, SHA224, SHA256, SHA384, SHA512, SHA512_224, SHA512_256]

const HMACS: Readonly<Record<string, HashFunction>> = {
  [HMAC.sha1]: SHA1,
  [HMAC.sha224]: SHA224,
  [HMAC.sha256]: SHA256,
  [HMAC.sha384]: SHA384,
  [HMAC.sha512]: SHA512,
  [HMAC.sha512_224]: SHA512_224,
  [HMAC.sha512_256]: SHA512_256,
}

/** The hash function of a digest. */
export function digestOf(oid: string): HashFunction | undefined {
  return DIGESTS.find((hash) => hash.oid === oid)
}

/** The hash function inside an HMAC. */
export function hmacOf(oid: string): HashFunction | undefined {
  return Object.hasOwn(HMACS, oid) ? HMACS[oid] : undefined
}
