/**
 * The one spelling that base64url has for some bytes.
 *
 * @module
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BASE64URL = /^[\w-]+$/

/** Tells whether a text is of the alphabet of base64url, without padding and not empty. */
function isBase64UrlText(text: string): boolean {
  return BASE64URL.test(text)
}

/**
 * Tells whether a text of the alphabet has a length that bytes can have, and no bits behind the last of them: another text
 * would else decode to the same bytes.
 *
 * @see RFC 4648, sections 3.5 and 5; RFC 7515, section 2 and appendix C
 */
export function hasCanonicalEnd(text: string): boolean {
  const rest = text.length % 4
  if (rest === 0) return true
  if (rest === 1) return false
  return valueAt(text, text.length - 1) % (rest === 2 ? 16 : 4) === 0
}

/** Tells whether a value is canonical base64url without padding. */
export function isBase64Url(value: unknown): value is string {
  return typeof value === 'string' && isBase64UrlText(value) && hasCanonicalEnd(value)
}

/** Number of bytes in a canonical text. */
export function octetsIn(text: string): number {
  return Math.floor((text.length * 3) / 4)
}

/** First byte of a canonical text. */
export function firstOctet(text: string): number {
  return (valueAt(text, 0) << 2) | (valueAt(text, 1) >> 4)
}

function valueAt(text: string, index: number): number {
  return ALPHABET.indexOf(text.charAt(index))
}

let values: Uint8Array | undefined

/** Decodes a canonical text; several times as fast as by way of `atob`, and half of a warm verification is such work. */
export function decodeBase64Url(text: string): Uint8Array<ArrayBuffer> {
  values ??= valuesOf(ALPHABET)
  const { length } = text
  const bytes = new Uint8Array(octetsIn(text))
  let at = 0
  let bits = 0
  let held = 0
  for (let index = 0; index < length; index += 1) {
    bits = (bits << 6) | (values[text.charCodeAt(index)] as number)
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = bits >> held
    }
  }
  return bytes
}

function valuesOf(alphabet: string): Uint8Array {
  const table = new Uint8Array(128)
  for (let value = 0; value < alphabet.length; value += 1) table[alphabet.charCodeAt(value)] = value
  return table
}

/** @see RFC 4648, section 4; `undefined` for what is not canonical base64 with its padding. */
export function decodeBase64(text: string): Uint8Array | undefined {
  // `atob` takes white space, missing padding and bits behind the end, too.
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  const decoded = atob(text)
  return btoa(decoded) === text ? Uint8Array.from(decoded, (character) => character.charCodeAt(0)) : undefined
}
