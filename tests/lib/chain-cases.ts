/** @module Chains, good and broken in every way, and what must come out: for `buildChain` and for `openssl verify`. */
import { contextTag } from '../../packages/certs/src/internal/der/read-der.ts'
import { boolean, octetString, oid, sequence, writeDer } from '../../packages/certs/src/internal/der/write-der.ts'
import { extension, type ForgedGeneralName, generalName, keyUsage } from './forge-certificate.ts'
import { type Link, type Links, NOW, type Suite, SUITES } from './forge-chain.ts'

export interface ChainCase {
  readonly id: string
  readonly links?: Links
  /** Names of links; `root` alone by default. */
  readonly anchors?: readonly string[]
  /** Names of links; `ca` alone by default. */
  readonly intermediates?: readonly string[]
  /** The link to prove; `leaf` by default. */
  readonly leaf?: string
  readonly now?: number
  readonly purpose?: 'client' | 'server'
  readonly maxCertificates?: number
  readonly allowSha1?: boolean
  readonly suite?: Suite
  /** `ok`, or the code of `buildChain` without `CERTS_CHAIN_`, or `PARSE` where `parseCertificate` already refuses. */
  readonly expected: string
  /** Place of the certificate that is to blame. */
  readonly index?: number
  /** Only where openssl says something else on purpose: what it says, and why we do not. */
  readonly differs?: { readonly openssl: 'ok' | 'refused'; readonly because: string }
}

const flip = (signature: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(signature)
  copy[copy.length - 1] = (copy.at(-1) ?? 0) ^ 1
  return copy
}

/** Two authorities under the root. */
const ca2: Link = { by: 'root', subject: 'O=Forja, CN=Segunda', ca: true, usage: ['keyCertSign'] }
const four = (links: Links = {}): Pick<ChainCase, 'links' | 'intermediates'> => ({
  links: { ...links, ca2: { ...ca2, ...links['ca2'] }, ca: { by: 'ca2', ...links['ca'] } },
  intermediates: ['ca', 'ca2'],
})
const unknownCritical = ['1.3.6.1.4.1.99999.1!']
const policies = (critical: boolean): Uint8Array =>
  extension('2.5.29.32', critical, sequence(sequence(oid('2.16.76.1.2.1.1'))))
const noIds: Link = { keyId: null, issuerKeyId: null }
const DAY = 86_400_000

const NO_BACKTRACKING = 'openssl takes the first issuer that fits; we try the others too (RFC 4158)'

/** Two certificates of the authority, by two roots. */
const CROSSED: Links = {
  root2: { subject: 'CN=Outra', ca: true },
  cross: { by: 'root2', subject: 'C=BR, O=Forja, CN=Intermediária', key: 'ca', ca: true },
}

