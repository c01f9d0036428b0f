import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { forgeChain } from '../../../../../tests/lib/forge-chain.ts'
import { assertBytes, assertCertificate } from './input.ts'
import { parseCertificate } from './parse-certificate.ts'

describe('assertBytes', () => {
  test('takes bytes of any kind and realm', () => {
    const bytes = [new Uint8Array(), Buffer.alloc(1), runInNewContext('new Uint8Array(2)')]
    expect(bytes.map((value) => errorOf(() => assertBytes(value, 'bytes')))).toEqual([undefined, undefined, undefined])
  })

  test.each([[undefined], ['MII'], [[1]], [new ArrayBuffer(1)], [new Uint16Array(1)]])('refuses %j', (value) => {
    expect(errorOf(() => assertBytes(value, 'bytes'))).toEqual(new TypeError('"bytes" must be a Uint8Array'))
  })
})

describe('assertCertificate', () => {
  test('takes what parseCertificate returns', () => {
    const certificate = parseCertificate(forgeChain({})['leaf'] ?? new Uint8Array())
    expect(errorOf(() => assertCertificate(certificate))).toBeUndefined()
  })

  test.each([
    [undefined, 'undefined'],
    [null, 'null'],
    ['-----BEGIN CERTIFICATE-----', 'string'],
    [new Uint8Array(), 'object'],
    [{ kind: 'request', der: new Uint8Array() }, 'a request'],
    [{ kind: 'private-key' }, 'a private-key'],
    [{ kind: 'certificate' }, 'a certificate without "der"'],
  ])('refuses %j', (value, found) => {
    const message = `"leaf" must be a certificate, got ${found}`
    expect(errorOf(() => assertCertificate(value, 'leaf'))).toEqual(new TypeError(message))
  })
})
