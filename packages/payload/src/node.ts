/**
 * What the package has for Node alone.
 *
 * @module
 */
import { rootCertificates } from 'node:tls'
import { readCredentials } from '@pixkit/certs/read-credentials'
import type { Identity } from '@pixkit/certs/select-identity'
import type { Certificate } from '@pixkit/certs/x509'
import { createSigningKey, type CreateSigningKeyOptions, type SigningKey } from './signing-key.ts'

let anchors: readonly Certificate[] | undefined

/**
 * Returns Mozilla's roots as this version of Node has them; read once.
 *
 * @returns Trust anchors for `verifyPayload` and its like.
 */
export function mozillaTrustAnchors(): readonly Certificate[] {
  anchors ??= rootCertificates.flatMap((pem) => readCredentials(pem).certificates)
  return anchors
}

/**
 * Makes a signing key of a key and certificates that `@pixkit/certs` read or made. The key is exported for a moment, and the
 * copy wiped.
 *
 * @param identity - From `selectIdentity`.
 * @param options - As for `createSigningKey`.
 * @throws {PixkitError} As `createSigningKey`.
 * @throws {TypeError} `identity` is none, or an option has another type.
 *
 * @example
 * ```ts
 * import { createCa, createServerIdentity } from '@pixkit/certs'
 * import { createSigningKeyFromIdentity } from '@pixkit/payload/node'
 *
 * const identity = await createServerIdentity(await createCa(), ['pix.banco.example'], { key: { type: 'RSA' } })
 * const { alg } = await createSigningKeyFromIdentity(identity, { now: Date.now() })
 * alg // 'RS256'
 * ```
 */
export async function createSigningKeyFromIdentity(
  identity: Identity,
  options: Omit<CreateSigningKeyOptions, 'chain' | 'privateKey'>,
): Promise<SigningKey> {
  if ((Object(identity) as Partial<Identity>).privateKey?.kind !== 'private-key') {
    throw new TypeError('"identity" must be a key with its certificates, from selectIdentity of @pixkit/certs')
  }
  const { certificate, chain, privateKey } = identity
  const bytes = privateKey.key.export({ format: 'der', type: 'pkcs8' })
  try {
    return await createSigningKey({ ...options, privateKey: bytes, chain: [certificate, ...chain] })
  } finally {
    bytes.fill(0)
  }
}
