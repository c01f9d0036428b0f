/** @module Prevents packages that drift apart: same manifest, same folders, imports in one direction, both languages. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { layers, neutral } from './lib/layout.mjs'
import { problemsOf } from './lib/package-rules.mjs'
import { root } from './lib/root.mjs'
import { listFiles, listPackages, readJson } from './lib/workspace.mjs'

const packages = listPackages()
const repository = {
  /** @type {string[]} */
  references: readJson(join(root, 'tsconfig.json')).references.map((/** @type {{ path: string }} */ { path }) => path),
  devDependencies: readJson(join(root, 'package.json')).devDependencies,
}

const problems = packages.flatMap(({ folder, manifest, path }) => {
  const names = ['README.md', ...listFiles(join(path, 'src')).map((file) => `src/${file}`)]
  const present = names.filter((name) => existsSync(join(path, name)))
  const files = new Map(present.map((name) => [name, readFileSync(join(path, name), 'utf8')]))
  return problemsOf({ folder, manifest, tsconfig: readJson(join(path, 'tsconfig.json')), files }, repository)
})

const folders = packages.map(({ folder }) => folder)
for (const name of new Set([...layers.flat(), ...Object.keys(neutral)])) {
  const [folder = ''] = name.split('/')
  if (!folders.includes(folder)) problems.push(`scripts/lib/layout.mjs: there is no packages/${folder}`)
}

const { packageManager } = readJson(join(root, 'package.json'))
if (!readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8').includes(`npx ${packageManager}`)) {
  problems.push(`CONTRIBUTING.md names another version than ${packageManager}`)
}

for (const problem of problems) console.log(problem)
if (problems.length > 0) process.exitCode = 1
