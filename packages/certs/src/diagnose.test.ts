import { inspect } from 'node:util'
import { formatMessage } from '@pixkit/core/issue'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { BUNDLE_WITHOUT_MAC, DES_BUNDLE, RC2_BUNDLE } from '../../../tests/lib/old-bundles.ts'
import {
  authority,
  certificateOf,
  certificatePem,
  client,
  DAY,
  keyNamed,
  keyPem,
  NOW,
  otherName,
  pem,
  requestOf,
  SERVER_AUTH,
  type TestCertificate,
} from '../../../tests/lib/test-certificate.ts'
import type { DiagnosisCode } from './codes.ts'
import { diagnose, type DiagnoseOptions, type Finding, type GivenFile } from './diagnose.ts'
import { contextTag } from './internal/der/read-der.ts'
import { integer, oid, sequence, setOf, writeDer } from './internal/der/write-der.ts'
import * as english from './messages/en.ts'
import * as portuguese from './messages/pt-br.ts'
import { readCredentials } from './read-credentials.ts'
import { toLegacyP12, toP12 } from './to-p12.ts'

const root = authority('Banco Raiz')
const middle = authority('Banco', { issuer: root })
const mine = client(middle)
const CHAIN = [mine, middle, root].map(({ certificate }) => certificate)
const IDENTITY = { ...mine, chain: [middle.certificate, root.certificate] }
const otherKey = keyNamed('other')
const strangerRoot = authority('Estranha')
const HTML = '<!DOCTYPE html>\n<html><head><title>Access Denied</title></head><body>Login</body></html>\n'

function file(name: string, content: string | Uint8Array, rest: Partial<GivenFile> = {}): GivenFile {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content, ...rest }
}

const CERTIFICATE = file('certificado.cer', certificatePem(mine.certificate))
const KEY = file('APLICACAO.key', keyPem(mine.privateKey))
const REQUEST = file('APLICACAO.csr', pem('CERTIFICATE REQUEST', requestOf().der))
const AUTHORITIES = file('CadeiaCompleta.cer', certificatePem(middle.certificate, root.certificate))
const OTHER_KEY = file('outra.key', keyPem(otherKey))
const GOOD = [CERTIFICATE, KEY, AUTHORITIES]

function as(role: GivenFile['role'], given: GivenFile): GivenFile {
  return { ...given, role }
}

function issued(options: TestCertificate, name: string = 'certificado.cer'): GivenFile {
  return file(name, certificatePem(client(middle, options).certificate))
}

function run(given: readonly GivenFile[], options: DiagnoseOptions = {}): Promise<readonly Finding[]> {
  return diagnose(given, { now: NOW, ...options })
}

interface Case {
  readonly code: DiagnosisCode
  readonly what: string
  readonly files: readonly GivenFile[]
  readonly severity: Finding['severity']
  readonly path: readonly string[]
  readonly params?: Finding['params']
  readonly options?: DiagnoseOptions
  /** Files nearly the same, where it is not found. */
  readonly but: readonly GivenFile[]
  readonly butOptions?: DiagnoseOptions
}

const encrypted = file('APLICACAO.key', keyPem(mine.privateKey, 'segredo'))
const expired = { notBefore: NOW - 400 * DAY, notAfter: NOW - 35 * DAY }
const modern = toP12(IDENTITY, { passphrase: 'senha', iterations: 1000 })
const legacy = toLegacyP12(IDENTITY, { passphrase: 'senha', iterations: 1000 })
const bundle = (bytes: Uint8Array, name: string = 'certificado.p12'): GivenFile =>
  file(name, bytes, { passphrase: 'senha' })

const efi = (host: string): GivenFile[] => {
  const issuer = authority(host, { subject: [['CN', host]] })
  return [
    file('efi.pem', certificatePem(client(issuer).certificate)),
    KEY,
    file('ca.crt', certificatePem(issuer.certificate)),
  ]
}

