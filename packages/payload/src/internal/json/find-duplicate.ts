/**
 * Finds which member an object names twice.
 *
 * @module
 */
import { walkJson } from './walk-json.ts'

/**
 * Finds the first member that its object has named before.
 *
 * @param text - JSON that `JSON.parse` accepts.
 * @returns Its path; `[]` when there is none.
 */
export function findDuplicate(text: string): (string | number)[] {
  return walkJson(text, { name: (isRepeated) => isRepeated })
}
