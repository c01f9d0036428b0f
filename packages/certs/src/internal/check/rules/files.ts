/**
 * Rules about single files: what did not open, and forms that tools refuse.
 *
 * @module
 */
import type { CredentialsFormat } from '../../../credentials.ts'
import type { DiagnosisCode } from '../../../codes.ts'
import { modernCopies, pemCopy } from '../copies.ts'
import type { Facts, FileFacts } from '../facts.ts'
import { hashText } from '../facts.ts'
import { type Finding, finding, type FindingSeverity } from '../finding.ts'

/** Findings for the errors of a reader; all others are damage. */
const FAILURES: Readonly<Record<string, DiagnosisCode>> = {
  CERTS_ALGORITHM_UNSUPPORTED: 'CERTS_FOUND_ALGORITHM_UNSUPPORTED',
  CERTS_FILE_EMPTY: 'CERTS_FOUND_FILE_EMPTY',
  CERTS_FILE_TOO_LARGE: 'CERTS_FOUND_FILE_TOO_LARGE',
  CERTS_FILE_UNKNOWN: 'CERTS_FOUND_FILE_UNKNOWN',
  CERTS_OBJECTS_TOO_MANY: 'CERTS_FOUND_FILE_TOO_LARGE',
}

export function unreadableFiles({ files }: Facts): Finding[] {
  return files.flatMap(({ failure, given, name }) => {
    if (failure === undefined) return []
    const isPage = failure.code === 'CERTS_FILE_UNKNOWN' && failure.params['found'] === 'html'
    const code = isPage ? 'CERTS_FOUND_FILE_PAGE' : (FAILURES[failure.code] ?? 'CERTS_FOUND_FILE_DAMAGED')
    const isOther = code === 'CERTS_FOUND_FILE_UNKNOWN' || code === 'CERTS_FOUND_FILE_TOO_LARGE'
    const severity: FindingSeverity = isOther && given.role === undefined ? 'warning' : 'error'
    return finding(code, severity, name, { params: failure.params })
  })
}

export function lockedFiles({ files }: Facts): Finding[] {
  return files.flatMap(({ name, parts }) => {
    const [first] = parts?.locked ?? []
    if (first === undefined) return []
    const isWrong = first.code === 'CERTS_PASSPHRASE_WRONG'
    return finding(isWrong ? 'CERTS_FOUND_PASSPHRASE_WRONG' : 'CERTS_FOUND_PASSPHRASE_MISSING', 'error', name, {
      params: first.params,
    })
  })
}

/** @see Guia API Pix Sicredi, annex IV, status 403: some tools do not take a key with a passphrase */
export function encryptedKeys(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const { parts } = file
    const isKeyFile = parts !== undefined && parts.format !== 'pkcs12' && file.keys.length > 0
    if (!isKeyFile || parts.encryption.length === 0) return []
    return finding('CERTS_FOUND_KEY_ENCRYPTED', 'info', file.name, { fix: pemCopy(facts, file) })
  })
}

/** @see Guia API Pix Sicredi, annexes II and VI: many tools take PEM alone, and downloads may be DER */
export function binaryFiles(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const form = formOf(file)
    const fix = pemCopy(facts, file)
    const severity = file.given.role === undefined ? 'warning' : 'error'
    switch (form) {
      case 'der':
        return isMeantBinary(file) ? [] : finding('CERTS_FOUND_DER', severity, file.name, { fix })
      case 'base64':
        return finding('CERTS_FOUND_BASE64', severity, file.name, { fix })
      case 'marked':
        return finding('CERTS_FOUND_PEM_ENCODING', severity, file.name, { fix })
      case 'pkcs7':
        return finding('CERTS_FOUND_PKCS7', severity, file.name, { fix })
      case 'pem':
      case 'bundle':
      case undefined:
        return []
    }
  })
}

/** In a role, PEM is needed; otherwise .der says what it is, and what says something else has a finding of its own. */
function isMeantBinary(file: FileFacts): boolean {
  return file.given.role === undefined && (file.extension === 'der' || liesAbout(file) !== undefined)
}

