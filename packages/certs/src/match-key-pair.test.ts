import { createPrivateKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { certificateOf, keyNamed, requestOf } from '../../../tests/lib/test-certificate.ts'
import { createWorkbench, openssl } from '../../../tests/lib/openssl.ts'
import { integer, octetString, oid, sequence } from './internal/der/write-der.ts'
import { privateKeyFrom } from './internal/key/private-key.ts'
import { parseCertificate } from './internal/x509/parse-certificate.ts'
import { matchKeyPair } from './match-key-pair.ts'

const RSASSA_PSS = '1.2.840.113549.1.1.10'
const KEYS = ['client', 'rsa2048:client'].map((name) => keyNamed(name))
const OTHERS = ['other', 'rsa2048:other'].map((name) => keyNamed(name))

describe('matchKeyPair', () => {
  test.each(KEYS)('a certificate and the key that it was issued for: $algorithm', (key) => {
    expect(matchKeyPair(certificateOf({ key }).certificate, key)).toBe(true)
    expect(matchKeyPair(requestOf({ key }), key)).toBe(true)
  })

  test.each(KEYS)('no other key of any kind: $algorithm', (key) => {
    const { certificate } = certificateOf({ key })
    expect(OTHERS.map((other) => matchKeyPair(certificate, other))).toEqual([false, false])
    expect(OTHERS.map((other) => matchKeyPair(requestOf({ key }), other))).toEqual([false, false])
  })

  test('the same numbers as RSA-PSS', () => {
    const plain = keyNamed('rsa2048:client')
    const numbers = plain.key.export({ type: 'pkcs1', format: 'der' })
    const pkcs8 = sequence(integer(0), sequence(oid(RSASSA_PSS)), octetString(numbers))
    const key = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' })
    expect(key.asymmetricKeyType).toBe('rsa-pss')
    const { certificate } = certificateOf({ key: plain })
    expect(matchKeyPair(certificate, privateKeyFrom(key))).toBe(true)
    expect(matchKeyPair(certificateOf({ key: keyNamed('rsa2048:other') }).certificate, privateKeyFrom(key))).toBe(false)
  })

  test('never a certificate whose key Node does not know', () => {
    const { certificate, privateKey } = certificateOf()
    const unknown = { ...certificate, publicKey: { ...certificate.publicKey, spki: new Uint8Array(10) } }
    expect(matchKeyPair(unknown, privateKey)).toBe(false)
  })

  test('refuses what is no certificate and no key', () => {
    const { certificate, privateKey } = certificateOf()
    expect(() => matchKeyPair(privateKey as never, privateKey)).toThrow(TypeError)
    expect(() => matchKeyPair(certificate, certificate as never)).toThrow(TypeError)
    expect(() => matchKeyPair(undefined as never, null as never)).toThrow(TypeError)
  })
})

describe.skipIf(openssl === undefined)('beside openssl', () => {
  test.each(['P-256', 'brainpoolP256r1'])('a point that is written compressed in the certificate: %s', (curve) => {
    const bench = createWorkbench()
    try {
      bench.openssl(['genpkey', '-algorithm', 'EC', '-pkeyopt', `ec_paramgen_curve:${curve}`, '-out', 'a.key'])
      bench.openssl(['ec', '-in', 'a.key', '-conv_form', 'compressed', '-out', 'compressed.key'])
      const args = ['req', '-x509', '-new', '-key', 'compressed.key', '-subj', '/CN=padaria.example', '-outform', 'der']
      const certificate = parseCertificate(bench.openssl(args))
      const key = privateKeyFrom(createPrivateKey(bench.openssl(['pkey', '-in', 'a.key', '-outform', 'pem'])))
      expect(certificate.publicKey.spki.length).toBeLessThan(64)
      expect(matchKeyPair(certificate, key)).toBe(true)
      expect(matchKeyPair(certificate, keyNamed('other'))).toBe(false)
    } finally {
      bench.dispose()
    }
  })
})
