/**
 * A finding of a diagnosis, and the order in which findings are to be mended.
 *
 * @module
 */
import type { Issue, Params, Severity } from '@pixkit/core/issue'
import type { FindingCode } from '../../codes.ts'

/** As with other issues; and `info` is nothing wrong, but good to know. */
export type FindingSeverity = Severity | 'info'

/** A converted copy of what was found, to write beside it. */
export interface FixedFile {
  /** A name without folders, which no file and no other copy of the diagnosis has; equal names are the same copy. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Whether it holds a private key: nobody else may read it. */
  readonly secret: boolean
}

/** What was found in the files. Holds names of files, and nothing of what is in them. */
export interface Finding extends Omit<Issue<FindingCode>, 'severity'> {
  readonly severity: FindingSeverity
  /** Name of the file that it is about; empty when it is about all. */
  readonly path: readonly string[]
  /** Names of all files that play a part, that one first. */
  readonly files: readonly string[]
  /** Makes the copies that mend it, and never throws; absent where a conversion mends nothing. */
  readonly fix?: (() => readonly FixedFile[]) | undefined
}

export interface FindingOptions {
  readonly params?: Params | undefined
  /** Names of other files. */
  readonly others?: readonly string[] | undefined
  readonly fix?: (() => readonly FixedFile[]) | undefined
}

/** @param file - Name of the file that it is about. */
export function finding(
  code: FindingCode,
  severity: FindingSeverity,
  file: string | undefined,
  { fix, others = [], params = {} }: FindingOptions = {},
): Finding {
  const path = file === undefined ? [] : [file]
  const files = [...new Set([...path, ...others])]
  return { code, severity, path, params, files, ...(fix === undefined ? {} : { fix }) }
}

/**
 * What to mend first, within a severity: files that cannot be read, files mixed up, pairs, certificates, forms, chains. That
 * every code has its place here, the compiler sees.
 */
