/**
 * What is collected while a file is read, and what its readers share.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Issue, Path } from '@pixkit/core/issue'
import type { PrivateKey, StoredCertificate } from '../../credentials.ts'
import type { CertificateRequest } from '../x509/certificate.ts'
import { parseCertificate } from '../x509/parse-certificate.ts'
import { parseCertificateRequest } from '../x509/parse-request.ts'
import type { Budget } from './budget.ts'
import { damaged } from './errors.ts'
import type { Passphrase } from './passphrase.ts'
import type { KeyAttributes } from './private-key.ts'
import type { Scheme } from './scheme.ts'

/** A part that the passphrase does not open. */
export type LockedPart = Issue<'CERTS_PASSPHRASE_MISSING' | 'CERTS_PASSPHRASE_WRONG'>

export interface Context {
  readonly passphrase: Passphrase
  readonly budget: Budget
  readonly certificates: StoredCertificate[]
  readonly privateKeys: PrivateKey[]
  readonly requests: CertificateRequest[]
  readonly encryption: Set<string>
  readonly locked: LockedPart[]
  /** Words for what was seen and not read: `public-key`, `crl`, `no-mac` …. */
  readonly notes: Set<string>
}

export function createContext(passphrase: Passphrase, budget: Budget): Context {
  return {
    passphrase,
    budget,
    certificates: [],
    privateKeys: [],
    requests: [],
    encryption: new Set(),
    locked: [],
    notes: new Set(),
  }
}

export function addCertificate(context: Context, der: Uint8Array, path: Path, attributes: KeyAttributes = {}): void {
  context.certificates.push({ ...inFormat('X.509', path, () => parseCertificate(der)), ...attributes })
}

export function addRequest(context: Context, der: Uint8Array, path: Path): void {
  context.requests.push(inFormat('PKCS#10', path, () => parseCertificateRequest(der)))
}

/** Notes that a part stays closed: `readCredentials` makes an error of it, a diagnosis goes on. */
export function lock({ locked, passphrase }: Context, format: string, path: Path): void {
  const code = passphrase.isGiven ? 'CERTS_PASSPHRASE_WRONG' : 'CERTS_PASSPHRASE_MISSING'
  locked.push({ code, severity: 'error', path, params: { format } })
}

/** Notes how a part is encrypted. */
export function useScheme({ encryption }: Context, scheme: Scheme): Scheme {
  encryption.add(scheme.name)
  return scheme
}

/**
 * Runs a reader; ASN.1 that makes no sense becomes a damaged file of the format.
 *
 * @param prefix - Where the object is in the file, when the reader does not know.
 */
export function inFormat<Value>(format: string, prefix: Path, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (!isPixkitError(error)) throw error
    const isVague = error.code === 'CERTS_FILE_DAMAGED' && error.params['format'] === 'DER'
    const isAsn1 = error.code.startsWith('CERTS_DER_') && error.code !== 'CERTS_DER_TOO_LARGE'
    if (isVague || isAsn1) throw damaged(format, [...prefix, ...error.path])
    throw error
  }
}
