import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import type { GeneralName } from './certificate.ts'
import { matchHostName } from './match-host-name.ts'

const certificate = (...names: readonly string[]): { subjectAltNames: GeneralName[] } => ({
  subjectAltNames: names.map((value) => ({ type: 'dns', value })),
})

// RFC 9525, section 6
describe('matchHostName', () => {
  test.each([
    ['pix.example.com', 'pix.example.com'],
    ['PIX.example.com', 'pix.EXAMPLE.com'],
    ['pix.example.com', 'pix.example.com.'],
    ['*.example.com', 'pix.example.com'],
    ['*.example.com', 'xn--so-yia.example.com'],
    ['xn--so-yia.example.com', 'XN--SO-YIA.example.com'],
    ['_a.example.com', '_a.example.com'],
    ['localhost', 'localhost'],
    ['*.1.example.com', '0.1.example.com'],
  ])('%s is for %s', (name, host) => {
    expect(matchHostName(certificate('other.example', name), host)).toBe(true)
  })

  test.each([
    ['pix.example.com', 'example.com'],
    ['example.com', 'pix.example.com'],
    ['pix.example.com', 'pix.example.com..'],
    ['pix.example.com', 'pix.example.com:443'],
    ['pix.example.com', 'https://pix.example.com'],
    ['pix.example.com', 'pix.example.com\0.evil.example'],
    ['pix.example.com\0.evil.example', 'pix.example.com'],
    ['*.example.com', 'example.com'],
    ['*.example.com', 'a.b.example.com'],
    ['*.example.com', '*.example.com'],
    ['*.example.com', '.example.com'],
    ['*.com', 'example.com'],
    ['*', 'example'],
    ['*.', 'example.'],
    ['p*.example.com', 'pix.example.com'],
    ['*x.example.com', 'pix.example.com'],
    ['pix.*.com', 'pix.example.com'],
    ['*.*.com', 'pix.example.com'],
    ['são.example.com', 'são.example.com'],
    ['\u212aa.example.com', 'ka.example.com'],
    ['10.0.0.1', '10.0.0.1'],
    ['*.0.0.1', '10.0.0.1'],
    ['127.1', '127.1'],
    ['', ''],
    ['-a.example.com', '-a.example.com'],
    [`${'a'.repeat(64)}.example.com`, `${'a'.repeat(64)}.example.com`],
  ])('%j is not for %j', (name, host) => {
    expect(matchHostName(certificate(name), host)).toBe(false)
  })

  test('compares addresses by their octets, and only with addresses', () => {
    const subjectAltNames: GeneralName[] = [
      { type: 'ip', value: Uint8Array.of(10, 0, 0, 1) },
      { type: 'ip', value: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1) },
      { type: 'uri', value: 'https://pix.example.com' },
      { type: 'email', value: 'pix.example.com' },
    ]
    expect(['10.0.0.1', '::1', '[0:0::1]'].map((host) => matchHostName({ subjectAltNames }, host))).toEqual([
      true,
      true,
      true,
    ])
    expect(['10.0.0.2', '::2', 'pix.example.com'].map((host) => matchHostName({ subjectAltNames }, host))).toEqual([
      false,
      false,
      false,
    ])
  })

  test('refuses a host that is no string', () => {
    expect(errorOf(() => matchHostName(certificate('a'), undefined as never))).toBeInstanceOf(TypeError)
  })
})
