import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import {
  authorityKeyId,
  basicConstraints,
  extendedKeyUsage,
  extension,
  forgeName,
  keyUsage,
  nameConstraints,
  subjectKeyId,
} from '../../../../../tests/lib/forge-certificate.ts'
import { contextTag, readDer } from '../der/read-der.ts'
import { bitString, boolean, integer, octetString, oid, printableString, sequence, writeDer } from '../der/write-der.ts'
import type { KnownExtensions } from './certificate.ts'
import { decodeExtensions, KEY_USAGES, readExtensions } from './extensions.ts'

const PATH = ['tbsCertificate', 'extensions']
const decode = (...extensions: readonly Uint8Array[]): KnownExtensions =>
  decodeExtensions(readExtensions({ ...readDer(sequence(...extensions)), path: PATH }), PATH)

describe('readExtensions', () => {
  test('reads identifier, flag and value', () => {
    const value = Uint8Array.of(5, 0)
    const written = sequence(extension('1.2.3', true, value), extension('1.2.4', false, value))
    expect(readExtensions(readDer(written))).toEqual([
      { oid: '1.2.3', critical: true, value },
      { oid: '1.2.4', critical: false, value },
    ])
  })

  // X.690, section 11.5 would leave the default out; certificates in use do not.
  test('accepts a flag that is written out', () => {
    const written = sequence(sequence(oid('1.2.3'), boolean(false), octetString()))
    expect(readExtensions(readDer(written))[0]?.critical).toBe(false)
  })

  // RFC 5280, section 4.2
  test('refuses an extension twice', () => {
    const twice = errorOf(() => decode(basicConstraints(true), basicConstraints(false)))
    expect(twice).toMatchObject({ code: 'CERTS_X509_EXTENSION_REPEATED', path: PATH, params: { oid: '2.5.29.19' } })
  })
})

