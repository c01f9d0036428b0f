import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { formatThumbprint, thumbprint } from './thumbprint.ts'

const der = new TextEncoder().encode('any bytes')

describe('thumbprint', () => {
  test.each([
    ['SHA-1', 'sha1'],
    ['SHA-256', 'sha256'],
  ] as const)('is the %s of the DER', async (algorithm, name) => {
    const expected = createHash(name).update(der).digest()
    expect(await thumbprint({ der }, algorithm)).toEqual(Uint8Array.from(expected))
  })

  test('takes a view of a larger buffer', async () => {
    const view = Buffer.concat([Buffer.alloc(3), der]).subarray(3)
    expect(await thumbprint({ der: view }, 'SHA-256')).toEqual(await thumbprint({ der }, 'SHA-256'))
  })

  test('refuses another algorithm', async () => {
    await expect(thumbprint({ der }, 'MD5' as never)).rejects.toThrow(TypeError)
  })

  test('makes none of nothing', async () => {
    await expect(thumbprint({} as never, 'SHA-256')).rejects.toThrow('"certificate.der" must be a Uint8Array')
  })
})

describe('formatThumbprint', () => {
  test('writes three forms', () => {
    expect(formatThumbprint(Uint8Array.of(0xfb, 0xff, 0x00, 0x0a))).toEqual({
      hex: 'fbff000a',
      colons: 'FB:FF:00:0A',
      base64url: '-_8ACg',
    })
  })

  test('agrees with Node', () => {
    const digest = createHash('sha256').update(der).digest()
    const { hex, base64url } = formatThumbprint(digest)
    expect([hex, base64url]).toEqual([digest.toString('hex'), digest.toString('base64url')])
  })

  test('writes a million octets, more than a call takes as arguments', () => {
    const bytes = new Uint8Array(1_000_000).fill(0xfb)
    const { hex, base64url } = formatThumbprint(bytes)
    expect(hex).toBe(Buffer.from(bytes).toString('hex'))
    expect(base64url).toBe(Buffer.from(bytes).toString('base64url'))
  })

  test('refuses what are no bytes', () => {
    expect(errorOf(() => formatThumbprint('fb' as never))).toBeInstanceOf(TypeError)
    expect(errorOf(() => formatThumbprint(new Uint16Array(2) as never))).toBeInstanceOf(TypeError)
  })
})
