/** What the tests use of the pictures; the benchmarks themselves are not type-checked. */
export const VARIANTS: number
export const CASES: readonly string[]
export function pictureOf(
  name: string,
  variant: number,
): { texts: string[]; image: { width: number; height: number; data: Uint8ClampedArray } }
