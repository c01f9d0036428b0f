/** @module Installs and compiles, so that `npm start` and `npm test` work on a machine with nothing but Node and npm. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { run } from './run.mjs'
import { listFiles, listProjects, readJson } from './workspace.mjs'

const stamp = join(root, 'node_modules', '.pixkit-installed')

/**
 * Runs the pnpm that `packageManager` names, through npx: nothing is installed globally.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export function pnpm(args, options) {
  const { packageManager } = readJson(join(root, 'package.json'))
  return run('npx', ['--yes', packageManager, ...args], options)
}

/**
 * Installs what the lockfile names; does nothing when neither it nor a manifest has changed since.
 *
 * @returns {Promise<{ code: number, output: string, skipped: boolean }>}
 */
export async function install() {
  const wanted = fingerprint()
  if (isInstalled(wanted)) return { code: 0, output: '', skipped: true }
  const { code, output } = await pnpm(['install', '--frozen-lockfile', '--config.confirm-modules-purge=false'])
  if (code === 0) writeFileSync(stamp, wanted)
  return { code, output, skipped: false }
}

/**
 * Compiles every package. Removes outputs whose source is gone first: they would be published.
 *
 * @returns {Promise<{ code: number, output: string }>}
 */
export function build() {
  for (const project of listProjects()) tidy(join(root, project))
  return run('tsc', ['-b', '--pretty', String(process.stdout.isTTY === true)])
}

/** @param {string} folder - Absolute path of a project. */
function tidy(folder) {
  if (!existsSync(join(folder, 'tsconfig.json')) || !existsSync(join(folder, 'src'))) return
  const sources = listFiles(join(folder, 'src')).filter((file) => file.endsWith('.ts') && !/\.(test|d)\.ts$/.test(file))
  const outputs = new Set(listFiles(join(folder, 'dist')))
  const stems = new Set(sources.map((file) => file.slice(0, -3)))
  for (const output of outputs) {
    const stem = output.replace(/\.(js|d\.ts)(\.map)?$/, '')
    if (stem !== output && !stems.has(stem)) rmSync(join(folder, 'dist', output))
  }
  // `tsc -b` trusts its record: with the record there and outputs gone it would write nothing.
  const complete = [...stems].every((stem) => outputs.has(`${stem}.js`) && outputs.has(`${stem}.d.ts`))
  if (complete) return
  for (const record of ['.tsbuildinfo', '.node.tsbuildinfo']) rmSync(join(folder, record), { force: true })
}

/** @param {string} wanted */
function isInstalled(wanted) {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) return false
  return listProjects().every((project) => {
    const { dependencies = {}, devDependencies = {} } = readJson(join(root, project, 'package.json'))
    const names = Object.keys({ ...dependencies, ...devDependencies })
    return names.every((name) => existsSync(join(root, project, 'node_modules', name)))
  })
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...listProjects().map((path) => `${path}/package.json`)]
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}
