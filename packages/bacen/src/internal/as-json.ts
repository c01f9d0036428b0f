/**
 * What is checked is what is sent.
 *
 * @module
 */

/**
 * Makes plain values of a body, as JSON will have them: of a class with getters or `toJSON`, something else is sent than it seems.
 *
 * @returns `undefined` for what JSON leaves out.
 * @throws {TypeError} It has no JSON: a `BigInt`, an object that holds itself.
 */
export function asJson(body: unknown): unknown {
  const text: string | undefined = JSON.stringify(body)
  return text === undefined ? undefined : JSON.parse(text)
}
