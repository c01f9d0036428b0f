import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPixkitError } from '@pixkit/core/error'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { extension } from '../../../../../tests/lib/forge-certificate.ts'
import { forgeChain, type Link, SUITES } from '../../../../../tests/lib/forge-chain.ts'
import { readDer } from '../der/read-der.ts'
import { boolean, concat, integer, octetString, oid, sequence, setOf, writeDer } from '../der/write-der.ts'
import type { Certificate } from './certificate.ts'
import { parseCertificate, safeParseCertificate } from './parse-certificate.ts'

const forge = (link: Link = {}): Uint8Array => {
  const { leaf } = forgeChain({ leaf: link })
  if (leaf === undefined) throw new Error('There is no leaf')
  return leaf
}

/** A name of one attribute, CN. */
const named = (value: Uint8Array): Uint8Array => sequence(setOf(sequence(oid('2.5.4.3'), value)))

describe('parseCertificate', () => {
  const roots = rootCertificates.map((pem) => new X509Certificate(pem))

  test.each(roots.map((theirs) => [theirs.subject.replaceAll('\n', ', '), theirs] as const))(
    'agrees with Node: %s',
    (_, theirs) => {
      const ours = parseCertificate(theirs.raw)
      const lines = ({ rdns }: Certificate['subject']): string =>
        rdns.map((rdn) => rdn.map(({ type, value }) => `${type}=${value}`).join('+')).join('\n')
      expect({
        subject: lines(ours.subject),
        issuer: lines(ours.issuer),
        serialNumber: BigInt(`0x${ours.serialNumber}`),
        notBefore: ours.notBefore,
        notAfter: ours.notAfter,
        isCa: ours.isCa,
        extendedKeyUsage: ours.extendedKeyUsage?.length,
      }).toEqual({
        subject: theirs.subject.replaceAll('\\', ''),
        issuer: theirs.issuer.replaceAll('\\', ''),
        serialNumber: BigInt(`0x${theirs.serialNumber}`),
        notBefore: Date.parse(theirs.validFrom),
        notAfter: Date.parse(theirs.validTo),
        isCa: theirs.ca,
        extendedKeyUsage: theirs.keyUsage?.length,
      })
      const key = theirs.publicKey
      expect(ours.der).toEqual(Uint8Array.from(theirs.raw))
      expect(ours.publicKey.spki).toEqual(Uint8Array.from(key.export({ format: 'der', type: 'spki' })))
      expect(ours.publicKey).toMatchObject(
        key.asymmetricKeyType === 'rsa'
          ? { algorithm: 'RSA', bits: key.asymmetricKeyDetails?.modulusLength }
          : { algorithm: 'EC' },
      )
    },
  )

  test('reads every field', () => {
    const certificate = parseCertificate(forge({ purposes: ['clientAuth'], serialNumber: [0, 0xca, 0xfe] }))
    expect(certificate).toMatchObject({
      kind: 'certificate',
      version: 3,
      serialNumber: '00cafe',
      issuer: { text: 'C=BR, O=Forja, CN=Intermediária' },
      subject: { text: 'C=BR, O=Padaria, CN=Folha' },
      publicKey: { algorithm: 'EC', bits: 256, curve: 'P-256' },
      signatureAlgorithm: { name: 'ECDSA-SHA256' },
      isCa: false,
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['clientAuth'],
      subjectAltNames: [{ type: 'dns', value: 'padaria.example.com' }],
    })
    expect(certificate.extensions).toHaveLength(5)
    expect(certificate.notAfter - certificate.notBefore).toBe(60 * 86_400_000)
  })

  test('copies the input', () => {
    const input = Buffer.from(forge())
    const { der, tbs } = parseCertificate(input)
    const before = Uint8Array.from(tbs)
    input.fill(0)
    expect(tbs).toEqual(before)
    expect(der.buffer).toBe(tbs.buffer)
  })

  test('accepts what is odd and in use', () => {
    expect(parseCertificate(forge({ version: 0 })).version).toBe(1)
    expect(parseCertificate(forge({ serialNumber: [0x80] })).serialNumber).toBe('80')
    expect(parseCertificate(forge({ serialNumber: Array<number>(40).fill(1) })).serialNumber).toHaveLength(80)
    expect(parseCertificate(forge({ subject: 'O=São João', subjectType: 't61' })).subject.text).toBe('O=São João')
    expect(parseCertificate(forge({ subject: '' })).subject.rdns).toEqual([])
    expect(parseCertificate(forge({ issuer: '' })).issuer.rdns).toEqual([])
    expect(parseCertificate(forge({ subjectDer: named(integer(5)) })).subject.text).toBe('CN=#020105')
  })

  // RFC 5280, sections 4.2.1.3 and 4.2.1.9
  test('accepts usages and path lengths that do not go together', () => {
    expect(parseCertificate(forge({ ca: null, usage: ['keyCertSign'] }))).toMatchObject({
      isCa: false,
      keyUsage: ['keyCertSign'],
    })
    const unsigned = parseCertificate(forge({ ca: true, pathLength: 3, usage: ['digitalSignature'] }))
    expect(unsigned).toMatchObject({ isCa: true, pathLength: 3 })
    expect(parseCertificate(forge({ ca: false, pathLength: 3 })).pathLength).toBeUndefined()
  })

  test('accepts defaults that are written out', () => {
    const { der, tbs } = parseCertificate(forge({ version: 0 }))
    const version1 = sequence(writeDer(0xa0, integer(0)), readDer(tbs).content)
    expect(parseCertificate(sequence(version1, readDer(der).content.subarray(tbs.length))).version).toBe(1)
    const noCa = extension('2.5.29.19', true, sequence(boolean(false)))
    expect(parseCertificate(forge({ ca: null, raw: [noCa] })).isCa).toBe(false)
  })

  // RFC 5280, section 4.1.2.5, would have a UTCTime.
  test('accepts a GeneralizedTime before 2050', () => {
    const { der, tbs, notAfter } = parseCertificate(forge())
    const text = Buffer.from(tbs).toString('latin1').replaceAll('\u0017\r26', '\u0018\u000f2026')
    const lengths = Buffer.from(text, 'latin1')
    // Both dates grow by two octets, and so does what is around them.
    const validity = lengths.indexOf(Buffer.from([0x30, 0x1e, 0x18]))
    lengths[validity + 1] = 0x22
    const longer = sequence(lengths.subarray(tbs.length - readDer(tbs).content.length))
    expect(parseCertificate(sequence(longer, readDer(der).content.subarray(tbs.length))).notAfter).toBe(notAfter)
  })

  // RFC 5280, section 4.1.2.8
  test('reads past unique identifiers, unless they are no bits', () => {
    const { der, tbs } = parseCertificate(
      forge({ version: 1, usage: null, names: null, keyId: null, issuerKeyId: null }),
    )
    const withId = (...octets: readonly number[]): Uint8Array => {
      const id = writeDer(0x82, Uint8Array.from(octets))
      return sequence(sequence(readDer(tbs).content, id), readDer(der).content.subarray(tbs.length))
    }
    expect(parseCertificate(withId(0, 0xca, 0xfe)).version).toBe(2)
    expect(errorOf(() => parseCertificate(withId(0x77, 0x77)))).toMatchObject({
      code: 'CERTS_DER_VALUE',
      path: ['tbsCertificate', 'subjectUniqueID'],
    })
  })

  // RFC 5280, section 4.1: SIZE (1..MAX)
  test('refuses extensions without one', () => {
    const { der, tbs } = parseCertificate(forge({ usage: null, names: null, keyId: null, issuerKeyId: null }))
    const without = sequence(readDer(tbs).content, writeDer(0xa3, sequence()))
    const error = errorOf(() => parseCertificate(sequence(without, readDer(der).content.subarray(tbs.length))))
    expect(error).toMatchObject({ code: 'CERTS_DER_VALUE', path: ['tbsCertificate', 'extensions'] })
  })

  test.each([
    ['version 4', { version: 3 }, 'CERTS_X509_VERSION', ['tbsCertificate', 'version']],
    ['extensions in version 2', { version: 1 }, 'CERTS_X509_FIELD_VERSION', ['tbsCertificate', 'extensions']],
    ['a padded serial number', { serialNumber: [0, 1] }, 'CERTS_DER_VALUE', ['tbsCertificate', 'serialNumber']],
    ['an empty serial number', { serialNumber: [] }, 'CERTS_DER_VALUE', ['tbsCertificate', 'serialNumber']],
    [
      'two algorithms',
      { outerAlgorithm: 'ECDSA-SHA384' },
      'CERTS_X509_SIGNATURE_ALGORITHM_MISMATCH',
      ['signatureAlgorithm'],
    ],
    [
      'two CA flags',
      { ca: false, extra: ['2.5.29.19'] },
      'CERTS_X509_EXTENSION_REPEATED',
      ['tbsCertificate', 'extensions'],
    ],
    [
      'a broken extension',
      { extra: ['2.5.29.19'] },
      'CERTS_DER_TAG',
      ['tbsCertificate', 'extensions', 'basicConstraints'],
    ],
    [
      'a broken extension in a list',
      { extra: ['2.5.29.37'] },
      'CERTS_DER_TAG',
      ['tbsCertificate', 'extensions', 'extKeyUsage'],
    ],
  ] as const)('refuses %s', (_, link, code, path) => {
    expect(errorOf(() => parseCertificate(forge(link)))).toMatchObject({ code, path })
  })

  test('refuses dates that are none, and names them', () => {
    const der = forge()
    const notAfter = '260715120000Z'
    const at = Buffer.from(der).indexOf(notAfter)
    const broken = der.with(at + notAfter.length - 1, 0x41)
    const error = errorOf(() => parseCertificate(broken))
    expect(error).toMatchObject({ code: 'CERTS_DER_VALUE', path: ['tbsCertificate', 'validity', 'notAfter'] })
    expect(error).toMatchObject({ message: '"tbsCertificate-validity-notAfter" is no valid Time' })
  })

  test('refuses what is no certificate', () => {
    expect(errorOf(() => parseCertificate(new Uint8Array()))).toMatchObject({ code: 'CERTS_DER_TRUNCATED' })
    expect(errorOf(() => parseCertificate(concat(forge(), Uint8Array.of(0))))).toMatchObject({
      code: 'CERTS_DER_TRAILING',
      path: ['certificate'],
    })
    expect(errorOf(() => parseCertificate(octetString(forge())))).toMatchObject({ code: 'CERTS_DER_TAG', path: [] })
    expect(errorOf(() => parseCertificate(new TextEncoder().encode('-----BEGIN CERTIFICATE-----')))).toMatchObject({
      code: 'CERTS_DER_TRUNCATED',
    })
    expect(errorOf(() => parseCertificate(sequence(integer(1), integer(1), integer(1))))).toMatchObject({
      code: 'CERTS_DER_TAG',
      path: ['tbsCertificate'],
    })
  })

  test('refuses what is too large, before it looks', () => {
    const large = errorOf(() => parseCertificate(new Uint8Array(256 * 1024 + 1)))
    expect(large).toMatchObject({ code: 'CERTS_DER_TOO_LARGE', path: ['certificate'], params: { max: 262_144 } })
  })

  test.each([undefined, null, 'x', [48, 0], new ArrayBuffer(2), new Uint16Array(2), new DataView(new ArrayBuffer(2))])(
    'refuses %o as a bug of the caller',
    (input) => {
      expect(errorOf(() => safeParseCertificate(input as never))).toBeInstanceOf(TypeError)
    },
  )
})

