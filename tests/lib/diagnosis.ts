/**
 * @module Files to diagnose, good and bad, and what every case of a rule has to show. Names in them are invented.
 */
import { formatMessage } from '@pixkit/core/issue'
import { describe, expect, test } from 'vitest'
import type { FindingCode } from '../../packages/certs/src/codes.ts'
import { diagnose, type DiagnoseOptions, type Finding, type GivenFile } from '../../packages/certs/src/diagnose.ts'
import { contextTag } from '../../packages/certs/src/internal/der/read-der.ts'
import { integer, oid, sequence, setOf, writeDer } from '../../packages/certs/src/internal/der/write-der.ts'
import type { Certificate } from '../../packages/certs/src/internal/x509/certificate.ts'
import * as english from '../../packages/certs/src/messages/en.ts'
import * as portuguese from '../../packages/certs/src/messages/pt-br.ts'
import { toLegacyP12, toP12 } from '../../packages/certs/src/to-p12.ts'
import {
  authority,
  certificatePem,
  client,
  DAY,
  keyNamed,
  keyPem,
  NOW,
  pem,
  requestOf,
  type TestCertificate,
  type TestIdentity,
} from './test-certificate.ts'

export const root: TestIdentity = authority('Banco Raiz')
export const middle: TestIdentity = authority('Banco', { issuer: root })
export const mine: TestIdentity = client(middle)
/** A root that has nothing to do with the others. */
export const stranger: TestIdentity = authority('Estranha')
export const CHAIN: readonly Certificate[] = [mine, middle, root].map(({ certificate }) => certificate)
export const otherKey: TestIdentity['privateKey'] = keyNamed('other')

export const CERTIFICATE: GivenFile = file('certificado.cer', certificatePem(mine.certificate))
export const KEY: GivenFile = file('APLICACAO.key', keyPem(mine.privateKey))
export const REQUEST: GivenFile = file('APLICACAO.csr', pem('CERTIFICATE REQUEST', requestOf().der))
export const AUTHORITIES: GivenFile = file('CadeiaCompleta.cer', certificatePem(middle.certificate, root.certificate))
export const OTHER_KEY: GivenFile = file('outra.key', keyPem(otherKey))
/** Without the passphrase, which is `segredo`. */
export const LOCKED_KEY: GivenFile = file('APLICACAO.key', keyPem(mine.privateKey, 'segredo'))
export const GOOD: readonly GivenFile[] = [CERTIFICATE, KEY, AUTHORITIES]
export const HTML = '<!DOCTYPE html>\n<html><head><title>Access Denied</title></head><body>Login</body></html>\n'
/** Dates of last year. */
export const EXPIRED = { notBefore: NOW - 400 * DAY, notAfter: NOW - 35 * DAY } as const

const IDENTITY = { ...mine, chain: [middle.certificate, root.certificate] }
/** The passphrase of both is `senha`. */
export const MODERN_BUNDLE: Uint8Array = toP12(IDENTITY, { passphrase: 'senha', iterations: 1000 })
export const LEGACY_BUNDLE: Uint8Array = toLegacyP12(IDENTITY, { passphrase: 'senha', iterations: 1000 })
export const BUNDLE_WITHOUT_PASSPHRASE: Uint8Array = toP12(IDENTITY, { passphrase: '', iterations: 1000 })

export function file(name: string, content: string | Uint8Array, rest: Partial<GivenFile> = {}): GivenFile {
  return { name, bytes: typeof content === 'string' ? Buffer.from(content) : content, ...rest }
}

export function as(role: GivenFile['role'], given: GivenFile): GivenFile {
  return { ...given, role }
}

export function bundle(bytes: Uint8Array, name: string = 'certificado.p12'): GivenFile {
  return file(name, bytes, { passphrase: 'senha' })
}

/** A certificate that the bank issued, in PEM. */
export function issued(options: TestCertificate, name: string = 'certificado.cer'): GivenFile {
  return file(name, certificatePem(client(middle, options).certificate))
}

/** Certificates in a bag without signatures. @see RFC 2315, section 9.1 */
export function signedData(...certificates: readonly Certificate[]): Uint8Array {
  const bag = writeDer(contextTag(0), ...certificates.map(({ der }) => der))
  const content = sequence(integer(1), setOf(), sequence(oid('1.2.840.113549.1.7.1')), bag, setOf())
  return sequence(oid('1.2.840.113549.1.7.2'), writeDer(contextTag(0), content))
}

/** Diagnoses at the moment of the tests. */
export function run(given: readonly GivenFile[], options: DiagnoseOptions = {}): Promise<readonly Finding[]> {
  return diagnose(given, { now: NOW, ...options })
}

export async function codesOf(given: readonly GivenFile[], options: DiagnoseOptions = {}): Promise<readonly string[]> {
  return (await run(given, options)).map(({ code }) => code)
}

/** The copies that the finding of a code makes. */
export async function fixOf(
  files: readonly GivenFile[],
  code: FindingCode,
): Promise<ReturnType<NonNullable<Finding['fix']>>> {
  const findings = await run(files)
  const fix = findings.find((finding) => finding.code === code)?.fix
  expect(fix).toBeTypeOf('function')
  return fix?.() ?? []
}

/** All sentences and remedies of findings in a language. */
export function sentences(
  findings: readonly Finding[],
  { messages, remedies }: typeof english | typeof portuguese,
): string {
  return findings.flatMap((finding) => [formatMessage(finding, messages), formatMessage(finding, remedies)]).join('\n')
}

export interface Case {
  readonly code: FindingCode
  readonly what: string
  readonly files: readonly GivenFile[]
  readonly severity: Finding['severity']
  readonly path: readonly string[]
  readonly params?: Finding['params']
  readonly options?: DiagnoseOptions
  /** Files nearly the same, where it is not found. */
  readonly but: readonly GivenFile[]
  readonly butOptions?: DiagnoseOptions
}

export function describeCases(cases: readonly Case[]): void {
  describe.each(cases)('$code: $what', ({ but, butOptions, code, files, options, params = {}, path, severity }) => {
    test('found, in sentences that leave no parameter open', async () => {
      const findings = await run(files, options)
      const found = findings.filter((finding) => finding.code === code)
      expect(found.map((finding) => finding.path)).toEqual([path])
      expect(found[0]).toMatchObject({ severity, params })
      expect(found[0]?.files.slice(0, 1)).toEqual(path)
      for (const catalogue of [english, portuguese]) expect(sentences(findings, catalogue)).not.toMatch(/\{\w+\}/)
    })

    test('not found in the nearly same', async () => {
      const findings = await run(but, butOptions)
      expect(findings.filter((finding) => finding.code === code && finding.severity === severity)).toEqual([])
    })
  })
}
