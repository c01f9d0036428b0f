/** @module Prevents a package that would be published with no word about what is in it, or a changeset that names none. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/root.mjs'
import { listPackages } from './lib/workspace.mjs'

const folder = join(root, '.changeset')
const packages = listPackages().filter(({ manifest }) => !manifest.private)
const names = new Set(packages.map(({ manifest }) => manifest.name))
/** @type {Set<string>} */
const mentioned = new Set()
/** @type {string[]} */
const problems = []

for (const file of readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md')) {
  const [, head, body] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(readFileSync(join(folder, file), 'utf8')) ?? []
  if (head === undefined || body === undefined) {
    problems.push(`.changeset/${file}: no front matter`)
    continue
  }
  if (body.trim() === '') problems.push(`.changeset/${file}: says nothing`)
  for (const line of head.split('\n').filter((text) => text.trim() !== '')) {
    const [, name, bump] = /^['"]?([^'"]+)['"]?:\s*(\w+)$/.exec(line.trim()) ?? []
    if (name === undefined || !names.has(name)) problems.push(`.changeset/${file}: no package is called ${line}`)
    else if (!['major', 'minor', 'patch'].includes(bump ?? '')) {
      problems.push(`.changeset/${file}: no such bump: ${line}`)
    } else mentioned.add(name)
  }
}
for (const { folder: name, path, manifest } of packages) {
  if (mentioned.has(manifest.name) || existsSync(join(path, 'CHANGELOG.md'))) continue
  problems.push(`packages/${name}: no changeset mentions it and it has no CHANGELOG.md (pnpm changeset)`)
}

for (const problem of problems) console.log(problem)
if (problems.length > 0) process.exitCode = 1
