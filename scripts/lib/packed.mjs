/** @module The packages as npm would deliver them: tarballs, and a project that has them installed. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './root.mjs'
import { runOrThrow } from './run.mjs'
import { build, pnpm } from './setup.mjs'
import { listPackages, readJson } from './workspace.mjs'

/**
 * @typedef {object} Packed
 * @property {readonly string[]} tarballs - Absolute paths.
 * @property {string} consumer - Folder of a project outside the workspace, a copy of `environments/` that has every
 *   tarball installed by npm.
 */

/**
 * Packs every package into a folder and installs the tarballs beside them.
 *
 * @param {string} folder - Absolute path; made when missing.
 * @returns {Promise<Packed>}
 */
export async function pack(folder) {
  const [tarballFolder, consumer] = [join(folder, 'tarballs'), join(folder, 'consumer')]
  mkdirSync(tarballFolder, { recursive: true })
  const result = await pnpm(['--filter', './packages/*', 'pack', '--pack-destination', tarballFolder])
  if (result.code !== 0) throw new Error(result.output)

  cpSync(join(root, 'environments'), consumer, { recursive: true })
  const manifest = readJson(join(consumer, 'package.json'))
  const packages = listPackages()
  manifest.dependencies = Object.fromEntries(
    packages.map(({ folder: name, manifest: { version } }) => [
      `@pixkit/${name}`,
      `file:${join(tarballFolder, `pixkit-${name}-${version}.tgz`)}`,
    ]),
  )
  writeFileSync(join(consumer, 'package.json'), JSON.stringify(manifest, undefined, 2))
  // npm, not pnpm: its flat node_modules is what most users have.
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--prefer-offline']
  await runOrThrow('npm', ['install', ...quiet], { cwd: consumer })
  return { tarballs: tarballsIn(tarballFolder), consumer }
}

/**
 * What the gate has packed already (`PIXKIT_PACKED`), or freshly compiled and packed for this process only.
 *
 * @returns {Promise<Packed>}
 */
export async function packed() {
  const ready = process.env['PIXKIT_PACKED']
  if (ready !== undefined) return { tarballs: tarballsIn(join(ready, 'tarballs')), consumer: join(ready, 'consumer') }
  const folder = mkdtempSync(join(tmpdir(), 'pixkit-packed-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { code, output } = await build()
  if (code !== 0) throw new Error(output)
  return pack(folder)
}

/** @param {string} folder */
function tarballsIn(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tgz'))
    .toSorted()
    .map((name) => join(folder, name))
}
