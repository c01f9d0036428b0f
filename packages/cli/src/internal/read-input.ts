/**
 * Standard input as text, within bounds.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Input } from '../io.ts'
import { failure, systemCode } from './failure.ts'

/** A hundred times the longest code: whatever is longer is no code and no object of fields. */
const MAX_INPUT_BYTES = 65_536

/**
 * Reads standard input to its end, or to its limit.
 *
 * @throws {PixkitError} `CLI_INPUT_TOO_LONG`, `CLI_INPUT_NOT_UTF8`, `CLI_INPUT_UNREADABLE`.
 */
export async function readInput(stdin: Input): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let bytes = 0
  let text = ''
  try {
    for await (const chunk of stdin.read()) {
      bytes += chunk.length
      if (bytes > MAX_INPUT_BYTES) throw failure('CLI_INPUT_TOO_LONG', { max: MAX_INPUT_BYTES })
      text += decode(decoder, chunk)
    }
  } catch (error) {
    if (isPixkitError(error)) throw error
    throw failure('CLI_INPUT_UNREADABLE', { cause: systemCode(error) })
  }
  return text + decode(decoder)
}

function decode(decoder: InstanceType<typeof TextDecoder>, chunk?: Uint8Array): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    throw failure('CLI_INPUT_NOT_UTF8')
  }
}
