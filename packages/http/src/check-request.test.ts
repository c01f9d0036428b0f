import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { assertLimit, assertTimeout, checkRequest } from './check-request.ts'
import type { TransportRequest } from './transport.ts'

const request = { method: 'GET', url: 'https://pix.example.com/', headers: {} }
const check = (changes: Record<string, unknown>) =>
  errorOf(() => checkRequest({ ...request, ...changes } as unknown as TransportRequest))

describe('checkRequest', () => {
  test.each([
    [{}],
    [{ method: 'HEAD' }],
    [{ method: 'DELETE' }],
    [{ method: 'DELETE', body: Uint8Array.of(1) }],
    [{ method: 'POST', body: new Uint8Array(0) }],
    [{ method: 'PATCH', body: Uint8Array.of(1), headers: { 'content-type': 'application/json' } }],
    [{ headers: { authorization: 'Bearer a.b-c_d', 'x-two': 'a\tb c', empty: '' } }],
    [{ maxBodyBytes: 0, timeoutMs: 0.5 }],
    [{ maxBodyBytes: undefined, timeoutMs: undefined, body: undefined, signal: undefined }],
  ])('passes %j', (changes) => {
    expect(check(changes)).toBeUndefined()
  })

  test.each([
    ['method', { method: 'TRACE' }],
    ['method', { method: 'CONNECT' }],
    ['method', { method: 'get' }],
    ['method', { method: 'GET\r\n' }],
    ['method', { method: '' }],
    ['body', { body: Uint8Array.of(1) }],
    ['body', { method: 'HEAD', body: new Uint8Array(0) }],
    ['header-name', { headers: { Accept: '*/*' } }],
    ['header-name', { headers: { '': 'a' } }],
    ['header-name', { headers: { 'a b': 'a' } }],
    ['header-name', { headers: { 'a:': 'a' } }],
    ['header-name', { headers: { 'a\n': 'a' } }],
    ['header-value', { headers: { a: 'a\rb' } }],
    ['header-value', { headers: { a: 'a\nb' } }],
    ['header-value', { headers: { a: 'a\n' } }],
    ['header-value', { headers: { a: 'a\0' } }],
    ['header-value', { headers: { a: ' a' } }],
    ['header-value', { headers: { a: 'a ' } }],
    ['header-value', { headers: { a: 'é' } }],
    ['header-value', { headers: { a: '\u{10ffff}' } }],
    ['header-forbidden', { headers: { host: 'a' } }],
    ['header-forbidden', { headers: { 'content-length': '1' } }],
    ['header-forbidden', { headers: { 'transfer-encoding': 'chunked' } }],
    ['header-forbidden', { headers: { connection: 'close' } }],
    ['header-forbidden', { headers: { upgrade: 'h2c' } }],
    ['header-forbidden', { headers: { 'proxy-authorization': 'a' } }],
  ])('%s: refuses %j', (reason, changes) => {
    expect(check(changes)).toMatchObject({ code: 'HTTP_REQUEST', path: [], params: { reason } })
  })

  test.each([
    [{ method: 1 }],
    [{ url: new URL('https://pix.example.com/') }],
    [{ headers: null }],
    [{ headers: 'accept: a' }],
    [{ headers: { a: 1 } }],
    [{ headers: { a: ['b'] } }],
    [{ method: 'POST', body: 'text' }],
    [{ maxBodyBytes: '1' }],
    [{ timeoutMs: '1' }],
  ])('%j is a TypeError', (changes) => {
    expect(check(changes)).toBeInstanceOf(TypeError)
  })

  test('never lets a line break through', () => {
    const any = fc.string({ unit: fc.constantFrom('\r', '\n', '\0', ' ', '\t', 'a', ':', 'é') })
    fc.assert(
      fc.property(any, any, (name, value) => {
        const isPassed = check({ headers: { [name]: value } }) === undefined
        expect(isPassed && /[\r\n\0]/.test(name + value)).toBe(false)
      }),
    )
  })

  test('does not quote what it refuses', () => {
    const error = check({ headers: { authorization: 'Bearer a1b2c3\n' } })
    expect(String(error) + JSON.stringify(error)).not.toContain('a1b2c3')
  })
})

describe('limits', () => {
  test.each([undefined, 0, 1, Number.MAX_SAFE_INTEGER])('%s is a number of bytes', (value) => {
    expect(errorOf(() => assertLimit(value, 'max'))).toBeUndefined()
  })

  test.each([-1, 1.5, Number.NaN, Infinity, '1', null, 1n])('%s is none', (value) => {
    expect(errorOf(() => assertLimit(value, 'max'))).toBeInstanceOf(TypeError)
  })

  test.each([undefined, 0.1, 1, 2 ** 31 - 1])('%s is a time', (value) => {
    expect(errorOf(() => assertTimeout(value, 'ms'))).toBeUndefined()
  })

  test.each([0, -1, 2 ** 31, Number.NaN, Infinity, '1', null, 1n])('%s is none', (value) => {
    expect(errorOf(() => assertTimeout(value, 'ms'))).toBeInstanceOf(TypeError)
  })
})
