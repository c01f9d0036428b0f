import { describe, expect, test } from 'vitest'
import { contextTag } from '../der/read-der.ts'
import { nullValue, oid, sequence, writeDer } from '../der/write-der.ts'
import { isWeakSignature } from './weak-signature.ts'

const PSS = '1.2.840.113549.1.1.10'

function pss(hash?: string): Uint8Array {
  const parameters = hash === undefined ? [] : [writeDer(contextTag(0), sequence(oid(hash), nullValue()))]
  return sequence(oid(PSS), sequence(...parameters))
}

describe('isWeakSignature', () => {
  test.each([
    ['RSA-MD2', true],
    ['RSA-MD5', true],
    ['RSA-SHA1', true],
    ['ECDSA-SHA1', true],
    ['ECDSA-SHA224', false],
    ['RSA-SHA256', false],
    ['Ed25519', false],
  ])('%s: %s', (name, expected) => {
    expect(isWeakSignature({ name, oid: '', der: new Uint8Array() })).toBe(expected)
  })

  test.each([
    ['no hash, which is SHA-1', pss(), true],
    ['SHA-1', pss('1.3.14.3.2.26'), true],
    ['MD5', pss('1.2.840.113549.2.5'), true],
    ['SHA-256', pss('2.16.840.1.101.3.4.2.1'), false],
    ['parameters that nobody can read', sequence(oid(PSS)), false],
  ])('RSA-PSS with %s', (_, der, expected) => {
    expect(isWeakSignature({ name: 'RSA-PSS', oid: PSS, der })).toBe(expected)
  })
})
