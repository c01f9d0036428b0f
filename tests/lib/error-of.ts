/** @module What a call throws, so that a test can look at its code and path. */

export function errorOf(run: () => unknown): unknown {
  try {
    run()
  } catch (error) {
    return error
  }
  return undefined
}
