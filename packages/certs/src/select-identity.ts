/**
 * A private key with its certificate and the issuers above it.
 *
 * @module
 */
import type { Credentials, PrivateKey, StoredCertificate } from './credentials.ts'
import { failure } from './internal/failure.ts'
import { assertObject } from './internal/arguments.ts'
import { assertPrivateKey } from './internal/key/private-key.ts'
import { textOfPrivateKey, textOfPublicKey } from './internal/key/public-key.ts'
import { orderChain } from './order-chain.ts'
import type { Certificate } from './internal/x509/certificate.ts'
import { assertCertificate } from './internal/x509/input.ts'

/** Who one is in a TLS connection. */
export interface Identity {
  readonly privateKey: PrivateKey
  /** That of the key. */
  readonly certificate: Certificate
  /** Issuers above the certificate, in order: each issued the one before it. The root is the last, if it is known. */
  readonly chain: readonly Certificate[]
}

/** What `readCredentials` returns, or as much of it as is looked at. */
export type IdentityParts = Pick<Credentials, 'certificates' | 'privateKeys'>

export interface SelectIdentityOptions {
  /** Chooses among several certificates that have a key; the first that is no authority by default. */
  readonly choose?: ((certificate: StoredCertificate) => boolean) | undefined
}

/**
 * Finds the private key, the certificate that belongs to it, and the chain above that, in whatever order they were.
 *
 * @param credentials - From `readCredentials`; a list when key and certificate are in files of their own.
 * @returns For `toP12`, `toPemPair`, `issueCertificate`. A friendly name that the certificate or the key has stays theirs.
 * @throws {PixkitError} `CERTS_KEY_MISSING`, `CERTS_CERTIFICATE_MISSING`: there is none at all, or none was chosen;
 *   `CERTS_KEY_MISMATCH`: there are both, and no key belongs to a certificate.
 * @throws {TypeError} `credentials` are something else, or what is in them.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createClientIdentity } from '@pixkit/certs/create-identity'
 * import { readCredentials } from '@pixkit/certs/read-credentials'
 * import { selectIdentity } from '@pixkit/certs/select-identity'
 * import { toPemPair } from '@pixkit/certs/to-pem'
 *
 * const { cert, key } = toPemPair(await createClientIdentity(await createCa({ name: 'AC de teste' })))
 *
 * const identity = selectIdentity([readCredentials(cert), readCredentials(key)])
 * identity.chain.map(({ subject }) => subject.text) // ['CN=AC de teste']
 * ```
 */
export function selectIdentity(
  credentials: IdentityParts | readonly IdentityParts[],
  options: SelectIdentityOptions = {},
): Identity {
  const files = Array.isArray(credentials) ? (credentials as readonly IdentityParts[]) : [credentials as IdentityParts]
  for (const file of files) assertObject(file, 'credentials')
  const certificates = files.flatMap((file) => file.certificates)
  const privateKeys = files.flatMap((file) => file.privateKeys)
  if (privateKeys.length === 0) throw failure('CERTS_KEY_MISSING')
  if (certificates.length === 0) throw failure('CERTS_CERTIFICATE_MISSING')

  const keys = indexOf(privateKeys)
  const pairs = certificates.flatMap((certificate) => {
    assertCertificate(certificate, 'credentials.certificates')
    const privateKey = keys.get(textOfPublicKey(certificate.publicKey) ?? '')
    return privateKey === undefined ? [] : [{ certificate, privateKey }]
  })
  if (pairs.length === 0) throw failure('CERTS_KEY_MISMATCH')
  const { choose } = options
  const pair =
    choose === undefined
      ? (pairs.find(({ certificate }) => !certificate.isCa) ?? pairs[0])
      : pairs.find(({ certificate }) => choose(certificate))
  if (pair === undefined) throw failure('CERTS_CERTIFICATE_MISSING')
  const [, ...chain] = orderChain<Certificate>(certificates, { leaf: pair.certificate }).chain
  return { ...pair, chain }
}

/** Private keys by their public halves; of equal ones the first. */
function indexOf(privateKeys: readonly PrivateKey[]): ReadonlyMap<string, PrivateKey> {
  const index = new Map<string, PrivateKey>()
  for (const privateKey of privateKeys) {
    assertPrivateKey(privateKey, 'credentials.privateKeys')
    const text = textOfPrivateKey(privateKey)
    if (text !== undefined && !index.has(text)) index.set(text, privateKey)
  }
  return index
}
