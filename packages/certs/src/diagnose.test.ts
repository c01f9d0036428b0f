import { readdirSync, readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import {
  as,
  AUTHORITIES,
  bundle,
  BUNDLE_WITHOUT_PASSPHRASE,
  CERTIFICATE,
  CHAIN,
  codesOf,
  EXPIRED,
  file,
  GOOD,
  HTML,
  issued,
  KEY,
  LEGACY_BUNDLE,
  LOCKED_KEY,
  middle,
  mine,
  MODERN_BUNDLE,
  OTHER_KEY,
  otherKey,
  REQUEST,
  run,
  sentences,
  signedData,
  stranger,
} from '../../../tests/lib/diagnosis.ts'
import { HOSTILE_FILES } from '../../../tests/lib/hostile-files.ts'
import { BUNDLE_WITHOUT_MAC, DES_BUNDLE, RC2_BUNDLE } from '../../../tests/lib/old-bundles.ts'
import {
  authority,
  certificateOf,
  certificatePem,
  client,
  DAY,
  keyNamed,
  keyPem,
  NOW,
  otherName,
  pem,
  requestOf,
  SERVER_AUTH,
} from '../../../tests/lib/test-certificate.ts'
import { diagnose, type Finding, type GivenFile } from './diagnose.ts'
import * as english from './messages/en.ts'
import * as portuguese from './messages/pt-br.ts'

describe('diagnose', () => {
  test('finds nothing in good files', async () => {
    expect(await run(GOOD)).toEqual([])
    expect(await run(GOOD.map((given, index) => as((['certificate', 'key', 'ca'] as const)[index], given)))).toEqual([])
    expect(await run([bundle(MODERN_BUNDLE)])).toEqual([])
    expect(await run([as('certificate', bundle(MODERN_BUNDLE))], { ambiente: 'producao' })).toEqual([])
    expect(await run([file('efi.p12', BUNDLE_WITHOUT_PASSPHRASE)])).toEqual([])
  })

  test('has a case for each of its codes beside the rules', () => {
    const rules = new URL('internal/check/rules/', import.meta.url)
    const tests = readdirSync(rules).filter((name) => name.endsWith('.test.ts'))
    const text = tests.map((name) => readFileSync(new URL(name, rules), 'utf8')).join('\n')
    const codes = Array.from(text.matchAll(/^ +code: '(CERTS_FOUND_\w+)',$/gm), ([, code = '']) => code)
    expect([...new Set(codes)].toSorted()).toEqual(Object.keys(english.diagnosisMessages).toSorted())
  })

  test('what is told first is what to mend first', async () => {
    const files = [issued({ ...EXPIRED, key: otherKey }), LOCKED_KEY, REQUEST, AUTHORITIES]
    expect(await codesOf(files)).toEqual(['CERTS_PASSPHRASE_MISSING', 'CERTS_FOUND_EXPIRED'])
    expect(await codesOf(files.map((given) => ({ ...given, passphrase: 'segredo' })))).toEqual([
      'CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST',
      'CERTS_FOUND_EXPIRED',
      'CERTS_FOUND_KEY_ENCRYPTED',
    ])
  })

  test('a file in a role comes before those beside it', async () => {
    const page = file('pagina.cer', HTML)
    const namesOf = async (files: readonly GivenFile[]): Promise<unknown[]> =>
      (await run(files)).flatMap(({ path }) => path).slice(0, 2)
    expect(await namesOf([page, as('certificate', file('vazio.cer', HTML))])).toEqual(['vazio.cer', 'pagina.cer'])
    expect(await namesOf([page, as('certificate', file('vazio.cer', ''))])).toEqual(['vazio.cer', 'pagina.cer'])
  })

  test('is the same whatever the order of the files, but for files that are alike', async () => {
    const files = [CERTIFICATE, OTHER_KEY, REQUEST, KEY, file('LEIAME.txt', 'Leia'), file('vazio.crt', '')]
    const expected = await run(files)
    expect(expected.map(({ code }) => code)).toEqual([
      'CERTS_FILE_EMPTY',
      'CERTS_FILE_UNKNOWN',
      'CERTS_FOUND_CHAIN_INCOMPLETE',
      'CERTS_FOUND_PAIR',
      'CERTS_FOUND_KEY_UNUSED',
    ])
    for (const order of [files.toReversed(), [...files.slice(3), ...files.slice(0, 3)]]) {
      expect(JSON.stringify(await run(order))).toBe(JSON.stringify(expected))
    }
  })

  test('looks at a hundred certificates in play, and at as many beside them', async () => {
    const many = Array.from({ length: 101 }, (_, index) => {
      const options = { ...EXPIRED, subject: [['CN', `loja ${index}`]], serialNumber: Uint8Array.of(1, index) } as const
      return client(middle, { ...options, key: otherKey }).certificate
    })
    const countOf = async (files: readonly GivenFile[]): Promise<number> =>
      (await codesOf(files)).filter((code) => code === 'CERTS_FOUND_EXPIRED').length
    expect(await countOf([file('lojas.pem', certificatePem(...many))])).toBe(100)
    expect(await countOf([file('lojas.pem', certificatePem(...many)), ...GOOD])).toBe(100)
    expect(await countOf([file('lojas.pem', certificatePem(...many.slice(0, 9)))])).toBe(9)
  })

  test('takes a hundred and thirty thousand files', async () => {
    const files = Array.from({ length: 130_000 }, (_, index) => file(`${index}.cer`, ''))
    expect(await run(files)).toHaveLength(130_000)
  })

  test('writes each certificate down once, however many are in play', async () => {
    const leaves = Array.from({ length: 20 }, (_, index) => {
      const options = { subject: [['CN', `loja ${index}`]], serialNumber: Uint8Array.of(2, index) } as const
      return client(middle, options).certificate
    })
    const authorities = Array.from({ length: 200 }, (_, index) => {
      return authority('Outra', { subject: [['CN', `outra ${index}`]], serialNumber: Uint8Array.of(3, index) })
        .certificate
    })
    const files = [
      file('lojas.pem', certificatePem(...leaves)),
      KEY,
      file('raizes.pem', certificatePem(...authorities)),
    ]
    const toString = vi.spyOn(Buffer.prototype, 'toString')
    const findings = await run(files)
    const written = toString.mock.calls.filter(([encoding]) => encoding === 'latin1').length
    toString.mockRestore()
    expect(findings.length).toBeGreaterThan(20)
    expect(written).toBeGreaterThanOrEqual(220)
    expect(written).toBeLessThan(260)
  })

  test('speaks in sentences of one breath, in both languages', () => {
    for (const { messages, remedies } of [english, portuguese]) {
      const texts = Object.keys(english.diagnosisMessages).flatMap((code) =>
        [messages, remedies].map((of) => of[code as never]),
      )
      expect(texts.filter((text: string) => text.length > 120)).toEqual([])
    }
  })

  test('looks from now by default', async () => {
    const far = { notBefore: 0, notAfter: Date.now() + 400 * DAY }
    const issuer = authority('Agora', far)
    const files = [file('c.pem', certificatePem(client(issuer, far).certificate, issuer.certificate)), KEY]
    expect(await diagnose(files)).toEqual([])
  })

  test('has no fix where no conversion mends it', async () => {
    const [finding] = await run([issued(EXPIRED), KEY, AUTHORITIES])
    expect(finding?.code).toBe('CERTS_FOUND_EXPIRED')
    expect(finding && Object.hasOwn(finding, 'fix')).toBe(false)
  })

  test('refuses arguments of another type', async () => {
    await expect(diagnose(CERTIFICATE as never)).rejects.toThrow(TypeError)
    await expect(diagnose([{ name: 'a.pem', bytes: 'text' } as never])).rejects.toThrow(TypeError)
    await expect(diagnose([{ bytes: new Uint8Array() } as never])).rejects.toThrow(TypeError)
    await expect(diagnose([{ ...CERTIFICATE, passphrase: 1 } as never])).rejects.toThrow(TypeError)
    await expect(diagnose([], { now: 'today' as never })).rejects.toThrow(TypeError)
    await expect(diagnose([], null as never)).rejects.toThrow(TypeError)
  })

  test.each([
    [[], { expiringDays: -1 }, 'expiringDays'],
    [[], { ambiente: 'teste' }, 'ambiente'],
    [[], { now: Number.NaN }, 'now'],
    [[{ ...CERTIFICATE, role: 'cert' }], {}, 'given[0].role'],
  ] as const)('refuses a wrong option: %#', async (files, options, path) => {
    await expect(diagnose(files as never, options as never)).rejects.toMatchObject({
      code: 'CERTS_OPTION_INVALID',
      path: [path],
    })
  })
})

describe('privacy', () => {
  const person = `01011980${'12345678909'}00000000000000000000000000000`
  const subject = [
    ['O', 'Padaria da Ana Ltda'],
    ['CN', 'ANA DE SOUZA:12345678909'],
    ['serialNumber', '12345678000195'],
  ] as const
  const personal = client(middle, { ...EXPIRED, subject, subjectAltNames: [otherName('2.16.76.1.3.1', person)] })
  const files = [
    file('certificado.cer', personal.certificate.der),
    file('chave.key', keyPem(mine.privateKey, 'frase secretíssima'), { passphrase: 'frase secretíssima' }),
    file('errada.key', keyPem(otherKey, 'outra frase'), { passphrase: 'frase secretíssima' }),
    file('tudo.p12', RC2_BUNDLE, { passphrase: 'senha' }),
    file('pagina.cer', HTML),
  ]
  const SECRETS = [
    'ANA',
    'Padaria',
    '12345678909',
    '12345678000195',
    'secretíssima',
    'outra frase',
    'Access',
    'BEGIN',
    'MII',
  ]

  test.each([
    ['JSON', (findings: readonly Finding[]) => JSON.stringify(findings)],
    ['util.inspect', (findings: readonly Finding[]) => inspect(findings, { depth: null, showHidden: true })],
    ['English', (findings: readonly Finding[]) => sentences(findings, english)],
    ['Portuguese', (findings: readonly Finding[]) => sentences(findings, portuguese)],
  ])('%s shows nothing of what is in the files', async (_, show) => {
    const findings = await run(files)
    expect(findings.length).toBeGreaterThan(5)
    const shown = show(findings)
    expect(shown).toContain('certificado.cer')
    expect(SECRETS.filter((secret) => shown.includes(secret))).toEqual([])
    expect(shown).not.toContain(Buffer.from(personal.certificate.der).subarray(40, 60).toString('base64'))
  })
})

describe('a file that OpenSSL stumbles over', () => {
  test.each(HOSTILE_FILES.map((bytes, index) => ({ bytes, index })))('$index', async ({ bytes }) => {
    const findings = await run([file('hostil.pem', bytes), KEY, CERTIFICATE])
    expect(findings.flatMap(({ path }) => path)).toContain('hostil.pem')
    for (const { fix } of findings) expect(fix?.() ?? []).toBeInstanceOf(Array)
  })

  test('and all of them together', async () => {
    const files = HOSTILE_FILES.map((bytes, index) => file(`${index}.pem`, bytes))
    const findings = await run(files)
    expect(findings.flatMap(({ fix }) => fix?.() ?? []).length).toBeGreaterThan(0)
  })
})

describe('a folder of mixed-up files', () => {
  test('tells the story in the order to mend it', async () => {
    const files = [
      file('certificado.cer', pem('CERTIFICATE REQUEST', requestOf().der)),
      file('certificado (1).cer', mine.certificate.der),
      AUTHORITIES,
      issued({ key: keyNamed('bank') }, 'webhook-sicredi.cer'),
      file('APLICACAO.key', keyPem(otherKey)),
      file('APLICACAO_COMSENHA.key', keyPem(mine.privateKey, 'segredo'), { passphrase: 'segredo' }),
      file('backup.pfx', RC2_BUNDLE, { passphrase: 'senha' }),
      file('index.html', HTML),
      file('LEIAME.txt', 'Leia antes de usar'),
    ]
    const findings = await run(files)
    expect(findings.map(({ code, path, severity }) => `${severity} ${code.slice(6)} ${path.join()}`)).toEqual([
      'error FOUND_FILE_PAGE index.html',
      'error FOUND_REQUEST_AS_CERTIFICATE certificado.cer',
      'error FOUND_RC2 backup.pfx',
      'warning FILE_UNKNOWN LEIAME.txt',
      'warning FOUND_DER certificado (1).cer',
      'warning FOUND_CHAIN_INCOMPLETE backup.pfx',
      'warning FOUND_SEVERAL_CERTIFICATES certificado (1).cer',
      'info FOUND_BANK_CERTIFICATE webhook-sicredi.cer',
      'info FOUND_PAIR certificado (1).cer',
      'info FOUND_KEY_UNUSED APLICACAO.key',
      'info FOUND_KEY_ENCRYPTED APLICACAO_COMSENHA.key',
    ])
  })

  test('any part of it, under any name, cut or spoilt, gives findings and never throws', async () => {
    const contents = CONTENTS.map((one) => (typeof one === 'string' ? Buffer.from(one) : one))
    // Bundles are slow on purpose.
    const content = fc.oneof(
      { weight: 18, arbitrary: fc.constantFrom(...contents) },
      { weight: 1, arbitrary: fc.constantFrom(...BUNDLES) },
    )
    const name = fc.oneof(
      fc.constantFrom(
        'certificado.cer',
        'APLICACAO.key',
        'APLICACAO.csr',
        'cadeia.p7b',
        'tudo.pem',
        'webhook-sicredi.cer',
      ),
      fc.stringMatching(/^[\w .-]{0,12}\.(?:cer|key|p12|pfx|csr|pem|crt|der|p7b|PEM)?$/),
      fc.string({ maxLength: 12 }),
    )
    const bytes = fc.oneof(
      { weight: 5, arbitrary: content },
      { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }) },
      {
        weight: 2,
        arbitrary: fc
          .tuple(content, fc.nat(), fc.integer({ min: 0, max: 255 }))
          .map(([whole, at, octet]) =>
            Uint8Array.from(whole).fill(octet, at % whole.length || 0, (at % whole.length || 0) + 1),
          ),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(content, fc.nat()).map(([whole, at]) => whole.slice(0, at % (whole.length + 1))),
      },
    )
    const given = fc.record(
      {
        name,
        bytes,
        role: fc.constantFrom('certificate' as const, 'key' as const, 'ca' as const, undefined),
        passphrase: fc.constantFrom('senha', 'segredo', '', undefined),
      },
      { requiredKeys: ['name', 'bytes'] },
    )
    const options = fc.record({
      now: fc.constantFrom(NOW, 0, Date.UTC(9999, 11, 31)),
      ambiente: fc.constantFrom('producao' as const, undefined),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(given, { maxLength: 6 }), options, async (files, choice) => {
        const findings = await diagnose(files, choice)
        const names = new Set(files.map((one) => one.name))
        for (const { code, files: involved, fix, path } of findings) {
          expect(english.messages[code]).toMatch(/\p{L}/u)
          expect([...path, ...involved].filter((one) => !names.has(one))).toEqual([])
          for (const copy of fix?.() ?? []) expect(copy.bytes.length).toBeGreaterThan(0)
        }
      }),
      // A diagnosis of several files is some milliseconds of work.
      { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 5) },
    )
  })
})

