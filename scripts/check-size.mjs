/**
 * @module Prevents packages that grow unnoticed or pull Node into a browser: sizes and leaks of bundles, from the tarballs.
 *
 *     node scripts/check-size.mjs            prints the table
 *     node scripts/check-size.mjs --update   rewrites the budgets of the subpaths: what is measured and a tenth
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, leaksOf } from './lib/bundle.mjs'
import { neutralPartOf } from './lib/package-rules.mjs'
import { packed } from './lib/packed.mjs'
import { root } from './lib/root.mjs'
import { listPackages, readJson } from './lib/workspace.mjs'

const budgetFile = join(root, 'scripts', 'size', 'budgets.json')

/** @type {{ entries: Record<string, { package: string, max: number, above?: string }>, subpaths: Record<string, number> }} */
const budgets = readJson(budgetFile)
const update = process.argv.includes('--update')
const { consumer } = await packed()

/** @type {[name: string, bytes: number, budget: number | undefined, note: string][]} */
const rows = []
/** @type {string[]} */
const problems = []

// The promises: what people really import, with budgets that stand in the design.
const snippets = new Set(readdirSync(join(root, 'scripts', 'size')).filter((name) => name.endsWith('.mjs')))
/** @type {Record<string, number>} */
const measured = {}
for (const [name, { above, max, package: folder }] of Object.entries(budgets.entries)) {
  snippets.delete(`${name}.mjs`)
  const result = await bundle(readFileSync(join(root, 'scripts', 'size', `${name}.mjs`), 'utf8'), consumer)
  measured[name] = result.bytes
  const bytes = result.bytes - (above === undefined ? 0 : (measured[above] ?? 0))
  const note = result.laterBytes > 0 ? `and ${result.laterBytes} when needed` : ''
  rows.push([name, bytes, max, above === undefined ? note : `more than ${above}`])
  problems.push(...leaksOf(folder, result).map((leak) => `${name} ${leak}`))
}
for (const name of snippets) problems.push(`scripts/size/${name} has no budget in scripts/size/budgets.json`)

// The alarm: every public subpath, with what it measured when somebody last looked.
/** @type {Record<string, number>} */
const updated = {}
for (const { folder, manifest } of listPackages()) {
  for (const [subpath, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') continue
    const name = manifest.name + subpath.slice(1)
    const part = neutralPartOf(folder, subpath)
    const platform = part === undefined ? 'node' : 'neutral'
    const result = await bundle(`export * from '${name}'`, consumer, platform).catch((error) => String(error))
    if (typeof result === 'string') {
      problems.push(`${name} cannot be bundled: ${result}`)
      continue
    }
    updated[name] = Math.ceil((result.bytes * 1.1) / 10) * 10
    rows.push([name, result.bytes, update ? updated[name] : budgets.subpaths[name], ''])
    if (part !== undefined) problems.push(...leaksOf(part, result).map((leak) => `${name} ${leak}`))
  }
}

const width = Math.max(...rows.map(([name]) => name.length))
/** @type {string[]} */
const unbudgeted = []
console.log(`${'bundle'.padEnd(width)}  ${'bytes'.padStart(6)}  ${'budget'.padStart(6)}`)
for (const [name, bytes, budget, note] of rows) {
  console.log(
    `${name.padEnd(width)}  ${String(bytes).padStart(6)}  ${String(budget ?? '-').padStart(6)}  ${note}`.trimEnd(),
  )
  if (budget === undefined) unbudgeted.push(name)
  else if (bytes > budget) problems.push(`${name} has ${bytes} bytes, ${bytes - budget} more than its budget`)
}
if (unbudgeted.length > 0) {
  problems.push(`No budget (node scripts/check-size.mjs --update): ${unbudgeted.join(', ')}`)
}
if (update) {
  writeFileSync(budgetFile, `${JSON.stringify({ ...budgets, subpaths: updated }, undefined, 2)}\n`)
} else {
  for (const name of Object.keys(budgets.subpaths)) {
    if (!(name in updated)) {
      problems.push(`${name} has a budget and is not exported: node scripts/check-size.mjs --update`)
    }
  }
}

if (problems.length > 0) console.log(`\n${problems.join('\n')}`)
process.exitCode = problems.length > 0 ? 1 : 0
