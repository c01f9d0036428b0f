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
 * Makes sure that no file is written twice, which would lose what was written first, and that nothing stands beside JSON.
 *
 * @param names - Options that name files to write.
 * @throws {PixkitError} `CLI_SAME_FILE`, `CLI_OPTION_CONFLICT`.
 */
export function assertOutputs({ json, options, help }: Context, ...names: readonly string[]): void {
  const taken = new Map<string, string>()
  for (const name of names) {
    const file = options.values.get(name)
    if (file === undefined) continue
    if (json && file === STDIO) throw failure('CLI_OPTION_CONFLICT', { option: '--json', other: `--${name} -`, help })
    const path = file === STDIO ? file : resolve(file)
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
