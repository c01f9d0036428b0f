/**
 * Keys that are too weak to be believed.
 *
 * @module
 */
import type { PublicKeyInfo } from './certificate.ts'

/** 112 bits of security. @see NIST SP 800-57 part 1 revision 5, table 2 */
export const MIN_RSA_BITS = 2048
/** As strong as RSA of 2048 bits. @see NIST SP 800-57 part 1 revision 5, table 2 */
const MIN_CURVE_BITS = 224

/**
 * Tells whether a key is weak: RSA below 2048 bits, or with an exponent that is even or below 3 (RFC 8017, section 3.1) or
 * not known; a curve below 224 bits; DSA, with which nothing new may be signed (FIPS 186-5, section 1).
 *
 * @returns `false` for a kind of key or a curve that is not known here: nothing is verified with it either.
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
