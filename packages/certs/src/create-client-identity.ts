/**
 * TLS clients for tests.
 *
 * @module
 */
import { createIdentity, type IdentityOptions } from './internal/make/create-identity.ts'
import type { Identity } from './select-identity.ts'

export type { IdentityOptions } from './internal/make/create-identity.ts'

/**
 * Makes the key and the certificate of a TLS client, such as a bank hands out.
 *
 * @param ca - From `createCa`.
 * @param options - The subject is `CN=pixkit test client` by default; the key is EC on P-256.
 * @throws {PixkitError} As `issueCertificate`.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createClientIdentity } from '@pixkit/certs/create-client-identity'
 *
 * const { certificate } = await createClientIdentity(await createCa())
 * certificate.extendedKeyUsage // ['clientAuth']
 * ```
 */
export async function createClientIdentity(ca: Identity, options: IdentityOptions = {}): Promise<Identity> {
  return createIdentity(ca, {
    ...options,
    subject: options.subject ?? [{ type: 'CN', value: 'pixkit test client' }],
    usage: 'client',
  })
}
