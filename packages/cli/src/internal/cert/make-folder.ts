/**
 * Folders for what a command makes.
 *
 * @module
 */
import type { Context } from '../command.ts'
import { failure, systemCode } from '../failure.ts'

/** @throws {PixkitError} `CLI_FILE_UNWRITABLE`. */
export async function makeFolder({ io }: Context, folder: string): Promise<void> {
  try {
    await io.files?.makeFolder(folder)
  } catch (error) {
    throw failure('CLI_FILE_UNWRITABLE', { file: folder, cause: systemCode(error) })
  }
}
