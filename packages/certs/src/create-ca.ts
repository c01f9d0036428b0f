/**
 * Throw-away certificate authorities.
 *
 * @module
 */
import type { RandomSource } from '@pixkit/core/txid'
import type { PrivateKey } from './credentials.ts'
import type { KeyOptions } from './generate-private-key.ts'
import { basicConstraints, keyIdOf, keyUsage, subjectKeyId } from './internal/make/extensions.ts'
import { assertInteger } from './internal/arguments.ts'
import { ownKey } from './internal/make/own-key.ts'
import { spkiOf } from './internal/key/private-key.ts'
import { encodeSubject, type Subject } from './internal/make/subject.ts'
import { readValidity, type ValidityOptions } from './internal/make/validity.ts'
import { writeCertificate } from './internal/make/write-certificate.ts'
import { issueCertificate } from './issue-certificate.ts'
import type { Identity } from './select-identity.ts'

export interface CreateCaOptions extends ValidityOptions {
  /** Its CN; `pixkit test CA` by default. */
  readonly name?: string | undefined
  /** Its whole name, instead of `name`. */
  readonly subject?: Subject | undefined
  /** Its key, or the kind of key to make; EC on P-256 by default. */
  readonly key?: PrivateKey | KeyOptions | undefined
  /** Makes an intermediate authority below this one; a root by default. */
  readonly issuer?: Identity | undefined
  /** How many authorities may follow below it; any number by default, or one less than the issuer allows. */
  readonly pathLength?: number | undefined
  /** Source of the serial number; inject one only to make tests repeatable. */
  readonly random?: RandomSource | undefined
}

const DEFAULT_DAYS = 3650
const MAX_PATH_LENGTH = 100

/**
 * Makes a certificate authority for tests, or for a sandbox: who wants to trust it must be given its certificate.
 *
 * @returns Its key, its certificate, and the authorities above it: none for a root.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`, `CERTS_SUBJECT_INVALID`, `CERTS_KEY_WEAK`.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 *
 * const root = await createCa({ name: 'AC raiz de teste', pathLength: 1 })
 * const intermediate = await createCa({ name: 'AC intermediária de teste', issuer: root })
 * intermediate.certificate.issuer.text // 'CN=AC raiz de teste'
 * intermediate.certificate.pathLength // 0
 * ```
 *
 * @see RFC 5280, sections 4.2.1.3 and 4.2.1.9
 */
export async function createCa(options: CreateCaOptions = {}): Promise<Identity> {
  const { days = DEFAULT_DAYS, issuer, name = 'pixkit test CA', pathLength } = options
  const { subject = [{ type: 'CN', value: name }] } = options
  const privateKey = await ownKey(options.key)
  if (issuer !== undefined) {
    const certificate = issueCertificate(issuer, { ...options, days, subject, publicKey: privateKey, usage: 'ca' })
    return { privateKey, certificate, chain: [issuer.certificate, ...issuer.chain] }
  }
  if (pathLength !== undefined) assertInteger(pathLength, 0, MAX_PATH_LENGTH, 'pathLength')
  const spki = spkiOf(privateKey)
  const encodedName = encodeSubject(subject)
  const certificate = writeCertificate(privateKey, {
    ...readValidity(options, DEFAULT_DAYS),
    issuer: encodedName,
    subject: encodedName,
    spki,
    extensions: [
      basicConstraints(true, pathLength),
      keyUsage('keyCertSign', 'cRLSign'),
      // No authorityKeyIdentifier: RFC 5280, section 4.2.1.1, lets who signs itself leave it out.
      subjectKeyId(keyIdOf(spki)),
    ],
    random: options.random,
  })
  return { privateKey, certificate, chain: [] }
}
