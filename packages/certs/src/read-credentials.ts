/**
 * Reads every file with certificates and keys that a bank or a program hands out.
 *
 * @module
 */
import { isPixkitError, type PixkitError, unwrap } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'
import type { ReadErrorCode, X509ErrorCode } from './codes.ts'
import type { Credentials } from './credentials.ts'
import { assertObject } from './internal/arguments.ts'
import { failure } from './internal/failure.ts'
import { type Parts, readParts } from './internal/read/read-parts.ts'
import { assertBytes } from './internal/x509/input.ts'

export interface ReadCredentialsOptions {
  /** For encrypted files; those with an empty one open without. */
  readonly passphrase?: string | undefined
  /** Rounds of key derivation that the file may ask for, summed over its parts; 2,000,000 by default. */
  readonly maxIterations?: number | undefined
}

/**
 * Reads the certificates, private keys and requests of a file.
 *
 * What the file is, its bytes say: PEM with anything around it, DER or BER, PKCS#12 of every vintage, PKCS#7, base64 of
 * any of these. Each private key signs once and verifies it. Nothing else is believed by being read: signatures of certificates, and
 * dates, are the business of `buildChain`.
 *
 * @param input - The file, at most 4 MiB; as a string: PEM or base64, as variables of the environment hold it.
 * @returns What is in it, in the order of the file.
 * @throws {PixkitError} `CERTS_FILE_EMPTY`, `CERTS_FILE_TOO_LARGE`, `CERTS_FILE_UNKNOWN`: not a file of this kind, `params.found`
 *   says what it looks like; `CERTS_FILE_DAMAGED`, `CERTS_PEM_BASE64`, `CERTS_PEM_UNFINISHED`; `CERTS_PASSPHRASE_MISSING`,
 *   `CERTS_PASSPHRASE_WRONG`; `CERTS_KEY_INVALID`: a private key that does not make the signatures of its public half, or of a curve
 *   that is spelled out; `CERTS_ALGORITHM_UNSUPPORTED`, `CERTS_ITERATIONS_TOO_MANY`,
 *   `CERTS_OBJECTS_TOO_MANY`: more than 2,000, where a key counts for as many as its trial takes time (RSA of 4096 bits: 8);
 *   `CERTS_X509_…`: a certificate that contradicts itself.
 * @throws {TypeError} `input` is neither a `Uint8Array` nor a string, or an option has another type.
 *
 * @example
 * ```ts
 * import { generateKeyPairSync } from 'node:crypto'
 * import { readCredentials } from '@pixkit/certs/read-credentials'
 *
 * const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
 * const pem = privateKey.export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'segredo' })
 *
 * const { format, privateKeys, encryption } = readCredentials(pem, { passphrase: 'segredo' })
 * format // 'pem'
 * privateKeys[0]?.curve // 'P-256'
 * encryption // ['PBES2-AES-256-CBC']
 * ```
 *
 * @see RFC 7468, RFC 5280, RFC 5958, RFC 8017, RFC 5915, RFC 2986, RFC 5652, RFC 7292, RFC 9879
 */
export function readCredentials(input: Uint8Array | string, options: ReadCredentialsOptions = {}): Credentials {
  return unwrap(safeReadCredentials(input, options))
}

/** Like {@link readCredentials}, and returns the error instead of throwing it. */
export function safeReadCredentials(
  input: Uint8Array | string,
  options: ReadCredentialsOptions = {},
): Result<Credentials, PixkitError<ReadErrorCode | X509ErrorCode>> {
  assertArguments(input, options)
  try {
    return { ok: true, value: unlocked(readParts(input, options)) }
  } catch (error) {
    if (!isPixkitError<ReadErrorCode | X509ErrorCode>(error)) throw error
    return { ok: false, error }
  }
}

function unlocked({ format, certificates, privateKeys, requests, encryption, locked }: Parts): Credentials {
  const [first] = locked
  if (first !== undefined) throw failure(first.code, first.params, first.path)
  return { format, certificates, privateKeys, requests, encryption }
}

function assertArguments(input: unknown, options: ReadCredentialsOptions): void {
  if (typeof input !== 'string') assertBytes(input, 'input')
  assertObject(options, 'options')
  const { passphrase, maxIterations } = options
  if (passphrase !== undefined && typeof passphrase !== 'string') {
    throw new TypeError(`"passphrase" must be a string, got ${typeof passphrase}`)
  }
  if (maxIterations !== undefined && !(typeof maxIterations === 'number' && maxIterations >= 0)) {
    throw new TypeError('"maxIterations" must be a number from 0')
  }
}
