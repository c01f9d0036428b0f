/**
 * What the safe functions return: a value, or the error that the throwing twin would throw.
 *
 * @module
 */

export type Result<Value, Failure = Error> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure }

/**
 * Returns the value of a result, or throws its error.
 *
 * @param result - What a `safe…` function returned.
 * @returns `result.value`.
 * @throws Whatever `result.error` is.
 *
 * @example
 * ```ts
 * import { safeParseChave, unwrap } from '@pixkit/core'
 *
 * unwrap(safeParseChave('12345678909')).tipo // 'cpf'
 * ```
 */
export function unwrap<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw result.error
  return result.value
}
