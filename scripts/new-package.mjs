/**
 * @module Prevents a new package that differs from the others: writes its skeleton and registers it.
 *
 *     pnpm new-package NAME
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from './lib/root.mjs'
import { install, pnpm } from './lib/setup.mjs'
import { register, skeleton } from './lib/skeleton.mjs'

const [folder] = process.argv.slice(2)
if (folder === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(folder)) {
  console.error('Usage: pnpm new-package NAME   (kebab-case, without @pixkit/)')
  process.exit(2)
}
if (existsSync(join(root, 'packages', folder))) {
  console.error(`packages/${folder} exists already.`)
  process.exit(1)
}

const read = (/** @type {string} */ path) => readFileSync(join(root, path), 'utf8')
const registered = register(folder, {
  manifest: read('package.json'),
  tsconfig: read('tsconfig.json'),
  layout: read('scripts/lib/layout.mjs'),
})
const files = {
  ...skeleton(folder),
  'package.json': registered.manifest,
  'tsconfig.json': registered.tsconfig,
  'scripts/lib/layout.mjs': registered.layout,
}
for (const [path, text] of Object.entries(files)) {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
  console.log(path)
}
const { code, output } = await pnpm(['install', '--no-frozen-lockfile'])
if (code !== 0) {
  console.error(output)
  process.exit(1)
}
await install()
console.log(`pnpm-lock.yaml

Left to do: the texts marked TODO; in scripts/lib/layout.mjs its layer (now just below the command) and, when it runs
without Node, a line in "neutral"; after the first code, node scripts/check-size.mjs --update.`)
