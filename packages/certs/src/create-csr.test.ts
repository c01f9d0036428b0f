import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { createWorkbench, openssl, type Workbench } from '../../../tests/lib/openssl.ts'
import { createCsr, type Subject } from './create-csr.ts'
import type { PrivateKey } from './credentials.ts'
import { generatePrivateKey } from './generate-private-key.ts'
import { childrenOf, readDer, TAG } from './internal/der/read-der.ts'
import { sicrediSubject } from './sicredi-subject.ts'
import { toPem } from './to-pem.ts'

/** Invented. */
const sicredi = sicrediSubject({ nomeParceiro: 'padaria-central', cpfCnpj: '12345678000195' })

let bench: Workbench
let rsa: PrivateKey
let ec: PrivateKey
beforeAll(async () => {
  bench = createWorkbench()
  rsa = await generatePrivateKey({ type: 'RSA' })
  ec = await generatePrivateKey({ type: 'EC' })
  bench.file('rsa.key', toPem(rsa))
  bench.file('ec.key', toPem(ec))
})
afterAll(() => bench.dispose())

describe('createCsr', () => {
  test('puts the attributes in their order, one by one', () => {
    const { rdns } = createCsr(ec, { subject: sicredi }).subject
    expect(rdns.map((rdn) => rdn.length)).toEqual([1, 1, 1, 1, 1, 1, 1, 1])
    expect(rdns.flat().map(({ oid, value }) => [oid, value])).toEqual([
      ['2.5.4.6', 'BR'],
      ['2.5.4.10', 'Confederacao Interestadual das Cooperativas Ligadas ao Sicredi'],
      ['2.5.4.3', 'api-parceiros-padaria-central.sicredi.net'],
      ['2.5.4.8', 'RS'],
      ['2.5.4.7', 'Porto Alegre'],
      ['1.3.6.1.4.1.311.60.2.1.3', 'BR'],
      ['2.5.4.11', 'API Pix Sicredi'],
      ['2.5.4.5', 'urn:cpfcnpj:12345678000195'],
    ])
  })

  test('asks for alternative names', () => {
    const hosts = ['*.padaria.example', '192.0.2.1', '2001:db8::ffff:192.0.2.1']
    expect(createCsr(ec, { subject: sicredi, hosts }).subjectAltNames).toEqual([
      { type: 'dns', value: '*.padaria.example' },
      { type: 'ip', value: Uint8Array.of(192, 0, 2, 1) },
      { type: 'ip', value: Uint8Array.of(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 192, 0, 2, 1) },
    ])
  })

  test('takes short, long and dotted names of attributes', () => {
    const names = ['CN', 'commonName', '2.5.4.3', 'jurisdictionCountryName', 'jurisdictionC', '1.2.3.4.5']
    const subject = names.map((type) => ({ type, value: 'BR' }))
    const oids = createCsr(ec, { subject })
      .subject.rdns.flat()
      .map(({ oid }) => oid)
    const jurisdiction = '1.3.6.1.4.1.311.60.2.1.3'
    expect(oids).toEqual(['2.5.4.3', '2.5.4.3', '2.5.4.3', jurisdiction, jurisdiction, '1.2.3.4.5'])
  })

  test.each([
    ['CN', 'a'.repeat(64)],
    ['CN', '😀'.repeat(64)],
    ['O', 'ç'.repeat(64)],
    ['L', 'a'.repeat(128)],
    ['serialNumber', "Az09 '()+,-./:=?"],
    ['emailAddress', 'pix@padaria.example'],
    ['DC', 'example'],
    ['2.5.4.3', '\ufeffBOM'],
    ['2.999.1', 'qualquer'],
  ])('takes %s=%s', (type, value) => {
    expect(createCsr(ec, { subject: [{ type, value }] }).subject.rdns[0]?.[0]?.value).toBe(value)
  })

  test.each([
    ['CN', '', 'value'],
    ['CN', 'a'.repeat(65), 'value'],
    ['CN', '😀'.repeat(65), 'value'],
    ['commonName', 'a'.repeat(65), 'value'],
    ['2.5.4.3', 'a'.repeat(65), 'value'],
    ['O', 'a'.repeat(65), 'value'],
    ['L', 'a'.repeat(129), 'value'],
    ['C', 'BRA', 'value'],
    ['C', 'br', 'value'],
    ['C', 'B', 'value'],
    ['jurisdictionC', 'B1', 'value'],
    ['serialNumber', 'urn:cnpj*', 'value'],
    ['serialNumber', 'nº 1', 'value'],
    ['emailAddress', 'joão@padaria.example', 'value'],
    ['DC', 'padaria\n', 'value'],
    ['CN', 'a\0b', 'value'],
    ['CN', 'a\nb', 'value'],
    ['CN', '\u0085', 'value'],
    ['CN', '\ud800', 'value'],
    ['XX', 'a', 'type'],
    ['', 'a', 'type'],
    ['toString', 'a', 'type'],
    ['2', 'a', 'type'],
    ['3.1.1', 'a', 'type'],
    ['1.40.1', 'a', 'type'],
    ['2.5.04', 'a', 'type'],
    ['2.5.99999999999', 'a', 'type'],
  ])('refuses %s=%j', (type, value, field) => {
    const subject = [
      { type: 'O', value: 'Padaria' },
      { type, value },
    ]
    const error = errorOf(() => createCsr(ec, { subject }))
    expect(error).toMatchObject({ code: 'CERTS_SUBJECT_INVALID', path: ['subject', 1, field] })
  })

  /** RFC 5280, appendix A.1; X.520, annex C; RFC 1034, section 3.1 (DC); RFC 1274 (UID: ub-user-identifier). */
  test.each([
    ['CN', 64, TAG.utf8String],
    ['O', 64, TAG.utf8String],
    ['OU', 64, TAG.utf8String],
    ['L', 128, TAG.utf8String],
    ['ST', 128, TAG.utf8String],
    ['street', 128, TAG.utf8String],
    ['title', 64, TAG.utf8String],
    ['postalCode', 40, TAG.utf8String],
    ['pseudonym', 128, TAG.utf8String],
    ['businessCategory', 128, TAG.utf8String],
    ['description', 1024, TAG.utf8String],
    ['UID', 256, TAG.utf8String],
    ['jurisdictionL', 128, TAG.utf8String],
    ['jurisdictionST', 128, TAG.utf8String],
    ['GN', 32_768, TAG.utf8String],
    ['1.2.3.4', 32_768, TAG.utf8String],
    ['serialNumber', 64, TAG.printableString],
    ['telephoneNumber', 32, TAG.printableString],
    ['dnQualifier', 32_768, TAG.printableString],
    ['emailAddress', 255, TAG.ia5String],
    ['DC', 63, TAG.ia5String],
  ])('takes %s of %d characters and not of one more, and writes its string type', (type, max, tag) => {
    const { der } = createCsr(ec, { subject: [{ type, value: '1'.repeat(max) }] }).subject
    // Name, relative name, attribute: its last object is the value.
    const [name] = childrenOf(readDer(der))
    const [attribute] = name === undefined ? [] : childrenOf(name)
    expect(attribute && childrenOf(attribute).at(-1)?.tag).toBe(tag)
    const error = errorOf(() => createCsr(ec, { subject: [{ type, value: '1'.repeat(max + 1) }] }))
    expect(error).toMatchObject({ code: 'CERTS_SUBJECT_INVALID', params: { expected: `1…${max}` } })
  })

  test.each(['C', 'jurisdictionC'])('writes %s as a PrintableString', (type) => {
    const { der } = createCsr(ec, { subject: [{ type, value: 'BR' }] }).subject
    expect(Buffer.from(der).subarray(-4)).toEqual(Buffer.from([TAG.printableString, 2, ...Buffer.from('BR')]))
  })

  test('quotes no value in an error', () => {
    const error = errorOf(() => createCsr(ec, { subject: [{ type: 'serialNumber', value: 'segredo_12345678909' }] }))
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toMatch(/segredo|12345678909/)
  })

  test.each([
    [{ subject: [] }, 'CERTS_SUBJECT_INVALID', ['subject']],
    [{ hosts: [] }, 'CERTS_OPTION_INVALID', ['hosts']],
    [{ hosts: [''] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ hosts: ['padaria.example', 'a_b.example'] }, 'CERTS_OPTION_INVALID', ['hosts', 1]],
    [{ hosts: ['1.2.3'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
    [{ hosts: ['pix@padaria.example'] }, 'CERTS_OPTION_INVALID', ['hosts', 0]],
  ])('refuses %o', (options, code, path) => {
    const error = errorOf(() => createCsr(ec, { subject: sicredi, ...options } as never))
    expect(error).toMatchObject({ code, path })
  })

  test('takes wrong types for bugs', () => {
    const calls = [
      () => createCsr(undefined as never, { subject: sicredi }),
      () => createCsr(ec.key as never, { subject: sicredi }),
      () => createCsr(ec, undefined as never),
      () => createCsr(ec, {} as never),
      () => createCsr(ec, { subject: 'CN=x' as never }),
      () => createCsr(ec, { subject: ['CN=x'] as never }),
      () => createCsr(ec, { subject: [{ type: 'CN', value: 1 }] as never }),
      () => createCsr(ec, { subject: sicredi, hosts: 'x' as never }),
      () => createCsr(ec, { subject: sicredi, hosts: [{ type: 'dns', value: 'x' }] as never }),
    ]
    expect(calls.map((call) => errorOf(call)).filter((error) => !(error instanceof TypeError))).toEqual([])
  })

  test('gives back every subject within the bounds', () => {
    fc.assert(
      fc.property(subjects(), (subject) => {
        const { rdns } = createCsr(ec, { subject }).subject
        expect(rdns.map((rdn) => rdn.map(({ type, value }) => ({ type, value })))).toEqual(subject.map((one) => [one]))
      }),
    )
  })
})

describe.skipIf(openssl === undefined)('createCsr and openssl', () => {
  test('write the request of Sicredi octet by octet alike', () => {
    const subj = sicredi.map(({ type, value }) => `/${type}=${value}`).join('')
    const theirs = request(['-key', 'rsa.key', '-sha256', '-subj', subj])
    expect(Buffer.from(createCsr(rsa, { subject: sicredi }).der)).toEqual(theirs)
  })

  test('write alternative names octet by octet alike', () => {
    const names = 'subjectAltName=DNS:*.padaria.example,IP:192.0.2.1,IP:2001:db8::1'
    const theirs = request(['-key', 'rsa.key', '-sha256', '-subj', '/CN=x', '-addext', names])
    const ours = createCsr(rsa, {
      subject: [{ type: 'CN', value: 'x' }],
      hosts: ['*.padaria.example', '192.0.2.1', '2001:db8::1'],
    })
    expect(Buffer.from(ours.der)).toEqual(theirs)
  })

  test('write subjects in any alphabet octet by octet alike', () => {
    const samples = fc.sample(subjects(), { numRuns: 25, seed: 4 })
    for (const subject of samples) {
      const subj = subject.map(({ type, value }) => `/${type}=${value.replaceAll(/[\\/+]/g, '\\$&')}`).join('')
      const theirs = request(['-utf8', '-key', 'rsa.key', '-sha256', '-subj', subj])
      expect(Buffer.from(createCsr(rsa, { subject }).der)).toEqual(theirs)
    }
  })

  test('show the identifiers and string types of the request of Sicredi', () => {
    const csr = createCsr(rsa, { subject: sicredi })
    const lines = bench.openssl(['asn1parse', '-inform', 'DER'], csr.der).toString().split('\n')
    const names = lines.map((line) => line.replace(/^.*prim: +/, '').trim())
    const subject = names
      .slice(names.findIndex((line) => line.endsWith(':countryName')))
      .filter((line) => line.includes(':'))
    expect(subject.filter((line) => !line.includes('cons:')).slice(0, 16)).toEqual([
      'OBJECT            :countryName',
      'PRINTABLESTRING   :BR',
      'OBJECT            :organizationName',
      'UTF8STRING        :Confederacao Interestadual das Cooperativas Ligadas ao Sicredi',
      'OBJECT            :commonName',
      'UTF8STRING        :api-parceiros-padaria-central.sicredi.net',
      'OBJECT            :stateOrProvinceName',
      'UTF8STRING        :RS',
      'OBJECT            :localityName',
      'UTF8STRING        :Porto Alegre',
      'OBJECT            :jurisdictionCountryName',
      'PRINTABLESTRING   :BR',
      'OBJECT            :organizationalUnitName',
      'UTF8STRING        :API Pix Sicredi',
      'OBJECT            :serialNumber',
      'PRINTABLESTRING   :urn:cpfcnpj:12345678000195',
    ])
  })

  test.each([
    [{ type: 'RSA' }, 'RSA-SHA256'],
    [{ type: 'EC', curve: 'P-256' }, 'ECDSA-SHA256'],
    [{ type: 'EC', curve: 'P-384' }, 'ECDSA-SHA384'],
    [{ type: 'EC', curve: 'P-521' }, 'ECDSA-SHA512'],
  ] as const)('agree on the signature of %o: %s', async (kind, algorithm) => {
    const key = kind.type === 'RSA' ? rsa : await generatePrivateKey(kind)
    const csr = createCsr(key, { subject: sicredi, hosts: ['x.example'] })
    expect(csr.signatureAlgorithm.name).toBe(algorithm)
    expect(verdict(csr.der)).toContain('verify OK')
    const forged = csr.der.slice()
    forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1
    expect(verdict(forged)).toContain('verify failure')
  })

  /** Openssl 3.0 ends with 0 in either case, and says which on standard error. */
  function verdict(input: Uint8Array): string {
    const { stderr } = spawnSync(openssl ?? '', ['req', '-verify', '-noout', '-inform', 'DER'], { input })
    return stderr.toString()
  }

  function request(args: readonly string[]): Buffer {
    return bench.openssl(['req', '-new', '-outform', 'DER', '-batch', ...args])
  }
})

/** Attributes of every string type, in any alphabet, as long as they may be. */
function subjects(): fc.Arbitrary<Subject> {
  const unicode = (max: number): fc.Arbitrary<string> =>
    fc.string({ unit: 'binary', minLength: 1, maxLength: max }).map((text) => text.replaceAll(/\p{Cc}/gu, 'ç'))
  const of = (unit: string, max: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...unit), minLength: 1, maxLength: max })
  const attribute = (type: string, value: fc.Arbitrary<string>): fc.Arbitrary<Subject[number]> =>
    value.map((text) => ({ type, value: text }))
  const capital = fc.constantFrom(...'ABCXYZ')
  const country = fc.tuple(capital, capital).map((letters) => letters.join(''))
  return fc.array(
    fc.oneof(
      attribute('CN', unicode(64)),
      attribute('O', unicode(64)),
      attribute('L', unicode(128)),
      attribute('GN', unicode(200)),
      attribute('C', country),
      attribute('jurisdictionC', country),
      attribute('serialNumber', of("AZaz09'()+,-./:=?", 64)),
      attribute('dnQualifier', of('AZaz09+-', 80)),
      attribute('emailAddress', of('az09.@-_"', 128)),
      attribute('DC', of('az09-', 63)),
    ),
    { minLength: 1, maxLength: 8 },
  )
}
