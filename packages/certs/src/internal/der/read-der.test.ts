import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPixkitError } from '@pixkit/core/error'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { childrenOf, contextTag, type DerNode, fieldsOf, readDer, readFirstDer, TAG } from './read-der.ts'
import { concat, integer, nullValue, octetString, sequence, writeDer } from './write-der.ts'

describe('readDer', () => {
  test('reads tag, content and bytes', () => {
    const node = readDer(Uint8Array.of(0x04, 0x02, 0xaa, 0xbb), 'key')
    expect(node).toEqual({
      tag: TAG.octetString,
      bytes: Uint8Array.of(0x04, 0x02, 0xaa, 0xbb),
      content: Uint8Array.of(0xaa, 0xbb),
      path: ['key'],
    })
  })

  test.each([0, 1, 127, 128, 255, 256, 65_535, 65_536])('reads a content of %i bytes', (length) => {
    expect(readDer(octetString(new Uint8Array(length))).content).toHaveLength(length)
  })

  test.each([
    ['nothing', [], 'CERTS_DER_TRUNCATED'],
    ['a tag alone', [0x30], 'CERTS_DER_TRUNCATED'],
    ['content beyond the end', [0x04, 0x02, 0xaa], 'CERTS_DER_TRUNCATED'],
    ['length beyond the end', [0x04, 0x82, 0x01], 'CERTS_DER_TRUNCATED'],
    ['a length of 100 MB', [0x30, 0x84, 0x06, 0x00, 0x00, 0x00], 'CERTS_DER_TRUNCATED'],
    ['a length of 4 GB', [0x30, 0x84, 0xff, 0xff, 0xff, 0xff], 'CERTS_DER_TRUNCATED'],
    ['a length of five octets', [0x30, 0x85, 0x01, 0, 0, 0, 0], 'CERTS_DER_LENGTH'],
    ['a length of 127 octets', [0x30, 0xff, 0x01], 'CERTS_DER_LENGTH'],
    ['an indefinite length', [0x30, 0x80, 0x05, 0x00, 0x00, 0x00], 'CERTS_DER_LENGTH'],
    ['a long form below 128', [0x04, 0x81, 0x01, 0xaa], 'CERTS_DER_LENGTH'],
    ['a padded length', [0x04, 0x82, 0x00, 0x80, ...Array<number>(128).fill(0)], 'CERTS_DER_LENGTH'],
    ['a tag of several octets', [0x1f, 0x81, 0x01, 0x00], 'CERTS_DER_TAG'],
    ['something after it', [0x05, 0x00, 0x00], 'CERTS_DER_TRAILING'],
  ])('refuses %s', (_, bytes, code) => {
    expect(errorOf(() => readDer(Uint8Array.from(bytes), 'key'))).toMatchObject({ code, path: ['key'] })
  })

  test('any bytes give an object of just these bytes, or a PixkitError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const error = errorOf(() => expect(readDer(bytes).bytes).toEqual(bytes))
        expect(error === undefined || isPixkitError(error)).toBe(true)
      }),
    )
  })
})

describe('readFirstDer', () => {
  test('leaves alone what follows', () => {
    expect(readFirstDer(Uint8Array.of(0x05, 0x00, 0xff)).bytes).toEqual(nullValue())
  })
})

describe('childrenOf', () => {
  test('lists the objects inside', () => {
    const children = childrenOf(readDer(sequence(integer(1), nullValue()), 'list'))
    expect(children.map(({ tag, path }) => [tag, path])).toEqual([
      [TAG.integer, ['list', 0]],
      [TAG.null, ['list', 1]],
    ])
  })

  test('takes 10,000 objects and refuses 10,001', () => {
    const list = (length: number): DerNode => readDer(sequence(...Array.from({ length }, nullValue)), 'list')
    expect(childrenOf(list(10_000))).toHaveLength(10_000)
    expect(errorOf(() => childrenOf(list(10_001)))).toMatchObject({ code: 'CERTS_OBJECTS_TOO_MANY', path: ['list'] })
  })

  test('opens 10,000 levels one by one', () => {
    let bytes = nullValue()
    for (let depth = 0; depth < 10_000; depth++) bytes = nest(bytes)
    const [child] = childrenOf(readDer(bytes))
    expect(child?.tag).toBe(TAG.sequence)
    expect(child?.bytes.length).toBeLessThan(bytes.length)
  })
})

describe('fieldsOf', () => {
  const node = readDer(sequence(integer(1), writeDer(contextTag(0), nullValue()), octetString()), 'thing')

  test('reads fields in order', () => {
    const fields = fieldsOf(node)
    expect(fields.next('version', TAG.integer).path).toEqual(['thing', 'version'])
    expect(fields.optional('missing', TAG.boolean)).toBeUndefined()
    expect(fields.optional('extra', contextTag(0))?.content).toEqual(nullValue())
    expect(fields.optional('any')?.tag).toBe(TAG.octetString)
    expect(fields.optional('any')).toBeUndefined()
    expect(fields.end()).toBeUndefined()
  })

  test('gives the rest as a list', () => {
    const fields = fieldsOf(node)
    fields.next('version')
    expect(fields.rest().map(({ tag }) => tag)).toEqual([contextTag(0), TAG.octetString])
    expect(fields.rest()).toEqual([])
  })

  test('names the field that is missing, of another type, or too many', () => {
    const missing = errorOf(() => fieldsOf(readDer(sequence(), 'thing')).next('version'))
    expect(missing).toMatchObject({ code: 'CERTS_DER_TRUNCATED', path: ['thing', 'version'] })
    const wrong = errorOf(() => fieldsOf(node).next('version', TAG.boolean, TAG.null))
    expect(wrong).toMatchObject({
      code: 'CERTS_DER_TAG',
      path: ['thing', 'version'],
      params: { expected: '0x01, 0x05', found: '0x02' },
    })
    expect(errorOf(() => fieldsOf(node).end())).toMatchObject({ code: 'CERTS_DER_TRAILING', path: ['thing'] })
    expect(errorOf(() => fieldsOf(node, TAG.set))).toMatchObject({ code: 'CERTS_DER_TAG', path: ['thing'] })
  })
})

test('tags of context are primitive or constructed', () => {
  expect([contextTag(3), contextTag(3, 'primitive')]).toEqual([0xa3, 0x83])
})

/** A sequence around bytes, without copying through every level of the writer. */
function nest(inner: Uint8Array): Uint8Array {
  return concat(sequence(inner))
}
