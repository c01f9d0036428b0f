/**
 * Texts that people read, in the alphabet of a profile.
 *
 * @module
 */
import { failure, tooLong } from './failure.ts'

/**
 * Alphabet of the texts in a code:
 * - `ascii` (default): accents are folded (`São` → `Sao`), what then is not printable ASCII is dropped;
 * - `alphanumeric`: as `ascii`, and only letters, digits and spaces stay;
 * - `utf8`: the text as it is, composed (NFC). Some banks refuse such codes.
 *
 * @see EMVCo MPM 1.1, section 4.7 (ans); Bacen pix-api issues 128 and 298 (any UTF-8 is accepted), 634 (its tester wants ans).
 */
export type TextProfile = 'ascii' | 'alphanumeric' | 'utf8'

export interface TextOptions {
  readonly profile: TextProfile
  readonly shorten: boolean
}

const PRINTABLE_ASCII = /^[ -~]*$/
const NOT_PRINTABLE_ASCII = /[^ -~]/g
const NOT_ALPHANUMERIC = /[^A-Za-z0-9 ]/g
const LONE_SURROGATE = /\p{Surrogate}/u

const PROFILES: Readonly<Record<TextProfile, (text: string) => string>> = {
  ascii: (text) => (PRINTABLE_ASCII.test(text) ? text : text.normalize('NFD').replace(NOT_PRINTABLE_ASCII, '')),
  alphanumeric: (text) => text.normalize('NFD').replace(NOT_ALPHANUMERIC, ''),
  utf8: (text) => text.normalize('NFC'),
}

/**
 * Folds a text into the alphabet and refuses it when nothing is left or it is too long; only `shorten` cuts.
 *
 * @throws {PixkitError} `BRCODE_FIELD_MISSING`, `BRCODE_FIELD_TOO_LONG`, `EMV_NOT_UNICODE`.
 */
export function writeText(field: string, value: string | undefined, max: number, options: TextOptions): string {
  const text = value === undefined ? '' : PROFILES[options.profile](value)
  if (text === '') throw failure('BRCODE_FIELD_MISSING', field)
  const length = lengthOf(text)
  if (length > max) {
    if (!options.shorten) throw tooLong(field, length, max)
    return [...text].slice(0, max).join('').trimEnd()
  }
  if (LONE_SURROGATE.test(text)) throw failure('EMV_NOT_UNICODE', field)
  return text
}

export function assertTextProfile(profile: string): void {
  if (!Object.hasOwn(PROFILES, profile)) throw new TypeError(`"profile" must be ${Object.keys(PROFILES).join(', ')}`)
}

/** Length in characters (code points). */
export function lengthOf(text: string): number {
  return PRINTABLE_ASCII.test(text) ? text.length : [...text].length
}