/** What does not depend on the algorithms: tried with each suite of keys. */
const STRUCTURE: readonly ChainCase[] = [
  { id: 'three certificates', expected: 'ok' },
  { id: 'the root in the pool as well', intermediates: ['ca', 'root', 'leaf', 'ca'], expected: 'ok' },
  { id: 'leaf under the root', links: { leaf: { by: 'root' } }, expected: 'ok' },
  { id: 'four certificates', ...four(), expected: 'ok' },
  { id: 'four certificates in another order', ...four(), intermediates: ['ca2', 'root', 'ca'], expected: 'ok' },
  { id: 'no key identifiers', links: { root: noIds, ca: noIds, leaf: noIds }, expected: 'ok' },
  { id: 'authority without key usage', links: { ca: { usage: null }, root: { usage: null } }, expected: 'ok' },
  { id: 'leaf without extensions', links: { leaf: { usage: null, ...noIds } }, expected: 'ok' },
  { id: 'leaf of version 1', links: { leaf: { version: 0 } }, expected: 'ok' },

  { id: 'damaged signature of the leaf', links: { leaf: { tamper: flip } }, expected: 'SIGNATURE', index: 0 },
  { id: 'damaged signature of the authority', links: { ca: { tamper: flip } }, expected: 'SIGNATURE', index: 1 },
  { id: 'damaged signature of the root', links: { root: { tamper: flip } }, expected: 'ok' },
  { id: 'empty signature', links: { leaf: { tamper: () => new Uint8Array() } }, expected: 'SIGNATURE', index: 0 },
  {
    id: 'longer signature',
    links: { leaf: { tamper: (s) => Uint8Array.of(...s, 0) } },
    expected: 'SIGNATURE',
    index: 0,
  },
  { id: 'issuer of another name', links: { leaf: { issuer: 'CN=Ninguém' } }, expected: 'INCOMPLETE', index: 0 },
  {
    id: 'key identifier of another',
    links: { leaf: { issuerKeyId: Uint8Array.of(1, 2) } },
    expected: 'INCOMPLETE',
    index: 0,
  },
  {
    id: 'key identifier on one side',
    links: { ca: { keyId: null }, leaf: { issuerKeyId: Uint8Array.of(1) } },
    expected: 'ok',
  },

  { id: 'CA flag false', links: { ca: { ca: false } }, expected: 'NOT_CA', index: 1 },
  { id: 'no CA flag', links: { ca: { ca: null } }, expected: 'NOT_CA', index: 1 },
  { id: 'no CA flag, no key usage', links: { ca: { ca: null, usage: null } }, expected: 'NOT_CA', index: 1 },
  { id: 'authority of version 1', links: { ca: { version: 0 } }, expected: 'NOT_CA', index: 1 },
  { id: 'root of version 1', links: { root: { version: 0 } }, expected: 'ok' },
  { id: 'root with CA flag false', links: { root: { ca: false } }, expected: 'NOT_CA', index: 2 },
  {
    id: 'root without CA flag and key usage',
    links: { root: { ca: null, usage: null } },
    expected: 'NOT_CA',
    index: 2,
  },
  {
    id: 'root without CA flag, with keyCertSign',
    links: { root: { ca: null } },
    expected: 'NOT_CA',
    index: 2,
    differs: { openssl: 'ok', because: 'RFC 5280, section 4.2.1.9: a version 3 authority must say that it is one' },
  },
  {
    id: 'authority under a leaf',
    links: { leaf: { by: 'evil' }, evil: { by: 'ca', usage: ['digitalSignature'] } },
    intermediates: ['ca', 'evil'],
    expected: 'NOT_CA',
    index: 1,
  },

  { id: 'path length 0 above a leaf', links: { ca: { pathLength: 0 } }, expected: 'ok' },
  { id: 'path length 0 of the root', links: { root: { pathLength: 0 } }, expected: 'PATH_LENGTH', index: 2 },
  { id: 'path length 1 of the root', links: { root: { pathLength: 1 } }, expected: 'ok' },
  {
    id: 'path length 1 of the root, two below',
    ...four({ root: { pathLength: 1 } }),
    expected: 'PATH_LENGTH',
    index: 3,
  },
  { id: 'path length 2 of the root, two below', ...four({ root: { pathLength: 2 } }), expected: 'ok' },
  { id: 'path length 0 above an authority', ...four({ ca2: { pathLength: 0 } }), expected: 'PATH_LENGTH', index: 2 },
  { id: 'path length 1 above an authority', ...four({ ca2: { pathLength: 1 } }), expected: 'ok' },
  {
    id: 'path length 0 above a leaf that is an authority',
    links: { ca: { pathLength: 0 }, leaf: { ca: true, usage: ['keyCertSign'] } },
    expected: 'ok',
  },
  { id: 'path length without CA flag', links: { leaf: { ca: false, pathLength: 0 } }, expected: 'ok' },
  {
    id: 'path length 0 above a self-issued authority',
    ...four({ ca2: { pathLength: 0, subject: 'CN=Mesma' }, ca: { subject: 'CN=Mesma' } }),
    expected: 'ok',
  },

  { id: 'authority without keyCertSign', links: { ca: { usage: ['cRLSign'] } }, expected: 'KEY_USAGE', index: 1 },
  { id: 'authority with empty key usage', links: { ca: { usage: [] } }, expected: 'PARSE' },
  { id: 'leaf with empty key usage', links: { leaf: { usage: [] } }, expected: 'PARSE' },
  {
    id: 'root without keyCertSign',
    links: { root: { usage: ['cRLSign', 'digitalSignature'] } },
    expected: 'KEY_USAGE',
    index: 2,
  },
  ...(['client', 'server'] as const).flatMap((purpose): ChainCase[] => {
    const [right, wrong] = purpose === 'client' ? ['clientAuth', 'serverAuth'] : ['serverAuth', 'clientAuth']
    const of = (id: string, links: Links, expected: string, index?: number): ChainCase => ({
      id: `${purpose}: ${id}`,
      purpose,
      links,
      expected,
      ...(index !== undefined && { index }),
    })
    return [
      of('no extended key usage', {}, 'ok'),
      of('its extended key usage', { leaf: { purposes: [right] } }, 'ok'),
      of('both extended key usages', { leaf: { purposes: [wrong, right] } }, 'ok'),
      of('the other extended key usage', { leaf: { purposes: [wrong] } }, 'EXTENDED_KEY_USAGE', 0),
      of('anyExtendedKeyUsage', { leaf: { purposes: ['anyExtendedKeyUsage'] } }, 'EXTENDED_KEY_USAGE', 0),
      of('unknown extended key usage', { leaf: { purposes: ['1.3.6.1.4.1.99999.2'] } }, 'EXTENDED_KEY_USAGE', 0),
      of('authority for it', { ca: { purposes: [right] } }, 'ok'),
      of(
        'authority for the other',
        { ca: { purposes: [wrong] }, leaf: { purposes: [right] } },
        'EXTENDED_KEY_USAGE',
        1,
      ),
      of('root for the other', { root: { purposes: [wrong] } }, 'EXTENDED_KEY_USAGE', 2),
      of('leaf without key usage', { leaf: { usage: null, purposes: [right] } }, 'ok'),
      of('leaf for keyAgreement', { leaf: { usage: ['keyAgreement'] } }, 'ok'),
      of('leaf for signing documents', { leaf: { usage: ['nonRepudiation'], purposes: [right] } }, 'KEY_USAGE', 0),
      of(
        'leaf for keyEncipherment',
        { leaf: { usage: ['keyEncipherment'] } },
        purpose === 'server' ? 'ok' : 'KEY_USAGE',
        purpose === 'server' ? undefined : 0,
      ),
    ]
  }),

  ...(['leaf', 'ca', 'root'] as const).flatMap((name, index): ChainCase[] => [
    { id: `expired: ${name}`, links: { [name]: { to: -1 } }, expected: 'EXPIRED', index },
    { id: `not yet valid: ${name}`, links: { [name]: { from: 1 } }, expected: 'NOT_YET_VALID', index },
    { id: `valid from now: ${name}`, links: { [name]: { from: 0 } }, expected: 'ok' },
    {
      id: `valid until now: ${name}`,
      links: { [name]: { to: 0 } },
      expected: 'ok',
      differs: { openssl: 'refused', because: 'RFC 5280, section 4.1.2.5: valid through notAfter, inclusive' },
    },
    { id: `valid until after now: ${name}`, links: { [name]: { to: 1 / 86_400 } }, expected: 'ok' },
    { id: `expired, then not: ${name}`, links: { [name]: { to: -1 } }, now: NOW - 2 * DAY, expected: 'ok' },
    {
      id: `critical unknown extension: ${name}`,
      links: { [name]: { extra: unknownCritical } },
      expected: 'EXTENSION_UNKNOWN',
      index,
    },
    { id: `unknown extension: ${name}`, links: { [name]: { extra: ['1.3.6.1.4.1.99999.1'] } }, expected: 'ok' },
    { id: `critical policies: ${name}`, links: { [name]: { raw: [policies(true)] } }, expected: 'ok' },
    {
      id: `malformed basicConstraints: ${name}`,
      links: {
        [name]: { ca: null, raw: [extension('2.5.29.19', true, Uint8Array.of(0x02, 0x01, 0x01))] },
      },
      expected: 'PARSE',
    },
    {
      id: `key usage twice: ${name}`,
      links: { [name]: { raw: [keyUsage([0, 5])], usage: ['keyCertSign', 'digitalSignature'] } },
      expected: 'PARSE',
    },
  ]),

  { id: 'authority missing', intermediates: [], expected: 'INCOMPLETE', index: 0 },
  { id: 'second authority missing', ...four(), intermediates: ['ca'], expected: 'INCOMPLETE', index: 1 },
  { id: 'no anchors', anchors: [], expected: 'INCOMPLETE', index: 1 },
  { id: 'no anchors, root in the pool', anchors: [], intermediates: ['ca', 'root'], expected: 'UNTRUSTED', index: 2 },
  {
    id: 'another root is trusted',
    links: { root2: { subject: 'CN=Outra', ca: true } },
    anchors: ['root2'],
    intermediates: ['ca', 'root'],
    expected: 'UNTRUSTED',
    index: 2,
  },
  {
    id: 'root of the same name is trusted',
    links: { root2: { subject: 'C=BR, O=Forja, CN=Raiz', ca: true } },
    anchors: ['root2'],
    expected: 'INCOMPLETE',
    index: 1,
  },
  {
    id: 'root of the same name without identifiers',
    links: { root2: { subject: 'C=BR, O=Forja, CN=Raiz', ca: true, ...noIds }, root: noIds, ca: { issuerKeyId: null } },
    anchors: ['root2'],
    expected: 'SIGNATURE',
    index: 1,
  },
  {
    id: 'two roots of the same name',
    links: { root2: { subject: 'C=BR, O=Forja, CN=Raiz', ca: true } },
    anchors: ['root2', 'root'],
    expected: 'ok',
  },
  {
    id: 'two roots of the same name without identifiers',
    links: {
      root2: { subject: 'C=BR, O=Forja, CN=Raiz', ca: true, from: -20, ...noIds },
      root: { ...noIds, from: -30 },
      ca: { issuerKeyId: null },
    },
    anchors: ['root2', 'root'],
    expected: 'ok',
    differs: {
      openssl: 'refused',
      because: NO_BACKTRACKING,
    },
  },
  {
    id: 'cross-signed authority, other root',
    links: CROSSED,
    anchors: ['root2'],
    intermediates: ['cross', 'ca'],
    expected: 'ok',
  },
  {
    id: 'cross-signed authority, other root, other order',
    links: CROSSED,
    anchors: ['root2'],
    intermediates: ['ca', 'cross'],
    expected: 'ok',
    differs: { openssl: 'refused', because: NO_BACKTRACKING },
  },
  {
    id: 'cross-signed authority',
    links: CROSSED,
    intermediates: ['ca', 'cross'],
    expected: 'ok',
  },
  {
    id: 'cross-signed authority, other order',
    links: CROSSED,
    intermediates: ['cross', 'ca'],
    expected: 'ok',
    differs: { openssl: 'refused', because: NO_BACKTRACKING },
  },
  {
    id: 'authority of the name of its root',
    links: { ca: { subject: 'C=BR, O=Forja, CN=Raiz' } },
    expected: 'ok',
  },
  {
    id: 'cross-signed root',
    links: {
      root2: { subject: 'CN=Outra', ca: true },
      cross: { by: 'root2', subject: 'C=BR, O=Forja, CN=Raiz', key: 'root', ca: true },
    },
    anchors: ['root2'],
    intermediates: ['ca', 'cross'],
    expected: 'ok',
  },
  {
    id: 'cross-signed root, both trusted',
    links: {
      root2: { subject: 'CN=Outra', ca: true },
      cross: { by: 'root2', subject: 'C=BR, O=Forja, CN=Raiz', key: 'root', ca: true },
    },
    anchors: ['root2', 'root'],
    intermediates: ['cross', 'ca'],
    expected: 'ok',
  },
  {
    id: 'authorities that sign each other',
    links: { ca: { by: 'loop' }, loop: { by: 'ca', subject: 'CN=Volta', ca: true } },
    intermediates: ['ca', 'loop'],
    expected: 'INCOMPLETE',
    index: 2,
  },
  { id: 'leaf is its own root', links: { leaf: { by: 'leaf' } }, anchors: ['leaf'], expected: 'ok' },
  { id: 'self-signed leaf', links: { leaf: { by: 'leaf' } }, expected: 'UNTRUSTED', index: 0 },
  { id: 'leaf is an anchor', anchors: ['leaf'], intermediates: [], expected: 'ok' },
  { id: 'authority is an anchor', anchors: ['ca'], intermediates: [], expected: 'ok' },
  {
    id: 'leaf that is an anchor, expired',
    links: { leaf: { to: -1 } },
    anchors: ['leaf'],
    expected: 'EXPIRED',
    index: 0,
  },
  {
    id: 'two signature algorithms',
    links: { leaf: { key: 'p2561', by: 'leaf', outerAlgorithm: 'ECDSA-SHA384' } },
    expected: 'PARSE',
  },
]

