/**
 * TLS clients and servers for tests: a new key with a certificate of a throw-away authority.
 *
 * @module
 */
import type { RandomSource } from '@pixkit/core/txid'
import type { PrivateKey } from './credentials.ts'
import type { KeyOptions } from './generate-private-key.ts'
import { assertObject } from './internal/arguments.ts'
import { assertHosts } from './internal/make/alt-names.ts'
import { ownKey } from './internal/make/own-key.ts'
import type { Subject } from './internal/make/subject.ts'
import type { ValidityOptions } from './internal/make/validity.ts'
import { issueCertificate, type IssueCertificateOptions } from './issue-certificate.ts'
import type { Identity } from './select-identity.ts'

export interface IdentityOptions extends ValidityOptions {
  readonly subject?: Subject | undefined
  /** Its key, or the kind of key to make; EC on P-256 by default. */
  readonly key?: PrivateKey | KeyOptions | undefined
  /** Source of the serial number; inject one only to make tests repeatable. */
  readonly random?: RandomSource | undefined
}

/** A CN has at most 64 characters, a host may have 253. @see RFC 5280, appendix A.1 */
const MAX_CN = 64

/**
 * Makes the key and the certificate of a TLS client, such as a bank hands out.
 *
 * @param ca - From `createCa`.
 * @param options - The subject is `CN=pixkit test client` by default; the key is EC on P-256.
 * @returns The key, its certificate, and the authorities above it.
 * @throws {PixkitError} As `issueCertificate` and, for the key, `generatePrivateKey`.
 * @throws {TypeError} An argument has another type.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createClientIdentity } from '@pixkit/certs/create-identity'
 *
 * const { certificate } = await createClientIdentity(await createCa())
 * certificate.extendedKeyUsage // ['clientAuth']
 * ```
 */
export async function createClientIdentity(ca: Identity, options: IdentityOptions = {}): Promise<Identity> {
  return createIdentity(ca, { usage: 'client' }, 'pixkit test client', options)
}

/**
 * Makes the key and the certificate of a TLS server.
 *
 * @param ca - From `createCa`.
 * @param hosts - Names and IP addresses under which it is called, such as `localhost`, `*.sandbox.example`, `127.0.0.1`, `::1`.
 * @param options - The subject is the first host by default (`server` when that is longer than the 64 characters of a CN); the key is EC on P-256.
 * @returns The key, its certificate, and the authorities above it.
 * @throws {PixkitError} As `issueCertificate` and, for the key, `generatePrivateKey`.
 * @throws {TypeError} An argument has another type.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createServerIdentity } from '@pixkit/certs/create-identity'
 *
 * const { certificate } = await createServerIdentity(await createCa(), ['localhost', '127.0.0.1'])
 * certificate.subject.text // 'CN=localhost'
 * certificate.extendedKeyUsage // ['serverAuth']
 * ```
 */
export async function createServerIdentity(
  ca: Identity,
  hosts: readonly string[],
  options: IdentityOptions = {},
): Promise<Identity> {
  assertHosts(hosts)
  const [first = ''] = hosts
  const name = first.length > 0 && first.length <= MAX_CN ? first : 'server'
  return createIdentity(ca, { usage: 'server', hosts }, name, options)
}

async function createIdentity(
  ca: Identity,
  purpose: Pick<IssueCertificateOptions, 'usage' | 'hosts'>,
  name: string,
  options: IdentityOptions,
): Promise<Identity> {
  assertObject(options, 'options')
  const { days, key, now, random, subject = [{ type: 'CN', value: name }] } = options
  const privateKey = await ownKey(key)
  const certificate = issueCertificate(ca, { ...purpose, days, now, random, subject, publicKey: privateKey })
  return { privateKey, certificate, chain: [ca.certificate, ...ca.chain] }
}
