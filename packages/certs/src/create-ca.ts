/**
 * Throw-away certificate authorities.
 *
 * @module
 */
import type { RandomSource } from '@pixkit/core/txid'
import type { PrivateKey } from './credentials.ts'
import type { KeyOptions } from './generate-private-key.ts'
import { caExtensions, keyIdOf, MAX_PATH_LENGTH, subjectKeyId } from './internal/make/extensions.ts'
import { assertInteger, assertObject } from './internal/arguments.ts'
import { ownKey } from './internal/make/own-key.ts'
import { spkiOf } from './internal/key/private-key.ts'
import { encodeSubject, type Subject } from './internal/make/subject.ts'
import { readValidity, type ValidityOptions } from './internal/make/validity.ts'
import { writeCertificate } from './internal/make/write-certificate.ts'
import { issueCertificate } from './issue-certificate.ts'
import type { Certificate } from './internal/x509/certificate.ts'
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

/**
 * Makes a certificate authority for tests, or for a sandbox: who wants to trust it must be given its certificate.
 *
 * @returns Its key, its certificate, and the authorities above it: none for a root.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`: an option, a key of a kind that signs nothing here, or an issuer that may not have authorities
 *   below it; `CERTS_SUBJECT_INVALID`, `CERTS_KEY_WEAK`, `CERTS_KEY_INVALID`; `CERTS_KEY_MISMATCH`: the issuer's key is not that of its
 *   certificate.
 * @throws {TypeError} An option has another type.
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
  assertObject(options, 'options')
  const { days = DEFAULT_DAYS, issuer, name = 'pixkit test CA' } = options
  const { subject = [{ type: 'CN', value: name }] } = options
  const privateKey = await ownKey(options.key)
  const wanted = { ...options, days, subject }
  if (issuer === undefined) return { privateKey, certificate: signItself(privateKey, wanted), chain: [] }
  const certificate = issueCertificate(issuer, { ...wanted, publicKey: privateKey, usage: 'ca' })
  return { privateKey, certificate, chain: [issuer.certificate, ...issuer.chain] }
}

function signItself(
  privateKey: PrivateKey,
  { pathLength, random, subject, ...validity }: CreateCaOptions & { readonly subject: Subject },
): Certificate {
  if (pathLength !== undefined) assertInteger(pathLength, 0, MAX_PATH_LENGTH, 'pathLength')
  const spki = spkiOf(privateKey)
  const name = encodeSubject(subject)
  return writeCertificate(privateKey, {
    ...readValidity(validity, DEFAULT_DAYS),
    issuer: name,
    subject: name,
    spki,
    // No authorityKeyIdentifier: RFC 5280, section 4.2.1.1, lets who signs itself leave it out.
    extensions: [...caExtensions(pathLength), subjectKeyId(keyIdOf(spki))],
    random,
  })
}