/** Something of everything that the cases of the rules are made of. */
const CONTENTS: readonly (string | Uint8Array)[] = [
  '',
  HTML,
  'Leia antes de usar',
  certificatePem(mine.certificate),
  mine.certificate.der,
  Buffer.from(mine.certificate.der).toString('base64'),
  `\ufeff${certificatePem(mine.certificate)}`,
  Buffer.from(`\ufeff${keyPem(mine.privateKey)}`, 'utf16le'),
  keyPem(mine.privateKey),
  keyPem(mine.privateKey, 'segredo'),
  keyPem(otherKey),
  keyPem(mine.privateKey) + certificatePem(...CHAIN.toReversed()),
  certificatePem(mine.certificate) + keyPem(otherKey),
  pem('CERTIFICATE REQUEST', requestOf().der),
  pem('CERTIFICATE REQUEST', requestOf({ key: keyNamed('rsa2048:client'), hash: 'sha1' }).der),
  certificatePem(...CHAIN.slice(1)),
  certificatePem(stranger.certificate),
  certificatePem(...CHAIN, stranger.certificate),
  signedData(...CHAIN),
  pem('PKCS7', signedData(...CHAIN)),
  ...[
    client(middle, EXPIRED),
    client(middle, { notAfter: NOW + 30 * DAY }),
    client(middle, { key: otherKey }),
    client(middle, { key: keyNamed('rsa1024:weak') }),
    client(middle, { hash: 'sha1' }),
    client(middle, { extendedKeyUsage: [SERVER_AUTH] }),
    client(middle, { keyUsage: 0x20 }),
    client(authority('apis-h.efipay.com.br', { subject: [['CN', 'apis-h.efipay.com.br']] })),
    certificateOf(),
    middle,
    authority('Limitada', { pathLength: 0 }),
  ].map(({ certificate }) => certificatePem(certificate)),
  keyPem(middle.privateKey),
  ...HOSTILE_FILES,
]

const BUNDLES: readonly Uint8Array[] = [
  MODERN_BUNDLE,
  LEGACY_BUNDLE,
  BUNDLE_WITHOUT_PASSPHRASE,
  RC2_BUNDLE,
  DES_BUNDLE,
  BUNDLE_WITHOUT_MAC,
]
