import { createPrivateKey, X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { createWorkbench, openssl, type Workbench } from '../../../tests/lib/openssl.ts'
import { createCa } from './create-ca.ts'
import { createClientIdentity } from './create-identity.ts'
import { createCsr } from './create-csr.ts'
import type { PrivateKey } from './credentials.ts'
import { generatePrivateKey } from './generate-private-key.ts'
import { readCredentials } from './read-credentials.ts'
import type { Identity } from './select-identity.ts'
import { toDer } from './to-der.ts'
import { toPem, toPemPair } from './to-pem.ts'
import type { CertificateRequest } from './x509.ts'

const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 10)
const PASSPHRASE = 'frase secreta'

let bench: Workbench
let identity: Identity
let csr: CertificateRequest
let keys: readonly PrivateKey[]
beforeAll(async () => {
  bench = createWorkbench()
  identity = await createClientIdentity(await createCa())
  csr = createCsr(identity.privateKey, { subject: [{ type: 'CN', value: 'padaria' }] })
  const kinds = [{ type: 'RSA' }, { type: 'EC', curve: 'P-384' }, { type: 'EC', curve: 'P-521' }] as const
  keys = [identity.privateKey, ...(await Promise.all(kinds.map((kind) => generatePrivateKey(kind))))]
})
afterAll(() => bench.dispose())

describe('toDer', () => {
  test('gives certificates and requests back as they were, in a copy', () => {
    const der = toDer(identity.certificate)
    expect(der).toEqual(identity.certificate.der)
    der.fill(0)
    expect(identity.certificate.der[0]).toBe(0x30)
    expect(toDer(csr)).toEqual(csr.der)
    expect(toDer(csr, { passphrase: PASSPHRASE })).toEqual(csr.der)
  })

  test('writes keys as PKCS#8', () => {
    for (const key of keys) {
      const read = createPrivateKey({ key: Buffer.from(toDer(key)), format: 'der', type: 'pkcs8' })
      expect(read.equals(key.key)).toBe(true)
    }
  })

  test('encrypts keys as Node opens them', () => {
    for (const key of keys) {
      const der = Buffer.from(toDer(key, { passphrase: PASSPHRASE }))
      expect(createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: PASSPHRASE }).equals(key.key)).toBe(
        true,
      )
      const wrong = errorOf(() =>
        createPrivateKey({ key: der, format: 'der', type: 'pkcs8', passphrase: 'Frase secreta' }),
      )
      expect(wrong).toBeInstanceOf(Error)
    }
  })

  test('salts every time', () => {
    const { privateKey } = identity
    const salted = [1, 2].map(() => toDer(privateKey, { passphrase: PASSPHRASE, iterations: 1000 }))
    expect(salted[0]).not.toEqual(salted[1])
  })

  test.each([
    [{ passphrase: '' }, ['passphrase']],
    [{ passphrase: 'a\0b' }, ['passphrase']],
    [{ passphrase: '\udc00' }, ['passphrase']],
    [{ passphrase: 'a'.repeat(1025) }, ['passphrase']],
    [{ passphrase: 'ç'.repeat(513) }, ['passphrase']],
    [{ passphrase: 'a', iterations: 999 }, ['iterations']],
    [{ passphrase: 'a', iterations: 1_000_001 }, ['iterations']],
    [{ passphrase: 'a', iterations: 1000.5 }, ['iterations']],
  ])('refuses %o', (options, path) => {
    const error = errorOf(() => toDer(identity.privateKey, options))
    expect(error).toMatchObject({ code: 'CERTS_OPTION_INVALID', path })
  })

  test('quotes no passphrase in an error', () => {
    const error = errorOf(() => toDer(identity.privateKey, { passphrase: 'segredo\0' }))
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('segredo')
  })

  test.each([undefined, null, {}, 'PEM', new Uint8Array(3), { kind: 'certificate' }, { kind: 'private-key', key: {} }])(
    'takes %o for a bug',
    (item) => {
      expect(errorOf(() => toDer(item as never))).toBeInstanceOf(TypeError)
    },
  )

  test('takes options of a wrong type for bugs', () => {
    const { privateKey } = identity
    expect(errorOf(() => toDer(privateKey, null as never))).toEqual(
      new TypeError('"options" must be an object, got null'),
    )
    expect(errorOf(() => toPem(privateKey, null as never))).toBeInstanceOf(TypeError)
    expect(errorOf(() => toDer(privateKey, { passphrase: 1 as never }))).toBeInstanceOf(TypeError)
    expect(errorOf(() => toDer(privateKey, { passphrase: 'a', iterations: '1000' as never }))).toBeInstanceOf(TypeError)
  })
})

