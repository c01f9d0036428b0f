/**
 * Options that a call cannot do without.
 *
 * @module
 */
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'

/** @throws {PixkitError} `CLI_OPTION_MISSING`. */
export function required({ options, help }: Context, name: string): string {
  const value = options.values.get(name)
  if (value === undefined) throw failure('CLI_OPTION_MISSING', { option: `--${name}`, help })
  return value
}
