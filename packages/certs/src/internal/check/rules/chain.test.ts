import { describe, expect, test } from 'vitest'
import {
  AUTHORITIES,
  type Case,
  CERTIFICATE,
  CHAIN,
  codesOf,
  describeCases,
  EXPIRED,
  file,
  fixOf,
  GOOD,
  issued,
  KEY,
  middle,
  mine,
  root,
  run,
  stranger,
} from '../../../../../../tests/lib/diagnosis.ts'
import {
  authority,
  certificateOf,
  certificatePem,
  client,
  DAY,
  keyNamed,
  keyPem,
  NOW,
  SERVER_AUTH,
  type TestCertificate,
  type TestIdentity,
} from '../../../../../../tests/lib/test-certificate.ts'
import type { GivenFile } from '../file-facts.ts'

const TOMORROW = { notBefore: NOW + DAY, notAfter: NOW + 400 * DAY } as const

/** Each issued the next, which the first does not allow. */
const LIMITS = ['Um', 'Dois', 'Tres', 'Quatro'].reduce<readonly TestIdentity[]>(
  (above, name) => [
    ...above,
    authority(name, { issuer: above.at(-1), pathLength: above.length === 0 ? 0 : undefined }),
  ],
  [],
)

const CASES: readonly Case[] = [
  {
    code: 'CERTS_FOUND_CA_CERTIFICATE',
    what: 'an authority with its key',
    files: [file('ca.pem', certificatePem(middle.certificate)), file('ca.key', keyPem(middle.privateKey))],
    severity: 'error',
    path: ['ca.pem'],
    but: [...GOOD, file('ca.key', keyPem(middle.privateKey))],
  },
  {
    code: 'CERTS_FOUND_SELF_SIGNED',
    what: 'a certificate of nobody else',
    files: [file('certificado.cer', certificatePem(certificateOf().certificate)), KEY],
    severity: 'warning',
    path: ['certificado.cer'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_CHAIN_INCOMPLETE',
    what: 'no authority at all',
    files: [CERTIFICATE, KEY],
    severity: 'warning',
    path: ['certificado.cer'],
    but: [CERTIFICATE, KEY, file('sub.cer', certificatePem(middle.certificate))],
  },
  {
    code: 'CERTS_FOUND_ROOT_MISSING',
    what: 'the authority below the root',
    files: [CERTIFICATE, KEY, file('sub.cer', certificatePem(middle.certificate))],
    severity: 'warning',
    path: ['certificado.cer'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_CHAIN_ORDER',
    what: 'the root first, so that TLS takes it for the certificate',
    files: [file('tudo.pem', certificatePem(...CHAIN.toReversed())), KEY],
    severity: 'error',
    path: ['tudo.pem'],
    but: [file('tudo.pem', certificatePem(...CHAIN)), KEY],
  },
  {
    code: 'CERTS_FOUND_CHAIN_ORDER',
    what: 'the issuers in the wrong order',
    files: [file('tudo.pem', certificatePem(mine.certificate, root.certificate, middle.certificate)), KEY],
    severity: 'warning',
    path: ['tudo.pem'],
    but: [CERTIFICATE, KEY, file('cadeia.pem', certificatePem(root.certificate, middle.certificate))],
  },
  {
    code: 'CERTS_FOUND_CHAIN_FOREIGN',
    what: 'the root of somebody else',
    files: [CERTIFICATE, KEY, file('raiz.cer', certificatePem(stranger.certificate))],
    severity: 'warning',
    path: ['raiz.cer'],
    params: { certificate: 'certificado.cer' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_UNNEEDED_CERTIFICATES',
    what: 'a root of somebody else among the right ones',
    files: [
      CERTIFICATE,
      KEY,
      file('cadeia.pem', certificatePem(middle.certificate, stranger.certificate, root.certificate)),
    ],
    severity: 'info',
    path: ['cadeia.pem'],
    params: { count: 1 },
    but: GOOD,
  },
  {
    code: 'CERTS_CHAIN_SIGNATURE',
    what: 'an issuer of the same name and key identifier whose key did not sign',
    files: [
      file(
        'certificado.cer',
        certificatePem(client(authority('Falsa', { withoutKeyIds: true }), { withoutKeyIds: true }).certificate),
      ),
      KEY,
      file('ca.pem', certificatePem(authority('Falsa', { key: keyNamed('fake'), withoutKeyIds: true }).certificate)),
    ],
    severity: 'error',
    path: ['certificado.cer'],
    params: { index: 0 },
    but: GOOD,
  },
  {
    code: 'CERTS_CHAIN_PATH_LENGTH',
    what: 'an authority that may have no authority below it',
    files: limitedChain(),
    severity: 'error',
    path: ['certificado.cer'],
    params: { index: 2 },
    but: limitedChain(1),
  },
  {
    code: 'CERTS_FOUND_ISSUER_EXPIRED',
    what: 'a root of last year',
    files: [
      CERTIFICATE,
      KEY,
      file('cadeia.pem', certificatePem(middle.certificate, authority('Banco Raiz', EXPIRED).certificate)),
    ],
    severity: 'warning',
    path: ['certificado.cer'],
    params: { date: '2026-05-11' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_ISSUER_NOT_YET_VALID',
    what: 'a root of tomorrow',
    files: [
      CERTIFICATE,
      KEY,
      file('cadeia.pem', certificatePem(middle.certificate, authority('Banco Raiz', TOMORROW).certificate)),
    ],
    severity: 'warning',
    path: ['certificado.cer'],
    params: { date: '2026-06-16T12:00:00Z' },
    but: GOOD,
  },
  {
    code: 'CERTS_CHAIN_EXTENDED_KEY_USAGE',
    what: 'an authority for servers alone',
    files: chainOf(authority('Servidores', { extendedKeyUsage: [SERVER_AUTH], issuer: root })),
    severity: 'error',
    path: ['certificado.cer'],
    params: { index: 1, usage: 'clientAuth' },
    but: chainOf(authority('Tudo', { extendedKeyUsage: ['anyExtendedKeyUsage'], issuer: root })),
  },
  {
    code: 'CERTS_CHAIN_EXTENDED_KEY_USAGE',
    what: 'an authority for servers alone, and not the certificate below it, which is told to be for servers itself',
    files: chainOf(authority('Servidores', { extendedKeyUsage: [SERVER_AUTH], issuer: root })),
    severity: 'error',
    path: ['certificado.cer'],
    but: chainOf(authority('Servidores', { extendedKeyUsage: [SERVER_AUTH], issuer: root }), {
      extendedKeyUsage: [SERVER_AUTH],
    }),
  },
  {
    code: 'CERTS_CHAIN_ALGORITHM',
    what: 'a signature with SHA-224, which no other rule tells',
    files: [issued({ hash: 'sha224' }), KEY, AUTHORITIES],
    severity: 'warning',
    path: ['certificado.cer'],
    params: { index: 0, algorithm: 'ECDSA-SHA224' },
    but: [issued({ hash: 'sha1' }), KEY, AUTHORITIES],
  },
  {
    code: 'CERTS_CHAIN_ALGORITHM',
    what: 'an authority that was signed with SHA-1',
    files: chainOf(authority('Velha', { hash: 'sha1', issuer: root })),
    severity: 'error',
    path: ['certificado.cer'],
    params: { index: 1, algorithm: 'ECDSA-SHA1' },
    but: chainOf(authority('Velha', { issuer: root })),
  },
  {
    code: 'CERTS_FOUND_ROOT_MISSING',
    what: 'the lower of two authorities, which may not be all that a server needs',
    files: chainOf(authority('Abaixo', { issuer: middle }), {}, []),
    severity: 'warning',
    path: ['certificado.cer'],
    but: chainOf(authority('Abaixo', { issuer: middle }), {}, [middle, root]),
  },
]

describeCases(CASES)

describe('a chain', () => {
  test('is proven at a moment when all of it was valid, so that dates do not hide the rest', async () => {
    expect(await codesOf(limitedChain(0, EXPIRED))).toEqual([
      'CERTS_FOUND_EXPIRED',
      'CERTS_CHAIN_PATH_LENGTH',
      'CERTS_FOUND_ISSUER_EXPIRED',
    ])
  })

  test('and another are proven up to four hundred certificates of them', async () => {
    const lowest = LIMITS.at(-1) ?? root
    const many = Array.from({ length: 100 }, (_, index) => {
      const options = { subject: [['CN', `loja ${index}`]], serialNumber: Uint8Array.of(1, index) } as const
      return client(lowest, options).certificate
    })
    const countOf = async (count: number): Promise<number> => {
      const files = [
        file('lojas.pem', certificatePem(...many.slice(0, count))),
        KEY,
        file('cadeia.pem', certificatePem(...LIMITS.map(({ certificate }) => certificate))),
      ]
      return (await codesOf(files)).filter((code) => code === 'CERTS_CHAIN_PATH_LENGTH').length
    }
    expect(await countOf(40)).toBe(40)
    expect(await countOf(100)).toBe(80)
  })

  test('of as many certificates as nobody has holds', async () => {
    const authorities = Array.from({ length: 8 }, (_, level) => `Nivel ${level}`).reduce<TestIdentity[]>(
      (above, name) => [authority(name, { issuer: above[0] }), ...above],
      [],
    )
    const [last = root] = authorities
    const files = [
      file('certificado.cer', certificatePem(client(last).certificate)),
      KEY,
      file('cadeia.pem', certificatePem(...authorities.map(({ certificate }) => certificate))),
    ]
    expect(await codesOf(files)).toEqual([])
  })

  test('is not told to be wrong for what its certificate is', async () => {
    const weak = keyNamed('rsa1024:weak')
    const key = file('fraca.key', keyPem(weak))
    expect(await codesOf([issued({ key: weak }), key, AUTHORITIES])).toEqual(['CERTS_FOUND_KEY_WEAK'])
    expect(await codesOf([issued({ hash: 'sha1' }), KEY, AUTHORITIES])).toEqual(['CERTS_FOUND_SIGNATURE_WEAK'])
  })

  test('is wrong for what its authorities are', async () => {
    const weak = authority('Fraca', { key: keyNamed('rsa1024:weak') })
    const files = [
      file('certificado.cer', certificatePem(client(weak).certificate)),
      KEY,
      file('cadeia.pem', certificatePem(weak.certificate)),
    ]
    const [finding] = await run(files)
    expect(finding).toMatchObject({ code: 'CERTS_CHAIN_KEY_WEAK', severity: 'error', path: ['certificado.cer'] })
    expect(finding?.params).toEqual({ index: 1, algorithm: 'RSA', bits: 1024 })
  })

  test('gets in order, and keeps the key of its file', async () => {
    const text = keyPem(mine.privateKey) + certificatePem(...CHAIN.toReversed())
    const [copy] = await fixOf([file('tudo.pem', text)], 'CERTS_FOUND_CHAIN_ORDER')
    expect(copy).toMatchObject({ name: 'tudo-pixkit.pem', secret: true })
    expect(Buffer.from(copy?.bytes ?? []).toString()).toBe(keyPem(mine.privateKey) + certificatePem(...CHAIN))
  })

  test('loses certificates that are not needed', async () => {
    const text = certificatePem(...CHAIN, stranger.certificate)
    const [copy] = await fixOf([file('tudo.pem', text), KEY], 'CERTS_FOUND_UNNEEDED_CERTIFICATES')
    expect(Buffer.from(copy?.bytes ?? []).toString()).toBe(certificatePem(...CHAIN))
  })
})

/** A certificate below an authority, and what is above that. */
function chainOf(
  issuer: TestIdentity,
  options: TestCertificate = {},
  above: readonly TestIdentity[] = [middle, root],
): GivenFile[] {
  const certificates = [issuer, ...above].map(({ certificate }) => certificate)
  return [
    file('certificado.cer', certificatePem(client(issuer, options).certificate)),
    KEY,
    file('cadeia.pem', certificatePem(...certificates)),
  ]
}

/** An authority that allows so many others below it, with one below it. */
function limitedChain(pathLength: number = 0, options: TestCertificate = {}): GivenFile[] {
  const top = authority('Limitada', { ...options, pathLength })
  const below = authority('Abaixo', { ...options, issuer: top })
  return [
    file('certificado.cer', certificatePem(client(below, options).certificate)),
    KEY,
    file('cadeia.pem', certificatePem(below.certificate, top.certificate)),
  ]
}
