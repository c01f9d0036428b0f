import { describe, expect, test } from 'vitest'
import {
  as,
  AUTHORITIES,
  bundle,
  type Case,
  CERTIFICATE,
  codesOf,
  describeCases,
  file,
  fixOf,
  GOOD,
  HTML,
  KEY,
  LEGACY_BUNDLE,
  LOCKED_KEY,
  middle,
  mine,
  MODERN_BUNDLE,
  otherKey,
  run,
  stranger,
} from '../../../../../../tests/lib/diagnosis.ts'
import {
  BUNDLE_WITHOUT_MAC,
  DES_BUNDLE,
  RC2_BUNDLE,
  STRONGER_RC2_BUNDLE,
} from '../../../../../../tests/lib/old-bundles.ts'
import { certificatePem, client, keyPem, pem } from '../../../../../../tests/lib/test-certificate.ts'
import type { PrivateKey } from '../../../credentials.ts'
import { writePkcs12 } from '../../make/pkcs12.ts'
import { legacyProtection } from '../../make/protection.ts'
import { readCredentials } from '../../../read-credentials.ts'
import { toP12 } from '../../../to-p12.ts'

const MANY_ROUNDS = toP12({ ...mine, chain: [] }, { passphrase: 'senha', iterations: 100_000 })
const STORE = certificatePem(mine.certificate).repeat(2001)
const MIXED_KEY = Buffer.concat([sec1Of(mine).subarray(0, 40), sec1Of({ privateKey: otherKey }).subarray(40)])

