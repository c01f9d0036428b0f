/**
 * Alphabets for the texts that people read.
 *
 * @module
 */

/**
 * Alphabet of the texts in a code:
 * - `ascii` (default): accents are folded (`São` → `Sao`), what then is not printable ASCII is dropped;
 * - `alphanumeric`: as `ascii`, and only letters, digits and spaces stay;
 * - `utf8`: the text as it is, composed (NFC). Some banks refuse such codes.
 *
 * @see EMVCo MPM 1.1, section 4.7 (ans); Bacen pix-api issues 128 and 298 (any UTF-8 is accepted), 634 (its tester wants ans).
 */
export type TextProfile = 'ascii' | 'alphanumeric' | 'utf8'

const DROPPED = { ascii: /[^ -~]/g, alphanumeric: /[^A-Za-z0-9 ]/g }

export function applyProfile(text: string, profile: TextProfile): string {
  if (profile === 'utf8') return text.normalize('NFC')
  if (!Object.hasOwn(DROPPED, profile)) throw new TypeError('"profile" must be "ascii", "alphanumeric" or "utf8"')
  return text.normalize('NFD').replace(DROPPED[profile], '')
}
