/**
 * What WebCrypto has to be told to verify a signature of a certificate.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import { contextTag, type DerFields, type DerNode, fieldsOf, readDer, TAG } from '../der/read-der.ts'
import { readOid, readSmallInteger } from '../der/values.ts'
import type { PublicKeyInfo, SignatureAlgorithm } from './certificate.ts'
import { HASH } from './oids.ts'
import { readAlgorithmIdentifier } from './public-key.ts'

/** Not SHA-1: its collisions can be bought. */
export type Hash = 'SHA-256' | 'SHA-384' | 'SHA-512'

export type SignatureScheme =
  | { readonly name: 'RSASSA-PKCS1-v1_5' | 'ECDSA'; readonly hash: Hash }
  | { readonly name: 'RSA-PSS'; readonly hash: Hash; readonly saltLength: number }
  | { readonly name: 'Ed25519' }

const HASHES: Readonly<Record<string, Hash>> = {
  [HASH.sha256]: 'SHA-256',
  [HASH.sha384]: 'SHA-384',
  [HASH.sha512]: 'SHA-512',
}

const MGF1 = '1.2.840.113549.1.1.8'

/** Octets of the largest RSA key that is computed with: no salt is longer. */
const MAX_SALT = 2_048

/**
 * Finds the scheme of a signature algorithm.
 *
 * @returns `undefined` for one that is not accepted: SHA-1, MD5 and SHA-224 (WebCrypto has neither of the two), DSA, Ed448,
 *   odd parameters of RSA-PSS, such as a salt that no key has room for.
 */
export function signatureScheme({ name, der }: SignatureAlgorithm): SignatureScheme | undefined {
  return name === 'RSA-PSS' ? pssScheme(der) : schemeByName(name)
}

/**
 * Hash and least salt that an RSA-PSS key is bound to.
 *
 * @returns `undefined` for a key that is bound to nothing, `'unknown'` for one whose bounds are not understood.
 *
 * @see RFC 4055, section 3.3
 */
export function pssKeyBounds({ spki, algorithm }: PublicKeyInfo): PssParameters | 'unknown' | undefined {
  if (algorithm !== 'RSA-PSS') return undefined
  const { parameters } = readAlgorithmIdentifier(fieldsOf(readDer(spki)).next('algorithm', TAG.sequence))
  return parameters === undefined ? undefined : (pssParameters(parameters) ?? 'unknown')
}

function schemeByName(name: string): SignatureScheme | undefined {
  if (name === 'Ed25519') return { name }
  const [, kind, bits] = /^(RSA|ECDSA)-SHA(256|384|512)$/.exec(name) ?? []
  if (bits === undefined) return undefined
  return { name: kind === 'RSA' ? 'RSASSA-PKCS1-v1_5' : 'ECDSA', hash: `SHA-${bits}` as Hash }
}

function pssScheme(der: Uint8Array): SignatureScheme | undefined {
  const { parameters } = readAlgorithmIdentifier(readDer(der, 'algorithm'))
  const found = parameters && pssParameters(parameters)
  return found && { name: 'RSA-PSS', ...found }
}

export interface PssParameters {
  readonly hash: Hash
  readonly saltLength: number
}

/**
 * Reads RSASSA-PSS-params; WebCrypto takes only MGF1 with the hash of the signature.
 *
 * @see RFC 4055, section 3.1
 */
function pssParameters(node: DerNode): PssParameters | undefined {
  try {
    const fields = fieldsOf(node)
    const hash = hashOf(explicit(fields, 'hashAlgorithm', 0))
    const generator = explicit(fields, 'maskGenAlgorithm', 1)
    const salt = explicit(fields, 'saltLength', 2)
    const trailer = explicit(fields, 'trailerField', 3)
    fields.end()
    const saltLength = salt === undefined ? 20 : readSmallInteger(salt)
    const isUsual = generatorHash(generator) === hash && (trailer === undefined || readSmallInteger(trailer) === 1)
    return hash !== undefined && isUsual && saltLength <= MAX_SALT ? { hash, saltLength } : undefined
  } catch (error) {
    if (isPixkitError(error)) return undefined
    throw error
  }
}

/** Absent stands for SHA-1, as below. */
function generatorHash(node: DerNode | undefined): Hash | undefined {
  if (node === undefined) return undefined
  const { oid, parameters } = readAlgorithmIdentifier(node)
  return oid === MGF1 && parameters !== undefined ? hashOf(parameters) : undefined
}

function hashOf(node: DerNode | undefined): Hash | undefined {
  if (node === undefined) return undefined
  const fields = fieldsOf(node)
  return HASHES[readOid(fields.next('algorithm', TAG.oid))]
}

function explicit(fields: DerFields, name: string, number: number): DerNode | undefined {
  const wrapper = fields.optional(name, contextTag(number))
  if (wrapper === undefined) return undefined
  const inside = fieldsOf(wrapper, contextTag(number))
  const value = inside.next(name)
  inside.end()
  return value
}
