/**
 * Who one is in TLS, from whatever files the bank handed out.
 *
 * @module
 */
import { readCredentials } from '@pixkit/certs/read-credentials'
import { selectIdentity } from '@pixkit/certs/select-identity'
import { toPemPair, type PemPair } from '@pixkit/certs/to-pem'
import { createHash } from 'node:crypto'
import type { CredentialFile } from '../settings-of-both.ts'

export interface CertificateOptions {
  /** Certificate of the client, with the authorities between it and the root; its key may be in the same file. */
  readonly cert?: CredentialFile | undefined
  /** Private key of `cert`, encrypted or not. */
  readonly key?: CredentialFile | undefined
  /** Certificate and key in one file: PKCS#12 (`.p12`, `.pfx`) of any vintage, or PEM. Instead of `cert` and `key`. */
  readonly pfx?: CredentialFile | undefined
  /** Of the encrypted ones among them. */
  readonly passphrase?: string | undefined
}

export interface ClientIdentity extends PemPair {
  /** Of the certificate (DER), in hexadecimal. */
  readonly sha256: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
}

/**
 * Finds certificate, key and chain. Authorities in a file are shown to the server, and not trusted: Node would trust those of a
 * PKCS#12 file.
 *
 * @returns `undefined` when there is no file.
 * @throws {PixkitError} `CERTS_…`, as `readCredentials` and `selectIdentity`: not such a file, passphrase wrong or missing, no key,
 *   no certificate, `CERTS_KEY_MISMATCH`.
 * @throws {TypeError} A file is neither text nor bytes, or `pfx` comes along with `cert` or `key`.
 */
export function readClientIdentity(options: CertificateOptions): ClientIdentity | undefined {
  const { cert, key, pfx, passphrase } = options
  if (passphrase !== undefined && typeof passphrase !== 'string') {
    throw new TypeError(`"passphrase" must be a string, got ${typeof passphrase}`)
  }
  if (pfx !== undefined && (cert !== undefined || key !== undefined)) {
    throw new TypeError('"pfx" has certificate and key: leave out "cert" and "key"')
  }
  const files = Object.entries({ pfx, cert, key }).flatMap(([name, file]) => {
    if (file === undefined) return []
    if (typeof file !== 'string' && !(file instanceof Uint8Array)) {
      throw new TypeError(`"${name}" must be a string or a Uint8Array`)
    }
    return [readCredentials(file, { passphrase })]
  })
  if (files.length === 0) return undefined
  const identity = selectIdentity(files)
  const { der, notAfter } = identity.certificate
  return { ...toPemPair(identity), sha256: createHash('sha256').update(der).digest('hex'), expiresAt: notAfter }
}
