/**
 * RC2, to read old PKCS#12 files: Node's OpenSSL no longer has it. Only decrypts; nothing here is written with it.
 *
 * @module
 */

const BLOCK = 8

/** @see RFC 2268, section 2 */
const PITABLE_HEX =
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
  'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
  '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
  '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
  '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
  'c5f3db47e5a59c770aa62068fe7fc1ad'
const PITABLE = /* @__PURE__ */ Buffer.from(PITABLE_HEX, 'hex')

/**
 * Decrypts RC2 in CBC mode; the padding stays.
 *
 * @param key - 1 to 128 octets.
 * @param effectiveBits - How many bits of the key count, 1 to 1024.
 * @param iv - 8 octets.
 * @param data - Whole blocks.
 *
 * @see RFC 2268, sections 2 and 4
 */
export function decryptRc2Cbc(key: Uint8Array, effectiveBits: number, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const words = expandKey(key, effectiveBits)
  const plain = new Uint8Array(data.length)
  const r = new Uint16Array(4)
  for (let start = 0; start < data.length; start += BLOCK) {
    for (let i = 0; i < 4; i++) r[i] = at(data, start + 2 * i) | (at(data, start + 2 * i + 1) << 8)
    decryptBlock(r, words)
    const before = start === 0 ? iv : data.subarray(start - BLOCK, start)
    for (let i = 0; i < BLOCK; i++) plain[start + i] = at(before, i) ^ (at(r, i >> 1) >> (8 * (i & 1)))
  }
  words.fill(0)
  return plain
}

/** @see RFC 2268, section 2: T is the length, T1 the effective bits, T8 those in octets, TM the mask of the last one */
function expandKey(key: Uint8Array, effectiveBits: number): Uint16Array {
  const octets = Math.ceil(effectiveBits / 8)
  const mask = 255 >> (8 * octets - effectiveBits)
  const l = new Uint8Array(128)
  l.set(key)
  for (let i = key.length; i < 128; i++) l[i] = at(PITABLE, (at(l, i - 1) + at(l, i - key.length)) & 0xff)
  l[128 - octets] = at(PITABLE, at(l, 128 - octets) & mask)
  for (let i = 127 - octets; i >= 0; i--) l[i] = at(PITABLE, at(l, i + 1) ^ at(l, i + octets))
  const words = Uint16Array.from({ length: 64 }, (_, i) => at(l, 2 * i) | (at(l, 2 * i + 1) << 8))
  l.fill(0)
  return words
}

/** @see RFC 2268, section 4 */
function decryptBlock(r: Uint16Array, k: Uint16Array): void {
  for (let round = 15; round >= 0; round--) {
    unmix(r, k, 4 * round)
    if (round === 11 || round === 5) unmash(r, k)
  }
}

function unmix(r: Uint16Array, k: Uint16Array, j: number): void {
  for (let i = 3; i >= 0; i--) {
    const rotation = i === 3 ? 5 : i + 1
    const [one, two, three] = [at(r, (i + 3) & 3), at(r, (i + 2) & 3), at(r, (i + 1) & 3)]
    const rotated = (at(r, i) >> rotation) | (at(r, i) << (16 - rotation))
    r[i] = rotated - at(k, j + i) - (one & two) - (~one & three)
  }
}

function unmash(r: Uint16Array, k: Uint16Array): void {
  for (let i = 3; i >= 0; i--) r[i] = at(r, i) - at(k, at(r, (i + 3) & 3) & 63)
}

function at(array: Uint8Array | Uint16Array, index: number): number {
  return array[index] ?? 0
}
