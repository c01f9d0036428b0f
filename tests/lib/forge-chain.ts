/** @module Chains for tests: a root, an authority, a leaf, and what differs from the usual. */
import {
  authorityKeyId,
  basicConstraints,
  extendedKeyUsage,
  extension,
  type ForgedAlgorithm,
  type ForgedGeneralName,
  type ForgedKey,
  forgeCertificate,
  forgedKey,
  forgeName,
  type KeyName,
  keyUsage,
  nameConstraints,
  type StringType,
  subjectAltName,
  subjectKeyId,
} from './forge-certificate.ts'

/** Milliseconds. */
export const DAY = 86_400_000
/** The moment at which chains are tried, unless a case says otherwise. */
export const NOW: number = Date.UTC(2026, 5, 15, 12)

const BITS = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
]

/** A certificate of a chain; `null` leaves an extension out. */
export interface Link {
  /** The link that signs; itself for a root. */
  readonly by?: string
  /** A key, or that of a usual link. */
  readonly key?: KeyName | keyof Suite
  /** Public key as bytes, instead of that of `key`. */
  readonly spki?: Uint8Array
  /** Signs instead of the key of `by`. */
  readonly signKey?: KeyName | keyof Suite
  readonly algorithm?: ForgedAlgorithm
  readonly outerAlgorithm?: ForgedAlgorithm
  readonly saltLength?: number
  readonly writtenSalt?: number
  readonly tamper?: (signature: Uint8Array) => Uint8Array
  readonly subject?: string
  /** Instead of the subject, in the certificate itself. */
  readonly subjectDer?: Uint8Array
  /** Instead of the subject of `by`. */
  readonly issuer?: string
  readonly subjectType?: StringType
  readonly issuerType?: StringType
  readonly version?: number
  readonly serialNumber?: readonly number[]
  /** Days from NOW. */
  readonly from?: number
  readonly to?: number
  readonly ca?: boolean | null
  readonly pathLength?: number
  readonly usage?: readonly string[] | null
  readonly purposes?: readonly string[]
  readonly names?: readonly ForgedGeneralName[] | null
  readonly permitted?: readonly ForgedGeneralName[]
  readonly excluded?: readonly ForgedGeneralName[]
  readonly keyId?: Uint8Array | null
  readonly issuerKeyId?: Uint8Array | null
  /** Identifiers of further extensions, `!` at the end of critical ones. */
  readonly extra?: readonly string[]
  /** Extensions as bytes, for those that are wrong inside. */
  readonly raw?: readonly Uint8Array[]
}

export type Links = Readonly<Record<string, Link>>

const USUAL: Links = {
  root: { by: 'root', subject: 'C=BR, O=Forja, CN=Raiz', ca: true, usage: ['keyCertSign', 'cRLSign'] },
  ca: { by: 'root', subject: 'C=BR, O=Forja, CN=Intermediária', ca: true, usage: ['keyCertSign', 'cRLSign'] },
  leaf: {
    by: 'ca',
    subject: 'C=BR, O=Padaria, CN=Folha',
    usage: ['digitalSignature'],
    names: ['dns:padaria.example.com'],
  },
}

/** Keys of the usual links. */
export interface Suite {
  readonly root: KeyName
  readonly ca: KeyName
  readonly leaf: KeyName
  /** For further links, and for signatures that shall be wrong. */
  readonly other: KeyName
}

export const SUITES: Readonly<Record<'rsa' | 'ec' | 'ed25519' | 'mixed', Suite>> = {
  rsa: { root: 'rsa1', ca: 'rsa2', leaf: 'rsa3', other: 'rsa4' },
  ec: { root: 'p3841', ca: 'p2562', leaf: 'p2563', other: 'p2564' },
  ed25519: { root: 'ed1', ca: 'ed2', leaf: 'ed3', other: 'ed4' },
  mixed: { root: 'p5211', ca: 'rsa2', leaf: 'ed3', other: 'p2564' },
}

/** Writes the certificates of a chain: the usual three, changed and extended by `links`. */
export function forgeChain(links: Links, suite: Suite = SUITES.ec): Readonly<Record<string, Uint8Array>> {
  const all: Links = Object.fromEntries(
    [...new Set([...Object.keys(USUAL), ...Object.keys(links)])].map((name) => [
      name,
      { ...USUAL[name], ...links[name] },
    ]),
  )
  const resolve = (key: KeyName | keyof Suite): ForgedKey => forgedKey(isRole(key) ? suite[key] : key)
  const keyOf = (name: string): ForgedKey => resolve(all[name]?.key ?? (isRole(name) ? name : 'other'))
  return Object.fromEntries(
    Object.entries(all).map(([name, link]) => [name, forgeLink(name, link, all, { keyOf, resolve })]),
  )
}

function isRole(name: string): name is keyof Suite {
  return ['root', 'ca', 'leaf', 'other'].includes(name)
}

interface Keys {
  readonly keyOf: (name: string) => ForgedKey
  readonly resolve: (key: KeyName | keyof Suite) => ForgedKey
}

function forgeLink(name: string, link: Link, all: Links, { keyOf, resolve }: Keys): Uint8Array {
  const by = link.by ?? name
  const issuer = by === name ? link : (all[by] ?? link)
  const key = keyOf(name)
  const signer = link.signKey === undefined ? keyOf(by) : resolve(link.signKey)
  return forgeCertificate({
    version: link.version,
    serialNumber: link.serialNumber && Uint8Array.from(link.serialNumber),
    issuer: forgeName(link.issuer ?? issuer.subject ?? `CN=${by}`, link.issuerType ?? issuer.subjectType),
    subject: link.subjectDer ?? forgeName(link.subject ?? `CN=${name}`, link.subjectType),
    notBefore: NOW + (link.from ?? -30) * DAY,
    notAfter: NOW + (link.to ?? 30) * DAY,
    key: link.spki === undefined ? key : { ...key, spki: link.spki },
    signer,
    algorithm: link.algorithm,
    outerAlgorithm: link.outerAlgorithm,
    saltLength: link.saltLength,
    writtenSalt: link.writtenSalt,
    tamper: link.tamper,
    extensions:
      link.version === 0 ? link.raw : [...extensionsOf(link, key, issuer.keyId, keyOf(by)), ...(link.raw ?? [])],
  })
}

function extensionsOf(
  link: Link,
  key: ForgedKey,
  issuerKeyId: Uint8Array | null | undefined,
  issuer: ForgedKey,
): Uint8Array[] {
  const keyId = link.keyId === undefined ? key.keyId : link.keyId
  const authority =
    link.issuerKeyId === undefined ? (issuerKeyId === undefined ? issuer.keyId : issuerKeyId) : link.issuerKeyId
  const { ca = null, usage = null, purposes, names, permitted = [], excluded = [], extra = [] } = link
  return [
    ...(ca === null ? [] : [basicConstraints(ca, link.pathLength)]),
    ...(usage === null ? [] : [keyUsage(usage.map((bit) => BITS.indexOf(bit)))]),
    ...(purposes === undefined ? [] : [extendedKeyUsage(purposes)]),
    ...(names === undefined || names === null ? [] : [subjectAltName(names)]),
    ...(permitted.length + excluded.length === 0 ? [] : [nameConstraints(permitted, excluded)]),
    ...(keyId === null ? [] : [subjectKeyId(keyId)]),
    ...(authority === null ? [] : [authorityKeyId(authority)]),
    ...extra.map((oid) => extension(oid.replace('!', ''), oid.endsWith('!'), Uint8Array.of(0x05, 0x00))),
  ]
}
