/** @module Prevents tests that pass because what they test against is missing: programs that npm cannot bring. */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

/** Debian's package of each program. */
const PACKAGES = /** @type {const} */ ({
  chromium: 'chromium',
  openssl: 'openssl',
  'redis-server': 'redis-server',
  zbarimg: 'zbar-tools',
})

/** @typedef {keyof typeof PACKAGES} Engine */

/**
 * Path of a program, from the PATH.
 *
 * Missing, it is an error where `CI` is set, and a loud `undefined` elsewhere: skip the tests that need it.
 *
 * @param {Engine} name
 * @returns {string | undefined}
 */
export function findEngine(name) {
  const path = locate(name)
  if (path !== undefined) return path
  const missing = `${name} is missing: install Debian's package ${PACKAGES[name]}, or run npm test as root`
  if (process.env['CI']) throw new Error(missing)
  console.warn(`SKIPPED: ${missing}`)
  return undefined
}

/**
 * Installs from Debian's packages what is missing, when this process may.
 *
 * @returns {Promise<{ code: number, output: string, note?: string }>}
 */
export async function installEngines() {
  const missing = /** @type {Engine[]} */ (Object.keys(PACKAGES)).filter((name) => locate(name) === undefined)
  if (missing.length === 0) return { code: 0, output: '' }
  const wanted = missing.map((name) => PACKAGES[name])
  if (process.getuid?.() !== 0 || locate('apt-get') === undefined) {
    // Where there is no CI, the tests themselves skip.
    return { code: process.env['CI'] ? 1 : 0, output: '', note: `missing: ${wanted.join(', ')}` }
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const updated = await run('apt-get', ['update'], { env })
  if (updated.code !== 0) return updated
  return run('apt-get', ['install', '--yes', '--no-install-recommends', ...wanted], { env })
}

/** @param {string} name */
function locate(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path))
}
