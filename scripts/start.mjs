/** @module Prevents a first visit from ending in set-up errors: installs, compiles and opens the guided tour. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, install } from './lib/setup.mjs'
import { root } from './lib/root.mjs'

const tour = join(root, 'apps', 'tour', 'dist', 'main.js')

await step('Installing the dependencies', install)
await step('Compiling', build)
if (!existsSync(tour)) {
  console.error('apps/tour is missing: nothing to start.')
  process.exit(1)
}

// Through --enable-source-maps a stack trace names the .ts files.
const child = spawn(process.execPath, ['--enable-source-maps', tour, ...process.argv.slice(2)], { stdio: 'inherit' })
// Ctrl-C reaches both; the tour decides how to end.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('close', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)))

/**
 * @param {string} name
 * @param {() => Promise<{ code: number, output: string }>} work
 */
async function step(name, work) {
  // Only people who wait see it, and only if it takes a while.
  let shown = false
  const notice = setTimeout(() => {
    shown = process.stderr.isTTY
    if (shown) process.stderr.write(`${name} …\r`)
  }, 500)
  const { code, output } = await work()
  clearTimeout(notice)
  if (shown) process.stderr.write('\u001B[2K\r')
  if (code === 0) return
  console.error(`${name} failed:\n\n${output}`)
  process.exit(1)
}
