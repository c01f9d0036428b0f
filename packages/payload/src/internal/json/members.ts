/**
 * Objects of JSON.
 *
 * @module
 */

/** Members of an object, by name. */
export type Members = Record<string, unknown>

/** Whether a value of JSON is an object, and neither `null` nor an array. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