/** @see Guia API Pix Sicredi, annex VI: the extension does not change what a file is */
export function lyingExtensions(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const content = liesAbout(file)
    if (content === undefined || (content === 'DER' && file.given.role !== undefined)) return []
    return finding('CERTS_FOUND_EXTENSION', 'warning', file.name, {
      params: { content, suggested: `${file.stem}.${extensionFor(content, file)}` },
      fix: pemCopy(facts, file),
    })
  })
}

/** PBE with RC2 is in no provider that Node loads. */
const RC2 = /RC2/
const LEGACY = /3DES|DES-EDE3|^PBE-SHA1/i

export function oldBundles(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const { name, parts } = file
    if (parts?.format !== 'pkcs12') return []
    const fix = parts.locked.length === 0 ? modernCopies(facts, file) : undefined
    const rc2 = parts.encryption.find((algorithm) => RC2.test(algorithm))
    const legacy = parts.encryption.find((algorithm) => LEGACY.test(algorithm))
    const found: Finding[] = []
    if (rc2 !== undefined) found.push(finding('CERTS_FOUND_RC2', 'error', name, { params: { algorithm: rc2 }, fix }))
    if (parts.notes.includes('no-mac')) found.push(finding('CERTS_FOUND_MAC_MISSING', 'error', name, { fix }))
    if (rc2 === undefined && legacy !== undefined) {
      found.push(finding('CERTS_FOUND_P12_LEGACY', 'info', name, { params: { algorithm: legacy }, fix }))
    }
    return found
  })
}

export function duplicateFiles({ files }: Facts): Finding[] {
  const seen = new Map<string, string>()
  return files.flatMap((file) => {
    const content = contentText(file)
    const other = seen.get(content)
    if (content === '' || other === undefined) {
      seen.set(content, file.name)
      return []
    }
    return finding('CERTS_FOUND_DUPLICATE', 'info', file.name, { params: { other }, others: [other] })
  })
}

type Form = 'pem' | 'der' | 'base64' | 'marked' | 'bundle' | 'pkcs7'

/** How the file is written; absent when it was not read. */
function formOf({ given: { bytes }, parts }: FileFacts): Form | undefined {
  if (parts === undefined) return undefined
  const isBinary = bytes[0] === 0x30 && parts.format !== 'pem'
  if (parts.notes.includes('pkcs7')) return 'pkcs7'
  if (isBinary) return parts.format.startsWith('der-') ? 'der' : 'bundle'
  if (isMarked(bytes)) return 'marked'
  const text = Buffer.from(bytes).toString('latin1')
  return text.includes('-----BEGIN ') ? 'pem' : 'base64'
}

/** UTF-8 with a byte order mark, or UTF-16. */
function isMarked([first, second, third]: Uint8Array): boolean {
  const isUtf8 = first === 0xef && second === 0xbb && third === 0xbf
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  return isUtf8 || isUtf16 || first === 0 || second === 0
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
  const promise = PROMISES[file.extension]
  if (form === undefined || promise === undefined || promise(file, form)) return undefined
  // A request called .cer is told as what it is taken for.
  const isRequestOnly = file.requests.length > 0 && file.certificates.length === 0
  if (isRequestOnly && ['cer', 'crt'].includes(file.extension)) return undefined
  if (file.extension === 'pem' && form === 'der') return 'DER'
  return contentOf(file)
}

const FORMATS: Readonly<Partial<Record<CredentialsFormat, string>>> = { pkcs12: 'PKCS#12', pkcs7: 'PKCS#7' }

/** A word of no language for what a file holds. */
export function contentOf({ certificates, keys, parts, requests }: FileFacts): string {
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

/** A text that is equal for files with the same objects; empty for a file without. */
function contentText({ certificates, keys, requests }: FileFacts): string {
  const texts = [
    ...certificates.map(({ item }) => `c${hashText(item.der)}`),
    ...keys.map(({ keyText = '' }) => `k${keyText}`),
    ...requests.map(({ item }) => `r${hashText(item.der)}`),
  ]
  return [...new Set(texts)].sort().join('\n')
}
