import { describe, expect, test } from 'vitest'
import {
  as,
  AUTHORITIES,
  bundle,
  type Case,
  CERTIFICATE,
  codesOf,
  describeCases,
  EXPIRED,
  file,
  GOOD,
  issued,
  KEY,
  LOCKED_KEY,
  middle,
  mine,
  MODERN_BUNDLE,
  OTHER_KEY,
  otherKey,
  REQUEST,
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
  pem,
  requestOf,
} from '../../../../../../tests/lib/test-certificate.ts'
import type { GivenFile } from '../file-facts.ts'

const CASES: readonly Case[] = [
  {
    code: 'CERTS_FOUND_CERTIFICATE_MISSING',
    what: 'a key and a request without a certificate',
    files: [KEY, REQUEST],
    severity: 'error',
    path: ['APLICACAO.key'],
    but: [KEY, REQUEST, CERTIFICATE],
  },
  {
    code: 'CERTS_FOUND_CERTIFICATE_MISSING',
    what: 'nothing at all',
    files: [],
    severity: 'error',
    path: [],
    but: [bundle(MODERN_BUNDLE)],
  },
  {
    code: 'CERTS_FOUND_KEY_MISSING',
    what: 'a certificate without a key',
    files: [CERTIFICATE, AUTHORITIES, REQUEST],
    severity: 'error',
    path: ['certificado.cer'],
    but: [CERTIFICATE, AUTHORITIES, LOCKED_KEY],
  },
  {
    code: 'CERTS_FOUND_KEY_MISSING',
    what: 'another certificate without its key',
    files: [...GOOD, issued({ key: otherKey }, 'novo.cer')],
    severity: 'warning',
    path: ['novo.cer'],
    but: [...GOOD, issued({ key: otherKey }, 'novo.cer'), OTHER_KEY],
  },
  {
    code: 'CERTS_FOUND_KEY_MISMATCH',
    what: 'a key that belongs to nothing here',
    files: [CERTIFICATE, AUTHORITIES, OTHER_KEY],
    severity: 'error',
    path: ['outra.key'],
    params: { certificate: 'certificado.cer' },
    but: [CERTIFICATE, AUTHORITIES, KEY],
  },
  {
    code: 'CERTS_FOUND_KEY_MISMATCH',
    what: 'a file whose own key is another',
    files: [file('par.pem', certificatePem(mine.certificate) + keyPem(otherKey))],
    severity: 'error',
    path: ['par.pem'],
    but: [file('par.pem', certificatePem(mine.certificate) + keyPem(mine.privateKey))],
  },
  {
    code: 'CERTS_FOUND_KEY_ELSEWHERE',
    what: 'the key that was given is wrong, and another file has the right one',
    files: [as('certificate', CERTIFICATE), as('key', OTHER_KEY), KEY],
    severity: 'error',
    path: ['outra.key'],
    params: { certificate: 'certificado.cer', other: 'APLICACAO.key' },
    but: [as('certificate', CERTIFICATE), as('key', KEY), OTHER_KEY],
  },
  {
    code: 'CERTS_FOUND_KEY_ELSEWHERE',
    what: 'two pairs whose names are mixed up',
    files: [
      file('padaria.cer', certificatePem(mine.certificate)),
      file('padaria.key', keyPem(otherKey)),
      file('mercado.key', keyPem(mine.privateKey)),
    ],
    severity: 'warning',
    path: ['padaria.key'],
    params: { certificate: 'padaria.cer', other: 'mercado.key' },
    but: [
      file('padaria.cer', certificatePem(mine.certificate)),
      file('mercado.key', keyPem(otherKey)),
      file('padaria.key', keyPem(mine.privateKey)),
    ],
  },
  {
    code: 'CERTS_FOUND_CERTIFICATE_ELSEWHERE',
    what: 'the certificate that was given is wrong, and another file has the right one',
    files: [as('certificate', issued({ key: otherKey }, 'outro.cer')), as('key', KEY), CERTIFICATE],
    severity: 'error',
    path: ['outro.cer'],
    params: { key: 'APLICACAO.key', other: 'certificado.cer' },
    but: [as('certificate', CERTIFICATE), as('key', KEY), issued({ key: otherKey }, 'outro.cer')],
  },
  {
    code: 'CERTS_FOUND_KEY_UNOPENED',
    what: 'a wrong key beside one that nobody opened',
    files: [CERTIFICATE, AUTHORITIES, OTHER_KEY, LOCKED_KEY],
    severity: 'error',
    path: ['outra.key'],
    params: { certificate: 'certificado.cer', other: 'APLICACAO.key' },
    but: [CERTIFICATE, AUTHORITIES, OTHER_KEY],
  },
  {
    code: 'CERTS_FOUND_KEY_UNOPENED',
    what: 'the same, and the wrong key given as the key',
    files: [as('certificate', CERTIFICATE), as('key', OTHER_KEY), LOCKED_KEY],
    severity: 'error',
    path: ['outra.key'],
    params: { certificate: 'certificado.cer', other: 'APLICACAO.key' },
    but: [as('certificate', CERTIFICATE), as('key', OTHER_KEY), { ...LOCKED_KEY, passphrase: 'segredo' }],
  },
  {
    code: 'CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST',
    what: 'request and key belong together, the certificate to neither',
    files: [issued({ key: otherKey }, 'outro.cer'), KEY, REQUEST, AUTHORITIES],
    severity: 'error',
    path: ['outro.cer'],
    params: { key: 'APLICACAO.key', request: 'APLICACAO.csr' },
    but: [CERTIFICATE, KEY, REQUEST, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_REQUEST_OF_OTHER_KEY',
    what: 'a request that is not yet sent, and another key',
    files: [OTHER_KEY, REQUEST],
    severity: 'warning',
    path: ['APLICACAO.csr'],
    params: { key: 'outra.key' },
    but: [OTHER_KEY, KEY, REQUEST],
  },
  {
    code: 'CERTS_FOUND_SEVERAL_CERTIFICATES',
    what: 'two pairs in one folder',
    files: [...GOOD, issued({ key: otherKey, subject: [['CN', 'mercado.example']] }, 'mercado.cer'), OTHER_KEY],
    severity: 'warning',
    path: ['certificado.cer'],
    params: { count: 2, files: '"certificado.cer", "mercado.cer"' },
    but: [...GOOD, issued({ notAfter: NOW + 500 * DAY }, 'novo.cer')],
  },
  {
    code: 'CERTS_FOUND_SEVERAL_CERTIFICATES',
    what: 'more pairs than a sentence holds',
    files: ['1', '2', '3', '4', '5', '6'].flatMap((name) => [
      issued({ key: keyNamed(name), subject: [['CN', name]] }, `${name}.cer`),
      file(`${name}.key`, keyPem(keyNamed(name))),
    ]),
    severity: 'warning',
    path: ['1.cer'],
    params: { count: 6, files: '"1.cer", "2.cer", "3.cer", "4.cer", "5.cer", …' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_KEY_UNUSED',
    what: 'a key of nothing beside a pair',
    files: [...GOOD, OTHER_KEY],
    severity: 'info',
    path: ['outra.key'],
    but: [...GOOD, OTHER_KEY, file('outra.csr', pem('CERTIFICATE REQUEST', requestOf({ key: otherKey }).der))],
  },
  {
    code: 'CERTS_FOUND_PAIR',
    what: 'the pair to use, among others',
    files: [...GOOD, OTHER_KEY, file('vazio.crt', '')],
    severity: 'info',
    path: ['certificado.cer'],
    params: { key: 'APLICACAO.key' },
    but: [...GOOD, OTHER_KEY],
  },
]

describeCases(CASES)

describe('a key that nobody opened', () => {
  test('is told of before anybody makes a new one', async () => {
    expect((await codesOf([CERTIFICATE, AUTHORITIES, OTHER_KEY, LOCKED_KEY])).slice(0, 2)).toEqual([
      'CERTS_PASSPHRASE_MISSING',
      'CERTS_FOUND_KEY_UNOPENED',
    ])
    const inRoles = [as('certificate', CERTIFICATE), as('key', OTHER_KEY), LOCKED_KEY]
    expect((await codesOf(inRoles)).slice(0, 2)).toEqual(['CERTS_FOUND_KEY_UNOPENED', 'CERTS_PASSPHRASE_MISSING'])
  })

  test('hides no key that is there', async () => {
    const codes = await codesOf([
      as('certificate', CERTIFICATE),
      as('key', OTHER_KEY),
      KEY,
      { ...LOCKED_KEY, name: 'b' },
    ])
    expect(codes).toContain('CERTS_FOUND_KEY_ELSEWHERE')
    expect(codes).not.toContain('CERTS_FOUND_KEY_UNOPENED')
  })

  test('given as the key, is not taken for another', async () => {
    const codes = await codesOf([as('certificate', CERTIFICATE), as('key', LOCKED_KEY), OTHER_KEY])
    expect(codes).toEqual(['CERTS_PASSPHRASE_MISSING', 'CERTS_FOUND_CHAIN_INCOMPLETE'])
  })
})

describe('the pair to use', () => {
  const page = file('vazio.crt', '')

  test('is not told where there is nothing to choose', async () => {
    const hasPair = async (files: readonly GivenFile[]): Promise<boolean> =>
      (await codesOf(files)).includes('CERTS_FOUND_PAIR')
    expect(await hasPair([...GOOD, page])).toBe(true)
    expect(await hasPair([file('certificado.cer', mine.certificate.der), KEY, AUTHORITIES])).toBe(false)
    expect(await hasPair([CERTIFICATE, KEY])).toBe(false)
    expect(await hasPair([bundle(MODERN_BUNDLE), page])).toBe(false)
  })

  test('is none that is of no use', async () => {
    const other = authority('Outro')
    for (const useless of [
      client(middle, EXPIRED).certificate,
      client(middle, { notBefore: NOW + DAY }).certificate,
      certificateOf().certificate,
      authority('Banco', { issuer: other, key: mine.privateKey }).certificate,
    ]) {
      const codes = await codesOf([file('certificado.cer', certificatePem(useless)), KEY, page])
      expect(codes).not.toContain('CERTS_FOUND_PAIR')
    }
  })
})
