/**
 * The two errors that every reader of an encrypted part may raise.
 *
 * @module
 */
import type { PixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import { failure } from '../failure.ts'

/** @param format - Kind of the file; `DER` where the reader does not know it: `inFormat` puts the kind there. */
export function damaged(format: string, path: Path): PixkitError<'CERTS_FILE_DAMAGED'> {
  return failure('CERTS_FILE_DAMAGED', { format }, path)
}

/** @param algorithm - Its name, or its dotted identifier. */
export function unsupported(algorithm: string, path: Path): PixkitError<'CERTS_ALGORITHM_UNSUPPORTED'> {
  return failure('CERTS_ALGORITHM_UNSUPPORTED', { algorithm }, path)
}
