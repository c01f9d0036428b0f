/**
 * The door that bytes and certificates come in by.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'
import type { X509ErrorCode } from '../../codes.ts'
import { type DerNode, readDer } from '../der/read-der.ts'
import type { Certificate } from './certificate.ts'
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

/** @throws {TypeError} `value` is no Uint8Array. */
export function assertBytes(value: unknown, name: string): asserts value is Uint8Array {
  if (!isBytes(value)) throw new TypeError(`"${name}" must be a Uint8Array`)
}

/** @throws {TypeError} `value` is no certificate; that it is one is told by its `kind`, as for a request and a key. */
export function assertCertificate(value: unknown, name: string = 'certificate'): asserts value is Certificate {
  const { kind, der } = Object(value) as { readonly kind?: unknown; readonly der?: unknown }
  if (kind === 'certificate' && isBytes(der)) return
  throw new TypeError(`"${name}" must be a certificate, got ${describeKind(value, kind)}`)
}

function describeKind(value: unknown, kind: unknown): string {
  if (kind === 'certificate') return 'a certificate without "der"'
  if (kind === 'request' || kind === 'private-key') return `a ${kind}`
  return value === null ? 'null' : typeof value
}

/** Also true for a Buffer and for an array of another realm. */
function isBytes(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && Object.prototype.toString.call(value) === '[object Uint8Array]'
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
