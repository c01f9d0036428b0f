/**
 * @module Certificates of every kind, bad ones too, for tests: issued here and now, with keys that are made once a run.
 * People in them are invented.
 */
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { PrivateKey } from '../../packages/certs/src/credentials.ts'
import { contextTag } from '../../packages/certs/src/internal/der/read-der.ts'
import {
  bitString,
  boolean,
  ia5String,
  integer,
  nullValue,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  time,
  utf8String,
  writeDer,
} from '../../packages/certs/src/internal/der/write-der.ts'
import { privateKeyFrom } from '../../packages/certs/src/internal/key/private-key.ts'
import type { Certificate, CertificateRequest } from '../../packages/certs/src/internal/x509/certificate.ts'
import { parseCertificate } from '../../packages/certs/src/internal/x509/parse-certificate.ts'
import { parseCertificateRequest } from '../../packages/certs/src/internal/x509/parse-request.ts'

export interface TestIdentity {
  readonly certificate: Certificate
  readonly privateKey: PrivateKey
}

/** Attribute by short name, in order. */
export type TestName = readonly (readonly [type: keyof typeof ATTRIBUTES, value: string])[]

export interface TestCertificate {
  readonly subject?: TestName | undefined
  /** Signed by its own key by default. */
  readonly issuer?: TestIdentity | undefined
  /** `keyNamed('client')` by default. */
  readonly key?: PrivateKey | undefined
  readonly isCa?: boolean | undefined
  readonly pathLength?: number | undefined
  readonly notBefore?: number | undefined
  readonly notAfter?: number | undefined
  readonly hash?: 'sha256' | 'sha1' | 'md5' | undefined
  /** First octet of the bits, such as 0x80 for digitalSignature and 0x06 for keyCertSign and cRLSign; absent: none. */
  readonly keyUsage?: number | undefined
  readonly extendedKeyUsage?: readonly string[] | undefined
  readonly subjectAltNames?: readonly Uint8Array[] | undefined
  readonly policies?: readonly string[] | undefined
  /** Leaves out the key identifiers. */
  readonly withoutKeyIds?: boolean | undefined
  /** Octets of the serial number, without sign. */
  readonly serialNumber?: Uint8Array | undefined
}

/** The moment at which tests look at certificates. */
export const NOW: number = Date.UTC(2026, 5, 15, 12)
export const DAY: number = 86_400_000

const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2'
export const SERVER_AUTH = '1.3.6.1.5.5.7.3.1'

const ATTRIBUTES = {
  C: '2.5.4.6',
  CN: '2.5.4.3',
  L: '2.5.4.7',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  ST: '2.5.4.8',
  emailAddress: '1.2.840.113549.1.9.1',
  serialNumber: '2.5.4.5',
} as const

const SIGNATURES = {
  rsa: { sha256: '1.2.840.113549.1.1.11', sha1: '1.2.840.113549.1.1.5', md5: '1.2.840.113549.1.1.4' },
  ec: { sha256: '1.2.840.10045.4.3.2', sha1: '1.2.840.10045.4.1', md5: '' },
} as const

const keys = new Map<string, PrivateKey>()

/** The key of a name: P-256, or RSA where the name begins with `rsa` and says how many bits, such as `rsa2048:ana`. */
export function keyNamed(name: string): PrivateKey {
  const known = keys.get(name)
  if (known !== undefined) return known
  const [, bits] = /^rsa(\d+)/.exec(name) ?? []
  const { privateKey } =
    bits === undefined
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: Number(bits) })
  const key = privateKeyFrom(privateKey)
  keys.set(name, key)
  return key
}

export function certificateOf(options: TestCertificate = {}): TestIdentity {
  const { isCa = false, issuer, hash = 'sha256', notAfter = NOW + 365 * DAY, notBefore = NOW - DAY } = options
  const { subject = [['CN', 'padaria.example']], key: privateKey = keyNamed('client') } = options
  const publicKey = spkiOf(privateKey)
  const signer = issuer?.privateKey ?? privateKey
  const tbs = sequence(
    writeDer(contextTag(0), integer(2)),
    integer(
      options.serialNumber ??
        createHash('sha256')
          .update(JSON.stringify([subject, notAfter]))
          .digest()
          .subarray(0, 8),
    ),
    algorithmOf(signer, hash),
    issuer?.certificate.subject.der ?? nameOf(subject),
    sequence(time(notBefore), time(notAfter)),
    nameOf(subject),
    publicKey,
    writeDer(contextTag(3), sequence(...extensionsOf(options, isCa, publicKey, spkiOf(signer)))),
  )
  const der = signed(tbs, signer, hash)
  return { certificate: parseCertificate(der), privateKey }
}

