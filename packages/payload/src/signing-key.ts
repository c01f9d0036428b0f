/**
 * Keys that a PSP signs payloads with.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import { compactVerify, errors, importJWK } from 'jose'
import type { JwsAlgorithm } from './internal/keys/algorithms.ts'
import { assertNow } from './internal/calendar/clock.ts'
import { areCertificates } from './internal/certificates.ts'
import { signingFailure } from './internal/failure.ts'
import { checkChain } from './internal/signing/check-chain.ts'
import { chooseAlgorithm, importSigningKey, isCryptoKey } from './internal/signing/import-key.ts'
import { publicJwk } from './internal/signing/public-jwk.ts'
import { compactJws, guardSigner, proveSigner, type SignBytes, signWithKey } from './internal/signing/sign-bytes.ts'
import { keepState, type SigningKey, type SigningState } from './internal/signing/signing-state.ts'

export type { JwsAlgorithm } from './internal/keys/algorithms.ts'
export type { SignBytes } from './internal/signing/sign-bytes.ts'
export type { SigningKey } from './internal/signing/signing-state.ts'

export interface CreateSigningKeyOptions {
  /**
   * A key of WebCrypto that may sign, extractable or not; or PKCS#8, DER, which is not kept and which the caller may wipe.
   *
   * Or a function that signs with a key elsewhere, such as in an HSM or KMS. It gets the bytes to be signed, not their hash, and
   * returns the signature as JWS has it: RSA as it comes, ECDSA as R and S side by side (`ieee-p1363`), not as DER; RSA-PSS with
   * a salt as long as the hash. What it returns is verified each time. It decides on deadlines and on trying again, and may be called at the same time as often as
   * `signPayload` is.
   */
  readonly privateKey: CryptoKey | Uint8Array | SignBytes
  /** The certificate of the key, then each issuer in order. With the root, unless `trustAnchors` has it. */
  readonly chain: readonly Certificate[]
  /**
   * Roots that verifiers trust. With them the chain has to end in one, which is added if the chain lacks it;
   * `mozillaTrustAnchors()` of `@pixkit/payload/node` are those of Mozilla.
   */
  readonly trustAnchors?: readonly Certificate[] | undefined
  /** That of the `CryptoKey`, `RS256` or that of the curve by default; required for a function that signs with RSA. */
  readonly alg?: JwsAlgorithm | undefined
  /** Name of the key, 1 to 255 printable ASCII characters; SHA-256 of the certificate, base64url, by default. */
  readonly kid?: string | undefined
  /** Milliseconds since 1970. */
  readonly now: number
}

/**
 * Makes a key ready to sign payloads, and refuses one whose signatures a careful verifier would refuse.
 *
 * Tested: that the key is that of the certificate, by signing random bytes and verifying them with what is going to be
 * published; its strength (RSA from 2048 bits; P-256, P-384, P-521), and that it fits the algorithm; of the certificates the
 * dates, the order, every signature, and that the first may be used for signatures. Not tested: revocation, and, without
 * `trustAnchors`, whether anybody trusts the root.
 *
 * RS256 is the default because it is what most payers' apps are known to accept (choice of pixkit). A root is required because
 * staff of Bacen says that the published chain includes it; a chain of one certificate is refused, because the certificate has
 * to be issued by a widely known authority.
 *
 * @param options - Key, certificates, clock.
 * @returns For `signPayload` and `buildJwks`.
 * @throws {PixkitError} `PAYLOAD_SIGNING_KEY`: `mismatch`, `weak`, `unsupported`, `algorithm`, `unreadable`, `not-private`,
 *   `usage`; `signer`, whose `cause` is what the function of the caller threw, and `signature-length`.
 *   `PAYLOAD_SIGNING_CERTIFICATE`: `expired`, `not-yet-valid`, `key-usage`, `order`, `root-missing`, `self-signed`, `untrusted`,
 *   `missing`, or `chain`, where `params.problem` is a code of `buildChain`. `PAYLOAD_SIGNING_OPTION`: `alg`, `alg-missing`,
 *   `kid`.
 * @throws {TypeError} An option has another type, or the function returns no bytes.
 *
 * @example
 * ```ts
 * import { createCa, createServerIdentity } from '@pixkit/certs'
 * import { createSigningKey } from '@pixkit/payload/signing-key'
 *
 * const ca = await createCa()
 * const { certificate, chain, privateKey } = await createServerIdentity(ca, ['pix.banco.example'])
 * const key = await createSigningKey({
 *   privateKey: privateKey.key.export({ format: 'der', type: 'pkcs8' }),
 *   chain: [certificate, ...chain],
 *   now: Date.now(),
 * })
 * key.alg // 'ES256'
 * key.kid.length // 43
 * ```
 *
 * @see RFC 7517, section 4.7 (order of x5c); RFC 7518, section 3.1 (algorithms)
 * @see Manual de Segurança do Pix, sections 4.2 and 5.1 (as quoted in bacen/pix-api, issues 43, 67, 188 and 202)
 */