/** Algorithms and sizes. */
const ALGORITHMS: readonly ChainCase[] = [
  { id: 'RSA of 1024 bits: leaf', links: { leaf: { key: 'weak1' } }, expected: 'KEY_WEAK', index: 0 },
  { id: 'RSA of 1024 bits: authority', links: { ca: { key: 'weak1' } }, expected: 'KEY_WEAK', index: 1 },
  { id: 'RSA of 1024 bits: root', links: { root: { key: 'weak1' } }, expected: 'KEY_WEAK', index: 2 },
  ...(['RSA-SHA256', 'RSA-SHA384', 'RSA-SHA512', 'RSA-PSS-SHA256', 'RSA-PSS-SHA384', 'RSA-PSS-SHA512'] as const).map(
    (algorithm): ChainCase => ({
      id: algorithm,
      links: { root: { algorithm }, ca: { algorithm }, leaf: { algorithm } },
      suite: SUITES.rsa,
      expected: 'ok',
    }),
  ),
  {
    id: 'RSA-PSS with salt of 20',
    links: { leaf: { algorithm: 'RSA-PSS-SHA256', saltLength: 20 } },
    suite: SUITES.rsa,
    expected: 'ok',
  },
  {
    id: 'RSA-PSS without salt',
    links: { leaf: { algorithm: 'RSA-PSS-SHA256', saltLength: 0 } },
    suite: SUITES.rsa,
    expected: 'ok',
  },
  {
    id: 'RSA-PSS, damaged',
    links: { leaf: { algorithm: 'RSA-PSS-SHA256', tamper: flip } },
    suite: SUITES.rsa,
    expected: 'SIGNATURE',
    index: 0,
  },
  { id: 'RSA-PSS key', links: { ca: { key: 'pss1' } }, suite: SUITES.rsa, expected: 'ok' },
  {
    id: 'RSA-PSS key, SHA-512',
    links: { ca: { key: 'pss1' }, leaf: { algorithm: 'RSA-PSS-SHA512' } },
    suite: SUITES.rsa,
    expected: 'ok',
  },
  { id: 'RSA-PSS key bound to SHA-256', links: { ca: { key: 'bound1' } }, suite: SUITES.rsa, expected: 'ok' },
  { id: 'RSA-PSS key as leaf', links: { leaf: { key: 'pss1' } }, suite: SUITES.rsa, expected: 'ok' },
  ...(['ECDSA-SHA256', 'ECDSA-SHA384', 'ECDSA-SHA512'] as const).flatMap((algorithm) =>
    (['p2561', 'p3841', 'p5211'] as const).map((key): ChainCase => ({
      id: `${algorithm} with ${key.slice(0, 4)}`,
      links: { ca: { key }, leaf: { algorithm } },
      expected: 'ok',
    })),
  ),
  {
    id: 'SHA-1 on the leaf',
    links: { leaf: { algorithm: 'RSA-SHA1' } },
    suite: SUITES.rsa,
    expected: 'ALGORITHM',
    index: 0,
  },
  {
    id: 'SHA-1 on the authority',
    links: { ca: { algorithm: 'RSA-SHA1' } },
    suite: SUITES.rsa,
    expected: 'ALGORITHM',
    index: 1,
  },
  { id: 'SHA-1 on the root', links: { root: { algorithm: 'RSA-SHA1' } }, suite: SUITES.rsa, expected: 'ok' },
  { id: 'SHA-1 with ECDSA', links: { leaf: { algorithm: 'ECDSA-SHA1' } }, expected: 'ALGORITHM', index: 0 },
  {
    id: 'SHA-1 in RSA-PSS',
    links: { leaf: { algorithm: 'RSA-PSS-SHA1' } },
    suite: SUITES.rsa,
    expected: 'ALGORITHM',
    index: 0,
  },
  {
    id: 'MD5 on the leaf',
    links: { leaf: { algorithm: 'RSA-MD5' } },
    suite: SUITES.rsa,
    expected: 'ALGORITHM',
    index: 0,
  },
  { id: 'MD5 on the root', links: { root: { algorithm: 'RSA-MD5' } }, suite: SUITES.rsa, expected: 'ok' },
  {
    id: 'SHA-224',
    links: { leaf: { algorithm: 'RSA-SHA224' } },
    suite: SUITES.rsa,
    expected: 'ALGORITHM',
    index: 0,
    differs: { openssl: 'ok', because: 'WebCrypto has no SHA-224' },
  },
  { id: 'P-224 as leaf', links: { leaf: { key: 'p2241' } }, expected: 'ok' },
  {
    id: 'P-224 as authority',
    links: { ca: { key: 'p2241' } },
    expected: 'ALGORITHM',
    index: 0,
    differs: { openssl: 'ok', because: 'WebCrypto has no P-224' },
  },
  { id: 'secp256k1 as leaf', links: { leaf: { key: 'k2561' } }, expected: 'ok' },
  {
    id: 'secp256k1 as authority',
    links: { ca: { key: 'k2561' } },
    expected: 'ALGORITHM',
    index: 0,
    differs: { openssl: 'ok', because: 'WebCrypto has no secp256k1' },
  },
  { id: 'key of another kind', links: { leaf: { signKey: 'rsa1' } }, expected: 'SIGNATURE', index: 0 },
]

