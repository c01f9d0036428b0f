/**
 * The converted copies that findings offer, as files.
 *
 * @module
 */
import { basename, join, parse } from 'node:path'
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
  const names = distinct(copies.map(({ name }) => basename(name)))
  const outputs = copies.map(({ bytes, secret }, index) => ({
    file: join(folder, names[index] ?? ''),
    bytes,
    isText: false,
    isSecret: secret,
  }))
  const { written, issues } = await writeFiles(io, outputs, options.flags.has('force'))
  return { files: written.map(({ file }) => file), issues }
}

/** Files of several folders may have one name: `a.pem`, `a-2.pem`. */
function distinct(names: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const { ext, name: stem } = parse(name)
    let free = name
    for (let number = 2; taken.has(free); number++) free = `${stem}-${number}${ext}`
    taken.add(free)
    return free
  })
}
