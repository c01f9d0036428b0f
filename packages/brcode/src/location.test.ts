/** @module The grammar of locations. */
import { describe, expect, test } from 'vitest'
import { parseLocation, safeParseLocation } from './location.ts'

describe('parseLocation', () => {
  test.each([
    ['pix.example.com/8b3da2f3', 'pix.example.com', '/8b3da2f3', 'cob', true],
    ['pix.example.com/cob/8b3da2f3', 'pix.example.com', '/cob/8b3da2f3', 'cob', true],
    ['pix.example.com/qr/v2/cobv/8b3da2f3', 'pix.example.com', '/qr/v2/cobv/8b3da2f3', 'cobv', true],
    ['pix.example.com/rec/8b3da2f3', 'pix.example.com', '/rec/8b3da2f3', 'rec', true],
    ['pix.example.com/cobv/v2/1', 'pix.example.com', '/cobv/v2/1', 'cob', true],
    ['pix.example.com/xcobv/1', 'pix.example.com', '/xcobv/1', 'cob', true],
    ['pix.example.com/COBV/1', 'pix.example.com', '/COBV/1', 'cob', true],
    ['pix.example.com/cobv', 'pix.example.com', '/cobv', 'cob', true],
    ['cobv-1.example.com/rec/1', 'cobv-1.example.com', '/rec/1', 'rec', true],
    [
      'api.itau/pix/qr/v2/f50feab7-1273-48c3-a296-db458e212dbf',
      'api.itau',
      '/pix/qr/v2/f50feab7-1273-48c3-a296-db458e212dbf',
      'cob',
      true,
    ],
    ['1a.b-c.d/~_.-', '1a.b-c.d', '/~_.-', 'cob', true],
    ['pix.xn--bcb-5ja.br/1', 'pix.xn--bcb-5ja.br', '/1', 'cob', true],
    ['a.b/...', 'a.b', '/...', 'cob', true],
    ['PIX-HOM.EXAMPLE.COM/API/X1', 'pix-hom.example.com', '/API/X1', 'cob', false],
    ["pix.example.com/a!$&'()*+,;=:@b", 'pix.example.com', "/a!$&'()*+,;=:@b", 'cob', false],
    ['pix.example.com/%C3%A9', 'pix.example.com', '/%C3%A9', 'cob', false],
    [`pix.example.com/${'a'.repeat(61)}`, 'pix.example.com', `/${'a'.repeat(61)}`, 'cob', true],
    [`${'a'.repeat(63)}.com/1`, `${'a'.repeat(63)}.com`, '/1', 'cob', true],
  ])('reads %s', (text, host, path, kind, canonical) => {
    expect(parseLocation(text)).toEqual({ host, path, kind, canonical })
  })

  test.each([
    ['https://pix.example.com/1', 'BRCODE_LOCATION_SCHEME', 0],
    ['http://pix.example.com/1', 'BRCODE_LOCATION_SCHEME', 0],
    ['HTTPS://PIX.EXAMPLE.COM/1', 'BRCODE_LOCATION_SCHEME', 0],
    ['x-pix+1.0://pix.example.com/1', 'BRCODE_LOCATION_SCHEME', 0],
    ['', 'BRCODE_LOCATION_HOST', 0],
    ['/1', 'BRCODE_LOCATION_HOST', 0],
    ['//pix.example.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['localhost/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix.example.com:443/1', 'BRCODE_LOCATION_HOST', 0],
    ['fulano@pix.example.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['fulano:1@pix.example.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix.example.com./1', 'BRCODE_LOCATION_HOST', 0],
    ['.pix.example.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix..example.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['-pix.example.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix-.example.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix_1.example.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix.exámple.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix.example.com\\evil.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix.example.com?a/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix.example.com#a/1', 'BRCODE_LOCATION_HOST', 0],
    [' pix.example.com/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix.example.com\n/1', 'BRCODE_LOCATION_HOST', 0],
    [`${'a'.repeat(64)}.com/1`, 'BRCODE_LOCATION_HOST', 0],
    ['127.0.0.1/1', 'BRCODE_LOCATION_HOST', 0],
    ['127.1/1', 'BRCODE_LOCATION_HOST', 0],
    ['0x7f.1/1', 'BRCODE_LOCATION_HOST', 0],
    ['2130706433/1', 'BRCODE_LOCATION_HOST', 0],
    ['0177.0.0.0x1/1', 'BRCODE_LOCATION_HOST', 0],
    ['[::1]/1', 'BRCODE_LOCATION_HOST', 0],
    ['pix.example.com', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/a/', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com//a', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/a//b', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/.', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/../a', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/a/..', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/%2e%2E/a', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/.%2e/a', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/a?b', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/a#b', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/a b', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/a\\b', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/%', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/%4', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/%zz', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/é', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/a\n', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/a\0', 'BRCODE_LOCATION_PATH', 15],
    ['pix.example.com/"', 'BRCODE_LOCATION_PATH', 15],
  ])('refuses %j', (text, code, offset) => {
    expect(safeParseLocation(text)).toMatchObject({ ok: false, error: { code, path: [], offset } })
  })

  test('refuses 78 characters before looking at them', () => {
    const error = { code: 'BRCODE_FIELD_TOO_LONG', path: [], offset: 77, params: { found: 78, max: 77, over: 1 } }
    expect(safeParseLocation(`https://pix.example.com/${'a'.repeat(54)}`)).toMatchObject({ ok: false, error })
    expect(safeParseLocation('a.'.repeat(1_000_000)).ok).toBe(false)
  })

  test('throws what safeParseLocation returns', () => {
    expect(() => parseLocation('localhost/1')).toThrow(expect.objectContaining({ code: 'BRCODE_LOCATION_HOST' }))
  })

  test.each([undefined, null, 1, new URL('https://pix.example.com/1')])(
    'throws a TypeError when the text is %s',
    (text) => {
      expect(() => parseLocation(text as never)).toThrow(TypeError)
      expect(() => safeParseLocation(text as never)).toThrow(TypeError)
    },
  )
})

test.each([
  'a.co/..%2f..%2fadmin/x',
  'a.co/%5Cadmin',
  'a.co/..;/x',
  'a.co/%2e%2e;a/x',
  'a.co/%00/x',
  'a.co/%0d%0aX/x',
  'a.co/x%7f',
])('refuses the path of %s, which servers understand in different ways', (text) => {
  expect(safeParseLocation(text)).toMatchObject({ error: { code: 'BRCODE_LOCATION_PATH' } })
})