describe('safeParseCertificate', () => {
  const certificates = [
    forge(),
    forge({ version: 0 }),
    ...Object.values(
      forgeChain({ ca: { permitted: ['dns:a.example', 'ip:0a000000ff000000'], purposes: ['1.2.3'] } }, SUITES.rsa),
    ),
    ...Object.values(forgeChain({ leaf: { algorithm: 'RSA-PSS-SHA256' } }, SUITES.rsa)),
  ]
  const isFine = (bytes: Uint8Array): boolean => {
    const result = safeParseCertificate(bytes)
    return result.ok ? result.value.kind === 'certificate' : isPixkitError(result.error)
  }

  test('returns the value or the error', () => {
    expect(safeParseCertificate(forge())).toMatchObject({ ok: true, value: { version: 3 } })
    expect(safeParseCertificate(new Uint8Array())).toMatchObject({ ok: false, error: { code: 'CERTS_DER_TRUNCATED' } })
  })

  test('refuses a certificate that is cut anywhere', () => {
    const der = forge()
    const lengths = Array.from({ length: der.length }, (_, length) => length)
    expect(lengths.filter((length) => safeParseCertificate(der.subarray(0, length)).ok)).toEqual([])
  })

  test('any bytes give a certificate or a PixkitError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(isFine(bytes)).toBe(true)
        expect(isFine(sequence(bytes))).toBe(true)
      }),
    )
  })

  test('changed bytes give a certificate or a PixkitError', () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.constantFrom(...certificates), changes, (der, where) => {
        const copy = Uint8Array.from(der)
        for (const [at, value] of where) copy[at % copy.length] = value
        expect(isFine(copy)).toBe(true)
      }),
    )
  })

  test('reads no deeper than it must', () => {
    let nested: Uint8Array = integer(1)
    for (let depth = 0; depth < 10_000; depth++) nested = sequence(nested)
    const missing = { code: 'CERTS_DER_TRUNCATED', path: ['signatureAlgorithm'] }
    expect(safeParseCertificate(nested)).toMatchObject({ ok: false, error: missing })
    const many = sequence(...Array.from({ length: 10_001 }, () => integer(1)))
    const subjects = sequence(sequence(integer(1), sequence(readDer(many).bytes), writeDer(0x30, many)), many, many)
    expect(safeParseCertificate(subjects)).toMatchObject({ ok: false, error: { code: 'CERTS_DER_TAG' } })
  })
})
