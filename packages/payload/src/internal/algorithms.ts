/**
 * The nine algorithms, and what WebCrypto calls them.
 *
 * @module
 */

/** Asymmetric signatures of JWA. */
export type JwsAlgorithm = 'ES256' | 'ES384' | 'ES512' | 'PS256' | 'PS384' | 'PS512' | 'RS256' | 'RS384' | 'RS512'

export type AlgorithmFacts =
  | {
      readonly kty: 'RSA'
      readonly importAs: RsaHashedImportParams
      readonly verifyAs: AlgorithmIdentifier | RsaPssParams
    }
  | {
      readonly kty: 'EC'
      readonly importAs: EcKeyImportParams
      readonly verifyAs: EcdsaParams
      readonly crv: string
      /** Octets of a coordinate, and of each half of a signature. */
      readonly octets: number
    }

/**
 * Neither `none` nor HMAC: whoever has the public key could make those.
 *
 * @see RFC 7518, sections 3.1, 3.3 to 3.5 and 6.2.1.2
 */
const ALGORITHMS: Readonly<Record<JwsAlgorithm, AlgorithmFacts>> = {
  ES256: {
    kty: 'EC',
    importAs: { name: 'ECDSA', namedCurve: 'P-256' },
    verifyAs: { name: 'ECDSA', hash: 'SHA-256' },
    crv: 'P-256',
    octets: 32,
  },
  ES384: {
    kty: 'EC',
    importAs: { name: 'ECDSA', namedCurve: 'P-384' },
    verifyAs: { name: 'ECDSA', hash: 'SHA-384' },
    crv: 'P-384',
    octets: 48,
  },
  ES512: {
    kty: 'EC',
    importAs: { name: 'ECDSA', namedCurve: 'P-521' },
    verifyAs: { name: 'ECDSA', hash: 'SHA-512' },
    crv: 'P-521',
    octets: 66,
  },
  PS256: { kty: 'RSA', importAs: { name: 'RSA-PSS', hash: 'SHA-256' }, verifyAs: { name: 'RSA-PSS', saltLength: 32 } },
  PS384: { kty: 'RSA', importAs: { name: 'RSA-PSS', hash: 'SHA-384' }, verifyAs: { name: 'RSA-PSS', saltLength: 48 } },
  PS512: { kty: 'RSA', importAs: { name: 'RSA-PSS', hash: 'SHA-512' }, verifyAs: { name: 'RSA-PSS', saltLength: 64 } },
  RS256: {
    kty: 'RSA',
    importAs: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    verifyAs: { name: 'RSASSA-PKCS1-v1_5' },
  },
  RS384: {
    kty: 'RSA',
    importAs: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
    verifyAs: { name: 'RSASSA-PKCS1-v1_5' },
  },
  RS512: {
    kty: 'RSA',
    importAs: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
    verifyAs: { name: 'RSASSA-PKCS1-v1_5' },
  },
}

export const JWS_ALGORITHMS: readonly JwsAlgorithm[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
]

export function isJwsAlgorithm(name: string): name is JwsAlgorithm {
  return Object.hasOwn(ALGORITHMS, name)
}

export function algorithmFacts(name: JwsAlgorithm): AlgorithmFacts {
  return ALGORITHMS[name]
}
