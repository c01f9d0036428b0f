import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derToBer } from '../../../../../tests/lib/der-to-ber.ts'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { integer, octetString, oid, sequence, setOf, writeDer } from '../der/write-der.ts'
import { berToDer } from './ber-to-der.ts'

const leaf = fc.oneof(
  fc.nat().map(integer),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => octetString(bytes)),
  fc.uint8Array({ maxLength: 20 }).map((bytes) => writeDer(0x80, bytes)),
  fc.constant(oid('1.2.840.113549.1.7.1')),
)
const { tree } = fc.letrec<{ tree: Uint8Array }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('tree'), { maxLength: 4 }).map((children) => sequence(...children)),
    fc.array(tie('tree'), { maxLength: 3 }).map((children) => setOf(...children)),
    tie('tree').map((child) => writeDer(0xa0, child)),
  ),
}))
const object = fc.array(tree, { maxLength: 4 }).map((children) => sequence(...children))

describe('berToDer', () => {
  it('gives back DER as it is', () => {
    fc.assert(
      fc.property(object, (der) => {
        expect(berToDer(der)).toBe(der)
      }),
    )
  })

  it('undoes open lengths and strings in pieces', () => {
    const options = fc.record({ piece: fc.integer({ min: 1, max: 50 }), depth: fc.integer({ min: 1, max: 8 }) })
    fc.assert(
      fc.property(object, options, (der, how) => {
        expect(Buffer.from(berToDer(derToBer(der, how))).equals(der)).toBe(true)
      }),
    )
  })

  it.each([
    ['a length with a zero before it', '30820003020105', '3003020105'],
    ['a length of two octets where one does', '308103020105', '3003020105'],
    ['a long length inside', '300402810105', '3003020105'],
    ['pieces of pieces', '30802480248004010100000401020000' + '0000', '300404020102'],
    ['no pieces at all', '3080248000000000', '30020400'],
  ])('shortens %s', (_, ber, der) => {
    expect(Buffer.from(berToDer(Buffer.from(ber, 'hex'))).toString('hex')).toBe(der)
  })

  it.each([
    ['something that is no string among the pieces', '3080248002010500000000', 'CERTS_DER_TAG'],
    ['an open length of a primitive object', '308004800000', 'CERTS_DER_LENGTH'],
    ['an open object without its end', '3080020105', 'CERTS_DER_TRUNCATED'],
    ['an object longer than the file', '3080048200ff01', 'CERTS_DER_TRUNCATED'],
    ['open objects 50 deep', '3080'.repeat(50), 'CERTS_DER_DEPTH'],
  ])('refuses %s', (_, ber, code) => {
    expect(errorOf(() => berToDer(Buffer.from(ber, 'hex')))).toMatchObject({ code })
  })

  it('refuses more objects than it wants to rewrite', () => {
    const many = Buffer.concat([Buffer.from('3080', 'hex'), Buffer.alloc(500_000, Buffer.from('0500', 'hex'))])
    expect(errorOf(() => berToDer(many))).toMatchObject({ code: 'CERTS_OBJECTS_TOO_MANY' })
  })
})