/** An authorityKeyIdentifier that names the issuer's certificate by its issuer and number. */
const byIssuerAndSerial = (issuer: string, serial: number): Link => ({
  issuerKeyId: null,
  raw: [
    extension(
      '2.5.29.35',
      false,
      sequence(
        writeDer(contextTag(1), generalName(`dir:${issuer}`)),
        writeDer(contextTag(2, 'primitive'), Uint8Array.of(serial)),
      ),
    ),
  ],
})

const NAMED = 'C=BR, O=Padaria São João, CN=Emissora da Padaria'
const renamed = (issuer: string, more: Link = {}): Links => ({ ca: { subject: NAMED }, leaf: { issuer, ...more } })

/** Names, numbers, and what else is odd and harmless. */
const ODDITIES: readonly ChainCase[] = [
  { id: 'name in capitals', links: renamed(NAMED.replace('Padaria', 'PADARIA')), expected: 'ok' },
  { id: 'name with an accent in capitals', links: renamed(NAMED.replace('ã', 'Ã')), expected: 'INCOMPLETE', index: 0 },
  { id: 'name with more spaces', links: renamed(NAMED.replace('da Padaria', ' da \t Padaria  ')), expected: 'ok' },
  {
    id: 'name without spaces',
    links: renamed(NAMED.replace('da Padaria', 'daPadaria')),
    expected: 'INCOMPLETE',
    index: 0,
  },
  {
    id: 'name in another order',
    links: renamed('O=Padaria São João, C=BR, CN=Emissora da Padaria'),
    expected: 'INCOMPLETE',
    index: 0,
  },
  { id: 'name with fewer attributes', links: renamed('C=BR, O=Padaria São João'), expected: 'INCOMPLETE', index: 0 },
  {
    id: 'name with attributes in one relative name',
    links: renamed('C=BR, O=Padaria São João+CN=Emissora da Padaria'),
    expected: 'INCOMPLETE',
    index: 0,
  },
  ...(['printable', 'ia5', 't61', 'bmp', 'universal'] as const).map((issuerType): ChainCase => ({
    id: `name as ${issuerType}`,
    links: renamed(NAMED, { issuerType }),
    expected: 'ok',
  })),
  { id: 'name as numeric', links: renamed(NAMED, { issuerType: 'numeric' }), expected: 'INCOMPLETE', index: 0 },
  { id: 'name as numeric on both sides', links: { ca: { subject: NAMED, subjectType: 'numeric' } }, expected: 'ok' },
  {
    id: 'attributes of one relative name',
    links: { ca: { subject: 'C=BR, CN=A+O=B' }, leaf: { issuer: 'C=br, O=b+CN=a' } },
    expected: 'ok',
  },
  { id: 'issuer by name and number', links: { leaf: byIssuerAndSerial('C=BR, O=Forja, CN=Raiz', 1) }, expected: 'ok' },
  {
    id: 'issuer by name and another number',
    links: { leaf: byIssuerAndSerial('C=BR, O=Forja, CN=Raiz', 2) },
    expected: 'INCOMPLETE',
    index: 0,
  },
  {
    id: 'issuer by another name and number',
    links: { leaf: byIssuerAndSerial('CN=Outra', 1) },
    expected: 'INCOMPLETE',
    index: 0,
  },
  {
    id: 'critical key identifiers',
    links: {
      ca: { keyId: null, raw: [extension('2.5.29.14', true, octetString(Uint8Array.of(7)))] },
      leaf: {
        issuerKeyId: null,
        raw: [extension('2.5.29.35', true, sequence(writeDer(contextTag(0, 'primitive'), Uint8Array.of(7))))],
      },
    },
    expected: 'EXTENSION_UNKNOWN',
    index: 0,
  },
  { id: 'empty subject', links: { leaf: { subject: '' } }, expected: 'ok' },
  {
    id: 'negative serial number',
    links: { leaf: { serialNumber: [0x80, 1] }, ca: { serialNumber: [0xff] } },
    expected: 'ok',
  },
  { id: 'serial number zero', links: { leaf: { serialNumber: [0] } }, expected: 'ok' },
  { id: 'serial number of 40 octets', links: { leaf: { serialNumber: Array<number>(40).fill(0x7f) } }, expected: 'ok' },
  { id: 'serial number that is padded', links: { leaf: { serialNumber: [0, 1] } }, expected: 'PARSE' },
  {
    id: 'version written out',
    links: { leaf: { version: 1, usage: null, names: null, ...noIds } },
    expected: 'ok',
  },
  {
    id: 'version 4',
    links: { leaf: { version: 3 } },
    expected: 'PARSE',
    differs: { openssl: 'ok', because: 'RFC 5280, section 4.1.2.1: there is no version 4' },
  },
  {
    id: 'extensions in version 2',
    links: { leaf: { version: 1 } },
    expected: 'PARSE',
    differs: {
      openssl: 'ok',
      because: 'RFC 5280, section 4.1.2.9: extensions only in version 3; openssl asks for it with -x509_strict',
    },
  },
  {
    id: 'unknown extension twice',
    links: { leaf: { extra: ['1.3.6.1.4.1.99999.1', '1.3.6.1.4.1.99999.1'] } },
    expected: 'PARSE',
    differs: { openssl: 'ok', because: 'RFC 5280, section 4.2: no extension twice' },
  },
  {
    id: 'critical flag written out',
    links: { leaf: { raw: [sequence(oid('1.3.6.1.4.1.99999.1'), boolean(false), octetString())] } },
    expected: 'ok',
  },
  { id: 'extended key usage without one', links: { leaf: { purposes: [] } }, purpose: 'client', expected: 'PARSE' },
  { id: 'alternative names without one', links: { leaf: { names: [] } }, expected: 'ok' },
  {
    id: 'authority of the name of its root, without its identifier',
    links: { ca: { subject: 'C=BR, O=Forja, CN=Raiz', issuerKeyId: null } },
    expected: 'ok',
    differs: { openssl: 'refused', because: 'openssl takes it for self-signed; we look at the signature' },
  },
  {
    id: 'nine certificates',
    links: Object.fromEntries([
      ...Array.from(
        { length: 6 },
        (_, index) =>
          [`a${index}`, { ...ca2, subject: `CN=a${index}`, by: index === 0 ? 'root' : `a${index - 1}` }] as const,
      ),
      ['ca', { by: 'a5' }] as const,
    ]),
    intermediates: ['ca', 'a0', 'a1', 'a2', 'a3', 'a4', 'a5'],
    expected: 'TOO_LONG',
    index: 7,
    differs: { openssl: 'ok', because: 'our default is 8 certificates, that of openssl 100' },
  },
  {
    id: 'nine certificates, allowed',
    links: Object.fromEntries([
      ...Array.from(
        { length: 6 },
        (_, index) =>
          [`a${index}`, { ...ca2, subject: `CN=a${index}`, by: index === 0 ? 'root' : `a${index - 1}` }] as const,
      ),
      ['ca', { by: 'a5' }] as const,
    ]),
    intermediates: ['a3', 'ca', 'a0', 'a1', 'a5', 'a2', 'a4'],
    maxCertificates: 9,
    expected: 'ok',
  },
]

