import { describe, expect, test } from 'vitest'
import {
  as,
  AUTHORITIES,
  type Case,
  CERTIFICATE,
  describeCases,
  EXPIRED,
  file,
  GOOD,
  issued,
  KEY,
  otherKey,
  run,
} from '../../../../../../tests/lib/diagnosis.ts'
import {
  authority,
  certificateOf,
  certificatePem,
  client,
  DAY,
  NOW,
} from '../../../../../../tests/lib/test-certificate.ts'
import type { GivenFile } from '../file-facts.ts'

const CASES: readonly Case[] = [
  {
    code: 'CERTS_FOUND_EXPIRED',
    what: 'a certificate of last year',
    files: [issued(EXPIRED), KEY, AUTHORITIES],
    severity: 'error',
    path: ['certificado.cer'],
    params: { date: '2026-05-11' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_EXPIRED',
    what: 'a millisecond after the last moment, which counts',
    files: [issued({ notAfter: NOW }), KEY, AUTHORITIES],
    options: { now: NOW + 1 },
    severity: 'error',
    path: ['certificado.cer'],
    but: [issued({ notAfter: NOW }), KEY, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_EXPIRED',
    what: 'a certificate of last year beside its successor',
    files: [...GOOD, issued(EXPIRED, 'velho.cer')],
    severity: 'warning',
    path: ['velho.cer'],
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_NOT_YET_VALID',
    what: 'a clock that is behind',
    files: GOOD,
    options: { now: NOW - 2 * DAY },
    severity: 'error',
    path: ['certificado.cer'],
    params: { date: '2026-06-14T12:00:00Z' },
    but: GOOD,
  },
  {
    code: 'CERTS_FOUND_EXPIRING',
    what: 'a certificate with thirty days to go',
    files: [issued({ notAfter: NOW + 30 * DAY }), KEY, AUTHORITIES],
    severity: 'warning',
    path: ['certificado.cer'],
    params: { days: 30, date: '2026-07-15' },
    but: [issued({ notAfter: NOW + 30 * DAY + 1000 }), KEY, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_EXPIRING',
    what: 'fewer days than the caller wants',
    files: [issued({ notAfter: NOW + 80 * DAY }), KEY, AUTHORITIES],
    options: { expiringDays: 90 },
    severity: 'warning',
    path: ['certificado.cer'],
    but: [issued({ notAfter: NOW + 80 * DAY }), KEY, AUTHORITIES],
  },
  {
    code: 'CERTS_FOUND_TEST_CERTIFICATE',
    what: 'homologation used for production',
    files: efi('apis-h.efipay.com.br'),
    options: { ambiente: 'producao' },
    severity: 'error',
    path: ['efi.pem'],
    but: efi('apis.efipay.com.br'),
    butOptions: { ambiente: 'producao' },
  },
  {
    code: 'CERTS_FOUND_PRODUCTION_CERTIFICATE',
    what: 'production used for homologation',
    files: efi('apis.efipay.com.br'),
    options: { ambiente: 'homologacao' },
    severity: 'error',
    path: ['efi.pem'],
    but: GOOD,
    butOptions: { ambiente: 'homologacao' },
  },
]

describeCases(CASES)

describe('a certificate whose key is not here, in a folder', () => {
  const subject = [['CN', 'outra.example']] as const
  const january = { key: otherKey, subject, notBefore: Date.UTC(2027, 0, 1), notAfter: Date.UTC(2028, 0, 1) }
  const told = async (files: readonly GivenFile[], options: Parameters<typeof run>[1] = {}): Promise<string[]> =>
    (await run(files, options)).map(({ code, path, severity }) => `${severity} ${code.slice(12)} ${path.join()}`)

  test('is looked at like those in play', async () => {
    expect(await told([...GOOD, issued(january, 'janeiro.cer')])).toEqual([
      'warning KEY_MISSING janeiro.cer',
      'warning NOT_YET_VALID janeiro.cer',
      'info PAIR certificado.cer',
    ])
    expect(await told([...GOOD, issued({ ...EXPIRED, key: otherKey, subject }, 'velho.cer')])).toContain(
      'warning EXPIRED velho.cer',
    )
    const [test] = efi('apis-h.efipay.com.br', { key: otherKey })
    expect(test && (await told([...GOOD, test], { ambiente: 'producao' }))).toContain(
      'warning TEST_CERTIFICATE efi.pem',
    )
  })

  test('is not looked at when the roles say which is meant', async () => {
    const [certificate = CERTIFICATE, key = KEY, ca = AUTHORITIES] = GOOD
    const inRoles = [as('certificate', certificate), as('key', key), as('ca', ca)]
    expect(await told([...inRoles, issued(january, 'janeiro.cer')])).toEqual([])
  })

  test('is not looked at when it issued another: an old root does not say that it is one', async () => {
    const old = certificateOf({ ...EXPIRED, subject: [['CN', 'Raiz antiga']], key: otherKey })
    const files = [
      file('certificado.cer', certificatePem(client(old).certificate)),
      file('raiz.cer', certificatePem(old.certificate)),
    ]
    expect((await told([...files, KEY])).filter((line) => line.endsWith('raiz.cer'))).toEqual([])
    expect((await told(files)).filter((line) => line.endsWith('raiz.cer'))).toEqual([])
  })
})

function efi(host: string, options: Parameters<typeof client>[1] = {}): GivenFile[] {
  const issuer = authority(host, { subject: [['CN', host]] })
  return [
    file('efi.pem', certificatePem(client(issuer, options).certificate)),
    KEY,
    file('ca.crt', certificatePem(issuer.certificate)),
  ]
}
