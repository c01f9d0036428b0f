import forge from 'node-forge'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bmpPassword } from './bmp-password.ts'
import { digestOf, type HashFunction, SHA1 } from './hashes.ts'
import { kdfRounds, pkcs12Kdf, PURPOSE } from './pkcs12-kdf.ts'

/** Published on the PKCS mailing list in 1999, and in the tests of many libraries since. */
const VECTORS: readonly (readonly [keyof typeof PURPOSE, string, string, number, string])[] = [
  ['key', 'smeg', '0a58cf64530d823f', 1, '8aaae6297b6cb04642ab5b077851284eb7128f1a2a7fbca3'],
  ['iv', 'smeg', '0a58cf64530d823f', 1, '79993dfe048d3b76'],
  ['key', 'smeg', '642b99ab44fb4b1f', 1, 'f3a95fec48d7711e985cfe67908c5ab79fa3d7c5caa5d966'],
  ['iv', 'smeg', '642b99ab44fb4b1f', 1, 'c0a38d64a79bea1d'],
  ['mac', 'smeg', '3d83c0e4546ac140', 1, '8d967d88f6caa9d714800ab3d48051d63f73a312'],
  ['key', 'queeg', '05dec959acff72f7', 1000, 'ed2034e36328830ff09df1e1a07dd357185dac0d4f9eb3d4'],
  ['iv', 'queeg', '05dec959acff72f7', 1000, '11dedad7758d4860'],
  ['key', 'queeg', '1682c0fc5b3f7ec5', 1000, '483dd6e919d7de2e8e648ba8f862f3fbfbdc2bcb2c02957f'],
  ['iv', 'queeg', '1682c0fc5b3f7ec5', 1000, '9d461d1b00355c50'],
  ['mac', 'queeg', '263216fcc2fab31c', 1000, '5ec4c7a80df652294c3925b6489a7ab857c83476'],
]

const HASHES = {
  md5: ['1.2.840.113549.2.5', forge.md.md5],
  sha1: ['1.3.14.3.2.26', forge.md.sha1],
  sha256: ['2.16.840.1.101.3.4.2.1', forge.md.sha256],
} as const

describe('pkcs12Kdf', () => {
  it.each(VECTORS)(
    'derives the published %s for %s, salt %s, %d rounds',
    (purpose, text, salt, iterations, expected) => {
      const input = {
        purpose: PURPOSE[purpose],
        password: bmpPassword(text),
        salt: hex(salt),
        iterations,
        length: expected.length / 2,
      }
      expect(Buffer.from(pkcs12Kdf(SHA1, input)).toString('hex')).toBe(expected)
    },
  )

  it('agrees with node-forge on any input', () => {
    const input = fc.record({
      hash: fc.constantFrom(...(Object.keys(HASHES) as (keyof typeof HASHES)[])),
      text: fc.string({ unit: 'grapheme', maxLength: 40 }),
      salt: fc.uint8Array({ minLength: 1, maxLength: 80 }),
      purpose: fc.constantFrom(1, 2, 3) as fc.Arbitrary<1 | 2 | 3>,
      iterations: fc.integer({ min: 1, max: 3 }),
      length: fc.integer({ min: 1, max: 70 }),
    })
    fc.assert(
      fc.property(input, ({ hash, text, salt, purpose, iterations, length }) => {
        const [identifier, md] = HASHES[hash]
        const password = bmpPassword(text)
        const own = pkcs12Kdf(known(identifier), { purpose, password, salt, iterations, length })
        const forgeSalt = forge.util.createBuffer(Buffer.from(salt).toString('binary'))
        const other = forge.pkcs12.generateKey(text, forgeSalt, purpose, iterations, length, md.create())
        expect(Buffer.from(own).toString('hex')).toBe(other.toHex())
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    [20, 50],
    [21, 100],
    [40, 100],
    [41, 150],
  ])('takes, for %d octets of SHA-1, %d rounds: those of every block', (length, rounds) => {
    expect(kdfRounds(SHA1.size, length, 50)).toBe(rounds)
  })
})

function known(identifier: string): HashFunction {
  return digestOf(identifier) ?? SHA1
}

function hex(digits: string): Buffer {
  return Buffer.from(digits, 'hex')
}
