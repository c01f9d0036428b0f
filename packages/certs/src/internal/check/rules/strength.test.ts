import { describe, expect, test } from 'vitest'
import {
  AUTHORITIES,
  bundle,
  type Case,
  codesOf,
  describeCases,
  file,
  GOOD,
  issued,
  KEY,
  LEGACY_BUNDLE,
  run,
} from '../../../../../../tests/lib/diagnosis.ts'
import { DES_BUNDLE } from '../../../../../../tests/lib/old-bundles.ts'
import {
  certificateOf,
  keyNamed,
  keyPem,
  pem,
  requestOf,
  SERVER_AUTH,
} from '../../../../../../tests/lib/test-certificate.ts'
import type { GivenFile } from '../file-facts.ts'

const CASES: readonly Case[] = [
  {
    code: 'CERTS_FOUND_TLS_REFUSED',
    what: 'a bundle with DES, which is read here and not by TLS',
    files: [bundle(DES_BUNDLE)],
    severity: 'error',
    path: ['certificado.p12'],
    params: { reason: 'ERR_CRYPTO_UNSUPPORTED_OPERATION' },
    but: [bundle(LEGACY_BUNDLE)],
  },
  {
    code: 'CERTS_FOUND_KEY_WEAK',
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
    code: 'CERTS_FOUND_SIGNATURE_WEAK',
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
    code: 'CERTS_FOUND_SIGNATURE_WEAK',
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

describeCases(CASES)

describe('a weak key', () => {
  test('is one with an even exponent, too', async () => {
    const { certificate } = certificateOf({ key: keyNamed('rsa2048:client') })
    const withExponent = (exponent: number): GivenFile => {
      const hex = Buffer.from(certificate.der).toString('hex')
      return file(
        'certificado.der',
        Buffer.from(hex.replace('0203010001', `0203${exponent.toString(16).padStart(6, '0')}`), 'hex'),
      )
    }
    const isWeak = async (given: GivenFile): Promise<boolean> =>
      (await codesOf([given])).includes('CERTS_FOUND_KEY_WEAK')
    expect(await isWeak(withExponent(65_537))).toBe(false)
    expect(await isWeak(withExponent(65_538))).toBe(true)
  })

  test('is told of a certificate whose key is not here, too', async () => {
    const weak = issued({ key: keyNamed('rsa1024:weak') }, 'fraca.cer')
    const findings = await run([...GOOD, weak])
    expect(findings.find(({ code }) => code === 'CERTS_FOUND_KEY_WEAK')).toMatchObject({
      severity: 'warning',
      path: ['fraca.cer'],
    })
  })
})
