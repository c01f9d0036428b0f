/**
 * A key with its certificates in one file (PKCS#12: .p12, .pfx).
 *
 * @module
 */
import { hash } from 'node:crypto'
import { assertString } from '@pixkit/core/error'
import type { StoredCertificate } from './credentials.ts'
import { failure } from './internal/failure.ts'
import { assertIdentity } from './internal/make/assert-identity.ts'
import { assertObject, invalid } from './internal/arguments.ts'
import { assertIterations, assertPassphrase } from './internal/make/passphrase.ts'
import { type Bundle, writePkcs12 } from './internal/make/pkcs12.ts'
import { pkcs8Of } from './internal/key/private-key.ts'
import { legacyProtection, modernProtection } from './internal/make/protection.ts'
import { isPlain } from './internal/text.ts'
import { matchKeyPair } from './match-key-pair.ts'
import type { Identity } from './select-identity.ts'

export interface ToP12Options {
  /** At most 1024 octets of UTF-8. May be empty, which protects nothing and is what some programs insist on. */
  readonly passphrase: string
  /** Name under which the key is shown or asked for (alias, apelido); by default the one that key or certificate have. */
  readonly friendlyName?: string | undefined
  /** Rounds of key derivation for each of the three parts, 1,000 to 600,000; to 250,000 in a legacy file, which spends more. */
  readonly iterations?: number | undefined
}

const MAX_NAME = 255
const MODERN = { iterations: 100_000, max: 600_000 }
const LEGACY = { iterations: 2048, max: 250_000 }

/**
 * Writes an identity as a PKCS#12 file as current programs write and read it: PBES2 with PBKDF2-HMAC-SHA256 and AES-256-CBC,
 * HMAC-SHA256 over all.
 *
 * By default with 100,000 rounds of key derivation for each part, where openssl writes 2,048. That costs a tenth of a second
 * where the file is opened, and fifty times as much where it is guessed. Programs take the number from the file; .NET
 * refuses more than 600,000 in all, which is twice this default, where the passphrase is empty.
 *
 * @param identity - Its key must belong to its certificate.
 * @returns The bytes of the file; `Buffer.from(p12).toString('base64')` fits an environment variable.
 * @throws {PixkitError} `CERTS_KEY_MISMATCH`: the key is not that of the certificate; `CERTS_OPTION_INVALID`: passphrase, name or number of
 *   rounds.
 * @throws {TypeError} `identity` is none, or no passphrase was given.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createClientIdentity } from '@pixkit/certs/create-identity'
 * import { readCredentials } from '@pixkit/certs/read-credentials'
 * import { toP12 } from '@pixkit/certs/to-p12'
 *
 * const identity = await createClientIdentity(await createCa())
 * const p12 = toP12(identity, { passphrase: 'frase secreta', friendlyName: 'Padaria' })
 *
 * const { certificates } = readCredentials(p12, { passphrase: 'frase secreta' })
 * certificates[0]?.friendlyName // 'Padaria'
 * ```
 *
 * @see RFC 7292; RFC 8018, section 6.2
 */
export function toP12(identity: Identity, options: ToP12Options): Uint8Array {
  const { bundle, iterations, passphrase } = readOptions(identity, options, MODERN)
  return writePkcs12(bundle, modernProtection(passphrase, iterations))
}

/**
 * Writes an identity as a PKCS#12 file for old machines: Triple DES and HMAC-SHA1, with 2,048 rounds by default.
 *
 * Windows Server 2016, macOS 10.15, Java 8 before update 301 and Java 11 before 11.0.12 read this and not the modern one.
 * OpenSSL 3 and the TLS of Node read it too, without their legacy provider: what they refuse is RC2, which is not written
 * here. Use it to carry a key to such a machine, under a long passphrase, and not to keep it.
 *
 * @param identity - Its key must belong to its certificate.
 * @returns The bytes of the file.
 * @throws {PixkitError} `CERTS_KEY_MISMATCH`: the key is not that of the certificate; `CERTS_OPTION_INVALID`: passphrase, name or number of
 *   rounds.
 * @throws {TypeError} `identity` is none, or no passphrase was given.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createClientIdentity } from '@pixkit/certs/create-identity'
 * import { readCredentials } from '@pixkit/certs/read-credentials'
 * import { toLegacyP12 } from '@pixkit/certs/to-p12'
 *
 * const identity = await createClientIdentity(await createCa())
 * const p12 = toLegacyP12(identity, { passphrase: 'uma frase bem comprida' })
 *
 * readCredentials(p12, { passphrase: 'uma frase bem comprida' }).encryption // ['PBE-SHA1-3DES']
 * ```
 *
 * @see RFC 7292, appendix C: pbeWithSHAAnd3-KeyTripleDES-CBC
 * @see OpenJDK, JDK-8228481 and JDK-8267701: who reads the modern algorithms
 */
export function toLegacyP12(identity: Identity, options: ToP12Options): Uint8Array {
  const { bundle, iterations, passphrase } = readOptions(identity, options, LEGACY)
  return writePkcs12(bundle, legacyProtection(passphrase, iterations))
}

function readOptions(
  identity: Identity,
  options: ToP12Options,
  defaults: { readonly iterations: number; readonly max: number },
): { readonly bundle: Bundle; readonly iterations: number; readonly passphrase: string } {
  assertIdentity(identity, 'identity')
  assertObject(options, 'options')
  const { friendlyName, iterations = defaults.iterations, passphrase } = options
  assertPassphrase(passphrase, 0)
  assertIterations(iterations, defaults.max)
  if (friendlyName !== undefined) assertFriendlyName(friendlyName)
  if (!matchKeyPair(identity.certificate, identity.privateKey)) throw failure('CERTS_KEY_MISMATCH', {}, ['identity'])
  return { bundle: bundleOf(identity, friendlyName), iterations, passphrase }
}

function assertFriendlyName(friendlyName: string): void {
  assertString(friendlyName, 'friendlyName')
  const isName = friendlyName.length > 0 && friendlyName.length <= MAX_NAME
  if (!isName) throw invalid(['friendlyName'], `1…${MAX_NAME}`)
  if (!isPlain(friendlyName)) throw invalid(['friendlyName'], '\\P{Cc}')
}

function bundleOf({ certificate, chain, privateKey }: Identity, friendlyName: string | undefined): Bundle {
  const name = friendlyName ?? privateKey.friendlyName ?? nameOf(certificate)
  // What openssl and Windows write here; any octets would do, as long as both bags have the same.
  const localKeyId = hash('sha1', certificate.der, 'buffer')
  return {
    certificates: [
      { certificate, friendlyName: name, localKeyId },
      ...chain.map((issuer) => ({ certificate: issuer, friendlyName: nameOf(issuer) })),
    ],
    pkcs8: pkcs8Of(privateKey),
    friendlyName: name,
    localKeyId,
  }
}

function nameOf(certificate: StoredCertificate): string | undefined {
  return certificate.friendlyName
}