describe('toPem', () => {
  test('labels each item and keeps their order', () => {
    const items = [identity.privateKey, identity.certificate, csr]
    const labels = (text: string): string[] => text.match(/(?<=^-----BEGIN ).*(?=-----$)/gm) ?? []
    expect(labels(toPem(items))).toEqual(['PRIVATE KEY', 'CERTIFICATE', 'CERTIFICATE REQUEST'])
    expect(labels(toPem(items, { passphrase: PASSPHRASE }))[0]).toBe('ENCRYPTED PRIVATE KEY')
  })

  test('writes no empty file', () => {
    expect(errorOf(() => toPem([]))).toMatchObject({ code: 'CERTS_OPTION_INVALID', path: ['items'] })
  })

  test('writes what Node writes', () => {
    expect(toPem(identity.privateKey)).toBe(identity.privateKey.key.export({ type: 'pkcs8', format: 'pem' }))
    expect(toPem(identity.certificate)).toBe(new X509Certificate(identity.certificate.der).toString())
  })

  test('says which item is none', () => {
    const error = errorOf(() => toPem([identity.certificate, 'x' as never]))
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error)).toContain('items[1]')
  })

  test('comes back from readCredentials', () => {
    const { certificates, privateKeys, requests } = readCredentials(
      toPem([identity.certificate, ...identity.chain, identity.privateKey, csr], { passphrase: PASSPHRASE }),
      { passphrase: PASSPHRASE },
    )
    expect(certificates).toEqual([identity.certificate, ...identity.chain])
    expect(privateKeys[0]?.key.equals(identity.privateKey.key)).toBe(true)
    expect(requests).toEqual([csr])
  })

  test('comes back under any passphrase', () => {
    fc.assert(
      fc.property(passphrases(), fc.nat(3), (passphrase, index) => {
        const key = keys[index] as PrivateKey
        const options = { passphrase, iterations: 1000 }
        const [fromPem] = readCredentials(toPem(key, options), { passphrase }).privateKeys
        const [fromDer] = readCredentials(toDer(key, options), { passphrase }).privateKeys
        expect([fromPem, fromDer].map((read) => read?.key.equals(key.key))).toEqual([true, true])
      }),
      { numRuns },
    )
  })
})

describe('toPemPair', () => {
  test('puts the leaf before its issuers', () => {
    const { cert, key } = toPemPair(identity)
    expect(readCredentials(cert).certificates).toEqual([identity.certificate, ...identity.chain])
    expect(key).toBe(toPem(identity.privateKey))
    expect(toPemPair(identity, { passphrase: PASSPHRASE }).key).toContain('BEGIN ENCRYPTED PRIVATE KEY')
  })

  test.each([undefined, {}, { privateKey: undefined }])('takes %o for a bug', (value) => {
    expect(errorOf(() => toPemPair(value as never))).toBeInstanceOf(TypeError)
  })
})

describe.skipIf(openssl === undefined)('openssl', () => {
  test('opens encrypted keys of each kind, with the rounds that were asked for', () => {
    for (const key of keys) {
      const pem = bench.file('key.pem', toPem(key, { passphrase: 'sénha€😀', iterations: 5000 }))
      const opened = bench.openssl(['pkey', '-in', pem, '-passin', 'pass:sénha€😀'])
      expect(createPrivateKey(opened).equals(key.key)).toBe(true)
      expect(bench.tryOpenssl(['pkey', '-in', pem, '-passin', 'pass:sénha€'])).toMatchObject({ ok: false })
      expect(bench.openssl(['asn1parse', '-in', pem]).toString()).toMatch(
        /PBES2[^]*PBKDF2[^]*:1388\n[^]*hmacWithSHA256[^]*aes-256-cbc/,
      )
    }
  })
})

/** Unicode without NUL, in up to 1024 octets. */
function passphrases(): fc.Arbitrary<string> {
  return fc
    .string({ unit: 'binary', minLength: 1, maxLength: 256 })
    .map((text) => text.replaceAll('\0', ' '))
    .filter((text) => Buffer.byteLength(text) <= 1024)
}
