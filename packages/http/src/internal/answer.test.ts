import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBodyOf } from './answer.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('readBodyOf', () => {
  test.each([
    ['JSON', '{"a":[1,"é"]}', { kind: 'json', value: { a: [1, 'é'] } }],
    ['JSON with spaces around', ' \n[1]\r\n', { kind: 'json', value: [1] }],
    ['JSON behind a byte order mark', '\uFEFF{"a":1}', { kind: 'json', value: { a: 1 } }],
    ['null', 'null', { kind: 'json', value: null }],
    ['nothing', '', { kind: 'empty', value: undefined }],
    ['spaces', ' \r\n\t', { kind: 'empty', value: undefined }],
    ['a byte order mark', '\uFEFF', { kind: 'empty', value: undefined }],
    ['a page', '<!DOCTYPE html><p>', { kind: 'html', value: '<!DOCTYPE html><p>' }],
    ['a page of nginx', '\n<html>\r\n<head>', { kind: 'html', value: '\n<html>\r\n<head>' }],
    ['XML', '<?xml version="1.0"?><a/>', { kind: 'text', value: '<?xml version="1.0"?><a/>' }],
    ['words', 'upstream timed out', { kind: 'text', value: 'upstream timed out' }],
    ['half of JSON', '{"a":', { kind: 'text', value: '{"a":' }],
  ])('reads %s', (_name, text, body) => {
    expect(readBodyOf({ body: bytes(text), headers: {} })).toEqual(body)
  })

  test('takes the content type as a hint for a page only', () => {
    const page = bytes('<p>manutenção</p>')
    expect(readBodyOf({ body: page, headers: { 'content-type': 'text/html; charset=utf-8' } }).kind).toBe('html')
    expect(readBodyOf({ body: page, headers: { 'content-type': 'application/json' } }).kind).toBe('text')
    expect(readBodyOf({ body: bytes('{}'), headers: { 'content-type': 'text/html' } }).kind).toBe('json')
  })

  test('knows what is not UTF-8, and reads on afterwards', () => {
    expect(readBodyOf({ body: Uint8Array.of(0x22, 0xe9, 0x22), headers: {} })).toEqual({
      kind: 'binary',
      value: undefined,
    })
    expect(readBodyOf({ body: bytes('"é"'), headers: {} }).value).toBe('é')
  })

  test.each(['{"__proto__":{"admin":true},"a":1}', '{"\\u005f_proto_\\u005f":{"admin":true},"a":1}'])(
    'drops a member that would change a prototype: %s',
    (text) => {
      const { value } = readBodyOf({ body: bytes(text), headers: {} })
      expect(Object.getOwnPropertyNames(value)).toEqual(['a'])
      expect(Object.assign({}, value)).not.toHaveProperty('admin')
    },
  )

  test('takes the last of repeated members', () => {
    expect(readBodyOf({ body: bytes('{"a":1,"a":2}'), headers: {} }).value).toEqual({ a: 2 })
  })

  test('reads all JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), (text) => {
        const whole = new TextDecoder().decode(bytes(text))
        fc.pre(!text.includes('__proto__'))
        expect(readBodyOf({ body: bytes(text), headers: {} })).toEqual({ kind: 'json', value: JSON.parse(whole) })
      }),
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 5) },
    )
  })

  test('reads any bytes as something', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (body) => {
        expect(['empty', 'json', 'html', 'text', 'binary']).toContain(readBodyOf({ body, headers: {} }).kind)
      }),
    )
  })
})
