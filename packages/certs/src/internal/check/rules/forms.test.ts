import { describe, expect, test } from 'vitest'
import {
  as,
  AUTHORITIES,
  bundle,
  type Case,
  CERTIFICATE,
  CHAIN,
  describeCases,
  file,
  fixOf,
  GOOD,
  KEY,
  middle,
  mine,
  MODERN_BUNDLE,
  root,
  run,
  signedData,
} from '../../../../../../tests/lib/diagnosis.ts'
import { certificatePem, keyPem, pem, requestOf } from '../../../../../../tests/lib/test-certificate.ts'

const CASES: readonly Case[] = [
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
      ['certificado.cer', MODERN_BUNDLE, 'PKCS#12', 'certificado.p12'],
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
]

describeCases(CASES)

describe('how files are written', () => {
  test.each([
    ['certificado.p12', 'certificado.cer', 'certificado-pixkit.cer'],
    ['certificado.key', 'CERTIFICADO.CER', 'certificado-pixkit.cer'],
    ['certificado.key', 'outro.cer', 'certificado.cer'],
  ])('%s is not to be called as %s is already', async (name, other, suggested) => {
    const content = certificatePem(mine.certificate)
    const findings = await run([file(name, content), file(other, certificatePem(middle.certificate)), KEY])
    const found = findings.find(({ code }) => code === 'CERTS_FOUND_EXTENSION')
    expect(found?.params).toEqual({ content: 'CERTIFICATE', suggested })
  })

  test.each(['x.__proto__', 'x.constructor', 'x.hasOwnProperty', 'x.toString'])('%s promises nothing', async (name) => {
    expect(await run([{ ...CERTIFICATE, name }, KEY, AUTHORITIES])).toEqual([])
  })

  test('base64 of a bundle or of PEM is base64', async () => {
    const base64 = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64')
    for (const given of [
      bundle(Buffer.from(base64(MODERN_BUNDLE)), 'certificado.txt'),
      file('certificado.txt', base64(keyPem(mine.privateKey) + certificatePem(...CHAIN))),
    ]) {
      expect((await run([given])).map(({ code }) => code)).toEqual(['CERTS_FOUND_BASE64'])
    }
  })

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
})
