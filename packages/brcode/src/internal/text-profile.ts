/**
 * Alphabets for the texts that people read.
 *
 * @module
 */
import { isPrintableAscii } from './judge.ts'

/**
 * Alphabet of the texts in a code:
 * - `ascii` (default): accents are folded (`São` → `Sao`), what then is not printable ASCII is dropped;
 * - `alphanumeric`: as `ascii`, and only letters, digits and spaces stay;
 * - `utf8`: the text as it is, composed (NFC). Some banks refuse such codes.
 *
 * @see EMVCo MPM 1.1, ans (second-hand); Bacen pix-api issues 128 and 298 (any UTF-8 is accepted), 634 (its tester wants ans).
 */
export type TextProfile = 'ascii' | 'alphanumeric' | 'utf8'

const PROFILES = { ascii: /[^ -~]/g, alphanumeric: /[^A-Za-z0-9 ]/g, utf8: undefined }

/** Folds a text, losing what the profile has no letter for. */
export function applyProfile(text: string, profile: TextProfile = 'ascii'): string {
  if (!Object.hasOwn(PROFILES, profile)) throw new TypeError('"profile" must be "ascii", "alphanumeric" or "utf8"')
  if (profile !== 'alphanumeric' && isPrintableAscii(text)) return text
  const foreign = PROFILES[profile]
  return foreign ? text.normalize('NFD').replace(foreign, '') : text.normalize('NFC')
}
