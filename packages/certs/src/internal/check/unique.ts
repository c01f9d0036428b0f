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

/** A text that is equal for equal DER: one character for each octet. */
export function derText({ der }: { readonly der: Uint8Array }): string {
  return Buffer.from(der.buffer, der.byteOffset, der.byteLength).toString('latin1')
}
