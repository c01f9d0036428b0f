/**
 * What a diagnosis knows of a set of files before it judges.
 *
 * @module
 */
import { createPublicKey } from 'node:crypto'
import { isPixkitError } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import type { PrivateKey, StoredCertificate } from '../../credentials.ts'
import { type Parts, readParts } from '../read/read-parts.ts'
import type { CertificateRequest } from '../x509/certificate.ts'
import type { Ambiente } from './bank-patterns.ts'
import { chainAbove, isSelfSigned, withoutDuplicates } from './issuer.ts'
import { publicKeyObject, publicKeyText } from '../key/public-key.ts'

export type Role = 'certificate' | 'key' | 'ca'

/** A file that somebody has. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What it is meant to be; left out, that is found out. */
  readonly role?: Role | undefined
  readonly passphrase?: string | undefined
}

export interface Failure {
  readonly code: string
  readonly params: Params
}

export interface FileFacts {
  readonly given: GivenFile
  readonly name: string
  /** Lower case, without the dot; empty when there is none. */
  readonly extension: string
  /** The name without its extension. */
  readonly stem: string
  /** Absent when the file could not be read. */
  readonly parts?: Parts | undefined
  readonly failure?: Failure | undefined
  readonly certificates: readonly Own<StoredCertificate>[]
  readonly keys: readonly Own<PrivateKey>[]
  readonly requests: readonly Own<CertificateRequest>[]
}

/** An object, the file in which it was found first, and a text that is equal for equal public keys. */
export interface Own<Kind> {
  readonly item: Kind
  readonly file: string
  /** Absent when Node knows no such key. */
  readonly keyText: string | undefined
}

/** A certificate that somebody means to use as a client. */
export interface Leaf extends Own<StoredCertificate> {
  /** The key that belongs to it, from the first of the files that has it. */
  readonly key: Own<PrivateKey> | undefined
  /** The certificate and its issuers, as far as they are among the files. */
  readonly chain: readonly StoredCertificate[]
  readonly isSelfSigned: boolean
  /** Whether the chain ends in a root. */
  readonly isComplete: boolean
}

export interface DiagnosisContext {
  readonly now: number
  readonly ambiente: Ambiente | undefined
  readonly expiringDays: number
}

export interface Facts extends DiagnosisContext {
  readonly files: readonly FileFacts[]
  /** Without those that occur twice. */
  readonly certificates: readonly Own<StoredCertificate>[]
  readonly keys: readonly Own<PrivateKey>[]
  readonly requests: readonly Own<CertificateRequest>[]
  /** The certificates in play: given as such; else those that have their key here; else those of no authority. */
  readonly leaves: readonly Leaf[]
  /** Whether a file that did not open may hold what is missing. */
  readonly mayHoldKey: boolean
  readonly mayHoldCertificate: boolean
}

/** Files of a bank that calls a webhook. @see Guia API Pix Sicredi, section 7.3 and annex I, step 3 */
const BANK_FILE = /webhook[-_ ]?sicredi/i

/** Nobody has so many certificates in one folder, and each is looked at with care. */
const MAX_LEAVES = 100

/** Codes of files that could be anything, once they are whole. */
const UNOPENED: readonly string[] = [
  'CERTS_ALGORITHM_UNSUPPORTED',
  'CERTS_FILE_DAMAGED',
  'CERTS_FILE_EMPTY',
  'CERTS_ITERATIONS_TOO_MANY',
  'CERTS_KEY_INVALID',
  'CERTS_PEM_BASE64',
  'CERTS_PEM_UNFINISHED',
]

export function gatherFacts(given: readonly GivenFile[], context: DiagnosisContext): Facts {
  const files = given.map(readFile)
  const certificates = unique(
    files.flatMap((file) => file.certificates),
    ({ item }) => hashText(item.der),
  )
  const keys = unique(
    files.flatMap((file) => file.keys),
    ({ keyText = '' }) => keyText,
  )
  const requests = unique(
    files.flatMap((file) => file.requests),
    ({ item }) => hashText(item.der),
  )
  const gathered = { ...context, files, certificates, keys, requests }
  return {
    ...gathered,
    leaves: leavesIn(gathered),
    mayHoldKey: files.some(mayHoldKey),
    mayHoldCertificate: files.some(mayHoldCertificate),
  }
}

/** Whether a file is the certificate with which a bank calls webhooks, as its name says, and no key here is its own. */
export function isBankFile({ certificates, name }: FileFacts, keys: readonly Own<PrivateKey>[]): boolean {
  return BANK_FILE.test(name) && certificates.length > 0 && !certificates.some((own) => keyOf(own, keys) !== undefined)
}

