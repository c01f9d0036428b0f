import { createHash, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { isPixkitError } from '@pixkit/core/error'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import {
  algorithmIdentifier,
  type ForgedGeneralName,
  type ForgedKey,
  forgedKey,
  forgedKeyOf,
  forgeName,
  signWith,
  subjectAltName,
} from '../../../tests/lib/forge-certificate.ts'
import { createWorkbench, openssl, type Workbench } from '../../../tests/lib/openssl.ts'
import { createCa } from './create-ca.ts'
import { createClientIdentity, createServerIdentity } from './create-identity.ts'
import { createCsr } from './create-csr.ts'
import { generatePrivateKey } from './generate-private-key.ts'
import { bitString, integer, nullValue, oid, sequence, setOf, writeDer } from './internal/der/write-der.ts'
import { privateKeyFrom } from './internal/key/private-key.ts'
import { issueCertificate } from './issue-certificate.ts'
import type { Identity } from './select-identity.ts'
import { toPem } from './to-pem.ts'
import { type Certificate, type CertificateRequest, parseCertificateRequest } from './x509.ts'

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
    expect(critical.map((extension) => extension.oid)).toEqual(['2.5.29.19', '2.5.29.15'])
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

  test('writes extensions in DER, and names keys by their bits', async () => {
    const { certificate } = await createClientIdentity(ca, { now })
    // RFC 5280, section 4.2.1.3: digitalSignature is bit 0, keyCertSign 5, cRLSign 6; X.690, section 11.2.2: no zeros at the end.
    expect(valueOf(certificate, '2.5.29.15')).toBe('03020780')
    expect(valueOf(ca.certificate, '2.5.29.15')).toBe('03020106')
    const rsa = await createServerIdentity(ca, ['localhost'], { now, key: { type: 'RSA' } })
    expect(valueOf(rsa.certificate, '2.5.29.15')).toBe('030205a0')
    // RFC 5280, section 4.2.1.2, method 1: SHA-1 of the point, the last 65 octets of the key on P-256.
    const bits = certificate.publicKey.spki.subarray(-65)
    expect(bits[0]).toBe(4)
    expect(Buffer.from(certificate.subjectKeyId ?? [])).toEqual(createHash('sha1').update(bits).digest())
  })

  test.each([
    ['EC', '300a06082a8648ce3d040302'],
    // RFC 4055, section 5: RSA has NULL as parameters; RFC 5758, section 3.2: ECDSA has none.
    ['RSA', '300d06092a864886f70d01010b0500'],
  ] as const)('writes the signature algorithm of %s as its norm wants it', async (type, expected) => {
    const { certificate } = await createCa({ now, key: { type } })
    expect(Buffer.from(certificate.signatureAlgorithm.der).toString('hex')).toBe(expected)
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
    [
      'an authority that may not sign certificates',
      () => ({ ...ca, certificate: { ...ca.certificate, keyUsage: ['cRLSign', 'digitalSignature'] as const } }),
      'CERTS_OPTION_INVALID',
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
    [{ usage: 'server', hosts: ['1.0x7f'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'server', hosts: ['0X7F'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'server', hosts: ['1.0x'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'server', hosts: ['2130706433'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'server', hosts: ['*'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'server', hosts: ['*.example'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'server', hosts: ['*.2.3'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ usage: 'server', hosts: [`*.${'a.'.repeat(126)}b`] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
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

  test.each<[string, readonly (ForgedGeneralName | Uint8Array)[], 'server' | 'client']>([
    ['hosts', ['dns:*.padaria.example', 'dns:LOCALHOST', 'ip:7f000001'], 'server'],
    [
      'everything beside a host',
      ['dns:a.example', 'email:pix@padaria.example', 'uri:https://padaria.example'],
      'server',
    ],
    [
      'a CNPJ',
      ['other:2.16.76.1.3.3=11222333000181', 'dir:CN=Padaria', 'rid:1.2.3', 'email:a.b+c@x.example'],
      'client',
    ],
  ])('grants alternative names as they stand there: %s', (_, names, usage) => {
    const request = forged({ names })
    expect(issueCertificate(ca, { request, usage, now }).subjectAltNames).toEqual(request.subjectAltNames)
  })

  test.each<[string, readonly (ForgedGeneralName | Uint8Array)[]]>([
    ['NUL in a host', ['dns:bank.example\0.evil.example']],
    ['a control character', ['dns:\u001b[31m']],
    ['a star alone', ['dns:*']],
    ['a star over a whole domain', ['dns:*.com']],
    ['a star inside', ['dns:a.*.example']],
    ['an empty host', ['dns:']],
    ['an address as a host', ['dns:1.2.3.4']],
    ['an address in hexadecimal', ['dns:1.0x7f']],
    ['an address in one number', ['dns:2130706433']],
    ['IPv6 as a host', ['dns:::1']],
    ['Latin-1', ['dns:pão.example']],
    ['no mailbox', ['email:padaria.example']],
    ['two lines in a mailbox', ['email:a@x.example\nb']],
    ['a mailbox at any host', ['email:a@*.x.example']],
    ['no URI', ['uri:padaria']],
    ['a space in a URI', ['uri:https://padaria.example/ x']],
    ['control characters in another name', ['other:1.2.3=\u001b[31m']],
    ['another name that is no text', [writeDer(0xa0, oid('1.2.3'), writeDer(0xa0, sequence()))]],
    ['an address of X.400', [writeDer(0xa3, sequence())]],
    ['a list of 1,001', Array.from({ length: 1001 }, (): ForgedGeneralName => 'dns:a.example')],
  ])('refuses alternative names: %s', (_, names) => {
    for (const usage of ['server', 'client', 'ca'] as const) {
      // Behind one that is fine.
      const request = forged({ names: ['dns:a.example', ...names] })
      const error = errorOf(() => issueCertificate(ca, { request, usage, now }))
      const path = names.length > 1 ? ['request', 'subjectAltNames'] : ['request', 'subjectAltNames', 1]
      expect(error).toMatchObject({ code: 'CERTS_OPTION_INVALID', path })
      // They can be replaced.
      expect(issueCertificate(ca, { request, usage, now, hosts: ['b.example'] }).subjectAltNames).toHaveLength(1)
    }
  })

  test('refuses control characters in a directory name among them', () => {
    const request = forged({ names: ['dns:a.example', 'dir:CN=a\nb'] })
    const error = errorOf(() => issueCertificate(ca, { request, usage: 'server', now }))
    expect(error).toMatchObject({ code: 'CERTS_SUBJECT_INVALID', path: ['request', 'subjectAltNames', 1] })
  })

  test.each<[string, readonly ForgedGeneralName[] | undefined]>([
    ['none', undefined],
    ['a mailbox only', ['email:pix@padaria.example']],
  ])('wants a host of a server: %s', (_, names) => {
    const request = forged({ names })
    const error = errorOf(() => issueCertificate(ca, { request, usage: 'server', now }))
    expect(error).toMatchObject({ code: 'CERTS_OPTION_INVALID', path: ['hosts'] })
    expect(issueCertificate(ca, { request, usage: 'client', now }).extendedKeyUsage).toEqual(['clientAuth'])
  })

  test('never takes an empty list of alternative names', () => {
    const code = (): unknown => issueCertificate(ca, { request: forged({ names: [] }), usage: 'server', now })
    expect(isPixkitError(errorOf(code))).toBe(true)
  })

  test.each([
    ['NUL', 'CN=a\0b'],
    ['an escape sequence', 'CN=a\u001b[31m'],
    ['a line end', 'O=Padaria, CN=a\nb'],
    ['a name too long', `CN=${'a'.repeat(65)}`],
    ['a country of three letters', 'C=BRA'],
    ['an empty value', 'CN='],
  ])('refuses a subject with %s, and takes another instead', (_, text) => {
    const request = forged({ subject: forgeName(text) })
    const error = errorOf(() => issueCertificate(ca, { request, usage: 'client', now }))
    expect(error).toMatchObject({
      code: 'CERTS_SUBJECT_INVALID',
      path: ['request', 'subject', expect.any(Number), 'value'],
    })
    expect(issueCertificate(ca, { request, usage: 'client', now, subject }).subject.text).toBe('CN=padaria.example')
  })

  test('refuses a subject of more attributes than it would write', () => {
    const request = forged({ subject: forgeName(Array.from({ length: 101 }, () => 'O=x').join(', ')) })
    const error = errorOf(() => issueCertificate(ca, { request, usage: 'client', now }))
    expect(error).toMatchObject({ code: 'CERTS_SUBJECT_INVALID', path: ['request', 'subject'] })
  })

  test('makes alternative names critical when they alone say who it is', () => {
    const anonymous = issueCertificate(ca, { request: forged({ subject: forgeName('') }), usage: 'server', now })
    expect(anonymous.subject.rdns).toEqual([])
    expect(isCritical(anonymous, '2.5.29.17')).toBe(true)
    const named = issueCertificate(ca, { request: forged({}), usage: 'server', now })
    expect(isCritical(named, '2.5.29.17')).toBe(false)
  })

  test('refuses a name for nobody: no subject and no alternative names, or an authority without a subject', () => {
    for (const [names, usage] of [
      [undefined, 'client'],
      [['dns:a.example'], 'ca'],
    ] as const) {
      const request = forged({ subject: forgeName(''), names })
      const error = errorOf(() => issueCertificate(ca, { request, usage, now }))
      expect(error).toMatchObject({ code: 'CERTS_SUBJECT_INVALID', path: ['subject'] })
      expect(issueCertificate(ca, { request, usage, now, subject }).subject.text).toBe('CN=padaria.example')
    }
  })

  test.each(['secp112r1', 'prime192v1', 'sect163k1'])('refuses a key on %s', (namedCurve) => {
    const key = forgedKeyOf(generateKeyPairSync('ec', { namedCurve }).privateKey)
    const request = forged({ key })
    expect(errorOf(() => issueCertificate(ca, { request, usage: 'server', now }))).toMatchObject({
      code: 'CERTS_KEY_WEAK',
    })
    const publicKey = privateKeyFrom(key.privateKey)
    const error = errorOf(() => issueCertificate(ca, { publicKey, subject, usage: 'client', now }))
    expect(error).toMatchObject({ code: 'CERTS_KEY_WEAK' })
  })

  test('refuses a curve that nobody can judge', () => {
    const key = forgedKeyOf(generateKeyPairSync('ec', { namedCurve: 'sect409k1' }).privateKey)
    const error = errorOf(() => issueCertificate(ca, { request: forged({ key }), usage: 'server', now }))
    expect(error).toMatchObject({ code: 'CERTS_ALGORITHM_UNSUPPORTED' })
  })

  test('refuses an RSA key with the exponent 1, under which anybody can sign', () => {
    const { n } = createPublicKey(forgedKey('rsa:issue').privateKey).export({ format: 'jwk' })
    const modulus = Buffer.from(String(n), 'base64url')
    const spki = sequence(
      sequence(oid('1.2.840.113549.1.1.1'), nullValue()),
      bitString(sequence(integer(modulus), integer(1))),
    )
    const tbs = sequence(integer(0), forgeName('CN=x'), spki, writeDer(0xa0, requestedNames(['dns:a.example'])))
    // RFC 8017, section 9.2: the padded digest is its own signature.
    const digest = Buffer.concat([
      Buffer.from('3031300d060960864801650304020105000420', 'hex'),
      createHash('sha256').update(tbs).digest(),
    ])
    const padding = Buffer.alloc(256 - 3 - digest.length, 0xff)
    const signature = Buffer.concat([Buffer.of(0, 1), padding, Buffer.of(0), digest])
    const request = parseCertificateRequest(
      sequence(tbs, sequence(oid('1.2.840.113549.1.1.11'), nullValue()), bitString(signature)),
    )
    const error = errorOf(() => issueCertificate(ca, { request, usage: 'server', now }))
    expect(error).toMatchObject({ code: 'CERTS_KEY_WEAK' })
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

/** A request as no program writes it, signed with its own key. */
function forged({
  key = forgedKey('p256:issue'),
  subject: name = forgeName('CN=padaria.example'),
  ...given
}: {
  readonly key?: ForgedKey
  /** One host by default; none where it is there and `undefined`. */
  readonly names?: readonly (ForgedGeneralName | Uint8Array)[] | undefined
  readonly subject?: Uint8Array
} = {}): CertificateRequest {
  const names = 'names' in given ? given.names : (['dns:padaria.example'] as const)
  const attributes = names === undefined ? [] : [requestedNames(names)]
  const tbs = sequence(integer(0), name, key.spki, writeDer(0xa0, ...attributes))
  const signature = signWith(key, 'ECDSA-SHA256', tbs)
  return parseCertificateRequest(sequence(tbs, algorithmIdentifier('ECDSA-SHA256'), bitString(signature)))
}

function requestedNames(names: readonly (ForgedGeneralName | Uint8Array)[]): Uint8Array {
  return sequence(oid('1.2.840.113549.1.9.14'), setOf(sequence(subjectAltName(names))))
}

function valueOf({ extensions }: Certificate, id: string): string {
  return Buffer.from(extensions.find(({ oid: other }) => other === id)?.value ?? []).toString('hex')
}

function isCritical({ extensions }: Certificate, id: string): boolean | undefined {
  return extensions.find(({ oid: other }) => other === id)?.critical
}

function leaf() {
  return issueCertificate(ca, { publicKey: ca.certificate.publicKey, subject, usage: 'client', now })
}
