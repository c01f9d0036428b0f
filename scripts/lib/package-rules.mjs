/** @module The rules that make all packages look alike. Pure functions over files, so that they can be tested. */
import { layers, neutral } from './layout.mjs'

/**
 * @typedef {object} PackageFiles
 * @property {string} folder - Name of the folder under `packages/`.
 * @property {any} manifest - package.json.
 * @property {any} tsconfig - tsconfig.json.
 * @property {Map<string, string>} files - Text of every file of the package that is not generated, by path from its folder.
 */

/**
 * What is wrong with one package.
 *
 * @param {PackageFiles} files
 * @param {{ references: readonly string[], devDependencies: Record<string, string> }} root - tsconfig.json and package.json
 *   of the repository.
 * @returns {string[]}
 */
export function problemsOf(files, root) {
  return [
    ...manifestProblems(files),
    ...exportProblems(files),
    ...referenceProblems(files, root),
    ...importProblems(files),
    ...messageProblems(files),
  ].map((problem) => `packages/${files.folder}: ${problem}`)
}

/** @param {PackageFiles} files */
function* manifestProblems({ files, folder, manifest }) {
  const expected = {
    name: `@pixkit/${folder}`,
    license: 'MIT',
    type: 'module',
    engines: { node: '>=20.19' },
    files: ['dist', 'src', '!src/**/*.test.ts', '*.md'],
  }
  for (const [key, value] of Object.entries(expected)) {
    if (JSON.stringify(manifest[key]) !== JSON.stringify(value)) {
      yield `"${key}" in package.json must be ${JSON.stringify(value)}`
    }
  }
  for (const key of ['version', 'description', 'keywords']) {
    if (manifest[key] === undefined || manifest[key].length === 0) yield `"${key}" is missing in package.json`
  }
  const { sideEffects } = manifest
  if (sideEffects !== false && !Array.isArray(sideEffects)) yield '"sideEffects" must be false or a list of files'
  for (const [name, range] of Object.entries(manifest.dependencies ?? {})) {
    if (name.startsWith('@pixkit/')) {
      if (range !== 'workspace:^') yield `version of ${name} must be workspace:^`
    } else if (!/^\d+\.\d+\.\d+$/.test(/** @type {string} */ (range))) {
      yield `version of ${name} must be exact`
    }
  }
  const readme = files.get('README.md')
  if (readme === undefined) yield 'README.md is missing'
  else if (!readme.startsWith(`# ${manifest.name}\n`)) yield `README.md must begin with "# ${manifest.name}"`
  if (/\bTODO\b/.test(`${manifest.description} ${readme}`)) yield 'a TODO is left in README.md or in the description'
}

