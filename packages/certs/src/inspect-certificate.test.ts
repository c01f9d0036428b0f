import { X509Certificate } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import {
  authority,
  certificateOf,
  client,
  DAY,
  dnsName,
  emailName,
  ipName,
  keyNamed,
  NOW,
  otherName,
  type TestCertificate,
} from '../../../tests/lib/test-certificate.ts'
import { type CertificateReport, inspectCertificate } from './inspect-certificate.ts'

const CPF = '12345678909'
const CNPJ = '12345678000195'
const ALPHANUMERIC = '12ABC34501DE35'
/** Birth date, CPF, NIS, RG and who issued it. */
const PERSON = `01011980${CPF}00000000000000000000012345SSPRS`
const bank = authority('Banco')

function reportOf(options: TestCertificate): CertificateReport {
  return inspectCertificate(client(bank, options).certificate, { now: NOW })
}

describe('inspectCertificate', () => {
  test('tells names, key, signature and usages', () => {
    const subject = [
      ['C', 'BR'],
      ['O', 'Padaria, Ltda'],
      ['CN', 'padaria.example'],
    ] as const
    const report = reportOf({ subject, keyUsage: 0xa0 })
    expect(report).toMatchObject({
      subject: { text: String.raw`C=BR, O=Padaria\, Ltda, CN=padaria.example` },
      issuer: { text: 'O=Banco, CN=Banco CA' },
      key: { algorithm: 'EC', bits: 256, curve: 'P-256', isWeak: false },
      signature: { algorithm: 'ECDSA-SHA256', isWeak: false },
      keyUsage: ['digitalSignature', 'keyEncipherment'],
      extendedKeyUsage: ['clientAuth'],
      isCa: false,
      isSelfSigned: false,
    })
    expect(report.subject.attributes[1]).toEqual({ oid: '2.5.4.10', type: 'O', value: 'Padaria, Ltda' })
  })

  test('is plain data that leaves out what it does not know', () => {
    const report = inspectCertificate(certificateOf().certificate, { now: NOW })
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
    for (const absent of ['keyUsage', 'extendedKeyUsage', 'titular', 'icpBrasil', 'banco', 'ambiente']) {
      expect(Object.hasOwn(report, absent)).toBe(false)
    }
  })

  test.each([
    [NOW - DAY - 1, 'not-yet-valid', 366],
    [NOW - DAY, 'valid', 366],
    [NOW + 365 * DAY, 'valid', 0],
    [NOW + 365 * DAY + 1, 'expired', -1],
  ])('at %d it is %s', (now, status, days) => {
    const { validity } = inspectCertificate(certificateOf().certificate, { now })
    expect(validity).toEqual({
      notBefore: '2026-06-14T12:00:00.000Z',
      notAfter: '2027-06-15T12:00:00.000Z',
      status,
      daysLeft: days,
    })
  })

  test.each([
    ['007f', '7F', '127'],
    ['ff', 'FF', '255'],
    ['0fedcba987', '0FEDCBA987', '68414056839'],
  ])('shows serial number %s as openssl and in decimal', (octets, openssl, decimal) => {
    const serialNumber = Uint8Array.from(Buffer.from(octets, 'hex'))
    const { certificate } = certificateOf({ serialNumber })
    const report = inspectCertificate(certificate, { now: NOW })
    expect(report.serialNumber).toEqual({ hex: certificate.serialNumber, openssl, decimal })
    expect(new X509Certificate(certificate.der).serialNumber).toBe(openssl)
  })

  test('shows a negative serial number with its sign', () => {
    const { certificate } = certificateOf()
    const report = inspectCertificate({ ...certificate, serialNumber: 'ff7f' }, { now: NOW })
    expect(report.serialNumber).toEqual({ hex: 'ff7f', openssl: '-81', decimal: '-129' })
  })

  test('thumbprints are those of Node', () => {
    const { certificate } = certificateOf()
    const { thumbprints } = inspectCertificate(certificate, { now: NOW })
    const theirs = new X509Certificate(certificate.der)
    expect(thumbprints.sha1.colons).toBe(theirs.fingerprint)
    expect(thumbprints.sha256.colons).toBe(theirs.fingerprint256)
    expect(Buffer.from(thumbprints.sha256.base64url, 'base64url').toString('hex')).toBe(thumbprints.sha256.hex)
  })

  test('finds hosts and addresses of mail', () => {
    const report = reportOf({
      subject: [
        ['CN', 'padaria.example'],
        ['emailAddress', 'ana@padaria.example'],
      ],
      subjectAltNames: [
        dnsName('*.padaria.example'),
        ipName(192, 0, 2, 1),
        ipName(0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
        emailName('bia@padaria.example'),
      ],
    })
    expect(report.hosts).toEqual(['*.padaria.example', '192.0.2.1', '2001:db8::1'])
    expect(report.emails).toEqual(['bia@padaria.example', 'ana@padaria.example'])
  })

  test.each([
    [{ key: keyNamed('rsa1024:weak') }, { key: { isWeak: true }, signature: { isWeak: false } }],
    [
      { key: keyNamed('rsa2048:client'), hash: 'sha1' },
      { key: { isWeak: false }, signature: { isWeak: true } },
    ],
    [
      { key: keyNamed('rsa2048:client'), hash: 'md5' },
      { key: { isWeak: false }, signature: { isWeak: true } },
    ],
  ] as const)('tells weak keys and signatures: %#', (options, expected) => {
    expect(inspectCertificate(certificateOf(options).certificate, { now: NOW })).toMatchObject({
      ...expected,
      isSelfSigned: true,
    })
  })

  test('refuses arguments of another type, and moments that are none', () => {
    expect(() => inspectCertificate({} as never)).toThrow(TypeError)
    expect(() => inspectCertificate(certificateOf().certificate, { now: '2026' as never })).toThrow(TypeError)
    expect(errorOf(() => inspectCertificate(certificateOf().certificate, { now: Number.NaN }))).toMatchObject({
      code: 'CERTS_OPTION_INVALID',
      path: ['now'],
    })
  })
})

describe('titular', () => {
  test.each(['octets', 'printable'] as const)('person of ICP-Brasil, as %s', (kind) => {
    const subjectAltNames = [otherName('2.16.76.1.3.1', PERSON, kind), otherName('2.16.76.1.3.6', '000000000000', kind)]
    const report = reportOf({ subject: [['CN', `ANA DE SOUZA:${CPF}`]], subjectAltNames })
    expect(report.titular).toEqual({ tipo: 'cpf', documento: CPF, nome: 'ANA DE SOUZA' })
    expect(report.icpBrasil).toEqual({})
  })

  test.each([CNPJ, ALPHANUMERIC])('company %s of ICP-Brasil, and who answers for it', (documento) => {
    const subjectAltNames = [
      otherName('2.16.76.1.3.4', PERSON),
      otherName('2.16.76.1.3.2', 'ANA DE SOUZA'),
      otherName('2.16.76.1.3.3', documento),
      otherName('2.16.76.1.3.7', '000000000000'),
    ]
    const report = reportOf({
      subject: [['CN', `PADARIA LTDA:${documento}`]],
      subjectAltNames,
      policies: ['1.2.3', '2.16.76.1.2.1.12'],
    })
    expect(report.titular).toEqual({
      tipo: 'cnpj',
      documento,
      nome: 'PADARIA LTDA',
      responsavel: { nome: 'ANA DE SOUZA', cpf: CPF },
    })
    expect(report.icpBrasil).toEqual({ tipo: 'A1' })
  })

  test('equipment of a company: its own name, whatever CN says', () => {
    const subjectAltNames = [otherName('2.16.76.1.3.8', 'PADARIA LTDA'), otherName('2.16.76.1.3.3', CNPJ)]
    expect(reportOf({ subject: [['CN', 'padaria.example']], subjectAltNames }).titular).toEqual({
      tipo: 'cnpj',
      documento: CNPJ,
      nome: 'PADARIA LTDA',
    })
  })

  test.each<[string, NonNullable<TestCertificate['subject']>, object]>([
    ['NOME:CPF', [['CN', `ANA DE SOUZA:${CPF}`]], { tipo: 'cpf', documento: CPF, nome: 'ANA DE SOUZA' }],
    ['urn of Sicredi', [['serialNumber', `urn:cpfcnpj:${CNPJ}`]], { tipo: 'cnpj', documento: CNPJ }],
    ['urn of Sicredi, CPF', [['serialNumber', `urn:cnpj:${CPF}`]], { tipo: 'cpf', documento: CPF }],
    ['CN of Sicredi', [['CN', `api-pix-${CNPJ}`]], { tipo: 'cnpj', documento: CNPJ }],
    [
      'Open Finance Brasil',
      [
        ['serialNumber', CNPJ],
        ['O', 'Padaria Ltda'],
        ['CN', 'padaria.example'],
      ],
      { tipo: 'cnpj', documento: CNPJ, nome: 'Padaria Ltda' },
    ],
  ])('%s', (_, subject, titular) => {
    expect(reportOf({ subject }).titular).toEqual(titular)
  })

  test.each<[string, TestCertificate]>([
    ['wrong check digits in CN', { subject: [['CN', 'ANA DE SOUZA:12345678900']] }],
    ['wrong check digits in the urn', { subject: [['serialNumber', 'urn:cpfcnpj:12345678000190']] }],
    ['wrong check digits in the field', { subjectAltNames: [otherName('2.16.76.1.3.3', '12345678000190')] }],
    ['zeros, which stand for not known', { subjectAltNames: [otherName('2.16.76.1.3.3', '0'.repeat(14))] }],
    ['a field that is too short', { subjectAltNames: [otherName('2.16.76.1.3.1', '01011980123')] }],
    ['a number with punctuation in CN', { subject: [['CN', 'PADARIA:12.345.678/0001-95']] }],
    ['an account of Efí', { subject: [['CN', '930026']] }],
  ])('nobody for %s', (_, options) => {
    expect(reportOf(options).titular).toBeUndefined()
  })

  test('nobody for an authority', () => {
    const { certificate } = authority('X', { subject: [['CN', `AC:${CNPJ}`]] })
    expect(inspectCertificate(certificate, { now: NOW }).titular).toBeUndefined()
  })
})

describe('icpBrasil', () => {
  test.each([
    ['2.16.76.1.2.1.5', 'A1'],
    ['2.16.76.1.2.2.5', 'A2'],
    ['2.16.76.1.2.3.5.7', 'A3'],
    ['2.16.76.1.2.4.5', 'A4'],
    ['2.16.76.1.2.101.5', 'S1'],
    ['2.16.76.1.2.102.5', 'S2'],
    ['2.16.76.1.2.103.5', 'S3'],
    ['2.16.76.1.2.104.5', 'S4'],
    ['2.16.76.1.2.201.5', 'SE-S'],
    ['2.16.76.1.2.202.5', 'SE-H'],
    ['2.16.76.1.2.303.1', 'T3'],
    ['2.16.76.1.2.304.1', 'T4'],
  ])('policy %s is %s', (policy, tipo) => {
    expect(reportOf({ policies: [policy] }).icpBrasil).toEqual({ tipo })
  })

  test('a policy with an arc that nobody knows', () => {
    expect(reportOf({ policies: ['2.16.76.1.2.999.1'] }).icpBrasil).toEqual({})
  })

  test.each(['2.16.76.1.1.1', '2.16.76.1.2.1', '1.2.16.76.1.2.1.1'])('policy %s is of no certificate', (policy) => {
    expect(reportOf({ policies: [policy] }).icpBrasil).toBeUndefined()
  })
})

describe('banco and ambiente', () => {
  const issuedBy = (commonName: string): CertificateReport => {
    const issuer = authority('X', { subject: [['CN', commonName]] })
    return inspectCertificate(client(issuer, { subject: [['CN', '930026']] }).certificate, { now: NOW })
  }

  test.each([
    ['apis.efipay.com.br', 'producao'],
    ['apis.sejaefi.com.br', 'producao'],
    ['api-pix.gerencianet.com.br', 'producao'],
    ['apis-h.efipay.com.br', 'homologacao'],
    ['apis-h.sejaefi.com.br', 'homologacao'],
    ['api-pix-h.gerencianet.com.br', 'homologacao'],
  ])('%s of Efí is %s', (commonName, ambiente) => {
    expect(issuedBy(commonName)).toMatchObject({ banco: 'efi', ambiente })
  })

  test('Sicredi shows no environment', () => {
    const report = issuedBy('Autoridade Certificadora Subordinada Sicredi G2')
    expect(report.banco).toBe('sicredi')
    expect(report.ambiente).toBeUndefined()
    expect(reportOf({ subject: [['OU', 'API Pix Sicredi']] }).banco).toBe('sicredi')
    const accented = 'Confederação Interestadual das Cooperativas Ligadas ao Sicredi'
    expect(reportOf({ subject: [['O', accented]] }).banco).toBe('sicredi')
  })

  test('sandbox of the directory of Open Finance is homologation of no bank', () => {
    const report = issuedBy('Open Banking SANDBOX Issuing CA - G1')
    expect(report.ambiente).toBe('homologacao')
    expect(report.banco).toBeUndefined()
  })

  test.each(['apis.efipay.com.br.evil.example', 'x.apis.efipay.com.br', 'apisxefipay.com.br', 'Banco do Brasil'])(
    'nothing for %s',
    (commonName) => {
      const report = issuedBy(commonName)
      expect([report.banco, report.ambiente]).toEqual([undefined, undefined])
    },
  )

  test('nothing for a long value, whose accents nobody takes off', () => {
    const accents = `Confederac\u0327a\u0303o${'\u0301\u0323'.repeat(2000)}`
    const normalize = vi.spyOn(String.prototype, 'normalize')
    const report = reportOf({
      subject: [...['O', 'OU', 'CN'].map((type) => [type, accents] as const), ['L', 'São Paulo']],
    })
    const texts = normalize.mock.contexts.map(String)
    normalize.mockRestore()
    expect(report.banco).toBeUndefined()
    // Once each: subject and issuer.
    expect(texts.toSorted()).toEqual(['Banco', 'Banco CA', 'São Paulo'])
  })

  test('nothing where two banks are shown', () => {
    const issuer = authority('X', { subject: [['CN', 'apis.efipay.com.br']] })
    const { certificate } = client(issuer, { subject: [['OU', 'API Pix Sicredi']] })
    const report = inspectCertificate(certificate, { now: NOW })
    expect(report.banco).toBeUndefined()
  })
})
