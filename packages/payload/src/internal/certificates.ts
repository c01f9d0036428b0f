/**
 * Certificates compared.
 *
 * @module
 */
import { type Certificate, namesEqual } from '@pixkit/certs/x509'

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}

/** Whether a value is a list of what `parseCertificate` makes. */
export function areCertificates(value: unknown): value is readonly Certificate[] {
  return Array.isArray(value) && value.every((item) => (Object(item) as Partial<Certificate>).kind === 'certificate')
}

/** Whether a certificate names itself as its issuer, as roots do. */
export function isSelfIssued({ issuer, subject }: Certificate): boolean {
  return namesEqual(issuer, subject)
}
