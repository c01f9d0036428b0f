/** @module Reads files in a process of their own, which a hostile one may end. */
import { spawnSync } from 'node:child_process'
import { bundleSource } from './bundle-source.ts'

export interface ChildFile {
  readonly bytes: Uint8Array
  readonly passphrase?: string | undefined
}

const READ = new URL('../../packages/certs/src/read-credentials.ts', import.meta.url)

/** Ends with what became of each file, in lines: they come out before the next file is read. */
const SCRIPT = `
for (const { bytes, passphrase } of JSON.parse(require('node:fs').readFileSync(0, 'utf8'))) {
  let line = 'read'
  try {
    module.exports.readCredentials(Buffer.from(bytes, 'base64'), { passphrase })
  } catch (error) {
    line = String(error.code ?? error)
  }
  require('node:fs').writeSync(1, line + '\\n')
}
require('node:fs').writeSync(1, 'end\\n')`

/** @returns For each file `read`, or the code of its error; then `end`, unless the process died before. */
export async function readInChild(files: readonly ChildFile[]): Promise<string[]> {
  const code = await bundleSource(READ, 'node')
  const input = JSON.stringify(
    files.map(({ bytes, passphrase }) => ({ bytes: Buffer.from(bytes).toString('base64'), passphrase })),
  )
  const child = spawnSync(process.execPath, ['-e', `${code}\n${SCRIPT}`], { input, encoding: 'utf8' })
  return child.stdout.trimEnd().split('\n')
}
