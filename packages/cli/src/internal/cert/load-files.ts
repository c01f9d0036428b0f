/**
 * The files of a call, read as credentials.
 *
 * @module
 */
import type { Credentials } from '@pixkit/certs'
import { isPixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import { visible } from '../../render/visible.ts'
import type { Context } from '../command.ts'
import { failure, issueOf } from '../failure.ts'
import { readBytes } from '../read-bytes.ts'
import { STDIO } from '../read-code.ts'
import { askPassphrase, isLocked, readPassphrase } from './passphrase.ts'

/** No chain and no bundle of roots is larger. */
const MAX_BYTES = 4_194_304

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

/** Reads every file that can be read, with one passphrase for all that need one. */
export async function loadFiles(context: Context, files: readonly string[]): Promise<LoadedFiles> {
  let passphrase = await readPassphrase(context, 'passphrase')
  const loaded: LoadedFile[] = []
  const issues: Issue[] = []
  for (const file of files) {
    try {
      const bytes = await readBytes(context.io, file, MAX_BYTES)
      const credentials = await open(bytes, passphrase, async () => {
        passphrase = await askPassphrase(context, visible(file))
        return passphrase
      })
      loaded.push({ file, credentials })
    } catch (error) {
      if (!isPixkitError(error)) throw error
      issues.push({ ...issueOf(error), path: [file] })
    }
  }
  return { loaded, issues }
}

/** @throws {PixkitError} `CERTS_…`: what `readCredentials` throws. */
async function open(
  bytes: Uint8Array,
  passphrase: string | undefined,
  ask: () => Promise<string | undefined>,
): Promise<Credentials> {
  // Only these commands have a use for it.
  const { readCredentials } = await import('@pixkit/certs/read-credentials')
  try {
    return readCredentials(bytes, { passphrase })
  } catch (error) {
    const answer = isLocked(error) ? await ask() : undefined
    if (answer === undefined) throw error
    return readCredentials(bytes, { passphrase: answer })
  }
}