type Names = readonly ForgedGeneralName[]

/** Constraint of the authority, names of the leaf, verdict. */
const CONSTRAINTS: readonly (readonly [permitted: Names, excluded: Names, names: Names, expected: 'ok' | 'refused'])[] =
  [
    [['dns:example.com'], [], ['dns:example.com'], 'ok'],
    [['dns:example.com'], [], ['dns:a.b.example.com'], 'ok'],
    [['dns:EXAMPLE.com'], [], ['dns:a.example.COM'], 'ok'],
    [['dns:example.com'], [], ['dns:notexample.com'], 'refused'],
    [['dns:example.com'], [], ['dns:example.org'], 'refused'],
    [['dns:example.com'], [], ['dns:a.example.com', 'dns:example.org'], 'refused'],
    [['dns:example.com', 'dns:example.org'], [], ['dns:a.example.com', 'dns:example.org'], 'ok'],
    [['dns:example.com'], [], ['dns:*.example.com'], 'ok'],
    [['dns:.example.com'], [], ['dns:a.example.com'], 'ok'],
    [['dns:.example.com'], [], ['dns:example.com'], 'refused'],
    [['dns:'], [], ['dns:a.example.com'], 'ok'],
    [['dns:example.com'], [], ['email:a@example.org'], 'ok'],
    [[], ['dns:example.com'], ['dns:example.org'], 'ok'],
    [[], ['dns:example.com'], ['dns:a.example.com'], 'refused'],
    [[], ['dns:example.com'], ['dns:example.com'], 'refused'],
    [[], ['dns:a.example.com'], ['dns:b.example.com'], 'ok'],
    [[], ['dns:'], ['dns:example.com'], 'refused'],
    [['dns:example.com'], ['dns:a.example.com'], ['dns:a.example.com'], 'refused'],
    [['dns:example.com'], ['dns:a.example.com'], ['dns:b.example.com'], 'ok'],
    [['email:example.com'], [], ['email:a@example.com'], 'ok'],
    [['email:example.com'], [], ['email:a@EXAMPLE.com'], 'ok'],
    [['email:example.com'], [], ['email:a@b.example.com'], 'refused'],
    [['email:.example.com'], [], ['email:a@b.example.com'], 'ok'],
    [['email:.example.com'], [], ['email:a@example.com'], 'refused'],
    [['email:a@example.com'], [], ['email:a@example.com'], 'ok'],
    [['email:a@example.com'], [], ['email:a@Example.com'], 'ok'],
    [['email:a@example.com'], [], ['email:A@example.com'], 'refused'],
    [['email:a@example.com'], [], ['email:b@example.com'], 'refused'],
    [['email:example.com'], [], ['email:example.com'], 'refused'],
    [[], ['email:example.com'], ['email:a@example.com'], 'refused'],
    [[], ['email:example.com'], ['email:a@example.org'], 'ok'],
    [[], ['email:example.com'], ['email:broken'], 'refused'],
    [['uri:example.com'], [], ['uri:https://example.com/a'], 'ok'],
    [['uri:example.com'], [], ['uri:https://example.com'], 'ok'],
    [['uri:example.com'], [], ['uri:https://EXAMPLE.com:8443/a'], 'ok'],
    [['uri:example.com'], [], ['uri:https://a.example.com/a'], 'refused'],
    [['uri:.example.com'], [], ['uri:https://a.example.com/a'], 'ok'],
    [['uri:.example.com'], [], ['uri:https://example.com/a'], 'refused'],
    [[], ['uri:.example.com'], ['uri:https://a.example.com/a'], 'refused'],
    [[], ['uri:.example.com'], ['uri:https://a.example.org/a'], 'ok'],
    [['uri:example.com'], [], ['uri:urn:a:b'], 'refused'],
    [[], ['uri:example.com'], ['uri:urn:a:b'], 'refused'],
    [['ip:0a000000ff000000'], [], ['ip:0a010203'], 'ok'],
    [['ip:0a000000ff000000'], [], ['ip:0b010203'], 'refused'],
    [['ip:0a000000ff000000'], [], ['ip:20010db8000000000000000000000001'], 'refused'],
    [
      ['ip:20010db8000000000000000000000000ffffffff000000000000000000000000'],
      [],
      ['ip:20010db8000000000000000000000001'],
      'ok',
    ],
    [
      ['ip:20010db8000000000000000000000000ffffffff000000000000000000000000'],
      [],
      ['ip:20010db9000000000000000000000001'],
      'refused',
    ],
    [[], ['ip:0a000000ff000000'], ['ip:0a010203'], 'refused'],
    [[], ['ip:0a000000ff000000'], ['ip:0b010203'], 'ok'],
    [['dir:C=BR'], [], [], 'ok'],
    [['dir:C=br, O=PADARIA'], [], [], 'ok'],
    [['dir:C=BR, O=Padaria, CN=Folha'], [], [], 'ok'],
    [['dir:O=Padaria'], [], [], 'refused'],
    [['dir:C=US'], [], [], 'refused'],
    [['dir:C=BR, O=Pad'], [], [], 'refused'],
    [['dir:C=BR'], [], ['dir:C=US'], 'refused'],
    [['dir:C=BR'], [], ['dir:C=BR, CN=a'], 'ok'],
    [[], ['dir:C=BR, O=Padaria'], [], 'refused'],
    [[], ['dir:C=BR, O=Forja'], [], 'ok'],
    [['other:1.2.3=x'], [], ['other:1.2.3=x'], 'refused'],
    [[], ['other:1.2.3=x'], ['other:1.2.3=y'], 'refused'],
    [[], ['other:1.2.3=x'], ['other:1.2.4=x'], 'ok'],
    [['other:1.2.3=x'], [], ['other:1.2.4=x'], 'ok'],
    [['email:example.com'], [], ['other:1.3.6.1.5.5.7.8.9=zé@example.com'], 'ok'],
    [['email:example.com'], [], ['other:1.3.6.1.5.5.7.8.9=zé@example.org'], 'refused'],
    [[], ['email:example.com'], ['other:1.3.6.1.5.5.7.8.9=zé@example.com'], 'refused'],
    [['uri:example.com'], [], ['uri:https://a\n@example.org/'], 'refused'],
    [['rid:1.2.3'], [], ['rid:1.2.3'], 'refused'],
    [[], ['rid:1.2.3'], ['rid:1.2.4'], 'refused'],
    [['rid:1.2.3'], [], ['dns:example.com'], 'ok'],
  ]

