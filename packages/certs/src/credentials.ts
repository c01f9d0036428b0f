/**
 * What a file of a bank can hold.
 *
 * @module
 */
import type { KeyObject } from 'node:crypto'
import type { Certificate, CertificateRequest } from './x509.ts'

/** What a file is, whatever its name says. `der-…`: the bare object; `base64` counts as what is inside. */
export type CredentialsFormat = 'pem' | 'der-certificate' | 'der-private-key' | 'der-request' | 'pkcs12' | 'pkcs7'

/** A private key, with the key material out of the reach of logs. */
export interface PrivateKey {
  readonly kind: 'private-key'
  /** Node's own object: prints as `PrivateKeyObject {}` and never as its numbers. */
  readonly key: KeyObject
  /** `RSA`, `RSA-PSS`, `EC`, `Ed25519`, `Ed448`. */
  readonly algorithm: string
  /** Size of the modulus or of the curve's field. */
  readonly bits: number
  /** `P-256`, `P-384`, `P-521` …; only for EC. */
  readonly curve?: string | undefined
  readonly friendlyName?: string | undefined
  /** What joins it to its certificate in a PKCS#12 file, in hexadecimal. */
  readonly localKeyId?: string | undefined
}

/** A certificate as a PKCS#12 file keeps it: the same object as `parseCertificate` returns, with the file's own name for it. */
export interface StoredCertificate extends Certificate {
  readonly friendlyName?: string | undefined
  /** What joins it to its key in a PKCS#12 file, in hexadecimal. */
  readonly localKeyId?: string | undefined
}

export interface Credentials {
  readonly format: CredentialsFormat
  /** In the order of the file. */
  readonly certificates: readonly StoredCertificate[]
  readonly privateKeys: readonly PrivateKey[]
  readonly requests: readonly CertificateRequest[]
  /** Algorithms that protect the file, such as `PBE-SHA1-RC2-40`; empty when it is not encrypted. */
  readonly encryption: readonly string[]
}
