/**
 * Rules about how files are written and what they are called: forms that tools refuse, extensions that lie.
 *
 * @module
 */
import type { CredentialsFormat } from '../../../credentials.ts'
import { pemCopy } from '../copies.ts'
import type { Facts } from '../facts.ts'
import type { FileFacts } from '../file-facts.ts'
import { type Finding, finding } from '../finding.ts'
import type { Rule } from './rule.ts'

export const FORM_RULES: readonly Rule[] = [lyingExtensions, unusualForms]

const CODES = {
  der: 'CERTS_FOUND_DER',
  base64: 'CERTS_FOUND_BASE64',
  marked: 'CERTS_FOUND_PEM_ENCODING',
  pkcs7: 'CERTS_FOUND_PKCS7',
} as const

/** @see Guia API Pix Sicredi, annexes II and VI: many tools take PEM alone, and downloads may be DER */
function unusualForms(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const form = formOf(file)
    if (form === undefined || form === 'pem' || form === 'bundle') return []
    if (form === 'der' && isMeantBinary(file)) return []
    const severity = file.given.role === undefined ? 'warning' : 'error'
    return finding(CODES[form], severity, file.name, { fix: pemCopy(facts, file) })
  })
}

/** In a role, PEM is needed; otherwise .der says what it is, and what says something else has a finding of its own. */
function isMeantBinary(file: FileFacts): boolean {
  return file.given.role === undefined && (file.extension === 'der' || liesAbout(file) !== undefined)
}

/** @see Guia API Pix Sicredi, annex VI: the extension does not change what a file is */
function lyingExtensions(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const content = liesAbout(file)
    if (content === undefined || (content === 'DER' && file.given.role !== undefined)) return []
    const suggested = facts.offers.nameFor(file, extensionFor(content, file), 'renamed')
    return finding('CERTS_FOUND_EXTENSION', 'warning', file.name, {
      params: { content, suggested },
      fix: pemCopy(facts, file),
    })
  })
}

type Form = 'pem' | 'der' | 'base64' | 'marked' | 'bundle' | 'pkcs7'

/** How the file is written, as far as tools care; absent when it was not read. */
function formOf({ parts }: FileFacts): Form | undefined {
  if (parts === undefined) return undefined
  if (parts.notes.includes('pkcs7')) return 'pkcs7'
  if (parts.encoding !== 'binary') return parts.encoding
  return parts.format.startsWith('der-') ? 'der' : 'bundle'
}

/** What a file may hold by its extension; others promise nothing. */
const PROMISES: Readonly<Record<string, (file: FileFacts, form: Form) => boolean>> = {
  cer: hasCertificates,
  crt: hasCertificates,
  csr: ({ requests }) => requests.length > 0,
  der: (_, form) => form === 'der',
  key: ({ keys, parts }) => keys.length > 0 || (parts?.locked.length ?? 0) > 0,
  p12: isBundle,
  p7b: isSignedData,
  p7c: isSignedData,
  pem: (_, form) => form === 'pem' || form === 'marked' || form === 'base64',
  pfx: isBundle,
  req: ({ requests }) => requests.length > 0,
}

function hasCertificates({ certificates, parts }: FileFacts): boolean {
  return certificates.length > 0 && parts?.format !== 'pkcs12'
}

function isBundle({ parts }: FileFacts): boolean {
  return parts?.format === 'pkcs12'
}

function isSignedData({ certificates, parts }: FileFacts): boolean {
  return parts?.notes.includes('pkcs7') === true || (parts?.format === 'pem' && certificates.length > 0)
}

/** What the file is instead of what its extension says; absent when it is that, or says nothing. */
function liesAbout(file: FileFacts): string | undefined {
  const form = formOf(file)
  const promise = Object.hasOwn(PROMISES, file.extension) ? PROMISES[file.extension] : undefined
  if (form === undefined || promise === undefined || promise(file, form)) return undefined
  // A request called .cer is told as what it is taken for.
  const isRequestOnly = file.requests.length > 0 && file.certificates.length === 0
  if (isRequestOnly && ['cer', 'crt'].includes(file.extension)) return undefined
  if (file.extension === 'pem' && form === 'der') return 'DER'
  return contentOf(file)
}

const FORMATS: Readonly<Partial<Record<CredentialsFormat, string>>> = { pkcs12: 'PKCS#12', pkcs7: 'PKCS#7' }

/** A word of no language for what a file holds, as PEM calls it. */
function contentOf({ certificates, keys, parts, requests }: FileFacts): string {
  const format = parts === undefined ? undefined : FORMATS[parts.format]
  if (format !== undefined) return format
  if (certificates.length > 0) return 'CERTIFICATE'
  if (requests.length > 0) return 'CERTIFICATE REQUEST'
  return keys.length > 0 || (parts?.locked.length ?? 0) > 0 ? 'PRIVATE KEY' : 'DATA'
}

function extensionFor(content: string, file: FileFacts): string {
  switch (content) {
    case 'PKCS#12':
      return 'p12'
    case 'PKCS#7':
      return 'p7b'
    case 'CERTIFICATE REQUEST':
      return 'csr'
    case 'PRIVATE KEY':
      return 'key'
    case 'DER':
      return file.certificates.length > 0 ? 'cer' : file.keys.length > 0 ? 'key' : 'csr'
    default:
      return file.extension === 'der' ? 'pem' : 'cer'
  }
}
