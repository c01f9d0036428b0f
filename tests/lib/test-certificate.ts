/**
 * @module Identities as banks hand them out, on top of the forge: for tests that ask what is in a file, and not whether a chain holds.
 * People in them are invented.
 */
import { createHash } from 'node:crypto'
import type { PrivateKey } from '../../packages/certs/src/credentials.ts'
import { contextTag } from '../../packages/certs/src/internal/der/read-der.ts'
import {
  integer,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  writeDer,
} from '../../packages/certs/src/internal/der/write-der.ts'
import { privateKeyFrom } from '../../packages/certs/src/internal/key/private-key.ts'
import type { Certificate, CertificateRequest } from '../../packages/certs/src/internal/x509/certificate.ts'
import { parseCertificate } from '../../packages/certs/src/internal/x509/parse-certificate.ts'
import { parseCertificateRequest } from '../../packages/certs/src/internal/x509/parse-request.ts'
import {
  authorityKeyId,
  basicConstraints,
  certificatePolicies,
  extendedKeyUsage,
  type ForgedAlgorithm,
  type ForgedKey,
  forgeCertificate,
  forgedKey,
  forgedKeyOf,
  forgeRequest,
  generalName,
  keyUsage,
  nameAttribute,
  pem,
  subjectAltName,
  subjectKeyId,
} from './forge-certificate.ts'
import { DAY, NOW } from './forge-chain.ts'

export { pem } from './forge-certificate.ts'
export { DAY, NOW } from './forge-chain.ts'

export interface TestIdentity {
  readonly certificate: Certificate
  readonly privateKey: PrivateKey
}

/** Attributes by short name, in order. */
export type TestName = readonly (readonly [type: string, value: string])[]

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
  readonly hash?: 'sha256' | 'sha224' | 'sha1' | 'md5' | undefined
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

export const SERVER_AUTH = '1.3.6.1.5.5.7.3.1'

/** The key of a name: P-256, or RSA where the name begins with its size, such as `rsa2048:ana` or `rsa1024:ana`. */
export function keyNamed(name: string): PrivateKey {
  const kind = name.startsWith('rsa2048') ? 'rsa' : name.startsWith('rsa1024') ? 'weak' : 'p256'
  return privateKeyFrom(forgedKey(`${kind}:${name}`).privateKey)
}

export function certificateOf(options: TestCertificate = {}): TestIdentity {
  const { isCa = false, issuer, notAfter = NOW + 365 * DAY, notBefore = NOW - DAY } = options
  const { subject = [['CN', 'padaria.example']], key: privateKey = keyNamed('client') } = options
  const { serialNumber = digest(JSON.stringify([subject, notAfter])) } = options
  const key = forgedKeyOf(privateKey.key)
  const signer = issuer === undefined ? key : forgedKeyOf(issuer.privateKey.key)
  const der = forgeCertificate({
    serialNumber: integer(serialNumber).subarray(2),
    issuer: issuer?.certificate.subject.der ?? nameOf(subject),
    subject: nameOf(subject),
    notBefore,
    notAfter,
    key,
    signer,
    algorithm: algorithmOf(signer, options.hash),
    extensions: extensionsOf(options, isCa, key, signer),
  })
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
  return certificateOf({ issuer, keyUsage: 0xa0, extendedKeyUsage: ['clientAuth'], ...options })
}

export function requestOf({
  subject = [['CN', 'padaria.example']],
  key: privateKey = keyNamed('client'),
  hash,
}: TestCertificate = {}): CertificateRequest {
  const key = forgedKeyOf(privateKey.key)
  return parseCertificateRequest(forgeRequest({ subject: nameOf(subject), key, algorithm: algorithmOf(key, hash) }))
}

/** A field `otherName` of a subjectAltName, as ICP-Brasil has it. */
export function otherName(identifier: string, text: string, kind: 'octets' | 'printable' = 'octets'): Uint8Array {
  const value = kind === 'octets' ? octetString(new TextEncoder().encode(text)) : printableString(text)
  return writeDer(contextTag(0), oid(identifier), writeDer(contextTag(0), value))
}

export function dnsName(host: string): Uint8Array {
  return generalName(`dns:${host}`)
}

export function ipName(...octets: readonly number[]): Uint8Array {
  return generalName(`ip:${Buffer.from(octets).toString('hex')}`)
}

export function emailName(address: string): Uint8Array {
  return generalName(`email:${address}`)
}

export function certificatePem(...certificates: readonly Certificate[]): string {
  return certificates.map(({ der }) => pem('CERTIFICATE', der)).join('')
}

export function keyPem({ key }: PrivateKey, passphrase?: string): string {
  const options = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }
  return key.export({ type: 'pkcs8', format: 'pem', ...options }).toString()
}

/** String types as authorities choose them. */
function nameOf(name: TestName): Uint8Array {
  return sequence(
    ...name.map(([type, value]) =>
      setOf(nameAttribute(type, value, type === 'C' ? 'printable' : type === 'emailAddress' ? 'ia5' : 'utf8')),
    ),
  )
}

function extensionsOf(
  options: TestCertificate,
  isCa: boolean,
  key: ForgedKey,
  issuer: ForgedKey,
): readonly Uint8Array[] {
  const { extendedKeyUsage: purposes, keyUsage: usages, pathLength, policies, subjectAltNames } = options
  return [
    basicConstraints(isCa, isCa ? pathLength : undefined),
    ...(usages === undefined ? [] : [keyUsage([0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => usages & (0x80 >> bit)))]),
    ...(purposes === undefined ? [] : [extendedKeyUsage(purposes)]),
    ...(subjectAltNames === undefined ? [] : [subjectAltName(subjectAltNames)]),
    ...(policies === undefined ? [] : [certificatePolicies(policies)]),
    ...(options.withoutKeyIds === true ? [] : [subjectKeyId(key.keyId), authorityKeyId(issuer.keyId)]),
  ]
}

function algorithmOf({ privateKey }: ForgedKey, hash: TestCertificate['hash'] = 'sha256'): ForgedAlgorithm {
  const bits = { sha256: 'SHA256', sha224: 'SHA224', sha1: 'SHA1', md5: 'MD5' } as const
  if (privateKey.asymmetricKeyType === 'rsa') return `RSA-${bits[hash]}`
  return hash === 'md5' ? 'ECDSA-SHA256' : `ECDSA-${bits[hash]}`
}

function digest(text: string): Uint8Array {
  return createHash('sha256').update(text).digest().subarray(0, 8)
}
