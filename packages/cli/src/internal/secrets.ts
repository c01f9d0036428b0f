/**
 * Secrets of a call: from a variable or a file, never from the call, which other people on the machine can see.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Context } from './command.ts'
import { failure } from './failure.ts'
import { readBytes } from './read-bytes.ts'

/** What stands before `-env` and `-file` in the names of its options. */
export type SecretPrefix = 'client-secret' | 'out-passphrase' | 'passphrase'

const MAX_SECRET_BYTES = 4_096

/**
 * Reads the secrets that the options name: one, or of passphrases several, whose variables are named with commas between.
 *
 * @throws {PixkitError} `CLI_OPTION_CONFLICT`, `CLI_VARIABLE_MISSING`, `CLI_PASSPHRASE_UNREADABLE`.
 */
export async function readSecrets(context: Context, prefix: SecretPrefix): Promise<readonly string[]> {
  const { io, options, help } = context
  const [variables, file] = ['env', 'file'].map((source) => options.values.get(`${prefix}-${source}`))
  if (variables !== undefined && file !== undefined) {
    throw failure('CLI_OPTION_CONFLICT', { option: `--${prefix}-env`, other: `--${prefix}-file`, help })
  }
  if (file !== undefined) return [await readSecretFile(io, file)]
  const names = variables === undefined ? [] : prefix === 'passphrase' ? variables.split(',') : [variables]
  return names.map((name) => readVariable(context, name, `--${prefix}-env`))
}

/** @throws {PixkitError} `CLI_VARIABLE_MISSING`. */
export function readVariable({ io, help }: Context, name: string, option: string): string {
  const value = Object.hasOwn(io.env, name) ? io.env[name] : undefined
  if (value === undefined) throw failure('CLI_VARIABLE_MISSING', { option, help })
  return value
}

async function readSecretFile(io: Context['io'], file: string): Promise<string> {
  try {
    return withoutLineBreak(await readBytes(io, file, MAX_SECRET_BYTES))
  } catch (error) {
    const cause = isPixkitError(error) ? (error.params['cause'] ?? error.code) : 'UTF-8'
    throw failure('CLI_PASSPHRASE_UNREADABLE', { file, cause })
  }
}

/** An editor ends a file with a line break that nobody typed. @throws {TypeError} It is no UTF-8. */
function withoutLineBreak(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '')
}
