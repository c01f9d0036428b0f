import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { privateKeyFrom } from './private-key.ts'

const pss = { modulusLength: 2048, hashAlgorithm: 'sha256', mgf1HashAlgorithm: 'sha256' } as const

describe('privateKeyFrom', () => {
  it.each<[name: string, make: () => { privateKey: KeyObject }, expected: object]>([
    ['RSA', () => generateKeyPairSync('rsa', { modulusLength: 2048 }), { algorithm: 'RSA', bits: 2048 }],
    ['RSA-PSS', () => generateKeyPairSync('rsa-pss', pss), { algorithm: 'RSA-PSS', bits: 2048 }],
    ['P-256', () => ec('prime256v1'), { algorithm: 'EC', bits: 256, curve: 'P-256' }],
    ['P-384', () => ec('secp384r1'), { algorithm: 'EC', bits: 384, curve: 'P-384' }],
    ['P-521', () => ec('secp521r1'), { algorithm: 'EC', bits: 521, curve: 'P-521' }],
    ['another curve', () => ec('brainpoolP256r1'), { algorithm: 'EC', bits: 256, curve: 'brainpoolP256r1' }],
    ['Ed25519', () => generateKeyPairSync('ed25519'), { algorithm: 'Ed25519', bits: 256 }],
    ['Ed448', () => generateKeyPairSync('ed448'), { algorithm: 'Ed448', bits: 456 }],
  ])('names %s as a certificate does', (_, make, expected) => {
    const { privateKey } = make()
    expect(privateKeyFrom(privateKey)).toEqual({ kind: 'private-key', key: privateKey, ...expected })
  })
})

function ec(namedCurve: string): { privateKey: KeyObject } {
  return generateKeyPairSync('ec', { namedCurve })
}
