import { describe, expect, test } from 'vitest'
import { forgedKey, type KeyName } from '../../../../../tests/lib/forge-certificate.ts'
import { readDer } from '../der/read-der.ts'
import { readPublicKey } from './public-key.ts'
import { isWeakKey, unknownKey } from './weak-key.ts'

describe('isWeakKey', () => {
  test.each([
    ['RSA of 2047 bits', { algorithm: 'RSA', bits: 2047, exponent: 65_537 }, true],
    ['RSA of 2048 bits', { algorithm: 'RSA', bits: 2048, exponent: 65_537 }, false],
    ['RSA with exponent 3', { algorithm: 'RSA', bits: 2048, exponent: 3 }, false],
    ['RSA with exponent 2', { algorithm: 'RSA', bits: 2048, exponent: 2 }, true],
    ['RSA with exponent 1', { algorithm: 'RSA', bits: 4096, exponent: 1 }, true],
    ['RSA with an even exponent', { algorithm: 'RSA', bits: 4096, exponent: 65_536 }, true],
    ['RSA without exponent', { algorithm: 'RSA', bits: 4096 }, true],
    ['RSA with a huge exponent', { algorithm: 'RSA', bits: 4096, exponent: Infinity }, false],
    ['RSA-PSS of 1024 bits', { algorithm: 'RSA-PSS', bits: 1024, exponent: 65_537 }, true],
    ['RSA-PSS of 2048 bits', { algorithm: 'RSA-PSS', bits: 2048, exponent: 65_537 }, false],
    ['a curve of 192 bits', { algorithm: 'EC', bits: 192 }, true],
    ['P-224', { algorithm: 'EC', bits: 224 }, false],
    ['a curve that nobody knows', { algorithm: 'EC', bits: 0 }, false],
    ['Ed25519', { algorithm: 'Ed25519', bits: 256 }, false],
    ['DSA', { algorithm: 'DSA', bits: 0 }, true],
    ['a kind that nobody knows', { algorithm: '1.2.3', bits: 0 }, false],
  ])('judges %s', (_, key, expected) => {
    expect(isWeakKey(key)).toBe(expected)
  })
})

describe('unknownKey', () => {
  const names: readonly KeyName[] = ['rsa1', 'weak1', 'pss1', 'bound1', 'p1921', 'p2241', 'p2561', 'k2561', 'ed1']

  test.each(names)('can judge %s', (name) => {
    expect(unknownKey(readPublicKey(readDer(forgedKey(name).spki)))).toBeUndefined()
  })

  test.each([
    ['a kind', { algorithm: '1.2.3', bits: 0 }, '1.2.3'],
    ['a kind, whatever size it says', { algorithm: '1.2.3', bits: 4096 }, '1.2.3'],
    ['a curve', { algorithm: 'EC', bits: 0, curve: '1.2.3' }, '1.2.3'],
    ['a curve that is spelled out', { algorithm: 'EC', bits: 0 }, 'EC'],
  ])('names %s that nobody knows', (_, key, expected) => {
    expect(unknownKey({ ...key, spki: new Uint8Array() })).toBe(expected)
  })
})
