/**
 * Runs every example of the documentation: READMEs, docs/ and `@example` in the sources.
 *
 * @module
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { compileExample } from './lib/compile-example.ts'
import { type Example, findExamples } from './lib/find-examples.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'tests', '.examples')

/** `bacen-readme.test.ts` runs its one example that needs a bank. */
const RUN_AGAINST_A_BANK = 'packages/bacen/README.md'

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const cases = documents()
  .flatMap((file) => findExamples(file, readFileSync(join(root, file), 'utf8')))
  .map(writeModule)

/** What the compiler says, by module. */
const diagnostics = new Map<string, string[]>()

beforeAll(() => {
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        module: 'nodenext',
        target: 'es2022',
        lib: ['es2022', 'dom'],
        types: ['node'],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        noEmit: true,
      },
      files: cases.filter(({ problem }) => problem === undefined).map(({ module }) => module),
    }),
  )
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
  const { status, stdout } = spawnSync(process.execPath, [compiler, '-p', folder, '--pretty', 'false'], {
    cwd: folder,
    encoding: 'utf8',
  })
  for (const line of stdout.split('\n')) {
    const [, module, text] = /^(\S+?\.ts)(\(\d.*)$/.exec(line) ?? []
    if (module === undefined || text === undefined) continue
    diagnostics.set(module, [...(diagnostics.get(module) ?? []), text])
  }
  if (status !== 0 && diagnostics.size === 0) throw new Error(`The compiler did not run: ${stdout}`)
})

describe('examples', () => {
  test('there are some', () => {
    expect(cases.length).toBeGreaterThan(0)
  })

  test.each(cases.map((found) => [found.name, found] as const))('%s', async (_name, { example, module, problem }) => {
    expect(problem).toBeUndefined()
    // Lines count from the one after the fence. "Cannot find module '@pixkit/…'" means that `tsc -b` has not run.
    expect(diagnostics.get(module) ?? []).toEqual([])
    if (!example.noRun) await import(/* @vite-ignore */ pathToFileURL(join(folder, module)).href)
  })
})

/** Files that may hold examples, relative to the root. */
function documents(): string[] {
  const below = (path: string, pattern: RegExp): string[] => {
    if (!existsSync(join(root, path))) return []
    return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
      .map((name) => `${path}/${name.replaceAll('\\', '/')}`)
      .filter((name) => pattern.test(name) && !/\/(?:node_modules|dist)\//.test(name))
      .toSorted()
  }
  const sources = readdirSync(join(root, 'packages')).flatMap((name) => [
    ...below(`packages/${name}/src`, /(?<!\.test|\.test-d|\.bench)\.ts$/),
    `packages/${name}/README.md`,
  ])
  return ['README.md', ...sources, ...below('docs', /\.md$/)].filter((file) => existsSync(join(root, file)))
}

function writeModule(example: Example) {
  const { file, line, noRun } = example
  const name = `${file}:${line}`
  const module = `${file.replace(/\.(?:ts|md)$/, '').replaceAll(/[^a-zA-Z0-9]+/g, '-')}-${line}.ts`
  let problem: string | undefined
  try {
    const { code } = compileExample(example.code, '../lib/assert-value.ts')
    writeFileSync(join(folder, module), code)
  } catch (error) {
    problem = (error as Error).message
  }
  if (noRun && !file.startsWith('docs/') && file !== RUN_AGAINST_A_BANK) {
    problem = '"no-run" is for pages of docs/ only'
  }
  return { name, example, module, problem }
}