/** A root, an authority below it, and what issues clients: `client(options)`. */
export function authority(name: string, options: TestCertificate = {}): TestIdentity {
  return certificateOf({
    subject: [
      ['O', name],
      ['CN', `${name} CA`],
    ],
    key: keyNamed(`ca ${name}`),
    isCa: true,
    keyUsage: 0x06,
    ...options,
  })
}

/** A certificate for clients, such as a bank issues. */
export function client(issuer: TestIdentity, options: TestCertificate = {}): TestIdentity {
  return certificateOf({ issuer, keyUsage: 0xa0, extendedKeyUsage: [CLIENT_AUTH], ...options })
}

export function requestOf({
  subject = [['CN', 'padaria.example']],
  key = keyNamed('client'),
  hash = 'sha256',
}: TestCertificate = {}): CertificateRequest {
  const info = sequence(integer(0), nameOf(subject), spkiOf(key), writeDer(contextTag(0)))
  return parseCertificateRequest(signed(info, key, hash))
}

/** A field `otherName` of a subjectAltName, as ICP-Brasil has it. */
export function otherName(identifier: string, text: string, kind: 'octets' | 'printable' = 'octets'): Uint8Array {
  const value = kind === 'octets' ? octetString(new TextEncoder().encode(text)) : printableString(text)
  return writeDer(contextTag(0), oid(identifier), writeDer(contextTag(0), value))
}

export function dnsName(host: string): Uint8Array {
  return writeDer(contextTag(2, 'primitive'), new TextEncoder().encode(host))
}

export function ipName(...octets: readonly number[]): Uint8Array {
  return writeDer(contextTag(7, 'primitive'), Uint8Array.from(octets))
}

export function emailName(address: string): Uint8Array {
  return writeDer(contextTag(1, 'primitive'), new TextEncoder().encode(address))
}

/** PEM text of DER. */
export function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

export function certificatePem(...certificates: readonly Certificate[]): string {
  return certificates.map(({ der }) => pem('CERTIFICATE', der)).join('')
}

export function keyPem({ key }: PrivateKey, passphrase?: string): string {
  const options = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }
  return key.export({ type: 'pkcs8', format: 'pem', ...options }).toString()
}

function spkiOf({ key }: { readonly key: KeyObject }): Uint8Array {
  return createPublicKey(key).export({ type: 'spki', format: 'der' })
}

function nameOf(name: TestName): Uint8Array {
  return sequence(
    ...name.map(([type, value]) => {
      const text =
        type === 'C' ? printableString(value) : type === 'emailAddress' ? ia5String(value) : utf8String(value)
      return setOf(sequence(oid(ATTRIBUTES[type]), text))
    }),
  )
}

function extensionsOf(
  options: TestCertificate,
  isCa: boolean,
  publicKey: Uint8Array,
  issuerKey: Uint8Array,
): readonly Uint8Array[] {
  const { extendedKeyUsage, keyUsage, pathLength, policies, subjectAltNames, withoutKeyIds = false } = options
  const limit = pathLength === undefined ? [] : [integer(pathLength)]
  return [
    extension('2.5.29.19', sequence(...(isCa ? [boolean(true), ...limit] : [])), true),
    ...(keyUsage === undefined ? [] : [extension('2.5.29.15', keyUsageBits(keyUsage), true)]),
    ...(extendedKeyUsage === undefined ? [] : [extension('2.5.29.37', sequence(...extendedKeyUsage.map(oid)))]),
    ...(subjectAltNames === undefined ? [] : [extension('2.5.29.17', sequence(...subjectAltNames))]),
    ...(policies === undefined ? [] : [extension('2.5.29.32', sequence(...policies.map((id) => sequence(oid(id)))))]),
    ...(withoutKeyIds
      ? []
      : [
          extension('2.5.29.14', octetString(keyId(publicKey))),
          extension('2.5.29.35', sequence(writeDer(contextTag(0, 'primitive'), keyId(issuerKey)))),
        ]),
  ]
}

function extension(id: string, value: Uint8Array, critical: boolean = false): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value))
}

function keyUsageBits(octet: number): Uint8Array {
  const unused = octet === 0 ? 7 : Math.log2(octet & -octet)
  return bitString(Uint8Array.of(octet), unused)
}

function keyId(spki: Uint8Array): Uint8Array {
  return createHash('sha1').update(spki).digest()
}

function algorithmOf({ key }: PrivateKey, hash: 'sha256' | 'sha1' | 'md5'): Uint8Array {
  return key.asymmetricKeyType === 'rsa'
    ? sequence(oid(SIGNATURES.rsa[hash]), nullValue())
    : sequence(oid(SIGNATURES.ec[hash]))
}

function signed(content: Uint8Array, signer: PrivateKey, hash: 'sha256' | 'sha1' | 'md5'): Uint8Array {
  return sequence(content, algorithmOf(signer, hash), bitString(sign(hash, content, signer.key)))
}
