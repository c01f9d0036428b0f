import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import {
  type Certificate,
  type CertificateRequest,
  type CertsErrorCode,
  type createCsr,
  type PrivateKey,
  type PublicKeyInfo,
  readCredentials,
  type toDer,
  type IssueCertificateOptions,
  type ValidityOptions,
} from './index.ts'

describe('the index', () => {
  test('has the types of its signatures', () => {
    expectTypeOf<Certificate | CertificateRequest | PrivateKey>().toEqualTypeOf<Parameters<typeof toDer>[0]>()
    expectTypeOf<CertificateRequest>().toEqualTypeOf<ReturnType<typeof createCsr>>()
    expectTypeOf<IssueCertificateOptions>().toExtend<ValidityOptions>()
    expectTypeOf<IssueCertificateOptions['publicKey']>().toEqualTypeOf<PublicKeyInfo | PrivateKey | undefined>()
    const code: CertsErrorCode = 'CERTS_FILE_EMPTY'
    expect(errorOf(() => readCredentials(''))).toMatchObject({ code })
  })
})

describe('layers', () => {
  test.each([
    ['read', 'make'],
    ['make', 'read'],
    ['key', 'read|make|check'],
    ['pkcs', 'read|make|check|key'],
    ['x509', 'read|make|check|key|pkcs'],
    ['der', 'read|make|check|key|pkcs'],
  ])('internal/%s knows nothing of %s', (layer, others) => {
    const folder = new URL(`internal/${layer}/`, import.meta.url)
    const sources = readdirSync(folder).filter((name) => !name.endsWith('.test.ts'))
    const strays = sources.filter((name) =>
      new RegExp(`'\\.\\./(?:${others})/`).test(readFileSync(new URL(name, folder), 'utf8')),
    )
    expect(sources.length).toBeGreaterThan(1)
    expect(strays).toEqual([])
  })
})
