/**
 * Thumbprints (fingerprints) of certificates.
 *
 * @module
 */
import { latin1, toHex } from '../der/values.ts'
import type { Certificate } from './certificate.ts'
import { assertBytes } from './input.ts'

/** One thumbprint as banks, openssl and JOSE write it. */
export interface FormattedThumbprint {
  /** Lower case, without separators. */
  readonly hex: string
  /** Upper case, as openssl prints it: `AB:CD:…`. */
  readonly colons: string
  /** Without padding: `x5t`, `x5t#S256` of JOSE. */
  readonly base64url: string
}

/**
 * Computes the thumbprint of a certificate: the digest of its DER.
 *
 * It names a certificate and proves nothing: SHA-1 collisions can be made.
 *
 * @param certificate - What `parseCertificate` returns; only its `der` counts.
 * @param algorithm - `'SHA-1'` for `x5t`, `'SHA-256'` for `x5t#S256`.
 * @returns 20 or 32 bytes; `formatThumbprint` writes them.
 * @throws {TypeError} `algorithm` is another one, or `certificate` has no bytes.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { formatThumbprint, thumbprint } from '@pixkit/certs/x509'
 *
 * const { certificate } = await createCa()
 * const bytes = await thumbprint(certificate, 'SHA-256')
 * bytes.length // 32
 * formatThumbprint(bytes).base64url.length // 43
 * ```
 *
 * @see RFC 7515, sections 4.1.7 and 4.1.8
 */
export async function thumbprint(
  { der }: Pick<Certificate, 'der'>,
  algorithm: 'SHA-1' | 'SHA-256',
): Promise<Uint8Array> {
  assertBytes(der, 'certificate.der')
  if (!['SHA-1', 'SHA-256'].includes(algorithm)) throw new TypeError(`"algorithm" must be 'SHA-1' or 'SHA-256'`)
  return new Uint8Array(await crypto.subtle.digest(algorithm, new Uint8Array(der)))
}

/**
 * Writes a thumbprint in the three usual forms.
 *
 * @param bytes - From `thumbprint`.
 * @throws {TypeError} `bytes` is no Uint8Array.
 *
 * @example
 * ```ts
 * import { formatThumbprint } from '@pixkit/certs/x509'
 *
 * const { hex, colons, base64url } = formatThumbprint(Uint8Array.of(0xfb, 0xff, 0x01))
 * hex // 'fbff01'
 * colons // 'FB:FF:01'
 * base64url // '-_8B'
 * ```
 *
 * @see RFC 7515, section 2 (base64url), sections 4.1.7 and 4.1.8
 */
export function formatThumbprint(bytes: Uint8Array): FormattedThumbprint {
  assertBytes(bytes, 'bytes')
  const hex = toHex(bytes)
  const base64 = btoa(latin1(bytes))
  return {
    hex,
    colons: hex.toUpperCase().match(/../g)?.join(':') ?? '',
    base64url: base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''),
  }
}
