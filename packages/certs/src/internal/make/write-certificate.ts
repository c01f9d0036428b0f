/**
 * Writes certificates (X.509, version 3).
 *
 * @module
 */
import type { RandomSource } from '@pixkit/core/txid'
import type { PrivateKey } from '../../credentials.ts'
import type { Certificate } from '../x509/certificate.ts'
import { parseCertificate } from '../x509/parse-certificate.ts'
import { contextTag } from '../der/read-der.ts'
import { integer, sequence, time, writeDer } from '../der/write-der.ts'
import { randomOctets } from './random-octets.ts'
import { writeSigned } from './sign.ts'

export interface CertificateFields {
  /** Name, DER. */
  readonly issuer: Uint8Array
  /** Name, DER. */
  readonly subject: Uint8Array
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  readonly notBefore: number
  readonly notAfter: number
  /** DER, in order. */
  readonly extensions: readonly Uint8Array[]
  readonly random: RandomSource | undefined
}

const SERIAL_OCTETS = 16

/** @see RFC 5280, section 4.1 */
export function writeCertificate(signer: PrivateKey, fields: CertificateFields): Certificate {
  const { extensions, issuer, notAfter, notBefore, random, spki, subject } = fields
  const serial = newSerial(random)
  const der = writeSigned(signer, (algorithm) =>
    sequence(
      writeDer(contextTag(0), integer(2)),
      integer(serial),
      algorithm,
      issuer,
      sequence(time(notBefore), time(notAfter)),
      subject,
      spki,
      writeDer(contextTag(3), sequence(...extensions)),
    ),
  )
  return parseCertificate(der)
}

/** Positive, never of fewer octets, and with 126 random bits. @see RFC 5280, section 4.1.2.2: at most 20 octets */
function newSerial(random: RandomSource | undefined): Uint8Array {
  const serial = Uint8Array.from(randomOctets(SERIAL_OCTETS, random))
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40
  return serial
}
