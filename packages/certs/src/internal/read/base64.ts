/**
 * Base64 as it is found in files and variables.
 *
 * @module
 */

/** Backslashes are what is left of `\n` that was escaped twice; U+200B comes with text copied from pages. */
const IGNORED = /[\s\\\u200b]+/g
const BASE64 = /^[A-Za-z0-9+/_-]*={0,2}$/

/**
 * Decodes base64 or base64url; white space anywhere and absent padding are no error.
 *
 * @returns `undefined` when it is none.
 */
export function decodeBase64(text: string): Buffer | undefined {
  const compact = text.replace(IGNORED, '')
  if (!BASE64.test(compact)) return undefined
  const end = compact.indexOf('=')
  const digits = end === -1 ? compact : compact.slice(0, end)
  // Six bits are no octet.
  return digits.length % 4 === 1 ? undefined : Buffer.from(digits, 'base64')
}
