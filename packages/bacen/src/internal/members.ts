/**
 * Objects of JSON.
 *
 * @module
 */

export type Members = Readonly<Record<string, unknown>>

/** Whether a value is an object with members, no array. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
