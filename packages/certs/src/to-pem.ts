/**
 * Certificates, keys and requests as text (PEM).
 *
 * @module
 */
import type { PrivateKey } from './credentials.ts'
import { assertObject, invalid } from './internal/arguments.ts'
import { assertIdentity } from './internal/make/assert-identity.ts'
import { assertItem } from './internal/make/item.ts'
import type { Identity } from './select-identity.ts'
import { type EncodeOptions, toDer } from './to-der.ts'
import type { Certificate, CertificateRequest } from './internal/x509/certificate.ts'

/** Texts that Node's TLS, undici, nginx and most others take as they are. */
export interface PemPair {
  /** The certificate, then its issuers. */
  readonly cert: string
  readonly key: string
}

const LABELS = { certificate: 'CERTIFICATE', request: 'CERTIFICATE REQUEST', 'private-key': 'PRIVATE KEY' } as const

/**
 * Writes certificates, private keys and requests as PEM.
 *
 * @param items - One, or several, which come out in their order.
 * @param options - With `passphrase`, keys come out encrypted as `toDer` does it: PBES2 with AES-256, and 100,000 rounds of key
 *   derivation where openssl and Node write 2,048.
 * @returns Blocks of base64 in lines of 64 characters, each line with `\n` at its end.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`: no item, no such passphrase, or number of rounds; `CERTS_KEY_INVALID` as `toDer`.
 * @throws {TypeError} An item is none of these.
 *
 * @example
 * ```ts
 * import { generatePrivateKey } from '@pixkit/certs/generate-private-key'
 * import { toPem } from '@pixkit/certs/to-pem'
 *
 * const key = await generatePrivateKey({ type: 'EC' })
 * toPem(key).split('\n')[0] // '-----BEGIN PRIVATE KEY-----'
 * toPem(key, { passphrase: 'frase secreta' }).split('\n')[0] // '-----BEGIN ENCRYPTED PRIVATE KEY-----'
 * ```
 *
 * @see RFC 7468, sections 2, 5, 7, 10 and 11
 */
export function toPem(
  items: Certificate | CertificateRequest | PrivateKey | readonly (Certificate | CertificateRequest | PrivateKey)[],
  options: EncodeOptions = {},
): string {
  assertObject(options, 'options')
  const list = Array.isArray(items) ? (items as readonly unknown[]) : [items]
  // An empty file is what nobody wants to find where a certificate should be.
  if (list.length === 0) throw invalid(['items'], '≥ 1')
  return list.map((item, index) => blockOf(item, list.length === 1 ? 'items' : `items[${index}]`, options)).join('')
}

/**
 * Writes an identity as the two texts that TLS wants.
 *
 * @param identity - From `selectIdentity`, `createServerIdentity` or `createClientIdentity`.
 * @param options - With `passphrase`, the key comes out encrypted; TLS then needs the passphrase as well.
 * @throws {PixkitError} `CERTS_OPTION_INVALID`: no such passphrase, or number of rounds; `CERTS_KEY_INVALID` as `toDer`. That the key is
 *   that of the certificate is not checked.
 * @throws {TypeError} `identity` is none.
 *
 * @example
 * ```ts
 * import { createSecureContext } from 'node:tls'
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createClientIdentity } from '@pixkit/certs/create-identity'
 * import { toPemPair } from '@pixkit/certs/to-pem'
 *
 * const { cert, key } = toPemPair(await createClientIdentity(await createCa()))
 * const context = createSecureContext({ cert, key })
 * typeof context // 'object'
 * ```
 */
export function toPemPair(identity: Identity, options: EncodeOptions = {}): PemPair {
  assertIdentity(identity, 'identity')
  const { certificate, chain, privateKey } = identity
  return { cert: toPem([certificate, ...chain]), key: toPem(privateKey, options) }
}

function blockOf(item: unknown, name: string, options: EncodeOptions): string {
  assertItem(item, name)
  const isEncrypted = item.kind === 'private-key' && options.passphrase !== undefined
  const label = `${isEncrypted ? 'ENCRYPTED ' : ''}${LABELS[item.kind]}`
  const lines = Buffer.from(toDer(item, options))
    .toString('base64')
    .replaceAll(/.{1,64}/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}-----END ${label}-----\n`
}
