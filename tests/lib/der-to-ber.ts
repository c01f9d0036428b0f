/** @module Writes DER the way BouncyCastle and NSS do: open lengths, octet strings in pieces. */

const CONSTRUCTED = 0x20
const OCTET_STRING = 0x04

/**
 * Opens the lengths of all constructed objects; octet strings longer than `piece` come in pieces.
 *
 * @param depth - Levels to rewrite; below, certificates stay as they were signed.
 */
export function derToBer(der: Uint8Array, { piece, depth }: { piece: number; depth: number }): Buffer {
  const out: Uint8Array[] = []
  for (let at = 0; at < der.length;) {
    const { tag, start, end } = objectAt(der, at)
    out.push(rewritten(der.subarray(at, end), tag, der.subarray(start, end), { piece, depth }))
    at = end
  }
  return Buffer.concat(out)
}

/** An object with an open length around contents. */
export function open(tag: number, content: Uint8Array): Buffer {
  return Buffer.concat([Buffer.of(tag | CONSTRUCTED, 0x80), content, Buffer.of(0, 0)])
}

/** Octet strings of at most `size` octets, one after the other. */
export function pieces(content: Uint8Array, size: number): Buffer {
  const count = Math.max(1, Math.ceil(content.length / size))
  const parts = Array.from({ length: count }, (_, index) => content.subarray(index * size, (index + 1) * size))
  return Buffer.concat(parts.map((part) => primitive(OCTET_STRING, part)))
}

function rewritten(
  whole: Uint8Array,
  tag: number,
  content: Uint8Array,
  { piece, depth }: { piece: number; depth: number },
): Uint8Array {
  if (tag === OCTET_STRING && content.length > piece) return open(tag, pieces(content, piece))
  if ((tag & CONSTRUCTED) === 0 || depth === 0) return whole
  return open(tag, derToBer(content, { piece, depth: depth - 1 }))
}

function primitive(tag: number, content: Uint8Array): Buffer {
  const { length } = content
  const header = length < 0x80 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from(header), content])
}

function objectAt(der: Uint8Array, at: number): { tag: number; start: number; end: number } {
  const tag = der[at] ?? 0
  const first = der[at + 1] ?? 0
  const octets = first < 0x80 ? 0 : first & 0x7f
  const start = at + 2 + octets
  const length = octets === 0 ? first : der.subarray(at + 2, start).reduce((sum, octet) => sum * 256 + octet, 0)
  return { tag, start, end: start + length }
}
