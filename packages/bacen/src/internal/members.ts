/**
 * Objects of JSON.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'

export type Members = Readonly<Record<string, unknown>>

/** Whether a value is an object with members, no array. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function memberAt(value: unknown, path: Path): unknown {
  let at = value
  for (const key of path) at = isMembers(at) ? at[key] : undefined
  return at
}

/** Banks write `null` and `''` for what is not there. */
export const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === ''
