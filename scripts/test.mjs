/**
 * @module Prevents "it passes on my machine": the one gate, the same for people and for CI.
 *
 *     npm test                       everything
 *     npm test -- --only unit        some steps (comma-separated) and what they need
 *     npm test -- --verbose          shows the output of steps that pass, too
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs, stripVTControlCharacters, styleText } from 'node:util'
import { installEngines } from './lib/engines.mjs'
import { runSteps, selectSteps } from './lib/gate.mjs'
import { run } from './lib/run.mjs'
import { build, install } from './lib/setup.mjs'

const scratch = mkdtempSync(join(tmpdir(), 'pixkit-test-'))
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }))
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => process.exit(130))

const packed = join(scratch, 'packed')

/** @type {import('./lib/gate.mjs').Step[]} */
const steps = [
  { name: 'install', title: 'dependencies installed', run: installed },
  { name: 'engines', title: 'browser, barcode reader, openssl', run: installEngines },
  { name: 'format', title: 'format (oxfmt)', needs: ['install'], run: () => run('oxfmt', ['--check']) },
  { name: 'build', title: 'build (tsc -b)', needs: ['install'], run: build },
  { name: 'unit', title: 'unit and property tests, examples', needs: ['build', 'engines'], run: () => tests('unit') },
  { name: 'lint', title: 'lint (oxlint, type-aware)', needs: ['build'], run: () => run('oxlint', ['--type-aware']) },
  {
    name: 'types',
    title: 'types of the tests and scripts',
    needs: ['build'],
    run: () => run('tsc', ['-p', 'tsconfig.tests.json']),
  },
  { name: 'packages', title: 'packages look alike', run: () => script('check-packages') },
  { name: 'changesets', title: 'changesets', run: () => script('check-changesets') },
  {
    name: 'knip',
    title: 'unused files, exports, dependencies (knip)',
    needs: ['build'],
    run: () => run('knip', ['--no-config-hints']),
  },
  { name: 'pack', title: 'tarballs packed and installed', needs: ['build'], run: () => script('pack', [packed]) },
  { name: 'environments', title: 'environments', needs: ['pack'], run: () => script('check-environments') },
  {
    name: 'browser',
    title: 'tests in a browser',
    needs: ['pack', 'engines'],
    run: () => tests('browser', ['--config', 'vitest.browser.config.ts']),
  },
  { name: 'size', title: 'sizes and leaks', needs: ['pack'], run: () => script('check-size') },
  { name: 'publint', title: 'publint', needs: ['pack'], run: () => script('check-tarballs', ['publint']) },
  { name: 'attw', title: 'types resolve (attw)', needs: ['pack'], run: () => script('check-tarballs', ['attw']) },
]

const { values } = parseArgs({
  options: { only: { type: 'string', multiple: true }, verbose: { type: 'boolean', default: false } },
})
const only = (values.only ?? []).flatMap((names) => names.split(','))
for (const name of only) {
  if (steps.some((step) => step.name === name)) continue
  console.error(`No step is called "${name}". There are: ${steps.map((step) => step.name).join(', ')}`)
  process.exit(2)
}

const begin = performance.now()
const total = await runSteps(only.length > 0 ? selectSteps(steps, only) : steps, {
  slots: Math.max(2, availableParallelism() - 1),
  report(step, state, { ms, note, output }) {
    const mark = { passed: styled('green', '✓'), failed: styled('red', '✗'), skipped: '-' }[state]
    console.log(`${mark} ${seconds(ms).padStart(7)}  ${step.title}${note === undefined ? '' : ` (${note})`}`)
    // Some tools colour whatever they print when CI is set.
    const text = (process.stdout.isTTY ? output : stripVTControlCharacters(output)).trimEnd()
    if ((state === 'failed' || values.verbose) && text !== '') console.log(`\n${text}\n`)
  },
})
console.log(`  ${seconds(performance.now() - begin).padStart(7)}  in all\n`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed > 0 ? 1 : 0

async function installed() {
  const { skipped, ...result } = await install()
  return { ...result, note: skipped ? 'nothing has changed' : undefined }
}

/**
 * @param {string} name
 * @param {readonly string[]} [options]
 */
async function tests(name, options = []) {
  const counts = join(scratch, `${name}.json`)
  const runs = process.env['PIXKIT_RUNS'] ?? '10000'
  const env = { PIXKIT_RUNS: runs, PIXKIT_COUNTS: counts, PIXKIT_PACKED: packed }
  const reporters = ['--reporter=dot', '--reporter=./scripts/count-reporter.mjs']
  const result = await run('vitest', ['run', ...options, ...reporters], { env })
  const counted = existsSync(counts) ? JSON.parse(readFileSync(counts, 'utf8')) : undefined
  const note = counted === undefined ? undefined : `${counted.passed + counted.failed} tests, PIXKIT_RUNS=${runs}`
  return { ...result, counts: counted, note }
}

/**
 * @param {string} name
 * @param {readonly string[]} [args]
 */
function script(name, args = []) {
  return run(process.execPath, [`scripts/${name}.mjs`, ...args], { env: { PIXKIT_PACKED: packed } })
}

/** @param {number} ms */
function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`
}

/**
 * @param {'green' | 'red'} colour
 * @param {string} text
 */
function styled(colour, text) {
  return process.stdout.isTTY ? styleText(colour, text) : text
}