describe('decodeExtensions', () => {
  test('says little about a certificate without extensions', () => {
    expect(decode()).toEqual({ isCa: false, subjectAltNames: [] })
  })

  test('reads basicConstraints', () => {
    expect(decode(basicConstraints(true))).toMatchObject({ isCa: true })
    expect(decode(basicConstraints(true, 0))).toMatchObject({ isCa: true, pathLength: 0 })
    expect(decode(basicConstraints(false, 3))).toEqual({ isCa: false, subjectAltNames: [] })
  })

  test('reads each bit of keyUsage', () => {
    expect(KEY_USAGES.map((_, bit) => decode(keyUsage([bit])).keyUsage)).toEqual(KEY_USAGES.map((usage) => [usage]))
    expect(decode(keyUsage([0, 5, 8])).keyUsage).toEqual(['digitalSignature', 'keyCertSign', 'decipherOnly'])
  })

  test('reads extKeyUsage', () => {
    expect(decode(extendedKeyUsage(['clientAuth', '1.2.3'])).extendedKeyUsage).toEqual(['clientAuth', '1.2.3'])
  })

  test('reads key identifiers', () => {
    const id = Uint8Array.of(1, 2, 3)
    expect(decode(subjectKeyId(id), authorityKeyId(id))).toMatchObject({ subjectKeyId: id, authorityKeyId: id })
    const byName = sequence(
      writeDer(contextTag(1), writeDer(contextTag(4), forgeName('CN=Raiz'))),
      writeDer(contextTag(2, 'primitive'), Uint8Array.of(0, 0x80)),
    )
    expect(decode(extension('2.5.29.35', false, byName))).toMatchObject({
      authorityCertIssuer: { text: 'CN=Raiz' },
      authorityCertSerialNumber: '0080',
    })
  })

  test('reads every kind of name', () => {
    const address = '20010db8000000000000000000000001'
    const other = (value: Uint8Array): Uint8Array =>
      writeDer(contextTag(0), oid('2.16.76.1.3.1'), writeDer(contextTag(0), value))
    const names = sequence(
      writeDer(contextTag(1, 'primitive'), Buffer.from('a@b.example')),
      writeDer(contextTag(2, 'primitive'), Buffer.from('b.example\0')),
      writeDer(contextTag(6, 'primitive'), Buffer.from('https://b.example')),
      writeDer(contextTag(7, 'primitive'), Uint8Array.of(10, 0, 0, 1)),
      writeDer(contextTag(7, 'primitive'), Buffer.from(address, 'hex')),
      writeDer(contextTag(4), forgeName('CN=x')),
      writeDer(contextTag(8, 'primitive'), Uint8Array.of(0x2a, 3)),
      other(printableString('123')),
      other(octetString(Buffer.from('01011980'))),
      other(octetString(Uint8Array.of(0, 1))),
      writeDer(contextTag(3)),
    )
    const { subjectAltNames } = decode(extension('2.5.29.17', false, names))
    const oidOfOther = '2.16.76.1.3.1'
    expect(subjectAltNames).toMatchObject([
      { type: 'email', value: 'a@b.example' },
      { type: 'dns', value: 'b.example\0' },
      { type: 'uri', value: 'https://b.example' },
      { type: 'ip', value: Uint8Array.of(10, 0, 0, 1) },
      { type: 'ip', value: Uint8Array.from(Buffer.from(address, 'hex')) },
      { type: 'directory', value: { text: 'CN=x' } },
      { type: 'registeredId', value: '1.2.3' },
      { type: 'other', oid: oidOfOther, value: printableString('123'), text: '123' },
      { type: 'other', oid: oidOfOther, text: '01011980' },
      { type: 'other', oid: oidOfOther, text: undefined },
      { type: 'unknown', tag: 0xa3 },
    ])
  })

  test('reads nameConstraints', () => {
    const { nameConstraints: found } = decode(nameConstraints(['dns:a.example'], ['ip:0a000000ff000000']))
    expect(found).toEqual({
      permitted: [{ type: 'dns', value: 'a.example' }],
      excluded: [{ type: 'ip', value: Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0) }],
    })
  })

  const dns = writeDer(contextTag(2, 'primitive'), Buffer.from('a.example'))
  const subtrees = (...fields: readonly Uint8Array[]): Uint8Array =>
    sequence(writeDer(contextTag(0), sequence(...fields)))

  // RFC 5280, section 4.2.1.10
  test('accepts a minimum of 0 that is written out', () => {
    const zero = writeDer(contextTag(0, 'primitive'), Uint8Array.of(0))
    expect(decode(extension('2.5.29.30', true, subtrees(dns, zero))).nameConstraints?.permitted).toHaveLength(1)
  })

  test('looks at the form of cRLDistributionPoints, and says nothing of them', () => {
    const points = sequence(sequence(writeDer(contextTag(0), writeDer(contextTag(0), uri)), onlyReasons, issuer))
    expect(decode(extension('2.5.29.31', false, points))).toEqual({ isCa: false, subjectAltNames: [] })
  })

  const uri = writeDer(contextTag(6, 'primitive'), Buffer.from('http://b.example/r.crl'))
  const onlyReasons = writeDer(contextTag(1, 'primitive'), Uint8Array.of(1, 6))
  const issuer = writeDer(contextTag(2), writeDer(contextTag(4), forgeName('CN=x')))
  const point = (...fields: readonly Uint8Array[]): Uint8Array => sequence(sequence(...fields))

  test.each([
    ['an empty list of names', '2.5.29.17', sequence(), 'CERTS_DER_VALUE', ['subjectAltName']],
    ['a name of no kind', '2.5.29.17', sequence(integer(1)), 'CERTS_DER_TAG', ['subjectAltName', 0]],
    [
      'a name that is constructed',
      '2.5.29.17',
      sequence(writeDer(contextTag(2), Buffer.from('a.example'))),
      'CERTS_DER_TAG',
      ['subjectAltName', 0],
    ],
    [
      'a constraint that is constructed',
      '2.5.29.30',
      subtrees(writeDer(contextTag(2), Buffer.from('a.example'))),
      'CERTS_DER_TAG',
      ['nameConstraints', 'permittedSubtrees', 0, 'base'],
    ],
    ['constraints without a list', '2.5.29.30', sequence(), 'CERTS_DER_VALUE', ['nameConstraints']],
    [
      'constraints with an empty list',
      '2.5.29.30',
      sequence(writeDer(contextTag(1))),
      'CERTS_DER_VALUE',
      ['nameConstraints', 'excludedSubtrees'],
    ],
    [
      'an issuer without serial number',
      '2.5.29.35',
      sequence(writeDer(contextTag(1), writeDer(contextTag(4), forgeName('CN=x')))),
      'CERTS_DER_VALUE',
      ['authorityKeyIdentifier'],
    ],
    [
      'a serial number without issuer',
      '2.5.29.35',
      sequence(writeDer(contextTag(2, 'primitive'), Uint8Array.of(1))),
      'CERTS_DER_VALUE',
      ['authorityKeyIdentifier'],
    ],
    ['no distribution point', '2.5.29.31', sequence(), 'CERTS_DER_VALUE', ['cRLDistributionPoints']],
    ['a point that is none', '2.5.29.31', sequence(integer(1)), 'CERTS_DER_TAG', ['cRLDistributionPoints', 0]],
    ['a fourth field', '2.5.29.31', point(writeDer(contextTag(3))), 'CERTS_DER_TRAILING', ['cRLDistributionPoints', 0]],
    ['a point that says nothing', '2.5.29.31', point(), 'CERTS_DER_VALUE', ['cRLDistributionPoints', 0]],
    ['a point of reasons alone', '2.5.29.31', point(onlyReasons), 'CERTS_DER_VALUE', ['cRLDistributionPoints', 0]],
    [
      'a point without a name in its name',
      '2.5.29.31',
      point(writeDer(contextTag(0))),
      'CERTS_DER_TRUNCATED',
      ['cRLDistributionPoints', 0, 'distributionPoint', 'distributionPoint'],
    ],
    [
      'a point with two names',
      '2.5.29.31',
      point(writeDer(contextTag(0), writeDer(contextTag(0), uri), writeDer(contextTag(0), uri))),
      'CERTS_DER_TRAILING',
      ['cRLDistributionPoints', 0, 'distributionPoint'],
    ],
    [
      'a point whose list of names is empty',
      '2.5.29.31',
      point(writeDer(contextTag(0), writeDer(contextTag(0)))),
      'CERTS_DER_VALUE',
      ['cRLDistributionPoints', 0, 'distributionPoint', 'distributionPoint'],
    ],
    [
      'reasons that are no bits',
      '2.5.29.31',
      point(writeDer(contextTag(1, 'primitive'), Uint8Array.of(8, 0)), issuer),
      'CERTS_DER_VALUE',
      ['cRLDistributionPoints', 0, 'reasons'],
    ],
    [
      'an issuer that is no name',
      '2.5.29.31',
      point(writeDer(contextTag(2), integer(1))),
      'CERTS_DER_TAG',
      ['cRLDistributionPoints', 0, 'cRLIssuer', 0],
    ],
    ['basicConstraints that is no sequence', '2.5.29.19', integer(1), 'CERTS_DER_TAG', ['basicConstraints']],
    [
      'a negative path length',
      '2.5.29.19',
      sequence(boolean(true), Uint8Array.of(2, 1, 0xff)),
      'CERTS_DER_VALUE',
      ['basicConstraints', 'pathLenConstraint'],
    ],
    [
      'something after a path length',
      '2.5.29.19',
      sequence(boolean(true), integer(1), integer(1)),
      'CERTS_DER_TRAILING',
      ['basicConstraints'],
    ],
    ['keyUsage that is no bit string', '2.5.29.15', octetString(), 'CERTS_DER_TAG', ['keyUsage']],
    ['no usage', '2.5.29.15', bitString(new Uint8Array()), 'CERTS_DER_VALUE', ['keyUsage']],
    ['a usage of zeros', '2.5.29.15', bitString(new Uint8Array(2)), 'CERTS_DER_VALUE', ['keyUsage']],
    ['unused bits that are set', '2.5.29.15', Uint8Array.of(3, 2, 7, 0xff), 'CERTS_DER_VALUE', ['keyUsage']],
    [
      'something after it',
      '2.5.29.15',
      Uint8Array.of(...bitString(Uint8Array.of(0x80), 7), 0),
      'CERTS_DER_TRAILING',
      ['keyUsage'],
    ],
    ['no purpose', '2.5.29.37', sequence(), 'CERTS_DER_VALUE', ['extKeyUsage']],
    ['a purpose that is none', '2.5.29.37', sequence(integer(1)), 'CERTS_DER_TAG', ['extKeyUsage', 0]],
    [
      'an address of 5 octets',
      '2.5.29.17',
      sequence(writeDer(contextTag(7, 'primitive'), new Uint8Array(5))),
      'CERTS_DER_VALUE',
      ['subjectAltName', 0],
    ],
    [
      'an address with a mask',
      '2.5.29.17',
      sequence(writeDer(contextTag(7, 'primitive'), new Uint8Array(8))),
      'CERTS_DER_VALUE',
      ['subjectAltName', 0],
    ],
    [
      'an address without a mask',
      '2.5.29.30',
      subtrees(writeDer(contextTag(7, 'primitive'), new Uint8Array(4))),
      'CERTS_DER_VALUE',
      ['nameConstraints', 'permittedSubtrees', 0, 'base'],
    ],
    [
      'a minimum of 1',
      '2.5.29.30',
      subtrees(dns, writeDer(contextTag(0, 'primitive'), Uint8Array.of(1))),
      'CERTS_DER_VALUE',
      ['nameConstraints', 'permittedSubtrees', 0, 'minimum'],
    ],
    [
      'a maximum',
      '2.5.29.30',
      subtrees(dns, writeDer(contextTag(1, 'primitive'), Uint8Array.of(1))),
      'CERTS_DER_TRAILING',
      ['nameConstraints', 'permittedSubtrees', 0],
    ],
    [
      'a key identifier that is no octet string',
      '2.5.29.14',
      bitString(new Uint8Array()),
      'CERTS_DER_TAG',
      ['subjectKeyIdentifier'],
    ],
    ['an authority without sequence', '2.5.29.35', octetString(), 'CERTS_DER_TAG', ['authorityKeyIdentifier']],
    ['nothing', '2.5.29.35', new Uint8Array(), 'CERTS_DER_TRUNCATED', ['authorityKeyIdentifier']],
  ])('refuses %s', (_, dotted, value, code, path) => {
    const error = errorOf(() => decode(extension(dotted, false, value)))
    expect(error).toMatchObject({ code, path: [...PATH, ...path] })
  })
})
