/** @module What a new package begins as. */

/**
 * @param {string} folder - Name of the folder under `packages/`.
 * @returns {Record<string, string>} Text by path from the root of the repository.
 */
export function skeleton(folder) {
  const name = `@pixkit/${folder}`
  const base = `packages/${folder}`
  return {
    [`${base}/package.json`]: `{
  "name": "${name}",
  "version": "0.0.0",
  "description": "TODO: one sentence that says what it does.",
  "keywords": ["pix"],
  "license": "MIT",
  "type": "module",
  "sideEffects": false,
  "engines": { "node": ">=20.19" },
  "files": ["dist", "src", "!src/**/*.test.ts", "*.md"],
  "exports": {
    ".": { "types": "./dist/index.d.ts", "default": "./dist/index.js" },
    "./package.json": "./package.json"
  }
}
`,
    [`${base}/tsconfig.json`]: `{
  "extends": "../../tsconfig.base.json",
  "include": ["src"],
  "exclude": ["src/**/*.test.ts"]
}
`,
    [`${base}/README.md`]: `# ${name}

TODO: what it is, how to install it, one example, its limits.

\`\`\`sh
npm install ${name}
\`\`\`
`,
    [`${base}/src/index.ts`]: `/**
 * TODO: what the package is for, in one line.
 *
 * @module
 */
export {}
`,
    [`.changeset/new-${folder}.md`]: `---
'${name}': minor
---

TODO: one sentence, past tense, from the user's side.
`,
  }
}

/**
 * Adds a package to the manifests of the repository.
 *
 * @param {string} folder
 * @param {{ manifest: string, tsconfig: string, layout: string }} texts - Text of package.json, tsconfig.json and
 *   scripts/lib/layout.mjs; the formatting stays as it is.
 * @returns {{ manifest: string, tsconfig: string, layout: string }}
 */
export function register(folder, { layout, manifest, tsconfig }) {
  return {
    manifest: insertLine(manifest, /^ {4}"@pixkit\//, `    "@pixkit/${folder}": "workspace:^",`),
    tsconfig: insertLine(tsconfig, /"path": "packages\//, `    { "path": "packages/${folder}" },`),
    // Below the last layer, which is the command.
    layout: layout.replace(/(export const layers = \[.*)(, \[[^\]]*\]\])/, `$1, ['${folder}']$2`),
  }
}

/**
 * Inserts a line among the lines of its kind: where it sorts, and never behind a last one that has no comma.
 *
 * @param {string} text
 * @param {RegExp} kind
 * @param {string} line
 */
function insertLine(text, kind, line) {
  const lines = text.split('\n')
  const others = lines.flatMap((other, index) => (kind.test(other) ? [{ other, index }] : []))
  const last = others.at(-1)
  if (last === undefined) throw new Error(`no line like ${String(kind)}`)
  const afterLast = last.index + (last.other.endsWith(',') ? 1 : 0)
  const at = others.find(({ other }) => other > line)?.index ?? afterLast
  return lines.toSpliced(at, 0, line).join('\n')
}
