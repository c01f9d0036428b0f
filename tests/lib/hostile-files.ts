/** @module Small files that OpenSSL reads and stumbles over later: nobody has them by accident. */
import { createPublicKey } from 'node:crypto'
import { contextTag, TAG } from '../../packages/certs/src/internal/der/read-der.ts'
import {
  bitString,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  writeDer,
} from '../../packages/certs/src/internal/der/write-der.ts'
import { forgeCertificate, type ForgedKey, forgedKey, forgeName, forgeRequest } from './forge-certificate.ts'
import { DAY, NOW } from './forge-chain.ts'

const SHA256 = '2.16.840.1.101.3.4.2.1'
const signer = forgedKey('p256:hostile')
const rsa = forgedKey('rsa:hostile').privateKey
const { e, n } = createPublicKey(rsa).export({ format: 'jwk' })
const numbers = sequence(...[n, e].map((number) => integer(Buffer.from(String(number), 'base64url'))))
const P256 = oid('1.2.840.10045.3.1.7')
const EC = '1.2.840.10045.2.1'

/** Parameters of RSA-PSS that no key can have, or none that is written again. */
const PSS: readonly Uint8Array[] = [
  ...[
    writeDer(TAG.integer, Uint8Array.of(0xff)),
    integer(2 ** 31),
    integer(2 ** 32),
    integer(new Uint8Array(20).fill(0x7f)),
  ].map((salt) => pss(SHA256, salt)),
  // MD5, SHA3-256, SHAKE256, and no hash at all.
  ...['1.2.840.113549.2.5', '2.16.840.1.101.3.4.2.8', '2.16.840.1.101.3.4.2.12', '1.2.3.4'].map((hash) =>
    pss(hash, integer(20)),
  ),
]

/** Parameters of EC: a curve over the field of 23 elements whose group has one. */
const TINY_CURVE = sequence(
  integer(1),
  sequence(oid('1.2.840.10045.1.1'), integer(23)),
  sequence(octetString(Uint8Array.of(1)), octetString(Uint8Array.of(1))),
  octetString(Uint8Array.of(4, 3, 10)),
  integer(1),
)

const SPKIS: readonly Uint8Array[] = [
  ...PSS.map((algorithm) => sequence(algorithm, bitString(numbers))),
  sequence(sequence(oid(EC), TINY_CURVE), bitString(Uint8Array.of(4, 3, 10))),
  sequence(sequence(oid(EC), P256), bitString(new Uint8Array(65).fill(4))),
  sequence(sequence(oid(EC), P256), bitString(Uint8Array.of(0))),
  sequence(sequence(oid(EC), P256), bitString(new Uint8Array())),
]

const PRIVATE_KEYS: readonly Uint8Array[] = [
  ...PSS.map((algorithm) => sequence(integer(0), algorithm, octetString(rsa.export({ type: 'pkcs1', format: 'der' })))),
  // Longer than the order of the curve, all of it, nothing.
  ...[new Uint8Array(33).fill(7), new Uint8Array(32).fill(0xff), new Uint8Array(32), new Uint8Array()].flatMap(
    (number) => [
      sequence(integer(1), octetString(number), writeDer(contextTag(0), P256)),
      sequence(integer(0), sequence(oid(EC), P256), octetString(sequence(integer(1), octetString(number)))),
    ],
  ),
  sequence(integer(1), octetString(Uint8Array.of(1)), writeDer(contextTag(0), TINY_CURVE)),
]

export const HOSTILE_FILES: readonly Uint8Array[] = [
  ...SPKIS.flatMap((spki) => {
    const name = forgeName('CN=hostil')
    const key: ForgedKey = { ...signer, spki }
    const validity = { notBefore: NOW - DAY, notAfter: NOW + DAY }
    return [
      forgeCertificate({ issuer: name, subject: name, ...validity, key, signer }),
      forgeRequest({ subject: name, key }),
    ]
  }),
  ...PRIVATE_KEYS,
]

function pss(hash: string, salt: Uint8Array): Uint8Array {
  const algorithm = sequence(oid(hash), nullValue())
  const parameters = sequence(
    writeDer(contextTag(0), algorithm),
    writeDer(contextTag(1), sequence(oid('1.2.840.113549.1.1.8'), algorithm)),
    writeDer(contextTag(2), salt),
  )
  return sequence(oid('1.2.840.113549.1.1.10'), parameters)
}
