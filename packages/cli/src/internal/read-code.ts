/**
 * The code of a call: from its arguments, or from standard input.
 *
 * @module
 */
import { type Context, promptForInput } from './command.ts'
import { failure } from './failure.ts'
import { readInput } from './read-input.ts'

/** Stands for standard input or output. */
export const STDIO = '-'

/**
 * Reads the code that a call is about.
 *
 * @throws {PixkitError} `CLI_ARGUMENT_MISSING`: nothing given, and nobody pipes; `CLI_INPUT_…`.
 */
export async function readCode(context: Context): Promise<string> {
  const { positionals } = context.options
  if (readsStdin(context)) {
    promptForInput(context, 'promptCode')
    return readInput(context.io.stdin)
  }
  // A code that was not quoted arrives in pieces.
  return positionals.join(' ')
}

/**
 * Reads any text that a call is about, as it is; of standard input without the line break that ends it.
 *
 * @throws {PixkitError} `CLI_ARGUMENT_MISSING`, `CLI_ARGUMENT_UNEXPECTED`: no checksum would tell whether the pieces were put
 *   together right; `CLI_INPUT_…`.
 */
export async function readText(context: Context): Promise<string> {
  const [text = '', ...extra] = context.options.positionals
  if (extra.length > 0) throw failure('CLI_ARGUMENT_UNEXPECTED', { found: extra.length, help: context.help })
  if (!readsStdin(context)) return text
  promptForInput(context, 'promptText')
  return (await readInput(context.io.stdin)).replace(/\r?\n$/, '')
}

function readsStdin({ io, language, options, help }: Context): boolean {
  const { positionals } = options
  if (positionals.length === 0 && io.stdin.isTTY) {
    throw failure('CLI_ARGUMENT_MISSING', { argument: language.texts.argumentCode, help })
  }
  return positionals.length === 0 || (positionals.length === 1 && positionals[0] === STDIO)
}
