/**
 * The converted copies that findings offer, as files.
 *
 * @module
 */
import { join } from 'node:path'
import type { Finding } from '@pixkit/certs'
import type { Issue } from '@pixkit/core/issue'
import type { Context } from '../command.ts'
import { makeFolder, writeFiles } from '../write-files.ts'

export interface WrittenFixes {
  readonly files: readonly string[]
  readonly issues: readonly Issue[]
}

/** Writes the copies into the folder of `--fix`, whatever folder the files came from. */
export async function writeFixes({ io, options }: Context, findings: readonly Finding[]): Promise<WrittenFixes> {
  const folder = options.values.get('fix')
  const copies = folder === undefined ? [] : findings.flatMap(({ fix }) => fix?.() ?? [])
  if (folder === undefined || copies.length === 0) return { files: [], issues: [] }
  await makeFolder(io, folder)
  // Several findings offer the same copy, under the same name.
  const distinct = new Map(copies.map((copy) => [copy.name, copy]))
  const outputs = Array.from(distinct.values(), ({ bytes, name, secret }) => ({
    file: join(folder, name),
    bytes,
    isText: false,
    isSecret: secret,
  }))
  const { written, issues } = await writeFiles(io, outputs, options.flags.has('force'))
  return { files: written.map(({ file }) => file), issues }
}
