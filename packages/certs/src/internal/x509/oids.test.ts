import { describe, expect, test } from 'vitest'
import {
  attributeOid,
  attributeType,
  curveOf,
  EXTENSION,
  extendedKeyUsageName,
  extendedKeyUsageOid,
  keyAlgorithmName,
  signatureAlgorithmName,
  signatureAlgorithmOid,
} from './oids.ts'

describe('attributeOid', () => {
  test.each([
    ['CN', '2.5.4.3'],
    ['cn', '2.5.4.3'],
    ['SN', '2.5.4.4'],
    ['serialNumber', '2.5.4.5'],
    ['jurisdictionC', '1.3.6.1.4.1.311.60.2.1.3'],
    ['jurisdictionCountryName', '1.3.6.1.4.1.311.60.2.1.3'],
    ['commonName', '2.5.4.3'],
    ['emailAddress', '1.2.840.113549.1.9.1'],
    ['2.5.4.97', '2.5.4.97'],
    ['1.2.3.4', '1.2.3.4'],
  ])('knows %s', (type, oid) => {
    expect(attributeOid(type)).toBe(oid)
  })

  test.each(['', 'X', 'constructor', '__proto__', '3.1', '1', '1.02', '1.2.'])('does not know %j', (type) => {
    expect(attributeOid(type)).toBeUndefined()
  })

  test('gives the type back', () => {
    const types = ['CN', 'O', 'OU', 'C', 'ST', 'L', 'GN', 'DC', 'UID', 'title', 'street', 'organizationIdentifier']
    expect(types.map((type) => attributeType(attributeOid(type) ?? ''))).toEqual(types)
  })
})

test('what has no name keeps its identifier', () => {
  const unknown = '1.2.3.4'
  expect(
    [attributeType, keyAlgorithmName, signatureAlgorithmName, extendedKeyUsageName].map((of) => of(unknown)),
  ).toEqual(Array(4).fill(unknown))
  expect(curveOf(unknown)).toBeUndefined()
  expect(attributeType('constructor')).toBe('constructor')
})

test('purposes and algorithms are found by name', () => {
  expect(extendedKeyUsageOid('clientAuth')).toBe('1.3.6.1.5.5.7.3.2')
  expect(extendedKeyUsageOid('1.2.3')).toBe('1.2.3')
  expect(extendedKeyUsageOid('nothing')).toBeUndefined()
  expect(extendedKeyUsageName('1.3.6.1.5.5.7.3.2')).toBe('clientAuth')
  expect(signatureAlgorithmOid('ECDSA-SHA256')).toBe('1.2.840.10045.4.3.2')
  expect(signatureAlgorithmOid('ECDSA')).toBeUndefined()
  expect(curveOf('1.3.132.0.34')).toEqual({ name: 'P-384', bits: 384 })
})

test('each extension has its own identifier', () => {
  const oids = Object.values(EXTENSION)
  expect(new Set(oids).size).toBe(oids.length)
})
