/**
 * TLS servers for tests.
 *
 * @module
 */
import { createIdentity, type IdentityOptions } from './internal/make/create-identity.ts'
import type { Identity } from './select-identity.ts'

export type { IdentityOptions } from './internal/make/create-identity.ts'

/** A CN has at most 64 characters, a host may have 253. @see RFC 5280, appendix A.1 */
const MAX_CN = 64

/**
 * Makes the key and the certificate of a TLS server.
 *
 * @param ca - From `createCa`.
 * @param hosts - Names and IP addresses under which it is called, such as `localhost`, `*.sandbox.example`, `127.0.0.1`, `::1`.
 * @param options - The subject is the first host by default; the key is EC on P-256.
 * @throws {PixkitError} As `issueCertificate`.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createServerIdentity } from '@pixkit/certs/create-server-identity'
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
  if (!Array.isArray(hosts)) throw new TypeError('"hosts" must be an array of strings')
  const [first = ''] = hosts as readonly string[]
  const value = typeof first === 'string' && first.length > 0 && first.length <= MAX_CN ? first : 'server'
  return createIdentity(ca, { ...options, subject: options.subject ?? [{ type: 'CN', value }], hosts, usage: 'server' })
}
