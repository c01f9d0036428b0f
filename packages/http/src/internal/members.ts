/**
 * Members of objects that others sent.
 *
 * @module
 */

export type Members = Readonly<Record<string, unknown>>

export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const CONTROL = /\p{Cc}/gu

/** A text, or a number or boolean as one, without control characters and no longer than `max`; an empty one is none. */
export function textOf(value: unknown, max: number): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') return undefined
  const text = cut(String(value), max).replace(CONTROL, ' ').trim()
  return text === '' ? undefined : text
}

/** The first `max` UTF-16 code units, without half a character at the end. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const last = text.charCodeAt(max - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max)
}
