import { syncBuiltinESMExports } from 'node:module'
import tls from 'node:tls'
import { describe, expect, test, vi } from 'vitest'
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
  middle,
  mine,
  REQUEST,
  run,
} from '../../../../../../tests/lib/diagnosis.ts'
import { DES_BUNDLE } from '../../../../../../tests/lib/old-bundles.ts'
import {
  authority,
  certificateOf,
  client,
  keyNamed,
  keyPem,
  pem,
  requestOf,
  SERVER_AUTH,
} from '../../../../../../tests/lib/test-certificate.ts'
import { toP12 } from '../../../to-p12.ts'
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
    code: 'CERTS_FOUND_CLIENT_AUTH_MISSING',
    what: 'a certificate for e-mail, and not one for any purpose',
    files: [issued({ extendedKeyUsage: ['emailProtection'] }), KEY, AUTHORITIES],
    severity: 'error',
    path: ['certificado.cer'],
    but: [issued({ extendedKeyUsage: ['anyExtendedKeyUsage'] }), KEY, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_REQUEST_SIGNATURE',
    what: 'a request with another name than was signed',
    files: [file('APLICACAO.csr', pem('CERTIFICATE REQUEST', changed(requestOf().der))), KEY],
    severity: 'error',
    path: ['APLICACAO.csr'],
    but: [REQUEST, KEY],
  },
  {
    code: 'CERTS_FOUND_REQUEST_SIGNATURE',
    what: 'a broken request that has its certificate already',
    files: [...GOOD, file('APLICACAO.csr', pem('CERTIFICATE REQUEST', changed(requestOf().der)))],
    severity: 'warning',
    path: ['APLICACAO.csr'],
    but: [...GOOD, REQUEST],
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

describe('a bundle', () => {
  test('is opened by TLS once, whatever number of certificates it has', async () => {
    const chain = ['um', 'dois', 'tres'].map((name) => client(middle, { subject: [['CN', name]] }).certificate)
    const many = toP12({ ...mine, chain }, { passphrase: 'senha', iterations: 1000 })
    const open = vi.spyOn(tls, 'createSecureContext')
    syncBuiltinESMExports()
    expect(await codesOf([bundle(many)])).toContain('CERTS_FOUND_CHAIN_INCOMPLETE')
    expect(open).toHaveBeenCalledTimes(1)
    open.mockRestore()
    syncBuiltinESMExports()
  })
})

describe('a bundle with a weak signature', () => {
  test('is told to be weak, and not that TLS refuses it for that', async () => {
    const old = authority('Velha', { key: keyNamed('rsa2048:old') })
    const { certificate, privateKey } = client(old, { hash: 'md5' })
    const pfx = toP12({ certificate, privateKey, chain: [] }, { passphrase: 'senha', iterations: 1000 })
    expect(() => tls.createSecureContext({ pfx: Buffer.from(pfx), passphrase: 'senha' })).toThrow('md too weak')
    expect(await codesOf([bundle(pfx)])).toEqual(['CERTS_FOUND_SIGNATURE_WEAK', 'CERTS_FOUND_CHAIN_INCOMPLETE'])
  })
})

describe('requests', () => {
  test('are verified up to a hundred, and those with SHA-1 only told to be weak', async () => {
    const broken = Array.from({ length: 101 }, (_, index) =>
      pem('CERTIFICATE REQUEST', changed(requestOf({ subject: [['CN', `padaria ${index}`]] }).der)),
    )
    const found = (await codesOf([file('muitas.csr', broken.join(''))])).filter((code) => code.includes('SIGNATURE'))
    expect(found).toHaveLength(100)
    const old = requestOf({ key: keyNamed('rsa2048:client'), hash: 'sha1' })
    const codes = await codesOf([file('velha.csr', pem('CERTIFICATE REQUEST', changed(old.der)))])
    expect(codes.filter((code) => code.includes('SIGNATURE'))).toEqual(['CERTS_FOUND_SIGNATURE_WEAK'])
  })
})

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

/** The same with another name, under the old signature. */
function changed(der: Uint8Array): Uint8Array {
  const copy = Buffer.from(der)
  const at = copy.indexOf('padaria')
  expect(at).toBeGreaterThan(0)
  copy.write('P', at)
  return copy
}
