/**
 * The one error class of pixkit.
 *
 * @module
 */
import { formatMessage, type Issue, type Messages, type Params, type Path } from './issue.ts'
import type { Result } from './result.ts'

const BRAND = /* @__PURE__ */ Symbol.for('pixkit.error')

export interface PixkitErrorOptions {
  readonly path?: Path | undefined
  readonly offset?: number | undefined
  readonly params?: Params | undefined
  readonly issues?: readonly Issue[] | undefined
  /** The error underneath; never one that quotes its input. */
  readonly cause?: unknown
}

/**
 * An error with a stable `code`, thrown by every package of pixkit.
 *
 * `message` is English and may change in a patch; `code`, `path` and `params` may not. None of them holds personal data
 * or a secret.
 */
export class PixkitError<Code extends string = string> extends Error {
  override readonly name: string = 'PixkitError'
  /** Stable name of what went wrong, such as `'BRCODE_CRC_MISMATCH'`. */
  readonly code: Code
  /** Where: `['26', '01']` in a BR Code, `['chave']` in an object, `[]` when the input is one value. */
  readonly path: Path
  /** Index in the input text, in UTF-16 code units. */
  readonly offset: number | undefined
  /** What was found and expected, for sentences in other languages. */
  readonly params: Params
  /** Everything that is wrong, where several things were looked at together: the first is this error itself. */
  readonly issues: readonly Issue[]

  constructor(
    code: Code,
    message: string,
    { path = [], offset, params = {}, issues = [], cause }: PixkitErrorOptions = {},
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.path = path
    this.offset = offset
    this.params = params
    this.issues = issues
    Object.defineProperty(this, BRAND, { value: true })
  }
}

/**
 * Tells whether a caught value is a `PixkitError`, also when it comes from another installed copy of the package.
 *
 * @param value - Anything.
 * @param code - Narrows to this code.
 *
 * @example
 * ```ts
 * import { isPixkitError, parseChave } from '@pixkit/core'
 *
 * function tipoDaChave(text: string) {
 *   try {
 *     return parseChave(text).tipo
 *   } catch (error) {
 *     if (isPixkitError(error)) return error.code
 *     throw error
 *   }
 * }
 *
 * tipoDaChave('+5561912345678') // 'telefone'
 * tipoDaChave('61912345678') // 'CHAVE_TELEFONE_WITHOUT_COUNTRY'
 * ```
 */
export function isPixkitError<Code extends string = string>(value: unknown, code?: Code): value is PixkitError<Code> {
  return (
    typeof value === 'object' &&
    value !== null &&
    BRAND in value &&
    (code === undefined || ('code' in value && value.code === code))
  )
}

/**
 * Makes the error of an issue: same code, path, offset and params, with the sentence of `messages` (English) as message.
 *
 * @param cause - The error underneath; never one that quotes its input.
 */
export function errorFromIssue<Code extends string>(
  issue: Omit<Issue<Code>, 'severity'>,
  messages: Messages,
  cause?: unknown,
): PixkitError<Code> {
  return new PixkitError(issue.code, formatMessage(issue, messages), { ...issue, cause })
}

/**
 * Refuses an argument of the wrong type: the caller's bug, not bad input.
 *
 * @throws {TypeError} `value` is not a string.
 */
export function assertString(value: unknown, name: string): asserts value is string {
  if (typeof value !== 'string') throw new TypeError(`"${name}" must be a string, got ${typeof value}`)
}

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
