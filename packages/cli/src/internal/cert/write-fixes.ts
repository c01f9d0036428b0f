/**
 * The converted copies that findings offer, as files.
 *
 * @module
 */
import { basename, join } from 'node:path'
import type { Finding } from '@pixkit/certs'
import type { Issue } from '@pixkit/core/issue'
import type { Context } from '../command.ts'
import { writeFiles } from '../write-files.ts'
import { makeFolder } from './make-folder.ts'

export interface WrittenFixes {
  readonly files: readonly string[]
  readonly issues: readonly Issue[]
}

/** Writes the copies into the folder of `--fix`, whatever folder the files came from. */
export async function writeFixes(context: Context, findings: readonly Finding[]): Promise<WrittenFixes> {
  const { io, options } = context
  const folder = options.values.get('fix')
  const copies = folder === undefined ? [] : findings.flatMap(({ fix }) => fix?.() ?? [])
  if (folder === undefined || copies.length === 0) return { files: [], issues: [] }
  await makeFolder(context, folder)
  const outputs = copies.map(({ name, bytes, secret }) => ({
    file: join(folder, basename(name)),
    bytes,
    isText: false,
    isSecret: secret,
  }))
  const { written, issues } = await writeFiles(io, outputs, options.flags.has('force'))
  return { files: written.map(({ file }) => file), issues }
}
