import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { createWorkbench, openssl, type Workbench } from '../../../tests/lib/openssl.ts'
import { createCa } from './create-ca.ts'
import { createClientIdentity, createServerIdentity } from './create-identity.ts'
import { createCsr } from './create-csr.ts'
import { generatePrivateKey } from './generate-private-key.ts'
import { issueCertificate } from './issue-certificate.ts'
import type { Identity } from './select-identity.ts'
import { toPem } from './to-pem.ts'
import { parseCertificateRequest } from './x509.ts'

const now = Date.UTC(2026, 6, 1, 12, 0, 0)
const DAY = 86_400_000
const subject = [{ type: 'CN', value: 'padaria.example' }]
/** Counts up: as random as a serial number needs to be here. */
const random = (length: number): Uint8Array => Uint8Array.from({ length }, (_, index) => index)

let bench: Workbench
let ca: Identity
beforeAll(async () => {
  bench = createWorkbench()
  ca = await createCa({ now, name: 'AC de teste' })
})
afterAll(() => bench.dispose())

describe('issueCertificate', () => {
  test('writes what RFC 5280 wants of a server', async () => {
    const { certificate } = await createServerIdentity(ca, ['localhost', '*.padaria.example', '127.0.0.1', '::1'], {
      now,
    })
    expect(certificate).toMatchObject({
      version: 3,
      isCa: false,
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['serverAuth'],
      notBefore: now - 300_000,
      notAfter: now + 397 * DAY,
      authorityKeyId: ca.certificate.subjectKeyId,
      subjectAltNames: [
        { type: 'dns', value: 'localhost' },
        { type: 'dns', value: '*.padaria.example' },
        { type: 'ip', value: Uint8Array.of(127, 0, 0, 1) },
        { type: 'ip', value: Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1) },
      ],
    })
    expect(certificate.subject.text).toBe('CN=localhost')
    expect(certificate.issuer.text).toBe('CN=AC de teste')
    const critical = certificate.extensions.filter((extension) => extension.critical)
    expect(critical.map(({ oid }) => oid)).toEqual(['2.5.29.19', '2.5.29.15'])
  })

  test('writes what RFC 5280 wants of a client', async () => {
    const { certificate, chain } = await createClientIdentity(ca, { now })
    expect(certificate).toMatchObject({ isCa: false, keyUsage: ['digitalSignature'], extendedKeyUsage: ['clientAuth'] })
    expect(certificate.subjectAltNames).toEqual([])
    expect(chain).toEqual([ca.certificate])
  })

  test('says everything again for the same clock and random octets, but for the signature', async () => {
    const { publicKey } = ca.certificate
    const [first, again] = [1, 2].map(() => issueCertificate(ca, { publicKey, subject, usage: 'client', now, random }))
    expect(first?.tbs).toEqual(again?.tbs)
    expect(first?.serialNumber).toBe('400102030405060708090a0b0c0d0e0f')
  })

  test('gives no two certificates the same number, and only positive ones of 16 octets', () => {
    const { publicKey } = ca.certificate
    const numbers = Array.from({ length: 50 }, () => issueCertificate(ca, { publicKey, subject, usage: 'client', now }))
    expect(new Set(numbers.map(({ serialNumber }) => serialNumber)).size).toBe(50)
    expect(numbers.every(({ serialNumber }) => /^[4-7][0-9a-f]{31}$/.test(serialNumber))).toBe(true)
  })

  test('ends with its issuer, and does not begin before it', async () => {
    const short = await createCa({ now, days: 10 })
    const { publicKey } = ca.certificate
    const certificate = issueCertificate(short, { publicKey, subject, usage: 'client', now: now - 300_000, days: 365 })
    expect(certificate.notAfter).toBe(short.certificate.notAfter)
    expect(certificate.notBefore).toBe(short.certificate.notBefore)
    const late = errorOf(() => issueCertificate(short, { publicKey, subject, usage: 'client', now: now + 11 * DAY }))
    expect(late).toMatchObject({ code: 'CERTS_OPTION_INVALID', path: ['now'] })
    const early = errorOf(() => issueCertificate(short, { publicKey, subject, usage: 'client', now: now - 300_001 }))
    expect(early).toMatchObject({ code: 'CERTS_OPTION_INVALID', path: ['now'] })
  })

  test('writes years from 2050 as openssl reads them', async () => {
    const old = await createCa({ now: Date.UTC(2049, 11, 31, 23, 59, 59), days: 1 })
    const output = bench.openssl(['x509', '-noout', '-dates'], toPem(old.certificate)).toString()
    expect(output).toBe('notBefore=Dec 31 23:54:59 2049 GMT\nnotAfter=Jan  1 23:59:59 2050 GMT\n')
  })

  test('allows one authority less below each authority', async () => {
    const root = await createCa({ now, pathLength: 1 })
    const middle = await createCa({ now, issuer: root })
    expect(middle.certificate.pathLength).toBe(0)
    const tooDeep = createCa({ now, issuer: middle })
    await expect(tooDeep).rejects.toMatchObject({ code: 'CERTS_OPTION_INVALID', path: ['usage'] })
    const tooMany = createCa({ now, issuer: root, pathLength: 1 })
    await expect(tooMany).rejects.toMatchObject({ code: 'CERTS_OPTION_INVALID', path: ['pathLength'] })
  })

  test.each([
    ['an authority that is none', () => ({ ...ca, certificate: leaf() }), 'CERTS_OPTION_INVALID', ['issuer']],
    [
      'a key of another',
      async () => ({ ...ca, privateKey: await generatePrivateKey({ type: 'EC' }) }),
      'CERTS_KEY_MISMATCH',
      ['issuer'],
    ],
  ] as const)('refuses %s', async (_, makeIssuer, code, path) => {
    const issuer = await makeIssuer()
    const error = errorOf(() =>
      issueCertificate(issuer, { publicKey: ca.certificate.publicKey, subject, usage: 'client' }),
    )
    expect(error).toMatchObject({ code, path })
  })

  test.each([
    [{ usage: 'server' }, 'CERTS_OPTION_INVALID', ['hosts']],
    [{ usage: 'server', hosts: [] }, 'CERTS_OPTION_INVALID', ['hosts']],
    [{ usage: 'server', hosts: ['localhost', 'a..b'] }, 'CERTS_OPTION_INVALID', ['hosts', 1]],
    [{ usage: 'server', hosts: ['padaria.*.example'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'server', hosts: ['1.2.3.256'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'server', hosts: ['fe80::1%eth0'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'server', hosts: ['açaí.example'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'tls' }, 'CERTS_OPTION_INVALID', ['usage']],
    [{ usage: 'client', days: 0 }, 'CERTS_OPTION_INVALID', ['days']],
    [{ usage: 'client', days: 1.5 }, 'CERTS_OPTION_INVALID', ['days']],
    [{ usage: 'client', now: Number.NaN }, 'CERTS_OPTION_INVALID', ['now']],
    [{ usage: 'client', now: 8.64e15 }, 'CERTS_OPTION_INVALID', ['now']],
    [{ usage: 'client', pathLength: 0 }, 'CERTS_OPTION_INVALID', ['pathLength']],
    [{ usage: 'client', subject: [] }, 'CERTS_SUBJECT_INVALID', ['subject']],
  ])('refuses %o', (options, code, path) => {
    const { publicKey } = ca.certificate
    const error = errorOf(() => issueCertificate(ca, { publicKey, subject, now, ...options } as never))
    expect(error).toMatchObject({ code, path })
  })

  test('takes wrong types for bugs', () => {
    const { publicKey } = ca.certificate
    const calls = [
      () => issueCertificate(undefined as never, { publicKey, subject, usage: 'client' }),
      () => issueCertificate({ ...ca, chain: undefined } as never, { publicKey, subject, usage: 'client' }),
      () => issueCertificate(ca, undefined as never),
      () => issueCertificate(ca, { subject, usage: 'client' }),
      () => issueCertificate(ca, { publicKey, usage: 'client' }),
      () => issueCertificate(ca, { publicKey: {} as never, subject, usage: 'client' }),
      () => issueCertificate(ca, { request: publicKey as never, usage: 'client' }),
      () => issueCertificate(ca, { publicKey, subject, usage: 'server', hosts: 'localhost' as never }),
      () => issueCertificate(ca, { publicKey, subject, usage: 'client', now, days: '1' as never }),
      () => issueCertificate(ca, { publicKey, subject, usage: 'client', now, random: () => new Uint8Array(3) }),
    ]
    expect(calls.map((call) => errorOf(call)).filter((error) => !(error instanceof TypeError))).toEqual([])
  })
})

describe('issueCertificate on a request', () => {
  test('takes key, subject and names of the request', async () => {
    const key = await generatePrivateKey({ type: 'EC', curve: 'P-384' })
    const request = createCsr(key, { subject, hosts: ['padaria.example'] })
    const certificate = issueCertificate(ca, { request, usage: 'server', now })
    expect(certificate.subject.der).toEqual(request.subject.der)
    expect(certificate.publicKey).toEqual(request.publicKey)
    expect(certificate.subjectAltNames).toEqual([{ type: 'dns', value: 'padaria.example' }])
    const renamed = issueCertificate(ca, {
      request,
      usage: 'server',
      now,
      hosts: ['localhost'],
      subject: [{ type: 'O', value: 'Padaria' }],
    })
    expect(renamed.subject.text).toBe('O=Padaria')
    expect(renamed.subjectAltNames).toEqual([{ type: 'dns', value: 'localhost' }])
  })

  test('refuses one whose author does not prove to have the key', async () => {
    const der = Uint8Array.from(createCsr(await generatePrivateKey({ type: 'EC' }), { subject }).der)
    const at = Buffer.from(der).indexOf('padaria')
    der[at] = 'P'.charCodeAt(0)
    const request = parseCertificateRequest(der)
    expect(request.subject.text).toBe('CN=Padaria.example')
    const error = errorOf(() => issueCertificate(ca, { request, usage: 'client', now }))
    expect(error).toMatchObject({ code: 'CERTS_REQUEST_SIGNATURE' })
  })

  test.skipIf(openssl === undefined).each([
    ['rsa:2048', 'sha256', undefined],
    ['rsa:2048', 'sha1', 'CERTS_ALGORITHM_UNSUPPORTED'],
    ['rsa:1024', 'sha256', 'CERTS_KEY_WEAK'],
    ['ed25519', 'sha256', undefined],
  ])('judges a request of openssl: %s, %s', (kind, hash, code) => {
    const args = [
      'req',
      '-new',
      '-newkey',
      kind,
      `-${hash}`,
      '-nodes',
      '-keyout',
      'any.key',
      '-subj',
      '/CN=x',
      '-outform',
      'DER',
    ]
    const request = parseCertificateRequest(bench.openssl(args))
    const error = errorOf(() => issueCertificate(ca, { request, usage: 'client', now })) as
      | { code?: string }
      | undefined
    expect(error?.code).toBe(code)
  })
})

describe.skipIf(openssl === undefined)('openssl verify -x509_strict', () => {
  const kinds = [
    { type: 'RSA' },
    { type: 'EC' },
    { type: 'EC', curve: 'P-384' },
    { type: 'EC', curve: 'P-521' },
  ] as const

  test.each(kinds)('accepts servers, clients and authorities with a key of %o, above and below', async (key) => {
    const privateKey = await generatePrivateKey(key)
    const other = await generatePrivateKey({ type: 'EC' })
    for (const [upper, lower] of [
      [privateKey, other],
      [other, privateKey],
    ] as const) {
      const root = await createCa({ now, key: upper, pathLength: 1 })
      const middle = await createCa({ now, key: lower, issuer: root, name: 'AC intermediária' })
      const server = await createServerIdentity(middle, ['localhost', '::1'], { now, key: upper })
      const client = await createClientIdentity(middle, { now, key: lower })
      expect(verify(root, server, 'sslserver', ['-verify_hostname', 'localhost'])).toMatchObject({ ok: true })
      expect(verify(root, server, 'sslserver', ['-verify_ip', '::1'])).toMatchObject({ ok: true })
      expect(verify(root, server, 'sslserver', ['-verify_hostname', 'padaria.example'])).toMatchObject({ ok: false })
      expect(verify(root, client, 'sslclient')).toMatchObject({ ok: true })
      expect(verify(root, client, 'sslserver')).toMatchObject({ ok: false })
      expect(verify(root, server, 'sslclient')).toMatchObject({ ok: false })
      expect(verify(await createCa({ now }), client, 'sslclient')).toMatchObject({ ok: false })
    }
  })

  function verify(root: Identity, identity: Identity, purpose: string, more: readonly string[] = []): { ok: boolean } {
    const files = [
      '-CAfile',
      bench.file('root.pem', toPem(root.certificate)),
      '-untrusted',
      bench.file('chain.pem', toPem(identity.chain)),
      bench.file('leaf.pem', toPem(identity.certificate)),
    ]
    const at = ['-attime', String(now / 1000)]
    return bench.tryOpenssl(['verify', '-x509_strict', ...at, '-purpose', purpose, ...more, ...files])
  }
})

function leaf() {
  return issueCertificate(ca, { publicKey: ca.certificate.publicKey, subject, usage: 'client', now })
}
