import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPixkitError } from '@pixkit/core/error'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import {
  algorithmIdentifier,
  extension,
  forgedKey,
  forgeName,
  signWith,
  subjectAltName,
} from '../../../../../tests/lib/forge-certificate.ts'
import { contextTag } from '../der/read-der.ts'
import { bitString, integer, oid, sequence, setOf, utf8String, writeDer } from '../der/write-der.ts'
import { parseCertificateRequest, safeParseCertificateRequest } from './parse-request.ts'

const key = forgedKey('p2561')
const PKCS9_EXTENSIONS = '1.2.840.113549.1.9.14'
const WINDOWS_EXTENSIONS = '1.3.6.1.4.1.311.2.1.14'
const names = subjectAltName(['dns:padaria.example'])
const attribute = (type: string, ...values: readonly Uint8Array[]): Uint8Array => sequence(oid(type), setOf(...values))

function request(attributes: readonly Uint8Array[] | null, version: Uint8Array = integer(0)): Uint8Array {
  const list = attributes === null ? [] : [writeDer(contextTag(0), ...attributes)]
  const info = sequence(version, forgeName('C=BR, CN=padaria.example'), key.spki, ...list)
  return sequence(info, algorithmIdentifier('ECDSA-SHA256'), bitString(signWith(key, 'ECDSA-SHA256', info)))
}

describe('parseCertificateRequest', () => {
  test('reads every field', () => {
    expect(parseCertificateRequest(request([attribute(PKCS9_EXTENSIONS, sequence(names))]))).toMatchObject({
      kind: 'request',
      subject: { text: 'C=BR, CN=padaria.example' },
      publicKey: { algorithm: 'EC', curve: 'P-256', spki: key.spki },
      signatureAlgorithm: { name: 'ECDSA-SHA256' },
      subjectAltNames: [{ type: 'dns', value: 'padaria.example' }],
      extensions: [{ oid: '2.5.29.17', critical: false }],
    })
  })

  test.each([
    ['no attributes', []],
    ['no list of attributes', null],
    ['a password for the authority', [attribute('1.2.840.113549.1.9.7', utf8String('x'))]],
  ])('reads a request with %s', (_, attributes) => {
    expect(parseCertificateRequest(request(attributes))).toMatchObject({ subjectAltNames: [], extensions: [] })
  })

  test('reads the attribute of Windows', () => {
    const bytes = request([attribute('1.2.3', integer(1)), attribute(WINDOWS_EXTENSIONS, sequence(names))])
    expect(parseCertificateRequest(bytes).subjectAltNames).toHaveLength(1)
  })

  const INFO = 'certificationRequestInfo'
  test.each([
    ['version 2', request([], integer(1)), 'CERTS_X509_VERSION', [INFO, 'version']],
    [
      'an attribute without values',
      request([sequence(oid('1.2.3'))]),
      'CERTS_DER_TRUNCATED',
      [INFO, 'attributes', 0, 'values'],
    ],
    [
      'a broken extension',
      request([attribute(PKCS9_EXTENSIONS, sequence(extension('2.5.29.17', false, integer(1))))]),
      'CERTS_DER_TAG',
      [INFO, 'attributes', 'extensionRequest', 'subjectAltName'],
    ],
    ['nothing', new Uint8Array(), 'CERTS_DER_TRUNCATED', ['certificationRequest']],
    ['something after it', Uint8Array.of(...request([]), 0), 'CERTS_DER_TRAILING', ['certificationRequest']],
  ])('refuses %s', (_, bytes, code, path) => {
    expect(errorOf(() => parseCertificateRequest(bytes))).toMatchObject({ code, path })
  })

  test('refuses what are no bytes as a bug of the caller', () => {
    expect(errorOf(() => safeParseCertificateRequest('x' as never))).toBeInstanceOf(TypeError)
  })
})

describe('safeParseCertificateRequest', () => {
  const whole = request([attribute(PKCS9_EXTENSIONS, sequence(names))])

  test('refuses a request that is cut anywhere', () => {
    const lengths = Array.from({ length: whole.length }, (_, length) => length)
    expect(lengths.filter((length) => safeParseCertificateRequest(whole.subarray(0, length)).ok)).toEqual([])
  })

  test('changed bytes give a request or a PixkitError', () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
        const result = safeParseCertificateRequest(whole.with(at, value))
        expect(result.ok ? result.value.kind === 'request' : isPixkitError(result.error)).toBe(true)
      }),
    )
  })
})
