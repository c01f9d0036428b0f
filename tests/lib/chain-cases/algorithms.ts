/** @module Algorithms of signatures, kinds and sizes of keys. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { bitString, integer, nullValue, oid, sequence } from '../../../packages/certs/src/internal/der/write-der.ts'
import { forgedKey } from '../forge-certificate.ts'
import { SUITES } from '../forge-chain.ts'
import { type ChainCase, damage } from './chain-case.ts'

const spkiOf = ({ publicKey }: { readonly publicKey: KeyObject }): Uint8Array =>
  Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }))

const curve = (namedCurve: string): Uint8Array => spkiOf(generateKeyPairSync('ec', { namedCurve }))

/** A key of any kind: its identifier, what follows that, and the key itself. */
const keyOf = (kind: string, parameters: readonly Uint8Array[], key: Uint8Array): Uint8Array =>
  sequence(sequence(oid(kind), ...parameters), bitString(key))

const point = (namedCurve: string, ...octets: readonly number[]): Uint8Array =>
  keyOf('1.2.840.10045.2.1', [oid(namedCurve)], Uint8Array.from(octets))

/** RSA of 2048 bits; the modulus is nobody's. */
const rsaNumbers = (exponent: number): Uint8Array =>
  sequence(integer(new Uint8Array(256).fill(0xff)), integer(exponent))

const P256 = '1.2.840.10045.3.1.7'
const { spki: goodPoint } = forgedKey('p2561')
const nothingKnown = 'it can be told neither how strong such a key is nor whether it is one'

/** Keys of a leaf, with which nobody verifies anything here. */
const LEAF_KEYS: readonly (readonly [
  id: string,
  spki: Uint8Array,
  expected: 'ok' | 'ALGORITHM' | 'KEY_WEAK' | 'PARSE',
  differs?: ChainCase['differs'],
])[] = [
  ...['prime192v3', 'secp112r1', 'secp160r1', 'secp192k1', 'sect163k1', 'sect193r2', 'brainpoolP160r1'].map(
    (name) => [name, curve(name), 'KEY_WEAK'] as const,
  ),
  ...['brainpoolP256r1', 'brainpoolP512r1'].map((name) => [name, curve(name), 'ok'] as const),
  ['a small curve that has no name here', curve('wap-wsg-idm-ecid-wtls1'), 'ALGORITHM'],
  ['a large curve that has no name here', curve('sect571r1'), 'ALGORITHM', { openssl: 'ok', because: nothingKnown }],
  [
    'P-256 spelled out',
    spkiOf(generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' })),
    'ALGORITHM',
  ],
  ['no curve', keyOf('1.2.840.10045.2.1', [], goodPoint.subarray(-65)), 'ALGORITHM'],
  ['a point off P-256', goodPoint.with(-1, (goodPoint.at(-1) ?? 0) ^ 1), 'ALGORITHM'],
  ['a compressed point', point(P256, 2 + ((goodPoint.at(-1) ?? 0) & 1), ...goodPoint.subarray(-64, -32)), 'ok'],
  ['a compressed point off P-256', point(P256, 2, ...Array<number>(31).fill(0), 1), 'ALGORITHM'],
  ['half a point', point(P256, 4, ...Array<number>(32).fill(1)), 'PARSE'],
  ['a point of three octets', point('1.3.132.0.10', 4, 1, 2), 'PARSE'],
  ['a short Ed25519 key', keyOf('1.3.101.112', [], new Uint8Array(5)), 'PARSE'],
  ['a long Ed448 key', keyOf('1.3.101.113', [], new Uint8Array(58)), 'PARSE'],
  ['Ed448', spkiOf(generateKeyPairSync('ed448')), 'ok'],
  ['X25519', spkiOf(generateKeyPairSync('x25519')), 'ALGORITHM', { openssl: 'ok', because: nothingKnown }],
  ['a kind that nobody knows', keyOf('1.2.3.4', [], new Uint8Array(5)), 'ALGORITHM'],
  [
    'RSA-PSS with parameters that are none',
    keyOf('1.2.840.113549.1.1.10', [sequence(integer(5))], rsaNumbers(3)),
    'ALGORITHM',
  ],
  ['RSA with exponent 3', keyOf('1.2.840.113549.1.1.1', [nullValue()], rsaNumbers(3)), 'ok'],
  [
    'RSA with exponent 1',
    keyOf('1.2.840.113549.1.1.1', [nullValue()], rsaNumbers(1)),
    'KEY_WEAK',
    { openssl: 'ok', because: 'RFC 8017, section 3.1: the exponent is odd and from 3' },
  ],
]

export const ALGORITHMS: readonly ChainCase[] = [
  { id: 'RSA of 1024 bits: leaf', links: { leaf: { key: 'weak1' } }, expected: 'KEY_WEAK', index: 0 },
  {
    id: 'RSA of 2047 bits: leaf',
    links: { leaf: { key: 'almost1' } },
    expected: 'KEY_WEAK',
    index: 0,
    differs: { openssl: 'ok', because: 'openssl counts 112 bits of security; NIST begins at 2048 bits' },
  },
  { id: 'P-192: leaf', links: { leaf: { key: 'p1921' } }, expected: 'KEY_WEAK', index: 0 },
  { id: 'P-192: authority', links: { ca: { key: 'p1921' } }, expected: 'KEY_WEAK', index: 1 },
  { id: 'P-192: root', links: { root: { key: 'p1921' } }, expected: 'KEY_WEAK', index: 2 },
  ...LEAF_KEYS.map(([name, spki, expected, differs]): ChainCase => ({
    id: `key of the leaf: ${name}`,
    links: { leaf: { spki } },
    expected,
    ...((expected === 'ALGORITHM' || expected === 'KEY_WEAK') && { index: 0 }),
    ...(differs !== undefined && { differs }),
  })),
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
  ...[2_048, 2 ** 32, 2 ** 40].map((writtenSalt): ChainCase => ({
    id: `RSA-PSS with salt of ${writtenSalt}, it says`,
    links: { leaf: { algorithm: 'RSA-PSS-SHA256', writtenSalt } },
    suite: SUITES.rsa,
    expected: writtenSalt === 2_048 ? 'SIGNATURE' : 'ALGORITHM',
    index: 0,
  })),
  {
    id: 'RSA-PSS, damaged',
    links: { leaf: { algorithm: 'RSA-PSS-SHA256', tamper: damage } },
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
