import { sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forgedKey } from '../../../../../tests/lib/forge-certificate.ts'
import { integer, sequence } from '../der/write-der.ts'
import { rawEcdsaSignature } from './ecdsa-signature.ts'

const digits = (size: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: size, maxLength: size }).filter((bytes) => bytes.some((byte) => byte !== 0))

describe('rawEcdsaSignature', () => {
  test.each([32, 48, 66])('gives both numbers %i octets', (size) => {
    fc.assert(
      fc.property(digits(size), digits(size), (r, s) => {
        expect(rawEcdsaSignature(sequence(integer(r), integer(s)), size)).toEqual(Uint8Array.of(...r, ...s))
      }),
    )
  })

  test('has the size of the signatures of Node', () => {
    const { privateKey: key } = forgedKey('p5211')
    const raw = rawEcdsaSignature(sign('sha512', Buffer.from('x'), key), 66)
    expect(raw).toHaveLength(sign('sha512', Buffer.from('x'), { key, dsaEncoding: 'ieee-p1363' }).length)
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['zero', sequence(integer(0), integer(1))],
    ['a negative number', sequence(integer(1), Uint8Array.of(2, 1, 0x80))],
    ['a needless zero', sequence(integer(1), Uint8Array.of(2, 2, 0, 1))],
    ['one number', sequence(integer(1))],
    ['three numbers', sequence(integer(1), integer(1), integer(1))],
    ['something after it', Uint8Array.of(...sequence(integer(1), integer(1)), 0)],
    ['a number that is too long', sequence(integer(new Uint8Array(33).fill(1)), integer(1))],
    ['a long length', Uint8Array.of(0x30, 0x81, 6, 2, 1, 1, 2, 1, 1)],
  ])('refuses %s', (_, der) => {
    expect(rawEcdsaSignature(der, 32)).toBeUndefined()
  })
})
