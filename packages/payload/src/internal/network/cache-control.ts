/**
 * How long an answer stays fresh, as its server says.
 *
 * @module
 */

const MAX_AGE = /^max-age\s*=\s*"?(\d+)"?$/i
const FORBIDS_KEEPING = /^(?:no-store|no-cache(?:=.*)?)$/i

/**
 * Reads from the headers of an answer for how many seconds it is fresh.
 *
 * @returns Seconds that are left, 0 where the server wants nothing kept; undefined when it says nothing that can be read.
 *
 * @see RFC 9111, sections 4.2.3 and 5.2.2
 */
export function freshSeconds(headers: Readonly<Record<string, string>>): number | undefined {
  const directives = (headers['cache-control'] ?? '').split(',').map((directive) => directive.trim())
  if (directives.some((directive) => FORBIDS_KEEPING.test(directive))) return 0
  const maxAge = directives.flatMap((directive) => MAX_AGE.exec(directive)?.[1] ?? [])[0]
  if (maxAge === undefined) return undefined
  const age = /^\d{1,10}$/.test(headers['age'] ?? '') ? Number(headers['age']) : 0
  return Math.max(0, Number(maxAge) - age)
}
