/**
 * What the safe functions return: a value, or the error that the throwing twin would throw.
 *
 * @module
 */

export type Result<Value, Failure = Error> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure }

export { unwrap } from './error.ts'
