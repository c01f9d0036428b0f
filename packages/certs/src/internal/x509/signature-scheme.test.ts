import { describe, expect, test } from 'vitest'
import {
  algorithmIdentifier,
  type ForgedAlgorithm,
  forgedKey,
  type KeyName,
} from '../../../../../tests/lib/forge-certificate.ts'
import { contextTag, readDer } from '../der/read-der.ts'
import { integer, nullValue, oid, sequence, writeDer } from '../der/write-der.ts'
import { readPublicKey, readSignatureAlgorithm } from './public-key.ts'
import { pssKeyBounds, type SignatureScheme, signatureScheme } from './signature-scheme.ts'

const schemeOf = (der: Uint8Array): SignatureScheme | undefined => signatureScheme(readSignatureAlgorithm(readDer(der)))

describe('signatureScheme', () => {
  test.each<[ForgedAlgorithm, SignatureScheme]>([
    ['RSA-SHA256', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }],
    ['RSA-SHA512', { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' }],
    ['ECDSA-SHA384', { name: 'ECDSA', hash: 'SHA-384' }],
    ['RSA-PSS-SHA256', { name: 'RSA-PSS', hash: 'SHA-256', saltLength: 32 }],
    ['Ed25519', { name: 'Ed25519' }],
  ])('knows %s', (name, expected) => {
    expect(schemeOf(algorithmIdentifier(name))).toEqual(expected)
  })

  test.each<ForgedAlgorithm>(['RSA-SHA1', 'ECDSA-SHA1', 'RSA-PSS-SHA1', 'RSA-MD5', 'RSA-SHA224', 'RSA-PSS-SHA224'])(
    'never takes %s',
    (name) => {
      expect(schemeOf(algorithmIdentifier(name))).toBeUndefined()
    },
  )

  // RFC 4055, section 3.1
  const SHA256 = sequence(oid('2.16.840.1.101.3.4.2.1'))
  const SHA512 = sequence(oid('2.16.840.1.101.3.4.2.3'), nullValue())
  const mgf = (hash: Uint8Array, type = '1.2.840.113549.1.1.8'): Uint8Array => sequence(oid(type), hash)
  const pss = (...fields: readonly (readonly [number, Uint8Array])[]): Uint8Array =>
    sequence(oid('1.2.840.113549.1.1.10'), sequence(...fields.map(([tag, value]) => writeDer(contextTag(tag), value))))

  test('fills in what RSA-PSS parameters leave out', () => {
    expect(schemeOf(pss([0, SHA256], [1, mgf(SHA256)]))).toEqual({ name: 'RSA-PSS', hash: 'SHA-256', saltLength: 20 })
    expect(schemeOf(pss([0, SHA256], [1, mgf(SHA256)], [3, integer(1)]))).toMatchObject({ hash: 'SHA-256' })
  })

  test.each([
    ['stand for SHA-1', pss()],
    ['are missing', sequence(oid('1.2.840.113549.1.1.10'))],
    ['are no sequence', sequence(oid('1.2.840.113549.1.1.10'), nullValue())],
    ['mix two hashes', pss([0, SHA256], [1, mgf(SHA512)])],
    ['leave out the second hash', pss([0, SHA256])],
    ['name another generator', pss([0, SHA256], [1, mgf(SHA256, '1.2.3')])],
    ['have another trailer', pss([0, SHA256], [1, mgf(SHA256)], [3, integer(2)])],
    ['have a negative salt', pss([0, SHA256], [1, mgf(SHA256)], [2, Uint8Array.of(2, 1, 0xff)])],
    ['are in another order', pss([1, mgf(SHA256)], [0, SHA256])],
  ])('refuses RSA-PSS whose parameters %s', (_, der) => {
    expect(schemeOf(der)).toBeUndefined()
  })
})

describe('pssKeyBounds', () => {
  const boundsOf = (key: KeyName) => pssKeyBounds(readPublicKey(readDer(forgedKey(key).spki)))

  test('binds only what is bound', () => {
    expect(['rsa1', 'pss1', 'bound1'].map((key) => boundsOf(key as KeyName))).toEqual([
      undefined,
      undefined,
      { hash: 'SHA-256', saltLength: 32 },
    ])
  })
})