const CASES: readonly Case[] = [
  {
    code: 'CERTS_FILE_EMPTY',
    what: 'a file without a byte',
    files: [file('certificado.cer', ''), KEY],
    severity: 'error',
    path: ['certificado.cer'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_FILE_PAGE',
    what: 'a page saved in place of the certificate',
    files: [file('certificado.cer', HTML), KEY],
    severity: 'error',
    path: ['certificado.cer'],
    but: [...GOOD, file('LEIAME.txt', 'Leia antes de usar')],
  },
  {
    code: 'CERTS_FILE_TOO_LARGE',
    what: 'five megabytes given as a certificate',
    files: [as('certificate', file('disco.bin', new Uint8Array(5_000_000))), KEY],
    severity: 'error',
    path: ['disco.bin'],
    but: GOOD,
  },
  {
    code: 'CERTS_FILE_UNKNOWN',
    what: 'a note beside the files',
    files: [...GOOD, file('LEIAME.txt', 'Leia antes de usar')],
    severity: 'warning',
    path: ['LEIAME.txt'],
    params: { found: 'text' },
    but: GOOD,
  },
  {
    code: 'CERTS_FILE_UNKNOWN',
    what: 'a note given as the key',
    files: [CERTIFICATE, as('key', file('LEIAME.txt', 'Leia antes de usar'))],
    severity: 'error',
    path: ['LEIAME.txt'],
    but: [CERTIFICATE, as('key', KEY)],
  },
  {
    code: 'CERTS_FILE_DAMAGED',
    what: 'a certificate cut short',
    files: [file('certificado.cer', mine.certificate.der.slice(0, 200)), KEY],
    severity: 'error',
    path: ['certificado.cer'],
    but: [file('certificado.cer', mine.certificate.der), KEY],
  },
  {
    code: 'CERTS_PEM_UNFINISHED',
    what: 'PEM without its last line',
    files: [file('certificado.cer', certificatePem(mine.certificate).replace(/-----END.*\n/, '')), KEY],
    severity: 'error',
    path: ['certificado.cer'],
    params: { label: 'CERTIFICATE' },
    but: GOOD,
  },
  {
    code: 'CERTS_ALGORITHM_UNSUPPORTED',
    what: 'an algorithm that nobody knows',
    files: [file('certificado.p12', withUnknownScheme(RC2_BUNDLE), { passphrase: 'senha' })],
    severity: 'error',
    path: ['certificado.p12'],
    but: [bundle(MODERN_BUNDLE)],
  },
  {
    code: 'CERTS_PEM_BASE64',
    what: 'PEM that a mail program spoilt',
    files: [file('certificado.cer', certificatePem(mine.certificate).replace('MII', 'M=3')), KEY],
    severity: 'error',
    path: ['certificado.cer'],
    params: { label: 'CERTIFICATE' },
    but: GOOD,
  },
  {
    code: 'CERTS_KEY_INVALID',
    what: 'a key with the public half of another',
    files: [CERTIFICATE, file('APLICACAO.key', pem('EC PRIVATE KEY', MIXED_KEY)), AUTHORITIES],
    severity: 'error',
    path: ['APLICACAO.key'],
    but: [CERTIFICATE, file('APLICACAO.key', pem('EC PRIVATE KEY', sec1Of(mine))), AUTHORITIES],
  },
  {
    code: 'CERTS_ITERATIONS_TOO_MANY',
    what: 'a sound bundle with three million rounds',
    files: [bundle(withRounds(MANY_ROUNDS, 3_000_000))],
    severity: 'error',
    path: ['certificado.p12'],
    params: { found: 3_000_000, max: 2_000_000 },
    but: [bundle(MANY_ROUNDS)],
  },
  {
    code: 'CERTS_OBJECTS_TOO_MANY',
    what: 'all roots of a system beside the files',
    files: [...GOOD, file('raizes.pem', STORE)],
    severity: 'warning',
    path: ['raizes.pem'],
    but: GOOD,
  },
  {
    code: 'CERTS_OBJECTS_TOO_MANY',
    what: 'all roots of a system given as the chain',
    files: [as('certificate', CERTIFICATE), as('key', KEY), as('ca', file('raizes.pem', STORE))],
    severity: 'error',
    path: ['raizes.pem'],
    but: [as('certificate', CERTIFICATE), as('key', KEY), as('ca', AUTHORITIES)],
  },
  {
    code: 'CERTS_X509_VERSION',
    what: 'a certificate of a version that nobody knows',
    files: [file('certificado.cer', ofVersion(3)), KEY],
    severity: 'error',
    path: ['certificado.cer'],
    params: { found: 4 },
    but: GOOD,
  },
  {
    code: 'CERTS_X509_FIELD_VERSION',
    what: 'a certificate of an old version with a new field, which is in no sentence by its name',
    files: [file('certificado.cer', ofVersion(1)), KEY],
    severity: 'error',
    path: ['certificado.cer'],
    but: GOOD,
  },
  {
    code: 'CERTS_PASSPHRASE_MISSING',
    what: 'an encrypted key without a passphrase',
    files: [CERTIFICATE, LOCKED_KEY, AUTHORITIES],
    severity: 'error',
    path: ['APLICACAO.key'],
    but: [CERTIFICATE, { ...LOCKED_KEY, passphrase: 'segredo' }, AUTHORITIES],
  },
  {
    code: 'CERTS_PASSPHRASE_WRONG',
    what: 'an encrypted key with a wrong passphrase',
    files: [CERTIFICATE, { ...LOCKED_KEY, passphrase: 'outra' }, AUTHORITIES],
    severity: 'error',
    path: ['APLICACAO.key'],
    but: [CERTIFICATE, { ...LOCKED_KEY, passphrase: 'segredo' }, AUTHORITIES],
  },
  {
    code: 'CERTS_PASSPHRASE_WRONG',
    what: 'a bundle with a wrong passphrase, which is not damaged',
    files: [file('certificado.p12', MODERN_BUNDLE, { passphrase: 'outra' })],
    severity: 'error',
    path: ['certificado.p12'],
    but: [file('certificado.p12', MODERN_BUNDLE.slice(0, -30), { passphrase: 'senha' })],
  },
  {
    code: 'CERTS_FOUND_KEY_ENCRYPTED',
    what: 'a key with a passphrase that opens it',
    files: [CERTIFICATE, { ...LOCKED_KEY, passphrase: 'segredo' }, AUTHORITIES],
    severity: 'info',
    path: ['APLICACAO.key'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_DUPLICATE',
    what: 'the same certificate in another form',
    files: [...GOOD, file('copia.der', mine.certificate.der)],
    severity: 'info',
    path: ['copia.der'],
    params: { other: 'certificado.cer' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_RC2',
    what: 'a bundle with RC2',
    files: [bundle(RC2_BUNDLE)],
    severity: 'error',
    path: ['certificado.p12'],
    params: { algorithm: 'PBE-SHA1-RC2-40' },
    but: [bundle(LEGACY_BUNDLE)],
  },
  {
    code: 'CERTS_FOUND_RC2',
    what: 'a bundle with more of RC2',
    files: [bundle(STRONGER_RC2_BUNDLE)],
    severity: 'error',
    path: ['certificado.p12'],
    params: { algorithm: 'PBE-SHA1-RC2-128' },
    but: [bundle(LEGACY_BUNDLE)],
  },
  {
    code: 'CERTS_FOUND_MAC_MISSING',
    what: 'a bundle without a MAC',
    files: [bundle(BUNDLE_WITHOUT_MAC)],
    severity: 'error',
    path: ['certificado.p12'],
    but: [bundle(MODERN_BUNDLE)],
  },
  {
    code: 'CERTS_FOUND_P12_LEGACY',
    what: 'a bundle with Triple DES',
    files: [bundle(LEGACY_BUNDLE)],
    severity: 'info',
    path: ['certificado.p12'],
    but: [bundle(MODERN_BUNDLE)],
  },
]

describeCases(CASES)

describe('files that did not open', () => {
  test('are not blamed for what they may hold', async () => {
    const damaged = file('APLICACAO.key', keyPem(mine.privateKey).slice(0, 90))
    expect(await codesOf([CERTIFICATE, damaged, AUTHORITIES])).toEqual(['CERTS_PEM_UNFINISHED'])
    expect(await codesOf([file('certificado.p12', MODERN_BUNDLE)])).toEqual(['CERTS_PASSPHRASE_MISSING'])
    expect(await codesOf([bundle(withRounds(MANY_ROUNDS, 3_000_000))])).toEqual(['CERTS_ITERATIONS_TOO_MANY'])
    expect(await codesOf([file('certificado.cer', HTML), KEY])).toEqual(['CERTS_FOUND_FILE_PAGE'])
    expect(await codesOf([file('certificado.cer', ofVersion(3)), KEY])).toEqual(['CERTS_X509_VERSION'])
  })

  test('hold nothing of one’s own when they are a store of roots', async () => {
    const findings = await run([file('raizes.pem', STORE), KEY])
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error CERTS_FOUND_CERTIFICATE_MISSING',
      'warning CERTS_OBJECTS_TOO_MANY',
    ])
  })
})

describe('fix', () => {
  test.each([
    ['a NUL', 'a\0b'],
    ['a lone surrogate', '\ud800'],
    ['more than 1024 octets', 'y'.repeat(2000)],
  ])('leaves out the .p12 whose passphrase has %s: it is read and cannot be written', async (_, passphrase) => {
    const { certificate, privateKey } = mine
    const pkcs8 = Uint8Array.from(privateKey.key.export({ type: 'pkcs8', format: 'der' }))
    const contents = { certificates: [{ certificate }], pkcs8, localKeyId: Uint8Array.of(1) }
    const old = writePkcs12(contents, legacyProtection(passphrase, 1000))
    const copies = await fixOf([file('velho.p12', old, { passphrase })], 'CERTS_FOUND_P12_LEGACY')
    expect(copies.map(({ name }) => name)).toEqual(['velho.pem', 'velho.key'])
    expect(Buffer.from(copies[1]?.bytes ?? []).toString()).toBe(keyPem(privateKey))
  })

  test('gives each copy of a diagnosis a name of its own, and the same copy the same name', async () => {
    const other = client(middle, { key: otherKey })
    const files = [
      file('x.cer', mine.certificate.der),
      file('x.crt', other.certificate.der),
      file('a/x.pfx', certificatePem(middle.certificate)),
      file('b\\X.der', certificatePem(stranger.certificate)),
      file('y.cer', Buffer.from(mine.certificate.der).toString('base64')),
    ]
    const copies = (await run(files)).flatMap(({ code, fix, path }) =>
      (fix?.() ?? []).map(({ name }) => [code.slice(12), path[0], name].join(' ')),
    )
    expect(copies).toEqual([
      'EXTENSION a/x.pfx x.pem',
      'EXTENSION b\\X.der X-pixkit-2.pem',
      'DER x.cer x-pixkit-3.pem',
      'DER x.crt x-pixkit-4.pem',
      'BASE64 y.cer y.pem',
    ])
  })

  test.each([
    ['RC2', RC2_BUNDLE, 'CERTS_FOUND_RC2'],
    ['no MAC', BUNDLE_WITHOUT_MAC, 'CERTS_FOUND_MAC_MISSING'],
    ['DES', DES_BUNDLE, 'CERTS_FOUND_TLS_REFUSED'],
  ] as const)('a bundle with %s becomes a modern one and a pair', async (_, bytes, code) => {
    const copies = await fixOf([bundle(bytes)], code)
    expect(copies.map(({ name, secret }) => [name, secret])).toEqual([
      ['certificado-pixkit.p12', true],
      ['certificado.pem', false],
      ['certificado.key', true],
    ])
    const before = readCredentials(bytes, { passphrase: 'senha' })
    const after = readCredentials(copies[0]?.bytes ?? new Uint8Array(), { passphrase: 'senha' })
    expect(after.certificates[0]?.der).toEqual(before.certificates[0]?.der)
    expect(after.privateKeys[0]?.key.equals(before.privateKeys[0]?.key as never)).toBe(true)
    const renewed = await run(copies.map(({ bytes: made, name }) => file(name, made, { passphrase: 'senha' })))
    expect(renewed.filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('an encrypted key loses its passphrase', async () => {
    const [copy] = await fixOf([CERTIFICATE, { ...LOCKED_KEY, passphrase: 'segredo' }], 'CERTS_FOUND_KEY_ENCRYPTED')
    expect(copy).toMatchObject({ name: 'APLICACAO-pixkit.key', secret: true })
    expect(Buffer.from(copy?.bytes ?? []).toString()).toBe(keyPem(mine.privateKey))
  })
})

function sec1Of({ privateKey }: { readonly privateKey: PrivateKey }): Buffer {
  return privateKey.key.export({ type: 'sec1', format: 'der' })
}

/** A certificate whose version is another, counted from 0; its signature is of no concern to a reader. @see RFC 5280, section 4.1.2.1 */
function ofVersion(version: number): Uint8Array {
  const der = Buffer.from(mine.certificate.der)
  const start = Buffer.from('a0030201', 'hex')
  der[der.indexOf(start) + start.length] = version
  return der
}

/** The same bundle, which asks for more rounds; the number has three octets. */
function withRounds(bytes: Uint8Array, rounds: number): Uint8Array {
  const [from, to] = [100_000, rounds].map((count) => `0203${count.toString(16).padStart(6, '0')}`)
  const hex = Buffer.from(bytes).toString('hex')
  expect(hex).toContain(from)
  return Buffer.from(hex.replaceAll(String(from), String(to)), 'hex')
}

/** The same bundle under an algorithm that does not exist: pbeWithSHA1And40BitRC2-CBC plus three. */
function withUnknownScheme(bytes: Uint8Array): Uint8Array {
  const oid = Buffer.from('2a864886f70d010c0106', 'hex')
  const changed = Buffer.from(bytes)
  const at = changed.indexOf(oid)
  expect(at).toBeGreaterThan(0)
  changed[at + oid.length - 1] = 0x63
  return changed
}
