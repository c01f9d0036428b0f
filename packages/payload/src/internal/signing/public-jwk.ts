/**
 * The public half of a signing key as it is published.
 *
 * @module
 */
import { type Certificate, formatThumbprint, importableSpki, thumbprint } from '@pixkit/certs/x509'
import { algorithmFacts, type JwsAlgorithm } from '../keys/algorithms.ts'

interface PublicJwkBase {
  readonly kid: string
  readonly use: 'sig'
  readonly key_ops: readonly ['verify']
  readonly alg: JwsAlgorithm
  /** SHA-1 of the certificate, base64url. */
  readonly x5t: string
  /** SHA-256 of the certificate, base64url. */
  readonly 'x5t#S256': string
  /** From the certificate of the key to the root, base64. */
  readonly x5c: readonly string[]
}

/** A public key; there is no member for a private number. */
export type PublicJwk =
  | (PublicJwkBase & { readonly kty: 'RSA'; readonly n: string; readonly e: string })
  | (PublicJwkBase & { readonly kty: 'EC'; readonly crv: string; readonly x: string; readonly y: string })

export interface JwkSet {
  readonly keys: readonly PublicJwk[]
}

/**
 * Writes the JWK of a chain. Its numbers are those of the certificate, not of the private key: a mistake here would otherwise
 * publish a secret.
 *
 * @see RFC 7517, section 4 (members); RFC 7518, section 6 (numbers)
 */
export async function publicJwk(
  chain: readonly [Certificate, ...Certificate[]],
  alg: JwsAlgorithm,
  kid: string | undefined,
): Promise<PublicJwk> {
  const [leaf] = chain
  const { importAs, kty } = algorithmFacts(alg)
  const spki = importableSpki(leaf.publicKey)
  const key = await crypto.subtle.importKey('spki', spki, importAs, true, ['verify'])
  const { crv = '', e = '', n = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', key)
  const x5tS256 = formatThumbprint(await thumbprint(leaf, 'SHA-256')).base64url
  const common = {
    kid: kid ?? x5tS256,
    use: 'sig',
    key_ops: ['verify'],
    alg,
    x5t: formatThumbprint(await thumbprint(leaf, 'SHA-1')).base64url,
    'x5t#S256': x5tS256,
    x5c: chain.map(({ der }) => base64(der)),
  } as const
  return kty === 'EC' ? { kty, ...common, crv, x, y } : { kty, ...common, n, e }
}

/** Of the plain alphabet, padded, without line breaks. @see RFC 7517, section 4.7 */
function base64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
