/**
 * Passphrases: from a variable or a file, never from the call, which other people on the machine can see.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'
import type { Options } from '../parse-options.ts'
import { readBytes } from '../read-bytes.ts'

/** Where the passphrase of what is read comes from. */
export const PASSPHRASE_OPTIONS: Options = {
  'passphrase-env': { type: 'string', value: 'argumentVariable', text: 'optionPassphraseEnv' },
  'passphrase-file': { type: 'string', value: 'argumentFile', text: 'optionPassphraseFile' },
}

/** Where the passphrase of what is written comes from. */
export const OUT_PASSPHRASE_OPTIONS: Options = {
  'out-passphrase-env': { type: 'string', value: 'argumentVariable', text: 'optionOutPassphraseEnv' },
  'out-passphrase-file': { type: 'string', value: 'argumentFile', text: 'optionOutPassphraseFile' },
}

const MAX_PASSPHRASE_BYTES = 4_096

/**
 * Reads the passphrase that the call points to.
 *
 * @param prefix - Which pair of options.
 * @returns `undefined` when the call names none.
 * @throws {PixkitError} `CLI_OPTION_CONFLICT`, `CLI_VARIABLE_MISSING`, `CLI_FILE_UNREADABLE`, `CLI_INPUT_NOT_UTF8`.
 */
export async function readPassphrase(
  { io, options, help }: Context,
  prefix: 'passphrase' | 'out-passphrase',
): Promise<string | undefined> {
  const [variable, file] = ['env', 'file'].map((source) => options.values.get(`${prefix}-${source}`))
  if (variable !== undefined && file !== undefined) {
    throw failure('CLI_OPTION_CONFLICT', { option: `--${prefix}-env`, other: `--${prefix}-file`, help })
  }
  if (variable !== undefined) {
    const value = io.env[variable]
    if (value === undefined) throw failure('CLI_VARIABLE_MISSING', { option: `--${prefix}-env`, help })
    return value
  }
  if (file === undefined) return undefined
  return withoutLineBreak(await readBytes(io, file, MAX_PASSPHRASE_BYTES))
}

/** Asks for the passphrase of a file, when somebody is there to answer. */
export async function askPassphrase({ io, json, language }: Context, file: string): Promise<string | undefined> {
  if (json || io.askSecret === undefined) return undefined
  return io.askSecret(language.texts.askPassphrase.replace('{file}', () => file))
}

/** Whether the only thing that is wrong is that nobody gave a passphrase. */
export function isLocked(error: unknown): boolean {
  return isPixkitError(error, 'CERTS_PASSPHRASE_MISSING')
}

/** An editor ends a file with a line break that nobody typed. */
function withoutLineBreak(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '')
  } catch {
    throw failure('CLI_INPUT_NOT_UTF8')
  }
}
