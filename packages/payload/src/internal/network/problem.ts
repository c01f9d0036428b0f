/**
 * The body of an error that a location answers with.
 *
 * @module
 */
import { readJson } from '../json/read-json.ts'

/** A problem is a few lines; what is longer is something else. */
const MAX_BYTES = 16_384

/**
 * Reads which problem a body tells of: the last segment of its `type`, such as `CobPayloadNaoEncontrado`.
 *
 * @returns `undefined` when it is no problem. Compare it with known names only: nobody signed it.
 *
 * @see RFC 7807, section 3.1; API Pix 2.9.0, description, heading "Tratamento de erros"
 */
export function problemOf(body: Uint8Array): string | undefined {
  if (body.length > MAX_BYTES) return undefined
  let problem: unknown
  try {
    problem = readJson(body)
  } catch {
    return undefined
  }
  if (typeof problem !== 'object' || problem === null || !('type' in problem)) return undefined
  return typeof problem.type === 'string' ? problem.type.slice(problem.type.lastIndexOf('/') + 1) : undefined
}
