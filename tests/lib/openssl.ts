/** @module The oracle for certificates: Debian's openssl, in a folder of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findEngine } from '../../scripts/lib/engines.mjs'

/** Path of the program; absent where it is missing and `CI` is not set: skip the tests that need it. */
export const openssl: string | undefined = findEngine('openssl')

export interface Workbench {
  readonly folder: string
  /** Writes a file and returns its path. */
  file(name: string, content: Uint8Array | string): string
  /** Runs `openssl` in the folder; returns standard output, throws with standard error when it fails. */
  openssl(args: readonly string[], input?: Uint8Array | string): Buffer
  /** Whether `openssl` succeeds, with what it said. */
  tryOpenssl(args: readonly string[], input?: Uint8Array | string): { ok: boolean; output: string }
  dispose(): void
}

/** Makes a folder for files of `openssl`; dispose of it after the tests. */
export function createWorkbench(): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'pixkit-openssl-'))
  const run = (args: readonly string[], input?: Uint8Array | string): Buffer =>
    execFileSync(openssl ?? 'openssl', args, { cwd: folder, input: input ?? '', stdio: 'pipe' })
  return {
    folder,
    file(name, content) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    openssl: run,
    tryOpenssl(args, input) {
      try {
        return { ok: true, output: run(args, input).toString() }
      } catch (error) {
        const { stderr, stdout } = error as { stderr?: Buffer; stdout?: Buffer }
        return { ok: false, output: [stdout, stderr].map((stream) => stream?.toString() ?? '').join('') }
      }
    },
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
