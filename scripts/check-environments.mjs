/** @module Prevents packages that only work inside this repository: runs environments/ on the installed tarballs. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packed } from './lib/packed.mjs'
import { run } from './lib/run.mjs'
import { listPackages } from './lib/workspace.mjs'

const { consumer } = await packed()
writeFileSync(join(consumer, 'types', 'subpaths.ts'), everySubpath())

const oldest = join(consumer, 'node_modules', 'typescript-oldest', 'bin', 'tsc')
/** @type {[name: string, command: string, args: string[]][]} */
const environments = [
  ['node-esm', process.execPath, ['node-esm/main.mjs']],
  ['node-cjs', process.execPath, ['node-cjs/main.cjs']],
  ['cli', process.execPath, ['cli/main.mjs']],
  ['types-nodenext', 'tsc', ['-p', 'types-nodenext']],
  ['types-bundler', 'tsc', ['-p', 'types-bundler']],
  ['types-nodenext, oldest TypeScript', process.execPath, [oldest, '-p', 'types-nodenext']],
  ['types-bundler, oldest TypeScript', process.execPath, [oldest, '-p', 'types-bundler']],
]
const results = await Promise.all(
  environments.map(async ([name, command, args]) => ({ name, ...(await run(command, args, { cwd: consumer })) })),
)
for (const { code, name, output } of results) {
  console.log(`${name}: ${code === 0 ? 'ok' : 'failed'}`)
  if (code === 0) continue
  console.log(output)
  process.exitCode = 1
}

/** A module that touches the declarations of every public subpath. */
function everySubpath() {
  const names = listPackages().flatMap(({ manifest }) =>
    Object.keys(manifest.exports)
      .filter((subpath) => subpath !== './package.json')
      .map((subpath) => manifest.name + subpath.slice(1)),
  )
  return names.map((name, index) => `export * as m${index} from '${name}'\n`).join('')
}