const CASES: readonly Case[] = [
  {
    code: 'CERTS_FOUND_FILE_EMPTY',
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
    code: 'CERTS_FOUND_FILE_TOO_LARGE',
    what: 'five megabytes given as a certificate',
    files: [as('certificate', file('disco.bin', new Uint8Array(5_000_000))), KEY],
    severity: 'error',
    path: ['disco.bin'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_FILE_UNKNOWN',
    what: 'a note beside the files',
    files: [...GOOD, file('LEIAME.txt', 'Leia antes de usar')],
    severity: 'warning',
    path: ['LEIAME.txt'],
    params: { found: 'text' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_FILE_UNKNOWN',
    what: 'a note given as the key',
    files: [CERTIFICATE, as('key', file('LEIAME.txt', 'Leia antes de usar'))],
    severity: 'error',
    path: ['LEIAME.txt'],
    but: [CERTIFICATE, as('key', KEY)],
  },
  {
    code: 'CERTS_FOUND_FILE_DAMAGED',
    what: 'a certificate cut short',
    files: [file('certificado.cer', mine.certificate.der.slice(0, 200)), KEY],
    severity: 'error',
    path: ['certificado.cer'],
    but: [file('certificado.cer', mine.certificate.der), KEY],
  },
  {
    code: 'CERTS_FOUND_FILE_DAMAGED',
    what: 'PEM without its last line',
    files: [file('certificado.cer', certificatePem(mine.certificate).replace(/-----END.*\n/, '')), KEY],
    severity: 'error',
    path: ['certificado.cer'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_ALGORITHM_UNSUPPORTED',
    what: 'an algorithm that nobody knows',
    files: [file('certificado.p12', withUnknownScheme(RC2_BUNDLE), { passphrase: 'senha' })],
    severity: 'error',
    path: ['certificado.p12'],
    but: [bundle(modern)],
  },
  {
    code: 'CERTS_FOUND_PASSPHRASE_MISSING',
    what: 'an encrypted key without a passphrase',
    files: [CERTIFICATE, encrypted, AUTHORITIES],
    severity: 'error',
    path: ['APLICACAO.key'],
    but: [CERTIFICATE, { ...encrypted, passphrase: 'segredo' }, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_PASSPHRASE_WRONG',
    what: 'an encrypted key with a wrong passphrase',
    files: [CERTIFICATE, { ...encrypted, passphrase: 'outra' }, AUTHORITIES],
    severity: 'error',
    path: ['APLICACAO.key'],
    but: [CERTIFICATE, { ...encrypted, passphrase: 'segredo' }, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_PASSPHRASE_WRONG',
    what: 'a bundle with a wrong passphrase, which is not damaged',
    files: [file('certificado.p12', modern, { passphrase: 'outra' })],
    severity: 'error',
    path: ['certificado.p12'],
    but: [file('certificado.p12', modern.slice(0, -30), { passphrase: 'senha' })],
  },
  {
    code: 'CERTS_FOUND_KEY_ENCRYPTED',
    what: 'a key with a passphrase that opens it',
    files: [CERTIFICATE, { ...encrypted, passphrase: 'segredo' }, AUTHORITIES],
    severity: 'info',
    path: ['APLICACAO.key'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_DER',
    what: 'a binary certificate',
    files: [file('certificado.cer', mine.certificate.der), KEY, AUTHORITIES],
    severity: 'warning',
    path: ['certificado.cer'],
    but: [...GOOD, file('copia.der', mine.certificate.der)],
  },
  {
    code: 'CERTS_FOUND_DER',
    what: 'a binary certificate given where PEM is needed',
    files: [as('certificate', file('certificado.der', mine.certificate.der)), as('key', KEY)],
    severity: 'error',
    path: ['certificado.der'],
    but: [as('certificate', CERTIFICATE), as('key', KEY)],
  },
  {
    code: 'CERTS_FOUND_DER',
    what: 'a binary certificate called .pem, given where PEM is needed',
    files: [as('certificate', file('certificado.pem', mine.certificate.der)), as('key', KEY)],
    severity: 'error',
    path: ['certificado.pem'],
    but: [file('certificado.pem', mine.certificate.der), KEY],
  },
  {
    code: 'CERTS_FOUND_BASE64',
    what: 'base64 without its lines',
    files: [file('certificado.cer', Buffer.from(mine.certificate.der).toString('base64')), KEY, AUTHORITIES],
    severity: 'warning',
    path: ['certificado.cer'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_PEM_ENCODING',
    what: 'a byte order mark',
    files: [file('certificado.cer', `\ufeff${certificatePem(mine.certificate)}`), KEY, AUTHORITIES],
    severity: 'warning',
    path: ['certificado.cer'],
    but: [file('certificado.cer', certificatePem(mine.certificate).replaceAll('\n', '\r\n')), KEY, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_PEM_ENCODING',
    what: 'UTF-16, as PowerShell writes it',
    files: [
      CERTIFICATE,
      file('APLICACAO.key', Buffer.from(`\ufeff${keyPem(mine.privateKey)}`, 'utf16le')),
      AUTHORITIES,
    ],
    severity: 'warning',
    path: ['APLICACAO.key'],
    but: GOOD,
  },
  ...(
    [
      ['certificado.pem', mine.certificate.der, 'DER', 'certificado.cer'],
      ['certificado.cer', modern, 'PKCS#12', 'certificado.p12'],
      ['certificado.key', certificatePem(mine.certificate), 'CERTIFICATE', 'certificado.cer'],
      ['certificado.csr', certificatePem(mine.certificate), 'CERTIFICATE', 'certificado.cer'],
      ['certificado.p12', certificatePem(mine.certificate), 'CERTIFICATE', 'certificado.cer'],
      ['certificado.pfx', mine.certificate.der, 'CERTIFICATE', 'certificado.cer'],
      ['certificado.der', certificatePem(mine.certificate), 'CERTIFICATE', 'certificado.pem'],
      ['certificado.crt', keyPem(mine.privateKey), 'PRIVATE KEY', 'certificado.key'],
      ['certificado.key', pem('CERTIFICATE REQUEST', requestOf().der), 'CERTIFICATE REQUEST', 'certificado.csr'],
    ] as const
  ).map(([name, content, found, suggested]): Case => ({
    code: 'CERTS_FOUND_EXTENSION',
    what: `${name} that is ${found}`,
    files: [file(name, content, { passphrase: 'senha' })],
    severity: 'warning',
    path: [name],
    params: { content: found, suggested },
    but: [{ ...file(suggested, content, { passphrase: 'senha' }) }],
  })),
  {
    code: 'CERTS_FOUND_PKCS7',
    what: 'a chain as Windows exports it',
    files: [CERTIFICATE, KEY, file('cadeia.p7b', signedData(middle.certificate, root.certificate))],
    severity: 'warning',
    path: ['cadeia.p7b'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_PKCS7',
    what: 'the same in PEM, given as the certificate',
    files: [as('certificate', file('cadeia.p7b', pem('PKCS7', signedData(...CHAIN)))), as('key', KEY)],
    severity: 'error',
    path: ['cadeia.p7b'],
    but: [as('certificate', file('cadeia.p7b', certificatePem(...CHAIN))), as('key', KEY)],
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
    but: [bundle(legacy)],
  },
  {
    code: 'CERTS_FOUND_MAC_MISSING',
    what: 'a bundle without a MAC',
    files: [bundle(BUNDLE_WITHOUT_MAC)],
    severity: 'error',
    path: ['certificado.p12'],
    but: [bundle(modern)],
  },
  {
    code: 'CERTS_FOUND_P12_LEGACY',
    what: 'a bundle with Triple DES',
    files: [bundle(legacy)],
    severity: 'info',
    path: ['certificado.p12'],
    but: [bundle(modern)],
  },
  {
    code: 'CERTS_FOUND_TLS_REFUSED',
    what: 'a bundle with DES, which is read here and not by TLS',
    files: [bundle(DES_BUNDLE)],
    severity: 'error',
    path: ['certificado.p12'],
    params: { reason: 'ERR_CRYPTO_UNSUPPORTED_OPERATION' },
    but: [bundle(legacy)],
  },
  {
    code: 'CERTS_FOUND_REQUEST_AS_CERTIFICATE',
    what: 'the request given as the certificate',
    files: [as('certificate', REQUEST), as('key', KEY)],
    severity: 'error',
    path: ['APLICACAO.csr'],
    but: [as('certificate', CERTIFICATE), as('key', KEY), REQUEST],
  },
  {
    code: 'CERTS_FOUND_REQUEST_AS_CERTIFICATE',
    what: 'the request called .cer',
    files: [file('APLICACAO.cer', pem('CERTIFICATE REQUEST', requestOf().der)), KEY],
    severity: 'error',
    path: ['APLICACAO.cer'],
    but: [...GOOD, REQUEST],
  },
  {
    code: 'CERTS_FOUND_CHAIN_AS_CERTIFICATE',
    what: 'the chain given as the certificate',
    files: [as('certificate', AUTHORITIES), as('key', KEY)],
    severity: 'error',
    path: ['CadeiaCompleta.cer'],
    but: [as('certificate', CERTIFICATE), as('key', KEY), as('ca', AUTHORITIES)],
  },
  {
    code: 'CERTS_FOUND_CHAIN_AS_CERTIFICATE',
    what: 'the chain alone with the key and the request',
    files: [AUTHORITIES, KEY, REQUEST],
    severity: 'error',
    path: ['CadeiaCompleta.cer'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_BANK_CERTIFICATE',
    what: "the bank's certificate given as one's own",
    files: [as('certificate', issued({ key: keyNamed('bank') }, 'webhook-sicredi.cer')), as('key', KEY)],
    severity: 'error',
    path: ['webhook-sicredi.cer'],
    but: [as('certificate', CERTIFICATE), as('key', KEY)],
  },
  {
    code: 'CERTS_FOUND_BANK_CERTIFICATE',
    what: "the bank's certificate in place of one's own",
    files: [issued({ key: keyNamed('bank') }, 'webhook-sicredi.CER'), KEY],
    severity: 'error',
    path: ['webhook-sicredi.CER'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_BANK_CERTIFICATE',
    what: "the bank's certificate beside one's own",
    files: [...GOOD, issued({ key: keyNamed('bank') }, 'webhook-sicredi.cer')],
    severity: 'info',
    path: ['webhook-sicredi.cer'],
    but: [...GOOD, issued({ key: keyNamed('bank') }, 'outro.cer')],
  },
  {
    code: 'CERTS_FOUND_WRONG_ROLE',
    what: 'the certificate given as the key',
    files: [as('certificate', CERTIFICATE), as('key', file('copia.pem', certificatePem(mine.certificate)))],
    severity: 'error',
    path: ['copia.pem'],
    params: { found: 'CERTIFICATE', expected: 'PRIVATE KEY' },
    but: [as('certificate', CERTIFICATE), as('key', KEY)],
  },
  {
    code: 'CERTS_FOUND_WRONG_ROLE',
    what: 'the key given as the certificate',
    files: [as('certificate', KEY), as('key', KEY)],
    severity: 'error',
    path: ['APLICACAO.key'],
    params: { found: 'PRIVATE KEY', expected: 'CERTIFICATE' },
    but: [as('certificate', CERTIFICATE), as('key', KEY)],
  },
  {
    code: 'CERTS_FOUND_WRONG_ROLE',
    what: 'the certificate given as the chain',
    files: [
      as('certificate', CERTIFICATE),
      as('key', KEY),
      as('ca', file('copia.pem', certificatePem(mine.certificate))),
    ],
    severity: 'error',
    path: ['copia.pem'],
    params: { found: 'CERTIFICATE', expected: 'CA CERTIFICATE' },
    but: [as('certificate', CERTIFICATE), as('key', KEY), as('ca', AUTHORITIES)],
  },
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
    but: [bundle(modern)],
  },
  {
    code: 'CERTS_FOUND_KEY_MISSING',
    what: 'a certificate without a key',
    files: [CERTIFICATE, AUTHORITIES, REQUEST],
    severity: 'error',
    path: ['certificado.cer'],
    but: [CERTIFICATE, AUTHORITIES, encrypted],
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
    params: { count: 2 },
    but: [...GOOD, issued({ notAfter: NOW + 500 * DAY }, 'novo.cer')],
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
    severity: 'info',
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
    files: [CERTIFICATE, KEY, file('raiz.cer', certificatePem(strangerRoot.certificate))],
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
      file('cadeia.pem', certificatePem(middle.certificate, strangerRoot.certificate, root.certificate)),
    ],
    severity: 'info',
    path: ['cadeia.pem'],
    params: { count: 1 },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_CHAIN_INVALID',
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
    params: { reason: 'CERTS_CHAIN_SIGNATURE' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_CHAIN_INVALID',
    what: 'an authority that may have no authority below it',
    files: limitedChain(),
    severity: 'error',
    path: ['certificado.cer'],
    params: { reason: 'CERTS_CHAIN_PATH_LENGTH' },
    but: limitedChain(1),
  },
  {
    code: 'CERTS_FOUND_EXPIRED',
    what: 'a certificate of last year',
    files: [issued(expired), KEY, AUTHORITIES],
    severity: 'error',
    path: ['certificado.cer'],
    params: { date: '2026-05-11' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_EXPIRED',
    what: 'a certificate of last year beside its successor',
    files: [...GOOD, issued(expired, 'velho.cer')],
    severity: 'warning',
    path: ['velho.cer'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_NOT_YET_VALID',
    what: 'a clock that is behind',
    files: GOOD,
    options: { now: NOW - 2 * DAY },
    severity: 'error',
    path: ['certificado.cer'],
    params: { date: '2026-06-14T12:00:00Z' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_EXPIRING',
    what: 'a certificate with thirty days to go',
    files: [issued({ notAfter: NOW + 30 * DAY }), KEY, AUTHORITIES],
    severity: 'warning',
    path: ['certificado.cer'],
    params: { days: 30, date: '2026-07-15' },
    but: [issued({ notAfter: NOW + 30 * DAY + 1000 }), KEY, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_EXPIRING',
    what: 'fewer days than the caller wants',
    files: [issued({ notAfter: NOW + 80 * DAY }), KEY, AUTHORITIES],
    options: { expiringDays: 90 },
    severity: 'warning',
    path: ['certificado.cer'],
    but: [issued({ notAfter: NOW + 80 * DAY }), KEY, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_ISSUER_EXPIRED',
    what: 'a root of last year',
    files: [
      CERTIFICATE,
      KEY,
      file('cadeia.pem', certificatePem(middle.certificate, authority('Banco Raiz', expired).certificate)),
    ],
    severity: 'warning',
    path: ['certificado.cer'],
    params: { date: '2026-05-11' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_TEST_CERTIFICATE',
    what: 'homologation used for production',
    files: efi('apis-h.efipay.com.br'),
    options: { ambiente: 'producao' },
    severity: 'error',
    path: ['efi.pem'],
    but: efi('apis.efipay.com.br'),
    butOptions: { ambiente: 'producao' },
  },
  {
    code: 'CERTS_FOUND_PRODUCTION_CERTIFICATE',
    what: 'production used for homologation',
    files: efi('apis.efipay.com.br'),
    options: { ambiente: 'homologacao' },
    severity: 'error',
    path: ['efi.pem'],
    but: GOOD,
    butOptions: { ambiente: 'homologacao' },
  },
  {
    code: 'CERTS_FOUND_WEAK_KEY',
    what: 'RSA of 1024 bits',
    files: [
      issued({ key: keyNamed('rsa1024:weak') }),
      file('fraca.key', keyPem(keyNamed('rsa1024:weak'))),
      AUTHORITIES,
    ],
    severity: 'error',
    path: ['certificado.cer'],
    params: { algorithm: 'RSA', bits: 1024 },
    but: [
      issued({ key: keyNamed('rsa2048:client') }),
      file('boa.key', keyPem(keyNamed('rsa2048:client'))),
      AUTHORITIES,
    ],
  },
  {
    code: 'CERTS_FOUND_WEAK_SIGNATURE',
    what: 'a request signed with SHA-1',
    files: [
      file(
        'APLICACAO.csr',
        pem('CERTIFICATE REQUEST', requestOf({ key: keyNamed('rsa2048:client'), hash: 'sha1' }).der),
      ),
    ],
    severity: 'error',
    path: ['APLICACAO.csr'],
    params: { algorithm: 'RSA-SHA1' },
    but: [file('APLICACAO.csr', pem('CERTIFICATE REQUEST', requestOf({ key: keyNamed('rsa2048:client') }).der))],
  },
  {
    code: 'CERTS_FOUND_WEAK_SIGNATURE',
    what: 'a certificate signed with SHA-1',
    files: [issued({ hash: 'sha1' }), KEY, AUTHORITIES],
    severity: 'error',
    path: ['certificado.cer'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_CLIENT_AUTH_MISSING',
    what: 'a certificate for servers only',
    files: [issued({ extendedKeyUsage: [SERVER_AUTH] }), KEY, AUTHORITIES],
    severity: 'error',
    path: ['certificado.cer'],
    but: [issued({ extendedKeyUsage: undefined }), KEY, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_DIGITAL_SIGNATURE_MISSING',
    what: 'a key for encryption only',
    files: [issued({ keyUsage: 0x20 }), KEY, AUTHORITIES],
    severity: 'error',
    path: ['certificado.cer'],
    but: [issued({ keyUsage: undefined }), KEY, AUTHORITIES],
  },
]

const produced = new Set<string>()

describe('diagnose', () => {
  test('finds nothing in good files', async () => {
    expect(await run(GOOD)).toEqual([])
    expect(await run(GOOD.map((given, index) => as((['certificate', 'key', 'ca'] as const)[index], given)))).toEqual([])
    expect(await run([bundle(modern)])).toEqual([])
    expect(await run([as('certificate', bundle(modern))], { ambiente: 'producao' })).toEqual([])
    expect(await run([file('efi.p12', toP12(IDENTITY, { passphrase: '', iterations: 1000 }))])).toEqual([])
  })

  describe.each(CASES)('$code: $what', ({ but, butOptions, code, files, options, params = {}, path, severity }) => {
    test('found', async () => {
      const findings = await run(files, options)
      const found = findings.filter((finding) => finding.code === code)
      expect(found.map((finding) => finding.path)).toEqual([path])
      expect(found[0]).toMatchObject({ severity, params })
      expect(found[0]?.files.slice(0, 1)).toEqual(path)
      produced.add(code)
    })

    test('not found in the nearly same', async () => {
      const findings = await run(but, butOptions)
      expect(findings.filter((finding) => finding.code === code && finding.severity === severity)).toEqual([])
    })
  })

  test('every code is produced by one of these', () => {
    expect([...produced].toSorted()).toEqual(Object.keys(english.diagnosisMessages).toSorted())
  })

  test('what is told first is what to mend first', async () => {
    const files = [issued({ ...expired, key: otherKey }), encrypted, REQUEST, AUTHORITIES]
    const findings = await run(files)
    expect(findings.map(({ code }) => code)).toEqual(['CERTS_FOUND_PASSPHRASE_MISSING', 'CERTS_FOUND_EXPIRED'])
    const opened = await run(files.map((given) => ({ ...given, passphrase: 'segredo' })))
    expect(opened.map(({ code }) => code)).toEqual([
      'CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST',
      'CERTS_FOUND_EXPIRED',
      'CERTS_FOUND_KEY_ENCRYPTED',
    ])
  })

  test('does not blame a missing key on what may hold it', async () => {
    const damaged = file('APLICACAO.key', keyPem(mine.privateKey).slice(0, 90))
    const findings = await run([CERTIFICATE, damaged, AUTHORITIES])
    expect(findings.map(({ code }) => code)).toEqual(['CERTS_FOUND_FILE_DAMAGED'])
    const locked = await run([file('certificado.p12', modern)])
    expect(locked.map(({ code }) => code)).toEqual(['CERTS_FOUND_PASSPHRASE_MISSING'])
    const page = await run([file('certificado.cer', HTML), KEY])
    expect(page.map(({ code }) => code)).toEqual(['CERTS_FOUND_FILE_PAGE'])
  })

  test('a file in a role comes before those beside it', async () => {
    const page = { name: 'pagina.cer', bytes: new TextEncoder().encode('<!doctype html><title>Login</title>') }
    const empty = { name: 'vazio.cer', bytes: new Uint8Array(), role: 'certificate' as const }
    const codes = async (files: Parameters<typeof diagnose>[0]) =>
      (await diagnose(files)).filter(({ path }) => path.length > 0).map(({ path }) => path[0])
    expect((await codes([page, { ...empty, bytes: page.bytes }])).slice(0, 2)).toEqual(['vazio.cer', 'pagina.cer'])
    expect((await codes([page, empty])).slice(0, 2)).toEqual(['vazio.cer', 'pagina.cer'])
  })

  test('is the same whatever the order of the files, but for files that are alike', async () => {
    const files = [CERTIFICATE, OTHER_KEY, REQUEST, KEY, file('LEIAME.txt', 'Leia'), file('vazio.crt', '')]
    const expected = await run(files)
    expect(expected.map(({ code }) => code)).toEqual([
      'CERTS_FOUND_FILE_EMPTY',
      'CERTS_FOUND_FILE_UNKNOWN',
      'CERTS_FOUND_CHAIN_INCOMPLETE',
      'CERTS_FOUND_KEY_UNUSED',
    ])
    for (const order of [files.toReversed(), [...files.slice(3), ...files.slice(0, 3)]]) {
      expect(JSON.stringify(await run(order))).toBe(JSON.stringify(expected))
    }
  })

  test('looks from now by default', async () => {
    const far = { notBefore: 0, notAfter: Date.now() + 400 * DAY }
    const issuer = authority('Agora', far)
    const files = [file('c.pem', certificatePem(client(issuer, far).certificate, issuer.certificate)), KEY]
    expect(await diagnose(files)).toEqual([])
  })

  test('refuses arguments of another type', async () => {
    await expect(diagnose(CERTIFICATE as never)).rejects.toThrow(TypeError)
    await expect(diagnose([{ name: 'a.pem', bytes: 'text' } as never])).rejects.toThrow(TypeError)
    await expect(diagnose([{ bytes: new Uint8Array() } as never])).rejects.toThrow(TypeError)
    await expect(diagnose([{ ...CERTIFICATE, passphrase: 1 } as never])).rejects.toThrow(TypeError)
    await expect(diagnose([], { now: 'today' as never })).rejects.toThrow(TypeError)
    await expect(diagnose([], null as never)).rejects.toThrow(TypeError)
  })

  test.each([
    [[], { expiringDays: -1 }, 'expiringDays'],
    [[], { ambiente: 'teste' }, 'ambiente'],
    [[], { now: Number.NaN }, 'now'],
    [[{ ...CERTIFICATE, role: 'cert' }], {}, 'given[0].role'],
  ] as const)('refuses a wrong option: %#', async (files, options, path) => {
    await expect(diagnose(files as never, options as never)).rejects.toMatchObject({
      code: 'CERTS_OPTION_INVALID',
      path: [path],
    })
  })
})

describe('fix', () => {
  test('DER becomes PEM under a name that is free', async () => {
    const files = [
      file('certificado.cer', mine.certificate.der),
      file('certificado.pem', keyPem(mine.privateKey)),
      AUTHORITIES,
    ]
    const [copy] = await fixOf(files, 'CERTS_FOUND_DER')
    expect(copy).toMatchObject({ name: 'certificado-pixkit.pem', secret: false })
    expect(Buffer.from(copy?.bytes ?? []).toString()).toBe(certificatePem(mine.certificate))
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
    const [copy] = await fixOf([CERTIFICATE, { ...encrypted, passphrase: 'segredo' }], 'CERTS_FOUND_KEY_ENCRYPTED')
    expect(copy).toMatchObject({ name: 'APLICACAO-pixkit.key', secret: true })
    expect(Buffer.from(copy?.bytes ?? []).toString()).toBe(keyPem(mine.privateKey))
  })

  test('a chain gets in order, and keeps the key of its file', async () => {
    const text = keyPem(mine.privateKey) + certificatePem(...CHAIN.toReversed())
    const [copy] = await fixOf([file('tudo.pem', text)], 'CERTS_FOUND_CHAIN_ORDER')
    expect(copy).toMatchObject({ name: 'tudo-pixkit.pem', secret: true })
    expect(Buffer.from(copy?.bytes ?? []).toString()).toBe(keyPem(mine.privateKey) + certificatePem(...CHAIN))
  })

  test('certificates that are not needed go', async () => {
    const text = certificatePem(...CHAIN, strangerRoot.certificate)
    const [copy] = await fixOf([file('tudo.pem', text), KEY], 'CERTS_FOUND_UNNEEDED_CERTIFICATES')
    expect(Buffer.from(copy?.bytes ?? []).toString()).toBe(certificatePem(...CHAIN))
  })

  test('is absent where no conversion mends it', async () => {
    const [finding] = await run([issued(expired), KEY, AUTHORITIES])
    expect(finding?.code).toBe('CERTS_FOUND_EXPIRED')
    expect(finding && Object.hasOwn(finding, 'fix')).toBe(false)
  })
})

describe('privacy', () => {
  const person = `01011980${'12345678909'}00000000000000000000000000000`
  const subject = [
    ['O', 'Padaria da Ana Ltda'],
    ['CN', 'ANA DE SOUZA:12345678909'],
    ['serialNumber', '12345678000195'],
  ] as const
  const personal = client(middle, { ...expired, subject, subjectAltNames: [otherName('2.16.76.1.3.1', person)] })
  const files = [
    file('certificado.cer', personal.certificate.der),
    file('chave.key', keyPem(mine.privateKey, 'frase secretíssima'), { passphrase: 'frase secretíssima' }),
    file('errada.key', keyPem(otherKey, 'outra frase'), { passphrase: 'frase secretíssima' }),
    file('tudo.p12', RC2_BUNDLE, { passphrase: 'senha' }),
    file('pagina.cer', HTML),
  ]
  const SECRETS = [
    'ANA',
    'Padaria',
    '12345678909',
    '12345678000195',
    'secretíssima',
    'outra frase',
    'Access',
    'BEGIN',
    'MII',
  ]

  test.each([
    ['JSON', (findings: readonly Finding[]) => JSON.stringify(findings)],
    ['util.inspect', (findings: readonly Finding[]) => inspect(findings, { depth: null, showHidden: true })],
    ['English', (findings: readonly Finding[]) => sentences(findings, english)],
    ['Portuguese', (findings: readonly Finding[]) => sentences(findings, portuguese)],
  ])('%s shows nothing of what is in the files', async (_, show) => {
    const findings = await run(files)
    expect(findings.length).toBeGreaterThan(5)
    const shown = show(findings)
    expect(shown).toContain('certificado.cer')
    expect(SECRETS.filter((secret) => shown.includes(secret))).toEqual([])
    expect(shown).not.toContain(Buffer.from(personal.certificate.der).subarray(40, 60).toString('base64'))
  })

  test.each(CASES)('sentences of $code leave no parameter open: $what', async ({ files: given, options }) => {
    const findings = await run(given, options)
    for (const catalogue of [english, portuguese]) expect(sentences(findings, catalogue)).not.toMatch(/\{\w+\}/)
  })
})

describe('a folder of mixed-up files', () => {
  test('tells the story in the order to mend it', async () => {
    const files = [
      file('certificado.cer', pem('CERTIFICATE REQUEST', requestOf().der)),
      file('certificado (1).cer', issuedDer()),
      AUTHORITIES,
      issued({ key: keyNamed('bank') }, 'webhook-sicredi.cer'),
      file('APLICACAO.key', keyPem(otherKey)),
      file('APLICACAO_COMSENHA.key', keyPem(mine.privateKey, 'segredo'), { passphrase: 'segredo' }),
      file('backup.pfx', RC2_BUNDLE, { passphrase: 'senha' }),
      file('index.html', HTML),
      file('LEIAME.txt', 'Leia antes de usar'),
    ]
    const findings = await run(files)
    expect(findings.map(({ code, path, severity }) => `${severity} ${code.slice(12)} ${path.join()}`)).toEqual([
      'error FILE_PAGE index.html',
      'error REQUEST_AS_CERTIFICATE certificado.cer',
      'error RC2 backup.pfx',
      'warning FILE_UNKNOWN LEIAME.txt',
      'warning DER certificado (1).cer',
      'warning CHAIN_INCOMPLETE backup.pfx',
      'warning SEVERAL_CERTIFICATES certificado (1).cer',
      'info BANK_CERTIFICATE webhook-sicredi.cer',
      'info KEY_UNUSED APLICACAO.key',
      'info KEY_ENCRYPTED APLICACAO_COMSENHA.key',
    ])
  })

  test('any part of it, under any name, cut or spoilt, gives findings and never throws', async () => {
    const contents = [...new Set(CASES.flatMap(({ files }) => files))]
    const cheap = contents.filter(({ bytes }) => bytes.length < 100_000)
    const name = fc.oneof(
      fc.constantFrom(...contents.map((given) => given.name)),
      fc.stringMatching(/^[\w .-]{0,12}\.(?:cer|key|p12|pfx|csr|pem|crt|der|p7b|PEM)?$/),
      fc.string({ maxLength: 12 }),
    )
    const bytes = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...cheap.map((given) => given.bytes)) },
      { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(fc.constantFrom(...cheap.map((given) => given.bytes)), fc.nat(), fc.integer({ min: 0, max: 255 }))
          .map(([whole, at, octet]) =>
            Uint8Array.from(whole).fill(octet, at % whole.length || 0, (at % whole.length || 0) + 1),
          ),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom(...cheap.map((given) => given.bytes)), fc.nat())
          .map(([whole, at]) => whole.slice(0, at % (whole.length + 1))),
      },
    )
    const given = fc.record(
      {
        name,
        bytes,
        role: fc.constantFrom('certificate' as const, 'key' as const, 'ca' as const, undefined),
        passphrase: fc.constantFrom('senha', 'segredo', '', undefined),
      },
      { requiredKeys: ['name', 'bytes'] },
    )
    const options = fc.record({
      now: fc.constantFrom(NOW, 0, 8.64e15),
      ambiente: fc.constantFrom('producao' as const, undefined),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(given, { maxLength: 6 }), options, async (files, choice) => {
        const findings = await diagnose(files, choice)
        const names = new Set(files.map((one) => one.name))
        for (const { code, files: involved, fix, path } of findings) {
          expect(english.diagnosisMessages[code]).toBeDefined()
          expect([...path, ...involved].filter((one) => !names.has(one))).toEqual([])
          for (const copy of fix?.() ?? []) expect(copy.bytes.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: Math.min(fc.readConfigureGlobal().numRuns ?? 1000, 20_000) },
    )
  })
})

afterAll(() => produced.clear())

function issuedDer(): Uint8Array {
  return mine.certificate.der
}

async function fixOf(
  files: readonly GivenFile[],
  code: DiagnosisCode,
): Promise<ReturnType<NonNullable<Finding['fix']>>> {
  const findings = await run(files)
  const fix = findings.find((finding) => finding.code === code)?.fix
  expect(fix).toBeTypeOf('function')
  return fix?.() ?? []
}

function sentences(findings: readonly Finding[], { messages, remedies }: typeof english | typeof portuguese): string {
  return findings.flatMap((finding) => [formatMessage(finding, messages), formatMessage(finding, remedies)]).join('\n')
}

/** Certificates in a bag without signatures. @see RFC 2315, section 9.1 */
function signedData(...certificates: readonly (typeof CHAIN)[number][]): Uint8Array {
  const bag = writeDer(contextTag(0), ...certificates.map(({ der }) => der))
  const content = sequence(integer(1), setOf(), sequence(oid('1.2.840.113549.1.7.1')), bag, setOf())
  return sequence(oid('1.2.840.113549.1.7.2'), writeDer(contextTag(0), content))
}

/** An authority that allows so many others below it, with one below it. */
function limitedChain(pathLength: number = 0): GivenFile[] {
  const top = authority('Limitada', { pathLength })
  const below = authority('Abaixo', { issuer: top })
  return [
    file('certificado.cer', certificatePem(client(below).certificate)),
    KEY,
    file('cadeia.pem', certificatePem(below.certificate, top.certificate)),
  ]
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
