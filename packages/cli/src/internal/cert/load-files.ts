/**
 * The files of a call, read as credentials.
 *
 * @module
 */
import type { Credentials } from '@pixkit/certs'
import { isPixkitError, unwrap } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import { visible } from '../../render/visible.ts'
import type { Context } from '../command.ts'
import { failure, issueOf } from '../failure.ts'
import { readBytes } from '../read-bytes.ts'
import { STDIO } from '../read-code.ts'
import { askPassphrase, readPassphrases } from './passphrase.ts'
import { unlock } from './unlock.ts'

/** What the reader of certificates takes: no chain and no bundle of roots is larger. */
export const MAX_FILE_BYTES = 4_194_304

export interface LoadedFile {
  readonly file: string
  readonly credentials: Credentials
}

export interface LoadedFiles {
  readonly loaded: readonly LoadedFile[]
  /** What is wrong with the others; the file is the path. */
  readonly issues: readonly Issue[]
}

/** Names of the files that a call is about; without one, the call is bad. */
export function filesOf({ language, options, help }: Context): readonly string[] {
  const { positionals } = options
  if (positionals.length === 0) {
    throw failure('CLI_ARGUMENT_MISSING', { argument: language.texts.argumentFile, help })
  }
  if (positionals.filter((file) => file === STDIO).length > 1) {
    throw failure('CLI_ARGUMENT_UNEXPECTED', { found: 1, help })
  }
  return positionals
}

/** Reads every file that can be read, with the passphrases of the call, and asks for those that are missing. */
export async function loadFiles(context: Context, files: readonly string[]): Promise<LoadedFiles> {
  const passphrases = [...(await readPassphrases(context))]
  const loaded: LoadedFile[] = []
  const issues: Issue[] = []
  for (const file of files) {
    try {
      const bytes = await readBytes(context.io, file, MAX_FILE_BYTES)
      const { result } = await unlock(bytes, passphrases, () => askPassphrase(context, visible(file)))
      loaded.push({ file, credentials: unwrap(result) })
    } catch (error) {
      if (!isPixkitError(error)) throw error
      issues.push({ ...issueOf(error), path: [file] })
    }
  }
  return { loaded, issues }
}
