import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { algorithmIdentifier, forgedKey } from '../../../../../tests/lib/forge-certificate.ts'
import { readDer } from '../der/read-der.ts'
import { bitString, integer, nullValue, octetString, oid, sequence } from '../der/write-der.ts'
import type { PublicKeyInfo } from './certificate.ts'
import { readPublicKey, readSignatureAlgorithm } from './public-key.ts'

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
