/**
 * @module Prevents packages that install and then do not import: publint and arethetypeswrong on every tarball.
 *
 *     node scripts/check-tarballs.mjs publint|attw
 */
import { packed } from './lib/packed.mjs'
import { run } from './lib/run.mjs'

/** @type {Record<string, (tarball: string) => [string, string[]]>} */
const tools = {
  publint: (tarball) => ['publint', ['run', tarball, '--strict']],
  attw: (tarball) => ['attw', [tarball, '--profile', 'esm-only', '--no-emoji', '--no-color', '--format', 'ascii']],
}

const command = tools[process.argv[2] ?? '']
if (command === undefined) {
  console.error(`Usage: node scripts/check-tarballs.mjs ${Object.keys(tools).join('|')}`)
  process.exit(2)
}

const { tarballs } = await packed()
const results = await Promise.all(tarballs.map((tarball) => run(...command(tarball))))
for (const { code, output } of results) {
  if (code === 0) continue
  console.log(output.trimEnd())
  process.exitCode = 1
}
