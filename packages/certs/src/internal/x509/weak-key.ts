/**
 * Keys that are too weak to be believed.
 *
 * @module
 */
import type { PublicKeyInfo } from './certificate.ts'
import { pssKeyBounds } from './signature-scheme.ts'

/** 112 bits of security. @see NIST SP 800-57 part 1 revision 5, table 2 */
export const MIN_RSA_BITS = 2048
/** As strong as RSA of 2048 bits. @see NIST SP 800-57 part 1 revision 5, table 2 */
const MIN_CURVE_BITS = 224

/**
 * Tells whether a key is weak: RSA below 2048 bits, or with an exponent that is even or below 3 (RFC 8017, section 3.1) or
 * not known; a curve below 224 bits; DSA, with which nothing new may be signed (FIPS 186-5, section 1).
 *
 * @returns `false` for a key whose strength nobody can tell, see `unknownKey`.
 */
export function isWeakKey({
  algorithm,
  bits,
  exponent = 0,
}: Pick<PublicKeyInfo, 'algorithm' | 'bits' | 'exponent'>): boolean {
  const isRsa = algorithm === 'RSA' || algorithm === 'RSA-PSS'
  if (isRsa) return bits < MIN_RSA_BITS || exponent < 3 || exponent % 2 === 0
  if (algorithm === 'EC') return bits > 0 && bits < MIN_CURVE_BITS
  return algorithm === 'DSA'
}

/**
 * Names a key whose strength nobody can tell here: another kind, a curve that is not listed or is spelled out, an RSA-PSS key
 * that is bound to a hash or a salt that is not accepted.
 *
 * @returns `undefined` for a key that `isWeakKey` can judge.
 */
export function unknownKey(key: PublicKeyInfo): string | undefined {
  const { algorithm, bits, curve } = key
  switch (algorithm) {
    case 'RSA':
    case 'DSA':
    case 'Ed25519':
    case 'Ed448':
      return undefined
    case 'RSA-PSS':
      return pssKeyBounds(key) === 'unknown' ? algorithm : undefined
    case 'EC':
      return bits > 0 ? undefined : (curve ?? algorithm)
    default:
      return algorithm
  }
}
