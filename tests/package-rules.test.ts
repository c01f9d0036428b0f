import { describe, expect, test } from 'vitest'
import { importsIn, neutralPartOf, problemsOf } from '../scripts/lib/package-rules.mjs'
import { register, skeleton } from '../scripts/lib/skeleton.mjs'

const root = { references: ['packages/core', 'packages/emv'], devDependencies: { '@pixkit/emv': 'workspace:^' } }

/** The skeleton of `emv`, with its texts written; what `changes` names is replaced, and removed when undefined. */
function emv(changes: Record<string, string | undefined> = {}, manifest: Record<string, unknown> = {}, tsconfig = {}) {
  const written = skeleton('emv')
  const at = (path: string) => written[`packages/emv/${path}`]?.replace(/TODO: /, '') ?? ''
  const files = { 'README.md': at('README.md'), 'src/index.ts': at('src/index.ts'), ...changes }
  return {
    folder: 'emv',
    manifest: { ...JSON.parse(at('package.json')), ...manifest },
    tsconfig: { ...JSON.parse(at('tsconfig.json')), ...tsconfig },
    files: new Map(Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  }
}

describe('problemsOf', () => {
  test('has nothing against the skeleton of a new package', () => {
    expect(problemsOf(emv(), root)).toEqual([])
  })

  test.each([
    ['a missing README', emv({ 'README.md': undefined })],
    ['a forgotten TODO', emv({}, { description: 'TODO: say something' })],
    ['a field that differs', emv({}, { engines: { node: '>=22' } })],
    ['a source that is not exported', emv({ 'src/new.ts': '' })],
    ['an export without a source', emv({}, { exports: { ...emv().manifest.exports, './old': './dist/old.js' } })],
    ['a reference that is no dependency', emv({}, {}, { references: [{ path: '../core' }] })],
    [
      'a dependency that is no reference',
      emv({ 'src/index.ts': "import '@pixkit/core'" }, { dependencies: { '@pixkit/core': 'workspace:^' } }),
    ],
    ['an import that is no dependency', emv({ 'src/index.ts': "import 'crc'" })],
    ['a dependency that nothing imports', emv({}, { dependencies: { crc: '4.3.2' } })],
    ['a range', emv({ 'src/index.ts': "import 'crc'" }, { dependencies: { crc: '^4.3.2' } })],
    ['Node in a neutral package', emv({ 'src/index.ts': "import 'node:fs'" })],
    ['codes without sentences', emv({ 'src/index.ts': "export type EmvErrorCode = 'A'", 'src/messages/en.ts': '' })],
  ])('finds %s', (_name, files) => {
    expect(problemsOf(files, root)).not.toEqual([])
  })

  test('finds an import against the layers', () => {
    const files = emv(
      { 'src/index.ts': "export { a } from '@pixkit/brcode/a'" },
      { dependencies: { '@pixkit/brcode': 'workspace:^' } },
      { references: [{ path: '../brcode' }] },
    )
    expect(problemsOf(files, root)).toEqual(['packages/emv: src/index.ts imports @pixkit/brcode/a: against the layers'])
  })
})

describe('neutralPartOf', () => {
  test.each([
    ['emv', '.', 'emv'],
    ['emv', './crc16', 'emv'],
    ['qr', './read/node', undefined],
    ['certs', './x509', 'certs/x509'],
    ['certs', '.', undefined],
    ['certs', './to-pem', undefined],
  ])('%s %s', (folder, subpath, part) => {
    expect(neutralPartOf(folder, subpath)).toBe(part)
  })
})

describe('importsIn', () => {
  test('finds every kind of import, and none in a comment', () => {
    const text = `/**\n * import a from 'a'\n */\nimport b from 'b'\nimport {\n  c,\n} from 'c'\nimport 'd'\nexport * from "e"\nimport('f')\n`
    expect(importsIn(text)).toEqual(['b', 'c', 'd', 'e', 'f'])
  })
})

describe('register', () => {
  test('adds a package where the others are listed', () => {
    const texts = {
      manifest:
        '{\n  "devDependencies": {\n    "@pixkit/brcode": "workspace:^",\n    "@pixkit/emv": "workspace:^"\n  }\n}',
      tsconfig: '{\n  "references": [\n    { "path": "packages/core" },\n    { "path": "packages/cli" }\n  ]\n}',
      layout: "export const layers = [['core'], ['emv'], ['cli']]\n",
    }
    const { layout, manifest, tsconfig } = register('qr', texts)
    expect(Object.keys(JSON.parse(manifest).devDependencies)).toContain('@pixkit/qr')
    expect(JSON.parse(tsconfig).references).toContainEqual({ path: 'packages/qr' })
    expect(layout).toBe("export const layers = [['core'], ['emv'], ['qr'], ['cli']]\n")
  })
})
