/**
 * How long the pages of a list are, as far as anybody says.
 *
 * @module
 */

export interface PageSize {
  /** A page that had not come before; `said` is what the bank says of it. */
  see(count: number, said: number | undefined): void
  /** How many items so many pages had, or more; `undefined` when nobody says how long pages are. */
  before(pages: number): number | undefined
  /** Whether a page of so many items, the latest one, may leave some out. */
  isFull(count: number): boolean
}

/** Where nothing else is asked for. @see API Pix 2.9.0, parameter itensPorPagina */
const DEFAULT = 100

/** @param asked - `itensPorPagina` of the request. */
export function pageSize(asked: number | undefined): PageSize {
  let said: number | undefined
  let first: number | undefined
  let [pages, longest] = [0, 0]
  return {
    see(count, size) {
      if (size !== undefined && size > 0) said = size
      if (count === 0) return
      first ??= count
      pages += 1
      longest = Math.max(longest, count)
    },
    before(earlier) {
      if (asked === undefined && said === undefined) return undefined
      return earlier * Math.max(asked ?? 0, said ?? 0, longest)
    },
    isFull(count) {
      const whole = Math.min(asked ?? DEFAULT, said ?? DEFAULT, DEFAULT)
      return count >= whole || (pages > 1 && count >= (first ?? 0))
    },
  }
}
