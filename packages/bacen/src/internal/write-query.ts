/**
 * The query of a URL, as API Pix and the bank want it.
 *
 * @module
 */
import { instantMs, isDateTime } from '@pixkit/core/dates'

export type QueryValue = string | number | boolean | Date | undefined
export type Query = Readonly<Record<string, QueryValue>>

/** Parameters that are instants. */
export const INSTANTS: ReadonlySet<string> = /* @__PURE__ */ new Set(['inicio', 'fim'])
const SECOND_MS = 1_000

export interface QueryFormat {
  /** Whether instants carry milliseconds; without, `inicio` is moved to its second's begin and `fim` to the next one's. */
  readonly milliseconds: boolean
}

/**
 * Writes the parameters, percent-encoded and joined, without the question mark; absent ones are left out.
 *
 * Instants are written in UTC with `Z`: a text without its zone means another instant to each reader.
 *
 * @see API Pix 2.9.0, parameters `inicio` and `fim`: RFC 3339.
 */
export function writeQuery(query: Query, format: QueryFormat): string {
  const parts: string[] = []
  for (const name of Object.keys(query)) {
    const value = query[name]
    if (value === undefined) continue
    const text = INSTANTS.has(name) || value instanceof Date ? writeInstant(name, value as Date, format) : String(value)
    parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`)
  }
  return parts.join('&')
}

function writeInstant(name: string, value: Date | string, { milliseconds }: QueryFormat): string {
  const ms = msOf(value)
  if (milliseconds) return new Date(ms).toISOString()
  const seconds = name === 'fim' ? Math.ceil(ms / SECOND_MS) : Math.floor(ms / SECOND_MS)
  return new Date(seconds * SECOND_MS).toISOString().replace('.000Z', 'Z')
}

/** Milliseconds since 1970. @returns `NaN` for what is no instant. */
export function msOf(value: unknown): number {
  if (value instanceof Date) return value.getTime()
  return typeof value === 'string' && isDateTime(value) ? instantMs(value) : Number.NaN
}