/** The key of a certificate or request among others. */
export function keyOf({ keyText }: Own<unknown>, keys: readonly Own<PrivateKey>[]): Own<PrivateKey> | undefined {
  return keyText === undefined ? undefined : keys.find((key) => key.keyText === keyText)
}

function readFile(given: GivenFile): FileFacts {
  const { name } = given
  const [, stem = name, extension = ''] = /^(.+)\.([^./\\]*)$/s.exec(name) ?? []
  const shape = { given, name, stem, extension: extension.toLowerCase() }
  try {
    const parts = readParts(given.bytes, { passphrase: given.passphrase })
    return {
      ...shape,
      parts,
      certificates: parts.certificates.map((item) => ({ item, file: name, keyText: textOf(item) })),
      keys: parts.privateKeys.map((item) => ({ item, file: name, keyText: publicKeyText(createPublicKey(item.key)) })),
      requests: parts.requests.map((item) => ({ item, file: name, keyText: textOf(item) })),
    }
  } catch (error) {
    if (!isPixkitError(error)) throw error
    const failure = { code: error.code, params: error.params }
    return { ...shape, failure, certificates: [], keys: [], requests: [] }
  }
}

function textOf({ publicKey }: StoredCertificate | CertificateRequest): string | undefined {
  const key = publicKeyObject(publicKey)
  return key === undefined ? undefined : publicKeyText(key)
}

type Gathered = Omit<Facts, 'leaves' | 'mayHoldKey' | 'mayHoldCertificate'>

function leavesIn(gathered: Gathered): Leaf[] {
  const { certificates, keys } = gathered
  const pool = withoutDuplicates(certificates.map(({ item }) => item))
  const chosen = certificatesInPlay(gathered).slice(0, MAX_LEAVES)
  return chosen.map((own) => leafOf(own, keyOf(own, keys), pool))
}

function certificatesInPlay({ certificates, files, keys }: Gathered): readonly Own<StoredCertificate>[] {
  const hasKey = (own: Own<StoredCertificate>): boolean => keyOf(own, keys) !== undefined
  const given = files.filter((file) => file.given.role === 'certificate').flatMap((file) => file.certificates)
  if (given.length > 0) return given.filter((own) => !own.item.isCa || hasKey(own))
  const setAside = files.filter((file) => file.given.role === 'ca' || isBankFile(file, keys)).map(({ name }) => name)
  const others = certificates.filter(({ file }) => !setAside.includes(file))
  const keyed = others.filter(hasKey)
  const choices = [keyed.filter(({ item }) => !item.isCa), keyed, others.filter(({ item }) => !item.isCa)]
  return choices.find((choice) => choice.length > 0) ?? []
}

function leafOf(
  own: Own<StoredCertificate>,
  key: Own<PrivateKey> | undefined,
  pool: readonly StoredCertificate[],
): Leaf {
  const chain = chainAbove(own.item, pool)
  const last = chain.at(-1)
  return {
    ...own,
    key,
    chain,
    isSelfSigned: chain.length === 1 && isSelfSigned(own.item),
    isComplete: last !== undefined && isSelfSigned(last),
  }
}

function mayHoldKey({ extension, failure, given, parts }: FileFacts): boolean {
  if (failure === undefined) return (parts?.locked.length ?? 0) > 0
  const isNamedOtherwise = ['cer', 'crt', 'csr', 'p7b'].includes(extension)
  return isUnopened(failure) && (given.role === undefined ? !isNamedOtherwise : given.role === 'key')
}

function mayHoldCertificate({ extension, failure, given, parts }: FileFacts): boolean {
  if (failure === undefined) return parts?.format === 'pkcs12' && parts.locked.length > 0
  const isNamedOtherwise = extension === 'key' || extension === 'csr'
  return isUnopened(failure) && (given.role === undefined ? !isNamedOtherwise : given.role === 'certificate')
}

/** A page was saved in place of a file. */
function isUnopened({ code, params }: Failure): boolean {
  return UNOPENED.includes(code) || params['found'] === 'html'
}

function unique<Kind>(owned: readonly Own<Kind>[], textFor: (own: Own<Kind>) => string): Own<Kind>[] {
  const seen = new Map<string, Own<Kind>>()
  for (const own of owned) {
    const text = textFor(own)
    if (!seen.has(text)) seen.set(text, own)
  }
  return [...seen.values()]
}

export function hashText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}
