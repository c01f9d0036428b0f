/**
 * What a diagnosis knows of one file before it judges.
 *
 * @module
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { isPixkitError } from '@pixkit/core/error'
import type { Params } from '@pixkit/core/issue'
import type { ReadErrorCode, X509ErrorCode } from '../../codes.ts'
import type { PrivateKey, StoredCertificate } from '../../credentials.ts'
import { publicKeyObject, publicKeyText } from '../key/public-key.ts'
import { type Parts, readParts, type SharedRounds } from '../read/read-parts.ts'
import type { CertificateRequest } from '../x509/certificate.ts'
import { derText } from './unique.ts'

export type Role = 'certificate' | 'key' | 'ca'

/** A file that somebody has. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** What it is meant to be; left out, that is found out. */
  readonly role?: Role | undefined
  readonly passphrase?: string | undefined
}

/** Why a file could not be read. */
export interface Failure {
  readonly code: ReadErrorCode | X509ErrorCode
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
  /** The certificates, as `derText` writes them. */
  readonly holds: ReadonlySet<string>
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

/** @param rounds - What is left of them for this file and those after it. */
export function readFile(given: GivenFile, rounds: SharedRounds): FileFacts {
  const { name } = given
  const [, stem = name, extension = ''] = /^(.+)\.([^./\\]*)$/s.exec(name) ?? []
  const shape = { given, name, stem, extension: extension.toLowerCase() }
  try {
    const parts = readParts(given.bytes, { passphrase: given.passphrase, rounds })
    return {
      ...shape,
      parts,
      certificates: parts.certificates.map((item) => ({ item, file: name, keyText: publicText(item) })),
      holds: new Set(parts.certificates.map(derText)),
      keys: parts.privateKeys.map((item) => ({ item, file: name, keyText: textOf(createPublicKey(item.key)) })),
      requests: parts.requests.map((item) => ({ item, file: name, keyText: publicText(item) })),
    }
  } catch (error) {
    if (!isPixkitError<ReadErrorCode | X509ErrorCode>(error)) throw error
    const { code, params } = error
    return { ...shape, failure: { code, params }, certificates: [], holds: new Set(), keys: [], requests: [] }
  }
}

function publicText({ publicKey }: StoredCertificate | CertificateRequest): string | undefined {
  const key = publicKeyObject(publicKey)
  return key === undefined ? undefined : textOf(key)
}

/** `undefined` for what OpenSSL reads and cannot write, such as parameters of RSA-PSS that make no sense. */
function textOf(key: KeyObject): string | undefined {
  try {
    return publicKeyText(key)
  } catch {
    return undefined
  }
}

/** The key of a certificate or request among others. */
export function keyOf({ keyText }: Own<unknown>, keys: readonly Own<PrivateKey>[]): Own<PrivateKey> | undefined {
  if (keyText === undefined) return undefined
  const index = indexes.get(keys) ?? new Map(keys.map((own) => [own.keyText, own]))
  indexes.set(keys, index)
  return index.get(keyText)
}

/** Every certificate is looked up in the same lists. */
const indexes = /* @__PURE__ */ new WeakMap<
  readonly Own<PrivateKey>[],
  ReadonlyMap<string | undefined, Own<PrivateKey>>
>()

/** Files of a bank that calls a webhook. @see Guia API Pix Sicredi, section 7.3 and annex I, step 3 */
const BANK_FILE = /webhook[-_ ]?sicredi/i

/** Whether a file is the certificate with which a bank calls webhooks, as its name says, and no key here is its own. */
export function isBankFile({ certificates, name }: FileFacts, keys: readonly Own<PrivateKey>[]): boolean {
  return BANK_FILE.test(name) && certificates.length > 0 && !certificates.some((own) => keyOf(own, keys) !== undefined)
}

/** Whether a file that did not open, or not all of it, may hold a key. */
export function mayHoldKey({ extension, failure, given, parts }: FileFacts): boolean {
  if (failure === undefined) return (parts?.locked.length ?? 0) > 0
  const isNamedOtherwise = ['cer', 'crt', 'csr', 'p7b'].includes(extension)
  return !isOtherThing(failure) && (given.role === undefined ? !isNamedOtherwise : given.role === 'key')
}

/** Whether a file that did not open, or not all of it, may hold a certificate of one's own. */
export function mayHoldCertificate({ extension, failure, given, parts }: FileFacts): boolean {
  if (failure === undefined) return parts?.format === 'pkcs12' && parts.locked.length > 0
  const isNamedOtherwise = extension === 'key' || extension === 'csr'
  return !isOtherThing(failure) && (given.role === undefined ? !isNamedOtherwise : given.role === 'certificate')
}

/** Files of other things, and stores of roots. */
const OTHER_THINGS: readonly string[] = ['CERTS_FILE_TOO_LARGE', 'CERTS_FILE_UNKNOWN', 'CERTS_OBJECTS_TOO_MANY']

/** Whether a file that could not be read may just lie beside the others. Others could be anything, once they are whole. */
export function isOtherThing(failure: Failure): boolean {
  return OTHER_THINGS.includes(failure.code) && !isPage(failure)
}

/** A page is saved in place of a file. */
export function isPage({ params }: Failure): boolean {
  return params['found'] === 'html'
}
