/**
 * A connection that breaks off on purpose.
 *
 * @module
 */

const DROPPED = Symbol('pixkit.sandbox.dropped')

/** As `fetch` fails when the other side is gone. */
export function dropped(): TypeError {
  const cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' })
  return Object.assign(new TypeError('fetch failed', { cause }), { [DROPPED]: true })
}

export function isDropped(error: unknown): boolean {
  return typeof error === 'object' && error !== null && DROPPED in error
}
