/**
 * Fields as a JSON object from standard input.
 *
 * @module
 */
import type { Input } from '../io.ts'
import { failure } from './failure.ts'
import { readInput } from './read-input.ts'

export type Fields = Readonly<Record<string, unknown>>

/**
 * Reads one JSON object; its fields are judged by the writer.
 *
 * @throws {PixkitError} `CLI_JSON_SYNTAX` (without the parser's own error, which quotes the input), `CLI_JSON_NOT_OBJECT`,
 *   `CLI_INPUT_…`.
 */
export async function readFields(stdin: Input): Promise<Fields> {
  const text = await readInput(stdin)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw failure('CLI_JSON_SYNTAX')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw failure('CLI_JSON_NOT_OBJECT')
  return value as Fields
}