/** @param {PackageFiles} files */
function* exportProblems({ files, manifest }) {
  const modules = [...files.keys()]
    .filter((file) => /^src\/.*\.ts$/.test(file) && !/\.(test|test-d|bench|d)\.ts$|^src\/internal\//.test(file))
    .map((file) => file.slice('src/'.length, -'.ts'.length))
  const exported = new Set()
  const exports = manifest.exports ?? {}
  for (const [subpath, target] of Object.entries(exports)) {
    if (subpath === './package.json') continue
    const module = subpath === '.' ? 'index' : subpath.slice(2)
    exported.add(module)
    if (!modules.includes(module)) yield `"${subpath}" is exported and src/${module}.ts does not exist`
    const wanted = { types: `./dist/${module}.d.ts`, default: `./dist/${module}.js` }
    if (JSON.stringify(target) !== JSON.stringify(wanted)) yield `"${subpath}" must be ${JSON.stringify(wanted)}`
  }
  if (exports['./package.json'] !== './package.json') yield '"./package.json" must be exported'
  const keys = Object.keys(exports)
  const sorted = ['.', ...keys.filter((key) => key !== '.' && key !== './package.json').toSorted(), './package.json']
  if (keys.join() !== sorted.join()) yield 'exports must be sorted, "." first and "./package.json" last'

  // A command is used through its name: what it is made of is its own business.
  if (manifest.bin !== undefined) return
  for (const module of modules) {
    if (!exported.has(module)) yield `src/${module}.ts is neither exported nor in src/internal/`
  }
}

/**
 * @param {PackageFiles} files
 * @param {{ references: readonly string[], devDependencies: Record<string, string> }} root
 */
function* referenceProblems({ folder, manifest, tsconfig }, root) {
  const siblings = Object.keys(manifest.dependencies ?? {}).flatMap((name) => /^@pixkit\/(.+)$/.exec(name)?.[1] ?? [])
  const references = (tsconfig.references ?? []).map((/** @type {{ path: string }} */ { path }) =>
    path.replace('../', ''),
  )
  // A project for the Node part of a package (tsconfig.node.json) comes along with the package.
  const folders = references.filter((/** @type {string} */ path) => !path.endsWith('/tsconfig.node.json'))
  if (siblings.toSorted().join() !== folders.toSorted().join()) {
    yield `references in tsconfig.json (${folders.join()}) must be the dependencies (${siblings.join()})`
  }
  if (tsconfig.extends !== '../../tsconfig.base.json') yield 'tsconfig.json must extend ../../tsconfig.base.json'
  if (folder in neutral && tsconfig.compilerOptions?.types !== undefined) {
    yield 'a neutral package has no "types" of its own'
  }
  if (!root.references.includes(`packages/${folder}`)) yield 'tsconfig.json of the repository does not list it'
  if (root.devDependencies[manifest.name] !== 'workspace:^') yield 'package.json of the repository does not list it'
}

/** @param {PackageFiles} files */
function* importProblems({ files, folder, manifest }) {
  const layer = layers.findIndex((names) => names.includes(folder))
  if (layer === -1) yield 'scripts/lib/layout.mjs does not say on which layer it is'
  const allowed = new Set(layers.slice(0, Math.max(layer, 0)).flat())
  const declared = manifest.dependencies ?? {}
  const used = new Set()
  for (const [file, text] of files) {
    if (!/^src\/.*\.ts$/.test(file)) continue
    const isTest = /\.(test|test-d|bench)\.ts$/.test(file)
    for (const specifier of importsIn(text)) {
      const sibling = /^@pixkit\/([^/]+)/.exec(specifier)?.[1]
      const isPlain = !specifier.startsWith('.') && !specifier.startsWith('node:') && sibling === undefined
      const name = isPlain ? /** @type {string} */ (/^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0]) : `@pixkit/${sibling}`
      if (!isTest && (isPlain || sibling !== undefined)) used.add(name)
      if (sibling === folder) yield `${file} imports its own package by name`
      else if (sibling !== undefined && !isTest && !allowed.has(sibling)) {
        yield `${file} imports ${specifier}: against the layers`
      }
      if (isTest) continue
      if (specifier.startsWith('node:') && folder in neutral && !isNodePart(file)) {
        yield `${file} imports ${specifier} in a neutral package`
      }
      if ((isPlain || sibling !== undefined) && sibling !== folder && !(name in declared)) {
        yield `${file} imports ${name}, which is no dependency`
      }
    }
  }
  for (const name of Object.keys(declared)) if (!used.has(name)) yield `nothing imports the dependency ${name}`
}

/**
 * Whether a file is the part of a neutral package that needs Node: `node.ts`, wherever it stands.
 *
 * @param {string} file
 */
function isNodePart(file) {
  return /(?:^|\/)node(?:\.ts)?$/.test(file)
}

/**
 * The neutral part that a subpath belongs to, by its name in `layout.mjs`; none when it needs Node.
 *
 * @param {string} folder
 * @param {string} subpath - Such as `./read/node`.
 * @returns {string | undefined}
 */
export function neutralPartOf(folder, subpath) {
  const part = folder in neutral ? folder : `${folder}/${subpath.slice(2)}`
  return part in neutral && !isNodePart(subpath) ? part : undefined
}

/** @param {PackageFiles} files */
function* messageProblems({ files }) {
  const texts = [...files].filter(([file]) => /^src\/.*\.ts$/.test(file) && !file.endsWith('.test.ts'))
  const hasCodes = texts.some(([, text]) => /^export type \w+ErrorCode\b/m.test(text))
  const hasSome = texts.some(([file]) => file.startsWith('src/messages/'))
  for (const language of ['en', 'pt-br']) {
    if ((hasCodes || hasSome) && !files.has(`src/messages/${language}.ts`)) {
      yield `src/messages/${language}.ts is missing: error codes have sentences in both languages`
    }
  }
}

/**
 * Specifiers of the imports of a source; those in comments do not count.
 *
 * @param {string} text
 * @returns {string[]}
 */
export function importsIn(text) {
  const code = text.replaceAll(/^\s*(?:\/\/|\/\*\*?|\*).*$/gm, '')
  const pattern = /\b(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g
  return [...code.matchAll(pattern)].map((match) => /** @type {string} */ (match[1]))
}
