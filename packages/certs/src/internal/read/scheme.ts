/**
 * What an algorithm identifier of an encrypted part says.
 *
 * @module
 */
import { type DerNode, fieldsOf } from '../der/read-der.ts'
import { readSmallInteger } from '../der/values.ts'
import type { AlgorithmIdentifier } from '../x509/public-key.ts'
import { damaged } from './errors.ts'

/** A way to decrypt with a passphrase, its parameters read. */
export interface Scheme {
  /** `PBES2-AES-256-CBC`, `PBE-SHA1-RC2-40` …. */
  readonly name: string
  /** Octets of a block. */
  readonly block: number
  /** Which form of the passphrase it takes. */
  readonly passwords: 'bmp' | 'octets'
  /** Rounds of hashing that one attempt takes. */
  readonly rounds: number
  /** Derives the key and decrypts whole blocks; the padding stays. Who calls it spends the rounds. */
  decrypt(password: Uint8Array, data: Uint8Array): Uint8Array
}

/** Opens the parameters of an algorithm that cannot do without. */
export function parametersOf({ parameters, path }: AlgorithmIdentifier): ReturnType<typeof fieldsOf> {
  if (parameters === undefined) throw damaged('DER', path)
  return fieldsOf(parameters)
}

/**
 * Reads a number of rounds: at least one. One that no limit could allow becomes the largest there is.
 *
 * @throws {PixkitError} `CERTS_FILE_DAMAGED`, `CERTS_DER_…`.
 */
export function readIterations(node: DerNode): number {
  const isHuge = node.content.length > 6 && (node.content[0] ?? 0) < 0x80
  const count = isHuge ? Number.MAX_SAFE_INTEGER : readSmallInteger(node)
  if (count < 1) throw damaged('DER', node.path)
  return count
}
