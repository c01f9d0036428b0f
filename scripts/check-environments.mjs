/** @module Prevents packages that only work inside this repository: runs environments/ on the installed tarballs. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { neutralPartOf } from './lib/package-rules.mjs'
import { packed } from './lib/packed.mjs'
import { root } from './lib/root.mjs'
import { run, runOrThrow } from './lib/run.mjs'
import { listPackages } from './lib/workspace.mjs'

const { consumer } = await packed()
const subpaths = listPackages().flatMap(({ folder, manifest }) =>
  Object.keys(manifest.exports)
    .filter((subpath) => subpath !== './package.json')
    .map((subpath) => ({ folder, subpath, name: manifest.name + subpath.slice(1) })),
)
// What runs anywhere must compile without the types of Node.
const isForAll = (/** @type {typeof subpaths[number]} */ { folder, subpath }) =>
  neutralPartOf(folder, subpath) !== undefined
writeFileSync(join(consumer, 'types', 'subpaths.ts'), importing(subpaths.filter(isForAll)))
writeFileSync(join(consumer, 'types', 'node-subpaths.ts'), importing(subpaths))

await runOrThrow(process.execPath, ['make-payload-data.mjs', join(root, 'vectors', 'payload')], { cwd: consumer })
await build({
  absWorkingDir: join(consumer, 'workerd'),
  entryPoints: ['worker.mjs'],
  outfile: 'bundle.mjs',
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  conditions: ['import', 'default'],
  logLevel: 'error',
})

const oldest = join(consumer, 'node_modules', 'typescript-oldest', 'bin', 'tsc')
/** @type {[name: string, command: string, args: string[]][]} */
const environments = [
  ['node-esm', process.execPath, ['node-esm/main.mjs']],
  ['node-cjs', process.execPath, ['node-cjs/main.cjs']],
  ['payload in Node', process.execPath, ['payload.mjs']],
  ['payload in Bun', programOf('@oven', join('bin', 'bun')), ['payload.mjs']],
  ['payload in Deno', programOf('@deno', 'deno'), ['run', '--no-remote', 'payload.mjs']],
  ['in workerd', process.execPath, [join('workerd', 'main.mjs')]],
  ['bacen in Node', process.execPath, ['bacen.mjs']],
  ['bacen in Bun', programOf('@oven', join('bin', 'bun')), ['bacen.mjs']],
  ['bacen in Deno', programOf('@deno', 'deno'), ['run', '--no-remote', 'bacen.mjs']],
  ['bacen over mTLS', process.execPath, ['bacen-mtls.mjs']],
  ['bacen over mTLS in Node 22', nodeOf(22), ['bacen-mtls.mjs']],
  ['bacen over mTLS in Node 24', nodeOf(24), ['bacen-mtls.mjs']],
  ['cli', process.execPath, ['cli/main.mjs']],
  ['types-nodenext', 'tsc', ['-p', 'types-nodenext']],
  ['types-bundler', 'tsc', ['-p', 'types-bundler']],
  ['types-nodenext with Node', 'tsc', ['-p', 'types-nodenext/node.json']],
  ['types-bundler with Node', 'tsc', ['-p', 'types-bundler/node.json']],
  ['types-nodenext, oldest TypeScript', process.execPath, [oldest, '-p', 'types-nodenext']],
  ['types-bundler, oldest TypeScript', process.execPath, [oldest, '-p', 'types-bundler']],
  ['types-nodenext with Node, oldest TypeScript', process.execPath, [oldest, '-p', 'types-nodenext/node.json']],
]
const env = { DENO_NO_UPDATE_CHECK: '1', DO_NOT_TRACK: '1' }
const results = await Promise.all(
  environments.map(async ([name, command, args]) => ({ name, ...(await run(command, args, { cwd: consumer, env })) })),
)
for (const { code, name, output } of results) {
  console.log(`${name}: ${code === 0 ? 'ok' : 'failed'}`)
  if (code === 0) continue
  console.log(output)
  process.exitCode = 1
}

/**
 * The program in the package that npm chose for this platform. The name in `.bin` would first need a script of the package, and
 * none is run here. Where it is missing, starting it fails, and so does the environment.
 *
 * @param {string} scope - Of the packages for the platforms.
 * @param {string} path - Within the package.
 */
function programOf(scope, path) {
  const folder = join(consumer, 'node_modules', scope)
  const names = existsSync(folder) ? readdirSync(folder) : []
  return join(folder, names.find((name) => existsSync(join(folder, name, path))) ?? 'none', path)
}

/**
 * Another Node than that which runs this, as npm delivers it for Linux.
 *
 * @param {number} major
 */
function nodeOf(major) {
  return join(consumer, 'node_modules', `node-${major}-${process.platform}-${process.arch}`, 'bin', 'node')
}

/**
 * A module that touches the declarations of subpaths.
 *
 * @param {readonly { name: string }[]} modules
 */
function importing(modules) {
  return modules.map(({ name }, index) => `export * as m${index} from '${name}'\n`).join('')
}
