/**
 * What the certificate commands want of their options, before anything is read or made.
 *
 * @module
 */
import { resolve } from 'node:path'
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'
import { STDIO } from '../read-code.ts'

/** @throws {PixkitError} `CLI_OPTION_MISSING`. */
export function required({ options, help }: Context, name: string): string {
  const value = options.values.get(name)
  if (value === undefined) throw failure('CLI_OPTION_MISSING', { option: `--${name}`, help })
  return value
}

/**
 * Makes sure that no file is written over another one of the call, which would lose that, and that nothing stands beside JSON.
 *
 * @param outputs - Options that name files to write.
 * @param inputs - Options that name files which are still needed afterwards.
 * @throws {PixkitError} `CLI_SAME_FILE`, `CLI_OPTION_CONFLICT`.
 */
export function assertOutputs(
  { json, options, help }: Context,
  outputs: readonly string[],
  inputs: readonly string[] = [],
): void {
  const taken = new Map<string, string>()
  for (const name of [...inputs, ...outputs]) {
    const file = options.values.get(name)
    if (file === undefined) continue
    const isOutput = outputs.includes(name)
    if (json && isOutput && file === STDIO) {
      throw failure('CLI_OPTION_CONFLICT', { option: '--json', other: `--${name} -`, help })
    }
    // What is read from standard input and written to standard output does not meet.
    const path = file === STDIO ? `${isOutput}` : resolve(file)
    const other = taken.get(path)
    if (other !== undefined) throw failure('CLI_SAME_FILE', { option: `--${other}`, other: `--${name}`, help })
    taken.set(path, name)
  }
}

/** @throws {PixkitError} `CLI_OPTION_NEEDS`: an option that means something only with another one. */
export function assertGoesWith({ options, help }: Context, name: string, isFine: boolean, needed: string): void {
  const isGiven = options.values.has(name) || options.flags.has(name)
  if (isGiven && !isFine) throw failure('CLI_OPTION_NEEDS', { option: `--${name}`, needed, help })
}
