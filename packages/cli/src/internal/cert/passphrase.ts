/**
 * Passphrases: from a variable, a file or a person, never from the call, which other people on the machine can see.
 *
 * @module
 */
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'
import { fill } from '../fill.ts'
import type { Options } from '../parse-options.ts'
import { readSecrets } from '../secrets.ts'

/** Where the passphrases of what is read come from. */
export const PASSPHRASE_OPTIONS: Options = {
  'passphrase-env': { type: 'string', value: 'argumentVariable', text: 'optionPassphraseEnv' },
  'passphrase-file': { type: 'string', value: 'argumentFile', text: 'optionPassphraseFile' },
}

/** Where the passphrase of what is written comes from. */
export const OUT_PASSPHRASE_OPTIONS: Options = {
  'out-passphrase-env': { type: 'string', value: 'argumentVariable', text: 'optionOutPassphraseEnv' },
  'out-passphrase-file': { type: 'string', value: 'argumentFile', text: 'optionOutPassphraseFile' },
}

/**
 * Reads the passphrases of what is read: files may have different ones, so several variables may be named, with commas between.
 *
 * @throws {PixkitError} `CLI_OPTION_CONFLICT`, `CLI_VARIABLE_MISSING`, `CLI_FILE_UNREADABLE`, `CLI_INPUT_NOT_UTF8`.
 */
export async function readPassphrases(context: Context): Promise<readonly string[]> {
  return readSecrets(context, 'passphrase')
}

/**
 * Reads the passphrase for what is written.
 *
 * @returns `undefined` when the call names none.
 * @throws {PixkitError} `CLI_PASSPHRASE_EMPTY`: a variable that somebody forgot to fill protects nothing; and as
 *   {@link readPassphrases}.
 */
export async function readOutPassphrase(context: Context): Promise<string | undefined> {
  const [passphrase] = await readSecrets(context, 'out-passphrase')
  if (passphrase === '') throw failure('CLI_PASSPHRASE_EMPTY', { help: context.help })
  return passphrase
}

/** Asks for the passphrase of a file, when somebody is there to answer. */
export async function askPassphrase({ io, json, language }: Context, file: string): Promise<string | undefined> {
  return json ? undefined : io.askSecret?.(fill(language.texts.askPassphrase, { file }))
}

/**
 * Asks for a new passphrase, twice, when somebody is there to answer.
 *
 * @throws {PixkitError} `CLI_PASSPHRASE_DIFFERS`, `CLI_PASSPHRASE_EMPTY`.
 */
export async function askNewPassphrase({ io, json, language, help }: Context): Promise<string | undefined> {
  const { askNewPassphrase: question, askPassphraseAgain } = language.texts
  const passphrase = json ? undefined : await io.askSecret?.(question)
  if (passphrase === undefined) return undefined
  if (passphrase === '') throw failure('CLI_PASSPHRASE_EMPTY', { help })
  if ((await io.askSecret?.(askPassphraseAgain)) !== passphrase) throw failure('CLI_PASSPHRASE_DIFFERS')
  return passphrase
}
