/**
 * The files of a call, as they are, with the parts they play.
 *
 * @module
 */
import type { GivenFile } from '@pixkit/certs'
import { isPixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import type { Context } from '../command.ts'
import { issueOf } from '../failure.ts'
import { readBytes } from '../read-bytes.ts'

/** More than the reader of certificates takes: what is too large for it shall be told like everything else. */
const MAX_BYTES = 8_388_608

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

/** Reads the files in their roles, then those beside them. */
export async function readGivenFiles({ io, options }: Context, passphrase: string | undefined): Promise<GivenFiles> {
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
      files.push({ ...file, bytes: await readBytes(io, file.name, MAX_BYTES), passphrase })
    } catch (error) {
      if (!isPixkitError(error)) throw error
      issues.push({ ...issueOf(error), path: [file.name] })
    }
  }
  return { files, issues }
}
