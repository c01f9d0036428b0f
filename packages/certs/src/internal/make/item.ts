/**
 * What can be written into a file.
 *
 * @module
 */
import type { PrivateKey } from '../../credentials.ts'
import type { Certificate, CertificateRequest } from '../x509/certificate.ts'
import { assertPrivateKey } from '../key/private-key.ts'

export type Item = Certificate | CertificateRequest | PrivateKey

/** @throws {TypeError} `value` is no certificate, request or private key. */
export function assertItem(value: unknown, name: string): asserts value is Item {
  const { kind } = Object(value) as Partial<Item>
  if (kind === 'private-key') return assertPrivateKey(value, name)
  const { der } = Object(value) as Partial<Certificate>
  const isRead = (kind === 'certificate' || kind === 'request') && der instanceof Uint8Array
  if (!isRead) throw new TypeError(`"${name}" must be a certificate, a request or a private key`)
}
