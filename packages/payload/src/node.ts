/**
 * What the package has for Node alone.
 *
 * @module
 */
import { constants, createPublicKey, type KeyObject, verify } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { readCredentials } from '@pixkit/certs/read-credentials'
import type { Identity } from '@pixkit/certs/select-identity'
import { type Certificate, importableSpki } from '@pixkit/certs/x509'
import { algorithmsFor } from './internal/keys/algorithms.ts'
import { createSigningKey, type CreateSigningKeyOptions, type SigningKey } from './signing-key.ts'
import type { SignatureToVerify } from './verify-options.ts'

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

const keys = /* @__PURE__ */ new WeakMap<Uint8Array, KeyObject>()

/**
 * Verifies a signature at once, in the thread that calls: for the option `verifySignature` of a server that verifies many.
 * WebCrypto hands each signature to another thread, which takes longer than the work itself.
 *
 * @returns Whether the signature is that of the key.
 *
 * @example
 * ```ts
 * import { type VerifyOptions, verifyPayload } from '@pixkit/payload'
 * import { mozillaTrustAnchors, verifySignatureSync } from '@pixkit/payload/node'
 *
 * const trust = { trustAnchors: mozillaTrustAnchors(), verifySignature: verifySignatureSync }
 *
 * async function charge(jws: string, jwks: string) {
 *   return verifyPayload(jws, { ...trust, jwks, location: 'pix.example.com/qr/9d36b84f', now: Date.now() })
 * }
 * ```
 *
 * @see RFC 7518, sections 3.3 to 3.5
 */
export function verifySignatureSync({ alg, publicKey, signature, signed }: SignatureToVerify): boolean {
  if (!algorithmsFor(publicKey).includes(alg)) return false
  let key = keys.get(publicKey.spki)
  if (key === undefined) {
    key = createPublicKey({ key: Buffer.from(importableSpki(publicKey)), format: 'der', type: 'spki' })
    keys.set(publicKey.spki, key)
  }
  const hash = `sha${alg.slice(2)}`
  if (alg.startsWith('ES')) return verify(hash, signed, { key, dsaEncoding: 'ieee-p1363' }, signature)
  if (alg.startsWith('RS')) return verify(hash, signed, key, signature)
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_DIGEST: saltLength } = constants
  return verify(hash, signed, { key, padding, saltLength }, signature)
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