const leafNames = (names: Names): Link => ({ names: names.length > 0 ? names : null })

const NAME_CONSTRAINTS: readonly ChainCase[] = [
  ...CONSTRAINTS.map(([permitted, excluded, names, expected]): ChainCase => ({
    id: `names: [${permitted.join(' ')}] [${excluded.join(' ')}] ${names.join(' ')}`,
    links: { ca: { permitted, excluded }, leaf: leafNames(names) },
    ...(expected === 'ok' ? { expected } : { expected: 'NAME_CONSTRAINTS', index: 0 }),
  })),
  {
    id: 'names: constraint of the root',
    links: { root: { permitted: ['dns:example.org'] } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  },
  {
    id: 'names: constraint of the root on the authority',
    links: { root: { permitted: ['dir:C=BR, O=Padaria'] } },
    expected: 'NAME_CONSTRAINTS',
    index: 1,
  },
  { id: 'names: constraint of the leaf itself', links: { leaf: { permitted: ['dns:example.org'] } }, expected: 'ok' },
  {
    id: 'names: CN as host',
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: 'CN=example.org', ...leafNames([]) } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  },
  {
    id: 'names: CN as host, permitted',
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: 'CN=a.example.com', ...leafNames([]) } },
    expected: 'ok',
  },
  {
    id: 'names: CN as host, beside a DNS name',
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: 'CN=example.org', names: ['dns:example.com'] } },
    expected: 'ok',
  },
  {
    id: 'names: CN that is no host',
    links: { ca: { permitted: ['dns:example.com'] }, leaf: { subject: 'CN=Padaria do Zé', ...leafNames([]) } },
    expected: 'ok',
  },
  {
    id: 'names: address in the subject',
    links: {
      ca: { permitted: ['email:example.com'] },
      leaf: { subject: 'emailAddress=a@example.org', ...leafNames([]) },
    },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
  },
  {
    id: 'names: address in the subject, permitted',
    links: {
      ca: { permitted: ['email:example.com'] },
      leaf: { subject: 'emailAddress=a@example.com', subjectType: 'ia5', ...leafNames([]) },
    },
    expected: 'ok',
  },
  {
    id: 'names: address in the subject as UTF-8',
    links: { ca: { permitted: ['email:example.com'] }, leaf: { subject: 'emailAddress=a@example.com', names: null } },
    expected: 'ok',
    differs: {
      openssl: 'refused',
      because: 'we check the address whatever its string type, openssl only an IA5String',
    },
  },
  {
    id: 'names: self-issued authority is exempt',
    ...four({ ca2: { subject: 'CN=Mesma', permitted: ['dir:C=BR'] }, ca: { subject: 'CN=Mesma' } }),
    expected: 'ok',
  },
  {
    id: 'names: wildcard over an excluded host',
    links: { ca: { excluded: ['dns:a.example.com'] }, leaf: { names: ['dns:*.example.com'] } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
    differs: { openssl: 'ok', because: 'the wildcard would be good for the excluded host' },
  },
  {
    id: 'names: user part before an excluded host',
    links: { ca: { excluded: ['uri:example.com'] }, leaf: { names: ['uri:https://user@example.com/'] } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
    differs: {
      openssl: 'ok',
      because: 'RFC 5280, section 4.2.1.10: the host counts, and openssl 3.0 takes the user for a part of it',
    },
  },
  {
    id: 'names: address in place of an excluded host',
    links: { ca: { excluded: ['uri:example.com'] }, leaf: { names: ['uri:https://[::1]:443/'] } },
    expected: 'NAME_CONSTRAINTS',
    index: 0,
    differs: {
      openssl: 'ok',
      because: 'RFC 5280, section 4.2.1.10: a URI whose host is no domain name must be rejected',
    },
  },
  {
    id: 'names: maximum in a subtree',
    links: { ca: { raw: [subtreeWithMaximum()] } },
    expected: 'PARSE',
  },
]

function subtreeWithMaximum(): Uint8Array {
  const subtree = sequence(
    writeDer(contextTag(2, 'primitive'), Buffer.from('example.com')),
    writeDer(contextTag(1, 'primitive'), Uint8Array.of(5)),
  )
  return extension('2.5.29.30', true, sequence(writeDer(contextTag(0), subtree)))
}

/** Every case, with a suite of keys. */
export const CHAIN_CASES: readonly ChainCase[] = [
  ...Object.entries(SUITES).flatMap(([name, suite]) =>
    STRUCTURE.map((one) => ({ ...one, suite, id: `${name}: ${one.id}` })),
  ),
  ...ALGORITHMS,
  ...ODDITIES,
  ...NAME_CONSTRAINTS,
]