const ORDER = [
  'CERTS_FILE_EMPTY',
  'CERTS_FOUND_FILE_PAGE',
  'CERTS_FILE_TOO_LARGE',
  'CERTS_OBJECTS_TOO_MANY',
  'CERTS_FILE_DAMAGED',
  'CERTS_PEM_UNFINISHED',
  'CERTS_PEM_BASE64',
  'CERTS_KEY_INVALID',
  'CERTS_DER_DEPTH',
  'CERTS_DER_LENGTH',
  'CERTS_DER_TAG',
  'CERTS_DER_TOO_LARGE',
  'CERTS_DER_TRAILING',
  'CERTS_DER_TRUNCATED',
  'CERTS_DER_VALUE',
  'CERTS_X509_EXTENSION_REPEATED',
  'CERTS_X509_FIELD_VERSION',
  'CERTS_X509_SIGNATURE_ALGORITHM_MISMATCH',
  'CERTS_X509_VERSION',
  'CERTS_ALGORITHM_UNSUPPORTED',
  'CERTS_ITERATIONS_TOO_MANY',
  'CERTS_PASSPHRASE_MISSING',
  'CERTS_PASSPHRASE_WRONG',
  'CERTS_FOUND_REQUEST_AS_CERTIFICATE',
  'CERTS_FOUND_CHAIN_AS_CERTIFICATE',
  'CERTS_FOUND_BANK_CERTIFICATE',
  'CERTS_FOUND_NOT_CERTIFICATE',
  'CERTS_FOUND_NOT_KEY',
  'CERTS_FOUND_NOT_CHAIN',
  'CERTS_FILE_UNKNOWN',
  'CERTS_FOUND_CERTIFICATE_MISSING',
  'CERTS_FOUND_KEY_ELSEWHERE',
  'CERTS_FOUND_CERTIFICATE_ELSEWHERE',
  'CERTS_FOUND_KEY_UNOPENED',
  'CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST',
  'CERTS_FOUND_KEY_MISMATCH',
  'CERTS_FOUND_REQUEST_OF_OTHER_KEY',
  'CERTS_FOUND_REQUEST_SIGNATURE',
  'CERTS_FOUND_KEY_MISSING',
  'CERTS_FOUND_CA_CERTIFICATE',
  'CERTS_FOUND_EXPIRED',
  'CERTS_FOUND_NOT_YET_VALID',
  'CERTS_FOUND_TEST_CERTIFICATE',
  'CERTS_FOUND_PRODUCTION_CERTIFICATE',
  'CERTS_FOUND_KEY_WEAK',
  'CERTS_FOUND_SIGNATURE_WEAK',
  'CERTS_FOUND_CLIENT_AUTH_MISSING',
  'CERTS_FOUND_DIGITAL_SIGNATURE_MISSING',
  'CERTS_FOUND_SELF_SIGNED',
  'CERTS_FOUND_RC2',
  'CERTS_FOUND_MAC_MISSING',
  'CERTS_FOUND_TLS_REFUSED',
  'CERTS_FOUND_EXTENSION',
  'CERTS_FOUND_DER',
  'CERTS_FOUND_BASE64',
  'CERTS_FOUND_PEM_ENCODING',
  'CERTS_FOUND_PKCS7',
  'CERTS_FOUND_CHAIN_ORDER',
  'CERTS_CHAIN_SIGNATURE',
  'CERTS_CHAIN_NOT_CA',
  'CERTS_CHAIN_PATH_LENGTH',
  'CERTS_CHAIN_NAME_CONSTRAINTS',
  'CERTS_CHAIN_KEY_USAGE',
  'CERTS_CHAIN_EXTENDED_KEY_USAGE',
  'CERTS_CHAIN_EXTENSION_UNKNOWN',
  'CERTS_CHAIN_KEY_WEAK',
  'CERTS_CHAIN_ALGORITHM',
  'CERTS_CHAIN_EXPIRED',
  'CERTS_CHAIN_NOT_YET_VALID',
  'CERTS_CHAIN_INCOMPLETE',
  'CERTS_CHAIN_UNTRUSTED',
  'CERTS_CHAIN_TOO_COMPLEX',
  'CERTS_CHAIN_TOO_LONG',
  'CERTS_FOUND_CHAIN_INCOMPLETE',
  'CERTS_FOUND_ISSUER_EXPIRED',
  'CERTS_FOUND_ISSUER_NOT_YET_VALID',
  'CERTS_FOUND_ROOT_MISSING',
  'CERTS_FOUND_CHAIN_FOREIGN',
  'CERTS_FOUND_EXPIRING',
  'CERTS_FOUND_SEVERAL_CERTIFICATES',
  'CERTS_FOUND_PAIR',
  'CERTS_FOUND_KEY_UNUSED',
  'CERTS_FOUND_KEY_ENCRYPTED',
  'CERTS_FOUND_P12_LEGACY',
  'CERTS_FOUND_UNNEEDED_CERTIFICATES',
  'CERTS_FOUND_DUPLICATE',
] as const satisfies readonly FindingCode[]

const SEVERITIES: readonly FindingSeverity[] = ['error', 'warning', 'info']
const RANKS = /* @__PURE__ */ new Map<FindingCode, number>(ORDER.map((code, rank) => [code, rank]))

/**
 * By severity, then by what to mend first; findings of one code stay in the order of their files.
 *
 * @param inRoles - Names of files that were given as certificate, key or chain: what lies beside them matters less.
 */
export function sortFindings(findings: readonly Finding[], inRoles: ReadonlySet<string>): Finding[] {
  const isBeside = ({ path }: Finding): boolean => path.length > 0 && !path.some((name) => inRoles.has(name))
  return [...findings].sort(
    (left, right) =>
      SEVERITIES.indexOf(left.severity) - SEVERITIES.indexOf(right.severity) ||
      (inRoles.size > 0 ? Number(isBeside(left)) - Number(isBeside(right)) : 0) ||
      (RANKS.get(left.code) ?? 0) - (RANKS.get(right.code) ?? 0),
  )
}
