/**
 * Things that occur once.
 *
 * @module
 */

/** The first of those whose texts are equal, in order. */
export function uniqueBy<Item>(items: readonly Item[], textFor: (item: Item) => string): Item[] {
  const seen = new Map<string, Item>()
  for (const item of items) {
    const text = textFor(item)
    if (!seen.has(text)) seen.set(text, item)
  }
  return [...seen.values()]
}

interface Encoded {
  readonly der: Uint8Array
}

/** A text that is equal for equal DER: one character for each octet. */
export function derText(item: Encoded): string {
  const known = texts.get(item)
  if (known !== undefined) return known
  const { der } = item
  const text = Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('latin1')
  texts.set(item, text)
  return text
}

/** Every rule asks which file holds which certificate. */
const texts = /* @__PURE__ */ new WeakMap<Encoded, string>()
