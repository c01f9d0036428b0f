import { generateKeyPairSync, getCurves } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { algorithmIdentifier, forgedKey } from '../../../../../tests/lib/forge-certificate.ts'
import { readDer } from '../der/read-der.ts'
import { bitString, integer, nullValue, octetString, oid, sequence } from '../der/write-der.ts'
import type { PublicKeyInfo } from './certificate.ts'
import { readPublicKey, readSignatureAlgorithm } from './public-key.ts'
import { subjectPublicKeyOf } from './subject-public-key.ts'

const RSA = '1.2.840.113549.1.1.1'
const EC = '1.2.840.10045.2.1'

const read = (spki: Uint8Array): PublicKeyInfo => readPublicKey(readDer(spki, 'key'))
const rsaKey = (...fields: readonly Uint8Array[]): Uint8Array =>
  sequence(sequence(oid(RSA), nullValue()), bitString(sequence(...fields)))

describe('readPublicKey', () => {
  test.each([
    ['rsa1', { algorithm: 'RSA', bits: 2048, exponent: 65_537 }],
    ['weak1', { algorithm: 'RSA', bits: 1024, exponent: 65_537 }],
    ['pss1', { algorithm: 'RSA-PSS', bits: 2048, exponent: 65_537 }],
    ['p2561', { algorithm: 'EC', bits: 256, curve: 'P-256' }],
    ['p5211', { algorithm: 'EC', bits: 521, curve: 'P-521' }],
    ['k2561', { algorithm: 'EC', bits: 256, curve: 'secp256k1' }],
    ['ed1', { algorithm: 'Ed25519', bits: 256 }],
  ] as const)('reads %s', (key, expected) => {
    const { spki } = forgedKey(key)
    expect(read(spki)).toEqual({ ...expected, spki })
  })

  test('keeps what it does not know', () => {
    const unknown = sequence(sequence(oid('1.2.3')), bitString(Uint8Array.of(1)))
    expect(read(unknown)).toMatchObject({ algorithm: '1.2.3', bits: 0 })
    const curve = sequence(sequence(oid(EC), oid('1.2.3')), bitString(Uint8Array.of(4)))
    expect(read(curve)).toMatchObject({ algorithm: 'EC', bits: 0, curve: '1.2.3' })
    const explicit = sequence(sequence(oid(EC), sequence()), bitString(Uint8Array.of(4)))
    expect(read(explicit)).toEqual({ algorithm: 'EC', bits: 0, spki: explicit })
  })

  test('counts bits, and keeps huge exponents apart', () => {
    expect(read(rsaKey(integer(Uint8Array.of(0x01, 0xff)), integer(3)))).toMatchObject({ bits: 9, exponent: 3 })
    expect(read(rsaKey(integer(1), integer(new Uint8Array(9).fill(255))))).toMatchObject({ exponent: Infinity })
    expect(read(rsaKey(integer(0), integer(0)))).toMatchObject({ bits: 0, exponent: 0 })
  })

  test.each([
    ['a negative modulus', rsaKey(Uint8Array.of(2, 1, 0x80), integer(3)), 'CERTS_DER_VALUE', ['modulus']],
    ['no exponent', rsaKey(integer(3)), 'CERTS_DER_TRUNCATED', ['publicExponent']],
    ['a third number', rsaKey(integer(3), integer(3), integer(3)), 'CERTS_DER_TRAILING', []],
  ])('refuses %s', (_, spki, code, field) => {
    const path = ['key', 'subjectPublicKey', 'RSAPublicKey', ...field]
    expect(errorOf(() => read(spki))).toMatchObject({ code, path })
  })

  test.each(getCurves().filter((name) => /^(sec|prime|brain)/.test(name)))(
    'knows the size of %s, or none',
    (namedCurve) => {
      const { publicKey } = generateKeyPairSync('ec', { namedCurve })
      const spki = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }))
      const { bits } = read(spki)
      const octets = (subjectPublicKeyOf(spki).length - 1) / 2
      const inName = Number(/\d{3}/.exec(namedCurve)?.[0])
      expect([0, octets]).toContain(Math.ceil(bits / 8))
      // Small ones are known, to be called weak.
      expect(bits > 0 || inName >= 224 || namedCurve).toBe(true)
      expect([0, inName]).toContain(bits)
    },
  )

  const point = (curve: string, form: number, octets: number): Uint8Array =>
    sequence(sequence(oid(EC), oid(curve)), bitString(new Uint8Array(1 + octets).fill(1).with(0, form)))
  const edwards = (kind: string, octets: number): Uint8Array =>
    sequence(sequence(oid(kind)), bitString(new Uint8Array(octets)))

  test.each([
    ['a point of P-256', point('1.2.840.10045.3.1.7', 4, 64), { bits: 256 }],
    ['a compressed point of P-384', point('1.3.132.0.34', 3, 48), { bits: 384 }],
    ['a point of P-521', point('1.3.132.0.35', 4, 132), { bits: 521 }],
    ['any point of a curve that nobody knows', point('1.2.3', 4, 5), { bits: 0 }],
    ['Ed25519', edwards('1.3.101.112', 32), { bits: 256 }],
    ['Ed448', edwards('1.3.101.113', 57), { bits: 456 }],
  ])('takes %s by its length', (_, spki, expected) => {
    expect(read(spki)).toMatchObject(expected)
  })

  test.each([
    ['half a point of P-256', point('1.2.840.10045.3.1.7', 4, 32), 'ECPoint'],
    ['a compressed point of P-256 that is whole', point('1.2.840.10045.3.1.7', 2, 64), 'ECPoint'],
    ['a point of P-256 called P-384', point('1.3.132.0.34', 4, 64), 'ECPoint'],
    ['a point of secp256k1 of two octets', point('1.3.132.0.10', 4, 2), 'ECPoint'],
    ['no coordinates', point('1.3.132.0.10', 4, 0), 'ECPoint'],
    ['the point at infinity', point('1.3.132.0.10', 0, 0), 'ECPoint'],
    ['a short Ed25519 key', edwards('1.3.101.112', 31), 'Ed25519'],
    ['an empty Ed25519 key', edwards('1.3.101.112', 0), 'Ed25519'],
    ['a long Ed448 key', edwards('1.3.101.113', 58), 'Ed448'],
  ])('refuses %s', (_, spki, kind) => {
    expect(errorOf(() => read(spki))).toMatchObject({
      code: 'CERTS_DER_VALUE',
      path: ['key', 'subjectPublicKey'],
      params: { kind },
    })
  })

  test('refuses what is no key', () => {
    expect(errorOf(() => read(sequence(sequence(oid(RSA)), octetString())))).toMatchObject({ code: 'CERTS_DER_TAG' })
    expect(errorOf(() => read(sequence(sequence(oid(RSA)), bitString(Uint8Array.of(0x80), 7))))).toMatchObject({
      code: 'CERTS_DER_VALUE',
    })
    const hybrid = sequence(sequence(oid(EC)), bitString(Uint8Array.of(6)))
    expect(errorOf(() => read(hybrid))).toMatchObject({ code: 'CERTS_DER_VALUE', params: { kind: 'ECPoint' } })
    const twoParameters = sequence(oid(RSA), nullValue(), nullValue())
    expect(errorOf(() => read(sequence(twoParameters, bitString(new Uint8Array()))))).toMatchObject({
      code: 'CERTS_DER_TRAILING',
      path: ['key', 'algorithm'],
    })
  })
})

test('readSignatureAlgorithm gives it a name', () => {
  const der = algorithmIdentifier('ECDSA-SHA384')
  expect(readSignatureAlgorithm(readDer(der))).toEqual({ oid: '1.2.840.10045.4.3.3', name: 'ECDSA-SHA384', der })
})
