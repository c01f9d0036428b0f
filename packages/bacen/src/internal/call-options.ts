/**
 * The last argument of operations.
 *
 * @module
 */

const KNOWN: ReadonlySet<string> = /* @__PURE__ */ new Set(['headers', 'mayExist', 'signal', 'timeoutMs'])
const NAME = /^\w{1,40}$/

/**
 * The options of a call, none by default. One that is no object, such as a txid, would be lost without a word.
 *
 * @throws {TypeError}
 */
export function optionsOf<Options extends object>(options: Options | undefined): Partial<Options> {
  if (options === undefined) return {}
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError('"options" must be an object: { txid, signal, timeoutMs, … }')
  }
  return options
}

/** @throws {TypeError} No object, or an option that this operation does not have: a misspelled one would be lost. */
export function assertCallOptions(options: object | undefined): void {
  for (const name of Object.keys(optionsOf(options))) {
    if (KNOWN.has(name)) continue
    throw new TypeError(
      `"options" has a member that this operation does not know${NAME.test(name) ? `: "${name}"` : ''}`,
    )
  }
}
