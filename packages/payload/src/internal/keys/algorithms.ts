/**
 * The nine algorithms, what WebCrypto calls them, and what their keys have to be like.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'

/** Asymmetric signatures of JWA. */
export type JwsAlgorithm = 'ES256' | 'ES384' | 'ES512' | 'PS256' | 'PS384' | 'PS512' | 'RS256' | 'RS384' | 'RS512'

export type AlgorithmFacts =
  | {
      readonly kty: 'RSA'
      /** What a key is bound to. */
      readonly importAs: { readonly name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS'; readonly hash: string }
      /** How it signs and verifies. */
      readonly useAs: AlgorithmIdentifier | RsaPssParams
    }
  | {
      readonly kty: 'EC'
      readonly importAs: { readonly name: 'ECDSA'; readonly namedCurve: string }
      readonly useAs: EcdsaParams
      readonly crv: string
      /** Octets of a coordinate, and of each half of a signature. */
      readonly octets: number
    }

/**
 * Neither `none` nor HMAC: whoever has the public key could make those. Of the algorithms that a key can do, the first is the one
 * that most payers' apps are known to accept (bacen/pix-api, issue 662).
 *
 * @see RFC 7518, sections 3.1, 3.3 to 3.5 and 6.2.1.2
 */
const ALGORITHMS: Readonly<Record<JwsAlgorithm, AlgorithmFacts>> = {
  RS256: /* @__PURE__ */ rsaPkcs1(256),
  RS384: /* @__PURE__ */ rsaPkcs1(384),
  RS512: /* @__PURE__ */ rsaPkcs1(512),
  PS256: /* @__PURE__ */ rsaPss(256),
  PS384: /* @__PURE__ */ rsaPss(384),
  PS512: /* @__PURE__ */ rsaPss(512),
  ES256: /* @__PURE__ */ ecdsa(256, 'P-256', 32),
  ES384: /* @__PURE__ */ ecdsa(384, 'P-384', 48),
  ES512: /* @__PURE__ */ ecdsa(512, 'P-521', 66),
}

/** @see RFC 7518, sections 3.3 and 3.5: 2048 bits or more */
export const MIN_RSA_BITS = 2048

/** @see RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1 */
export const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k'] as const

export function isJwsAlgorithm(name: string): name is JwsAlgorithm {
  return Object.hasOwn(ALGORITHMS, name)
}

export function algorithmFacts(name: JwsAlgorithm): AlgorithmFacts {
  return ALGORITHMS[name]
}

/** What a public key can verify: the preferred algorithm first. */
export function algorithmsFor({ algorithm, curve }: Certificate['publicKey']): readonly JwsAlgorithm[] {
  return (Object.keys(ALGORITHMS) as JwsAlgorithm[]).filter((name) => {
    const facts = ALGORITHMS[name]
    return facts.kty === algorithm && (facts.kty === 'RSA' || facts.crv === curve)
  })
}

/** Whether a public exponent of RSA is one. @see NIST SP 800-56B revision 2, section 6.4.1.2; small ones are in use, and taken */
export function isSoundExponent(exponent: number): boolean {
  return Number.isSafeInteger(exponent) && exponent >= 3 && exponent % 2 === 1
}

function rsaPkcs1(bits: number): AlgorithmFacts {
  const name = 'RSASSA-PKCS1-v1_5'
  return { kty: 'RSA', importAs: { name, hash: `SHA-${bits}` }, useAs: { name } }
}

/** With a salt as long as the hash. */
function rsaPss(bits: number): AlgorithmFacts {
  const name = 'RSA-PSS'
  return { kty: 'RSA', importAs: { name, hash: `SHA-${bits}` }, useAs: { name, saltLength: bits / 8 } }
}

function ecdsa(bits: number, crv: string, octets: number): AlgorithmFacts {
  const name = 'ECDSA'
  return { kty: 'EC', importAs: { name, namedCurve: crv }, useAs: { name, hash: `SHA-${bits}` }, crv, octets }
}
