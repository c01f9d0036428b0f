/**
 * Says what a file looks like that holds nothing to read here.
 *
 * @module
 */

/** First octets, in hexadecimal. @see the formats' own documents */
const MAGIC: readonly (readonly [string, string])[] = [
  ['feedfeed', 'jks'],
  ['cececece', 'jceks'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['1f8b', 'gzip'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'rar'],
  ['25504446', 'pdf'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['52494646', 'image'],
  ['424d', 'image'],
  ['d0cf11e0', 'office'],
]

const TEXTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:<!doctype html|<html)/i, 'html'],
  [/^<\?xml|^<[a-z]/i, 'xml'],
  [/^[[{]/, 'json'],
  [/^PuTTY-User-Key-File/, 'putty-key'],
  [/^(?:ssh-(?:rsa|ed25519|dss)|ecdsa-sha2-nistp\d{3}) /, 'public-key'],
  [/^---- BEGIN SSH2 PUBLIC KEY ----/, 'public-key'],
  [/^[^\n\r]{1,1024}\.(?:pem|p12|pfx|cer|crt|key|csr|der|p7b|jks)$/i, 'path'],
]

/** The word for bytes that begin like a format of other things; undefined when they do not. */
export function magicOf(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.length)).toString('hex')
  return MAGIC.find(([magic]) => start.startsWith(magic))?.[1]
}

/** The word for a text without blocks. */
export function textLooksLike(text: string): string {
  const start = text.slice(0, 2048)
  const known = TEXTS.find(([pattern]) => pattern.test(start))?.[1]
  return known ?? (isReadable(start) ? 'text' : 'binary')
}

/** Text has no control characters but those of lines. */
function isReadable(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code === 0xfffd || (code < 0x20 && code !== 9 && code !== 10 && code !== 13 && code !== 12)) return false
  }
  return true
}
