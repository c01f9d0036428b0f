/**
 * Pictures into files or to standard output; nothing is replaced unless asked for.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import type { InputErrorCode } from '../codes.ts'
import type { Io } from '../io.ts'
import { systemCode } from './failure.ts'
import { STDIO } from './read-code.ts'

export interface Picture {
  readonly format: 'svg' | 'png'
  /** Name of a file, or `-`. */
  readonly file: string
  readonly bytes: Uint8Array
}

export interface WrittenPictures {
  readonly written: readonly Picture[]
  readonly issues: readonly Issue<InputErrorCode>[]
}

/** Writes every picture that can be written, and tells about the others. */
export async function writePictures(io: Io, pictures: readonly Picture[], replace: boolean): Promise<WrittenPictures> {
  const written: Picture[] = []
  const issues: Issue<InputErrorCode>[] = []
  for (const picture of pictures) {
    try {
      await writePicture(io, picture, replace)
      written.push(picture)
    } catch (error) {
      const cause = systemCode(error)
      const { file } = picture
      issues.push(
        cause === 'EEXIST'
          ? { code: 'CLI_FILE_EXISTS', severity: 'error', path: [], params: { file } }
          : { code: 'CLI_FILE_UNWRITABLE', severity: 'error', path: [], params: { file, cause } },
      )
    }
  }
  return { written, issues }
}

async function writePicture({ stdout, files }: Io, { file, format, bytes }: Picture, replace: boolean): Promise<void> {
  if (file !== STDIO) {
    if (files === undefined) throw Object.assign(new Error('no files'), { code: 'ENOSYS' })
    await (replace ? files.replace(file, bytes) : files.create(file, bytes))
  } else if (format === 'svg') stdout.write(new TextDecoder().decode(bytes))
  else stdout.writeBytes?.(bytes)
}
