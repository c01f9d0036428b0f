/**
 * Results into files or to standard output; nothing is replaced unless asked for.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { InputErrorCode } from '../codes.ts'
import type { Io } from '../io.ts'
import { failure, systemCode } from './failure.ts'
import { STDIO } from './read-code.ts'

/** For the owner alone. */
const SECRET_MODE = 0o600

export interface OutputFile {
  /** Name of a file, or `-`. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Whether the bytes are UTF-8 text. */
  readonly isText: boolean
  /** Whether nobody else may read the file. */
  readonly isSecret?: boolean | undefined
}

export interface Written<Output> {
  readonly written: readonly Output[]
  readonly issues: readonly Issue<InputErrorCode>[]
}

/** Writes every file that can be written, and tells about the others. */
export async function writeFiles<Output extends OutputFile>(
  io: Io,
  outputs: readonly Output[],
  replace: boolean,
): Promise<Written<Output>> {
  const written: Output[] = []
  const issues: Issue<InputErrorCode>[] = []
  for (const output of outputs) {
    try {
      await writeFile(io, output, replace)
      written.push(output)
    } catch (error) {
      const cause = systemCode(error)
      const { file } = output
      issues.push(
        cause === 'EEXIST'
          ? fileExists(file)
          : { code: 'CLI_FILE_UNWRITABLE', severity: 'error', path: [], params: { file, cause } },
      )
    }
  }
  return { written, issues }
}

/**
 * Makes a folder, and those that lead to it.
 *
 * @throws {PixkitError} `CLI_FILE_UNWRITABLE`.
 */
export async function makeFolder({ files }: Io, folder: string): Promise<void> {
  try {
    await files?.makeFolder(folder)
  } catch (error) {
    throw failure('CLI_FILE_UNWRITABLE', { file: folder, cause: systemCode(error) })
  }
}

/** Which of the files are there already. */
export async function existing(
  { files }: Io,
  outputs: readonly OutputFile[],
): Promise<readonly Issue<InputErrorCode>[]> {
  const names = outputs.map(({ file }) => file).filter((file) => file !== STDIO)
  const taken = await Promise.all(names.map(async (file) => (await files?.exists(file)) === true))
  return names.filter((_, index) => taken[index]).map(fileExists)
}

function fileExists(file: string): Issue<InputErrorCode> {
  return { code: 'CLI_FILE_EXISTS', severity: 'error', path: [], params: { file } }
}

async function writeFile({ stdout, files }: Io, output: OutputFile, replace: boolean): Promise<void> {
  const { file, bytes, isText, isSecret } = output
  if (file !== STDIO) {
    if (files === undefined) throw Object.assign(new Error('no files'), { code: 'ENOSYS' })
    const mode = isSecret === true ? SECRET_MODE : undefined
    await (replace ? files.replace(file, bytes, mode) : files.create(file, bytes, mode))
  } else if (isText) stdout.write(new TextDecoder().decode(bytes))
  else stdout.writeBytes?.(bytes)
}
