/**
 * Revisions.
 *
 * @module
 */
import type { Revised } from '../world.ts'

/** The current revision. */
export function lastOf<Body>({ revisoes }: Revised<Body>): Body {
  return revisoes.at(-1) as Body
}

/** The same with another current revision. */
export function withLast<Body>(stored: Revised<Body>, body: Body): Revised<Body> {
  return { ...stored, revisoes: [...stored.revisoes.slice(0, -1), body] as unknown as Revised<Body>['revisoes'] }
}
