/** @module What an example calls for each value that its comments promise. */
import { expect } from 'vitest'

/** Compares as `toEqual` does: a property that is `undefined` is as good as none. */
export function assertValue(actual: unknown, expected: unknown): void {
  expect(actual).toEqual(expected)
}
