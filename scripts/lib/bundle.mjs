/** @module Bundles a snippet as a user of the installed packages would, and looks at what came in. */
import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { neutral } from './layout.mjs'

/**
 * @typedef {object} Bundle
 * @property {number} bytes - Of what is loaded at once, minified and compressed by gzip at level 9.
 * @property {number} laterBytes - Of what an `import()` loads when it is needed.
 * @property {string} text - Of all of it.
 * @property {readonly string[]} packages - npm packages with code in it, other than pixkit's.
 */

/**
 * @param {string} contents - The entry, an ES module.
 * @param {string} resolveDir - Folder of the project that has the packages installed.
 * @param {'neutral' | 'node'} [platform]
 * @returns {Promise<Bundle>}
 */
export async function bundle(contents, resolveDir, platform = 'neutral') {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    platform,
    conditions: ['import', 'default'],
    splitting: true,
    outdir: '.',
    metafile: true,
    write: false,
    logLevel: 'silent',
  })
  const text = outputFiles.map((file) => file.text).join('')
  const sizes = new Map(outputFiles.map((file) => [basename(file.path), gzipSync(file.text, { level: 9 }).length]))
  const atOnce = loadedAtOnce(metafile.outputs)
  const sum = (/** @type {boolean} */ wanted) =>
    [...sizes].reduce((bytes, [name, size]) => bytes + (atOnce.has(name) === wanted ? size : 0), 0)
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))
  const packages = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? '')
    .filter((name) => name !== '' && !name.startsWith('@pixkit/'))
  return { bytes: sum(true), laterBytes: sum(false), text, packages: [...new Set(packages)] }
}

/**
 * The entry and the files that it cannot begin without.
 *
 * @param {import('esbuild').Metafile['outputs']} outputs
 */
function loadedAtOnce(outputs) {
  const waiting = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === '<stdin>')
  const names = new Set(waiting.map((path) => basename(path)))
  for (const path of waiting) {
    for (const { kind, path: imported } of outputs[path]?.imports ?? []) {
      if (kind !== 'import-statement' || names.has(basename(imported))) continue
      names.add(basename(imported))
      waiting.push(imported)
    }
  }
  return names
}

const LEAKS = /** @type {const} */ ([
  ['node:', /["'`]node:/],
  ['Buffer', /\bBuffer\b/],
  // The word alone may stand in a sentence.
  ['process', /\bprocess\s*(?:\.|\?\.|\[)|\btypeof process\b|\bglobalThis\.process\b/],
  ['require(', /\brequire\(|Dynamic require of/],
])

/** Code of others that looks for Node and does without: by package. */
const PROBES = /** @type {Record<string, RegExp>} */ ({ 'zxing-wasm': /\bglobalThis\.process\b/g })

/**
 * What a bundle of a neutral package holds that it may not hold.
 *
 * @param {string} part - The package by its folder under `packages/`, or its subpath, as in `layout.mjs`.
 * @param {Pick<Bundle, 'packages' | 'text'>} result
 * @returns {string[]}
 */
export function leaksOf(part, { packages, text }) {
  const allowed = neutral[part]
  if (allowed === undefined) return []
  const code = packages.reduce((rest, name) => rest.replaceAll(PROBES[name] ?? /$^/g, ''), text)
  return [
    ...LEAKS.filter(([, pattern]) => pattern.test(code)).map(([name]) => `holds ${name}`),
    ...packages.filter((name) => !allowed.includes(name)).map((name) => `holds code of ${name}`),
  ]
}
