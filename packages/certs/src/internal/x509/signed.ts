/**
 * What certificates and requests have around what they say: a signature, and how it was made.
 *
 * @module
 */
import { type DerNode, fieldsOf, TAG } from '../der/read-der.ts'
import { readBitStringOctets } from '../der/values.ts'
import type { SignatureAlgorithm } from './certificate.ts'
import { readInput } from './input.ts'
import { readSignatureAlgorithm } from './public-key.ts'

export interface Signed {
  readonly der: Uint8Array
  /** What is signed. */
  readonly tbs: DerNode
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly signature: Uint8Array
}

/** How the norm of an object calls it and its fields. */
export interface SignedNames {
  readonly whole: string
  readonly tbs: string
  readonly signature: string
}

/** Copies the input and reads its three fields. @see RFC 5280, section 4.1; RFC 2986, section 4.2 */
export function readSigned(bytes: Uint8Array, names: SignedNames): Signed {
  const root = readInput(bytes, names.whole)
  const fields = fieldsOf(root)
  const tbs = fields.next(names.tbs, TAG.sequence)
  const signatureAlgorithm = readSignatureAlgorithm(fields.next('signatureAlgorithm', TAG.sequence))
  const signature = readBitStringOctets(fields.next(names.signature, TAG.bitString))
  fields.end()
  return { der: root.bytes, tbs, signatureAlgorithm, signature }
}
