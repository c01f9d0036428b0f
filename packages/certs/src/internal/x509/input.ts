/**
 * The door that bytes come in by.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'
import type { X509ErrorCode } from '../../codes.ts'
import { type DerNode, readDer } from '../der/read-der.ts'
import { x509Failure } from './failure.ts'

/** The largest certificate in daily use has less than a tenth of it. */
const MAX_BYTES = 256 * 1024

/**
 * Copies the input and reads it as one DER object.
 *
 * @returns The object; paths below it begin at its own fields.
 * @throws {TypeError} `bytes` is no Uint8Array.
 */
export function readInput(bytes: Uint8Array, name: string): DerNode {
  assertBytes(bytes, 'bytes')
  if (bytes.length > MAX_BYTES) throw x509Failure('CERTS_DER_TOO_LARGE', { max: MAX_BYTES }, [name])
  return { ...readDer(new Uint8Array(bytes), name), path: [] }
}

/** Also true for a Buffer and for an array of another realm. */
export function assertBytes(value: unknown, name: string): asserts value is Uint8Array {
  const kind = Object.prototype.toString.call(value).slice('[object '.length, -1)
  if (!ArrayBuffer.isView(value) || kind !== 'Uint8Array') throw new TypeError(`"${name}" must be a Uint8Array`)
}

/** Turns what `read` throws about its input into a result; a bug of the caller stays an exception. */
export function attempt<Value>(read: () => Value): Result<Value, PixkitError<X509ErrorCode>> {
  try {
    return { ok: true, value: read() }
  } catch (error) {
    if (!isPixkitError<X509ErrorCode>(error)) throw error
    return { ok: false, error }
  }
}
