/** @module Algorithms of signatures, kinds and sizes of keys. */
import { SUITES } from '../forge-chain.ts'
import { type ChainCase, damage } from './chain-case.ts'

export const ALGORITHMS: readonly ChainCase[] = [
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
