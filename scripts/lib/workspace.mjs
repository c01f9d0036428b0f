/** @module What the repository holds, read from the manifests: the other scripts need no list of packages. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/**
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {boolean} [private]
 * @property {string} [packageManager]
 * @property {Record<string, string>} [bin]
 * @property {Record<string, string | { types: string, default: string }>} exports
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 *
 * @typedef {object} Package
 * @property {string} folder - Name of the folder under `packages/`, such as `brcode`.
 * @property {string} path - Absolute path.
 * @property {Manifest} manifest
 */

/**
 * @param {string} path
 * @returns {any}
 */
export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/**
 * The published packages, by name of folder.
 *
 * @returns {Package[]}
 */
export function listPackages() {
  return foldersWithManifest('packages').map((path) => ({
    folder: path.slice(path.lastIndexOf('/') + 1),
    path: join(root, path),
    manifest: readJson(join(root, path, 'package.json')),
  }))
}

/**
 * Every folder that pnpm installs into, the root (`.`) first, relative to the root.
 *
 * @returns {string[]}
 */
export function listProjects() {
  const single = ['docs', 'bench'].filter((path) => existsSync(join(root, path, 'package.json')))
  return ['.', ...foldersWithManifest('packages'), ...foldersWithManifest('apps'), ...single]
}

/**
 * Files below a folder, sorted, relative to it, with `/` on every system.
 *
 * @param {string} folder - Absolute path.
 * @returns {string[]}
 */
export function listFiles(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted()
}

/** @param {string} parent */
function foldersWithManifest(parent) {
  if (!existsSync(join(root, parent))) return []
  return readdirSync(join(root, parent))
    .map((name) => `${parent}/${name}`)
    .filter((path) => existsSync(join(root, path, 'package.json')))
    .toSorted()
}
