/**
 * Encrypted parts of a file: read at once, opened when it is known with which passphrase.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { type DerNode, fieldsOf, TAG } from '../der/read-der.ts'
import { berToDer } from './ber-to-der.ts'
import { type Context, lock, useScheme } from './context.ts'
import { damaged } from './errors.ts'
import { openWith } from './open.ts'
import { readScheme } from './pbe.ts'
import { type KeyAttributes, readPkcs8 } from './private-key.ts'
import type { Scheme } from './scheme.ts'

export interface Encrypted {
  readonly scheme: Scheme
  readonly data: Uint8Array
  /** Where it is in the file. */
  readonly path: Path
}

/** Reads EncryptedPrivateKeyInfo. @see RFC 5958, section 3 */
export function readEncryptedKey(node: DerNode, context: Context): Encrypted {
  const fields = fieldsOf(node)
  const scheme = useScheme(context, readScheme(fields.next('encryptionAlgorithm', TAG.sequence)))
  const data = fields.next('encryptedData', TAG.octetString).content
  fields.end()
  return { scheme, data, path: node.path }
}

/**
 * Opens a part.
 *
 * @param format - Kind of the file that it is in.
 * @returns `undefined` when it stays closed, which is noted.
 * @throws {PixkitError} `CERTS_FILE_DAMAGED`: the passphrase is right, the content is not; `CERTS_ALGORITHM_UNSUPPORTED`,
 *   `CERTS_ITERATIONS_TOO_MANY`.
 */
export function openPart({ scheme, data, path }: Encrypted, context: Context, format: string): Uint8Array | undefined {
  const opened = openWith(scheme, data, context.passphrase, context.budget)
  if (opened.outcome === 'opened') return opened.plain
  if (opened.outcome === 'damaged') throw damaged(format, path)
  lock(context, format, path)
  return undefined
}

/** Opens an encrypted key and adds it to what was read. */
export function takeEncryptedKey(
  encrypted: Encrypted,
  context: Context,
  format: string,
  attributes: KeyAttributes = {},
): void {
  const plain = openPart(encrypted, context, format)
  if (plain === undefined) return
  try {
    context.privateKeys.push(readPkcs8(berToDer(plain), encrypted.path, context.budget, attributes))
  } finally {
    plain.fill(0)
  }
}
