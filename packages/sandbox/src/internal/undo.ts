/**
 * Takes back what was written in memory, when the request that wrote it fails.
 *
 * @module
 */

export interface Undo {
  /** How to take back what was just done; forgotten outside of `together`. */
  undo(step: () => void): void
  /** Runs all of `work`, or takes it back and throws what it threw. Inside another it is a part of that. */
  together<Result>(work: () => Result): Result
}

/**
 * @param begin - What else begins with the outermost `together`.
 * @param keep - Keeps it. When it throws, everything is taken back.
 * @param drop - Ends it without keeping anything.
 */
export function createUndo(begin: () => void, keep: () => void, drop: () => void): Undo {
  let steps: (() => void)[] | undefined
  return {
    undo: (step) => void steps?.push(step),
    together(work) {
      if (steps !== undefined) return work()
      begin()
      const done: (() => void)[] = []
      steps = done
      try {
        const result = work()
        keep()
        return result
      } catch (error) {
        for (const step of done.reverse()) step()
        drop()
        throw error
      } finally {
        steps = undefined
      }
    },
  }
}
