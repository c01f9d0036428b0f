/**
 * Bytes from a file or standard input, within bounds.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Input, Io } from '../io.ts'
import { failure, systemCode } from './failure.ts'
import { STDIO } from './read-code.ts'

/** Standard input comes once. */
const emptied = new WeakSet<Input>()

/**
 * Reads a file to its end.
 *
 * @param file - Name, or `-`.
 * @throws {PixkitError} `CLI_FILE_TOO_LARGE`, `CLI_FILE_UNREADABLE`; `CLI_INPUT_TWICE`: a call asks for standard input again.
 */
export async function readBytes({ files, stdin }: Io, file: string, max: number): Promise<Uint8Array> {
  if (file === STDIO) {
    if (emptied.has(stdin)) throw failure('CLI_INPUT_TWICE')
    emptied.add(stdin)
  }
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    if (files === undefined && file !== STDIO) throw Object.assign(new Error('no files'), { code: 'ENOSYS' })
    for await (const chunk of (file === STDIO ? stdin : files)?.read(file) ?? []) {
      length += chunk.length
      if (length > max) throw failure('CLI_FILE_TOO_LARGE', { max })
      chunks.push(chunk)
    }
  } catch (error) {
    if (isPixkitError(error)) throw error
    throw failure('CLI_FILE_UNREADABLE', { cause: systemCode(error) })
  }
  return joined(chunks, length)
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
