/**
 * What an algorithm identifier of an encrypted part says.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { type DerNode, fieldsOf, TAG } from '../der/read-der.ts'
import { readOid, readSmallInteger } from '../der/values.ts'
import { failure } from '../failure.ts'
import type { Budget } from './budget.ts'

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
  /** Derives the key and decrypts whole blocks; the padding stays. */
  decrypt(password: Uint8Array, data: Uint8Array, budget: Budget): Uint8Array
}

export interface AlgorithmIdentifier {
  readonly oid: string
  readonly parameters: DerNode | undefined
  readonly path: Path
}

/** @see RFC 5280, section 4.1.1.2 */
export function readAlgorithm(node: DerNode): AlgorithmIdentifier {
  const fields = fieldsOf(node)
  const oid = readOid(fields.next('algorithm', TAG.oid))
  const [parameters] = fields.rest()
  return { oid, parameters, path: node.path }
}

/** Opens the parameters of an algorithm that cannot do without. */
export function parametersOf({ parameters, path }: AlgorithmIdentifier): ReturnType<typeof fieldsOf> {
  if (parameters === undefined) throw failure('CERTS_FILE_DAMAGED', { format: 'DER' }, path)
  return fieldsOf(parameters)
}

/**
 * Reads a number of rounds: at least one.
 *
 * @throws {PixkitError} `CERTS_ITERATIONS_TOO_MANY` at once when no limit could allow it.
 */
export function readIterations(node: DerNode): number {
  const isHuge = node.content.length > 6 && (node.content[0] ?? 0) < 0x80
  const count = isHuge ? Number.MAX_SAFE_INTEGER : readSmallInteger(node)
  if (count < 1) throw failure('CERTS_FILE_DAMAGED', { format: 'DER' }, node.path)
  return count
}

/** @param algorithm - Its name, or its dotted identifier. */
export function unsupported(algorithm: string, path: Path): Error {
  return failure('CERTS_ALGORITHM_UNSUPPORTED', { algorithm }, path)
}
