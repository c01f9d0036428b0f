/**
 * Says what is wrong with a set of files: certificates, keys, requests, chains.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { assertChoice, assertInteger, assertObject } from './internal/arguments.ts'
import type { Ambiente } from './internal/check/bank-patterns.ts'
import { gatherFacts } from './internal/check/facts.ts'
import type { GivenFile, Role } from './internal/check/file-facts.ts'
import { type Finding, type FindingSeverity, type FixedFile, sortFindings } from './internal/check/finding.ts'
import { CHAIN_RULES } from './internal/check/rules/chain.ts'
import { FILE_RULES } from './internal/check/rules/files.ts'
import { FORM_RULES } from './internal/check/rules/forms.ts'
import { goodPairs, PAIR_RULES } from './internal/check/rules/pairs.ts'
import { ROLE_RULES } from './internal/check/rules/roles.ts'
import type { Rule } from './internal/check/rules/rule.ts'
import { STRENGTH_RULES } from './internal/check/rules/strength.ts'
import { VALIDITY_RULES } from './internal/check/rules/validity.ts'
import { assertMoment, MAX_DAYS } from './internal/time.ts'

export type { Ambiente, Finding, FindingSeverity, FixedFile, GivenFile, Role }

export interface DiagnoseOptions {
  /** The moment at which the certificates must be valid, in milliseconds since 1970; now by default. */
  readonly now?: number | undefined
  /** Environment in which the certificate is to be used; left out, that is not checked. */
  readonly ambiente?: Ambiente | undefined
  /** A certificate that ends within so many days is worth a warning, 0 to 36,525; 30 by default. */
  readonly expiringDays?: number | undefined
}

const EXPIRING_DAYS = 30

const RULES: readonly Rule[] = [
  // First: names that files should have are not for copies of others.
  ...FORM_RULES,
  ...FILE_RULES,
  ...ROLE_RULES,
  ...PAIR_RULES,
  ...CHAIN_RULES,
  ...VALIDITY_RULES,
  ...STRENGTH_RULES,
]

/**
 * Finds out what is wrong with the files that somebody has for mTLS, and what to do about it.
 *
 * Takes the files as they lie in a folder, or each in its role. Sentences and remedies for the codes are in
 * `@pixkit/certs/messages/en` and `…/pt-br`. A file that cannot be read and a chain that does not hold are told with the
 * codes of `readCredentials` and `buildChain`, whose sentences want the name of the file in front. No finding holds a
 * name, a number or a key out of a file; names of files are in `path`, `files` and `params`. That nothing was found does
 * not prove that the bank accepts the certificate. A certificate for any purpose (`anyExtendedKeyUsage`) is taken for one
 * for clients here, and not by `buildChain`.
 *
 * What hostile files may cost is limited over all of them: of rounds of key derivation, of certificates looked at, and of
 * signatures verified.
 *
 * @param given - Names are for people; extensions are compared with the content. A passphrase is that of its file.
 * @returns Errors first, and of them the one to mend first, about a file in a role before those beside it; empty when nothing is worth
 *   telling.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`. Nothing that is in a file throws.
 * @throws {TypeError} An argument is of the wrong type.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createClientIdentity } from '@pixkit/certs/create-identity'
 * import { diagnose } from '@pixkit/certs/diagnose'
 * import { messages, remedies } from '@pixkit/certs/messages/pt-br'
 * import { toDer } from '@pixkit/certs/to-der'
 * import { toPem } from '@pixkit/certs/to-pem'
 * import { formatMessage } from '@pixkit/core'
 *
 * const ca = await createCa()
 * const { certificate, privateKey } = await createClientIdentity(ca)
 * const [finding] = await diagnose([
 *   { name: 'certificado.cer', bytes: toDer(certificate) },
 *   { name: 'certificado.key', bytes: Buffer.from(toPem(privateKey)) },
 *   { name: 'cadeia.cer', bytes: Buffer.from(toPem(ca.certificate)) },
 * ])
 *
 * finding?.code // 'CERTS_FOUND_DER'
 * finding && formatMessage(finding, messages) // '"certificado.cer" é binário (DER), e muitas ferramentas exigem texto (PEM)'
 * finding && formatMessage(finding, remedies).slice(0, 18) // 'Use a cópia em PEM'
 * finding?.fix?.()[0]?.name // 'certificado.pem'
 * ```
 */
export async function diagnose(
  given: readonly GivenFile[],
  options: DiagnoseOptions = {},
): Promise<readonly Finding[]> {
  assertFiles(given)
  assertObject(options, 'options')
  const { ambiente, expiringDays = EXPIRING_DAYS, now = Date.now() } = options
  assertMoment(now)
  assertInteger(expiringDays, 0, MAX_DAYS, 'expiringDays')
  if (ambiente !== undefined) assertChoice(ambiente, ['producao', 'homologacao'], 'ambiente')
  const facts = gatherFacts(given, { now, ambiente, expiringDays })
  const told: (readonly Finding[])[] = []
  for (const rule of RULES) told.push(await rule(facts))
  const found = told.flat()
  const pairs = found.some(({ severity }) => severity !== 'info') ? goodPairs(facts) : []
  const inRoles = given.filter(({ role }) => role !== undefined).map(({ name }) => name)
  return sortFindings([...found, ...pairs], new Set(inRoles))
}

function assertFiles(given: unknown): void {
  if (!Array.isArray(given)) throw new TypeError('"given" must be an array of files')
  for (const [index, file] of (given as readonly unknown[]).entries()) {
    const { bytes, name, passphrase, role } = Object(file) as Partial<Record<keyof GivenFile, unknown>>
    assertString(name, `given[${index}].name`)
    if (!(bytes instanceof Uint8Array)) throw new TypeError(`"given[${index}].bytes" must be a Uint8Array`)
    if (passphrase !== undefined) assertString(passphrase, `given[${index}].passphrase`)
    if (role !== undefined) assertChoice(role as string, ['certificate', 'key', 'ca'], `given[${index}].role`)
  }
}
