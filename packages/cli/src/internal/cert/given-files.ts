/**
 * The files of a call, as they are, with the parts they play.
 *
 * @module
 */
import type { GivenFile } from '@pixkit/certs'
import { isPixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import { visible } from '../../render/visible.ts'
import type { Context } from '../command.ts'
import { issueOf } from '../failure.ts'
import { readBytes } from '../read-bytes.ts'
import { MAX_FILE_BYTES } from './load-files.ts'
import { askPassphrase, readPassphrases } from './passphrase.ts'
import { unlock } from './unlock.ts'

/** Options that name a file in a role. */
const ROLES = [
  ['cert', 'certificate'],
  ['key', 'key'],
  ['ca', 'ca'],
] as const

export interface GivenFiles {
  readonly files: readonly GivenFile[]
  /** What is wrong with those that cannot be read; the file is the path. */
  readonly issues: readonly Issue[]
}

/** Reads the files in their roles, then those beside them, each with the passphrase that opens it. */
export async function readGivenFiles(context: Context): Promise<GivenFiles> {
  const { io, options } = context
  const passphrases = [...(await readPassphrases(context))]
  const inRoles = ROLES.flatMap(([option, role]) => {
    const name = options.values.get(option)
    return name === undefined ? [] : [{ name, role }]
  })
  // `pix doctor --cert a.cer *` names a file twice, and means it once.
  const beside = options.positionals.filter((name) => inRoles.every((file) => file.name !== name))
  const given: readonly Pick<GivenFile, 'name' | 'role'>[] = [
    ...inRoles,
    ...[...new Set(beside)].map((name) => ({ name })),
  ]
  const files: GivenFile[] = []
  const issues: Issue[] = []
  for (const file of given) {
    try {
      const bytes = await readBytes(io, file.name, MAX_FILE_BYTES)
      const { passphrase } = await unlock(bytes, passphrases, () => askPassphrase(context, visible(file.name)))
      files.push({ ...file, bytes, passphrase })
    } catch (error) {
      if (!isPixkitError(error)) throw error
      issues.push({ ...issueOf(error), path: [file.name] })
    }
  }
  return { files, issues }
}
