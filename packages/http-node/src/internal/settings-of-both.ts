/**
 * Checks of options that both transports have.
 *
 * @module
 */
import { safeReadCredentials } from '@pixkit/certs/read-credentials'
import { toPem } from '@pixkit/certs/to-pem'

/** A file: bytes of PEM, DER, PKCS#7 or PKCS#12; or PEM or base64 as text. */
export type CredentialFile = string | Uint8Array

/**
 * Reads the option `ca`. Node takes any text, finds no authority in it, and refuses every server later.
 *
 * @returns PEM.
 * @throws {TypeError} One of the files has no certificate, or is damaged.
 */
export function authoritiesOf(ca: CredentialFile | readonly CredentialFile[]): string[] {
  const files: readonly unknown[] = Array.isArray(ca) ? ca : [ca]
  const authorities = files.map(readAuthorities)
  if (authorities.length === 0 || authorities.includes('')) {
    throw new TypeError('"ca" must be certificates (PEM, DER or PKCS#7), in one file or several')
  }
  return authorities
}

function readAuthorities(file: unknown): string {
  if (typeof file !== 'string' && !(file instanceof Uint8Array)) return ''
  const read = safeReadCredentials(file)
  return read.ok && read.value.certificates.length > 0 ? toPem(read.value.certificates) : ''
}

/** @throws {TypeError} It is no value of a header. */
export function assertUserAgent(userAgent: unknown): asserts userAgent is string {
  if (typeof userAgent !== 'string' || !/^[\x21-\x7E]+(?: [\x21-\x7E]+)*$/.test(userAgent)) {
    throw new TypeError('"userAgent" must be visible ASCII')
  }
}