export async function createSigningKey(options: CreateSigningKeyOptions): Promise<SigningKey> {
  assertOptions(options)
  const { alg: asked, chain: given, kid, now, privateKey, trustAnchors } = options
  if (kid !== undefined && !/^[\x20-\x7e]{1,255}$/.test(kid)) {
    throw signingFailure('PAYLOAD_SIGNING_OPTION', { reason: 'kid', path: ['kid'] })
  }
  const [leaf] = given
  if (leaf === undefined) throw signingFailure('PAYLOAD_SIGNING_CERTIFICATE', { reason: 'missing', path: ['chain'] })
  const alg = chooseAlgorithm(privateKey, leaf, asked)
  // First of all that takes time: afterwards the caller's bytes are not needed.
  const signer =
    typeof privateKey === 'function' ? privateKey : signWithKey(await importSigningKey(privateKey, alg), alg)
  const chain = await checkChain(given, { now, trustAnchors })
  const jwk = await publicJwk([leaf, ...chain.slice(1)], alg, kid)
  const guarded = guardSigner(signer, alg, leaf.publicKey)
  const sign = signer === privateKey ? await proveSigner(guarded, alg, leaf.publicKey) : guarded
  const state: SigningState = { alg, sign, chain, jwk }
  await proveKey(state)
  const key: SigningKey = Object.freeze({
    kind: 'signing-key',
    alg,
    kid: jwk.kid,
    certificateSha256: jwk['x5t#S256'],
    notAfter: Math.min(...chain.map(({ notAfter }) => notAfter)),
  })
  keepState(key, state)
  return key
}

/** Signs random bytes, and verifies them with what is going to be published. */
async function proveKey({ alg, jwk, sign }: SigningState): Promise<void> {
  const jws = await compactJws({ alg }, crypto.getRandomValues(new Uint8Array(32)), sign)
  try {
    await compactVerify(jws, await importJWK({ ...jwk, key_ops: ['verify'], x5c: [...jwk.x5c] }, alg))
  } catch (error) {
    if (!(error instanceof errors.JWSSignatureVerificationFailed)) throw error
    throw signingFailure('PAYLOAD_SIGNING_KEY', { reason: 'mismatch', path: ['privateKey'] })
  }
}

function assertOptions(options: CreateSigningKeyOptions): void {
  if (typeof options !== 'object' || options === null) throw new TypeError('"options" must be an object')
  const { alg, chain, kid, now, privateKey, trustAnchors = [] } = options
  if (!isCryptoKey(privateKey) && !(privateKey instanceof Uint8Array) && typeof privateKey !== 'function') {
    throw new TypeError(
      '"privateKey" must be a CryptoKey, PKCS#8 as a Uint8Array, or a function that signs; ' +
        'createSigningKeyFromIdentity of @pixkit/payload/node takes what @pixkit/certs reads',
    )
  }
  assertCertificates(chain, 'chain')
  assertCertificates(trustAnchors, 'trustAnchors')
  for (const [name, value] of Object.entries({ alg, kid })) {
    if (value !== undefined && typeof value !== 'string') throw new TypeError(`"${name}" must be a string`)
  }
  assertNow(now)
}

function assertCertificates(value: unknown, name: string): void {
  if (!areCertificates(value)) throw new TypeError(`"${name}" must be an array of certificates`)
}
