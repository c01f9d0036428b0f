import fc from 'fast-check'
import Database from 'libsql'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { bundleSource } from '../../../../tests/lib/bundle-source.ts'
import { errorOf } from '../../../../tests/lib/error-of.ts'
import { createCollection } from './collection.ts'
import { openSqliteJournal } from './sqlite-journal.ts'

const root = mkdtempSync(join(tmpdir(), 'pixkit-sandbox-'))
let folders = 0
const newFolder = (): string => join(root, String((folders += 1)), 'state')
afterAll(() => rmSync(root, { recursive: true, force: true }))

const whole = { inicio: -Infinity, fim: Infinity, paginaAtual: 0, itensPorPagina: Infinity }

describe('openSqliteJournal', () => {
  it('gives back what was written, in the order in which it was made', () => {
    const folder = newFolder()
    const first = openSqliteJournal(folder)
    for (const id of ['b', 'a', 'c']) first.write('cob', { id, madeAt: 5, value: { nome: `Zoë ${id} \u0000 😀` } })
    first.write('cobv', { id: 'a', madeAt: 1, value: null })
    first.write('cob', { id: 'b', madeAt: 5, value: { nome: 'replaced' } })
    first.delete('cob', 'c')
    first.close()

    const second = openSqliteJournal(folder)
    expect([...second.load('cob')]).toEqual([
      { id: 'b', madeAt: 5, value: { nome: 'replaced' } },
      { id: 'a', madeAt: 5, value: { nome: 'Zoë a \u0000 😀' } },
    ])
    expect([...second.load('cobv')]).toEqual([{ id: 'a', madeAt: 1, value: null }])
    expect([...second.load('rec')]).toEqual([])
    second.close()
  })

  it('keeps nothing of a request that fails, and all of one that does not', () => {
    const folder = newFolder()
    const journal = openSqliteJournal(folder)
    const cobs = createCollection<string>('cob', journal, () => 1)
    journal.together(() => {
      cobs.add('a', 'A')
      journal.together(() => cobs.add('b', 'B'))
    })
    const fails = () => {
      cobs.add('c', 'C')
      cobs.delete('a')
      throw new RangeError('refused')
    }
    expect(() => journal.together(fails)).toThrow(RangeError)
    expect([...cobs.values()]).toEqual(['A', 'B'])
    cobs.add('d', 'D')
    journal.close()

    const again = openSqliteJournal(folder)
    expect([...createCollection('cob', again, () => 1).values()]).toEqual(['A', 'B', 'D'])
    again.close()
  })

  it('equals what was in memory, whatever was written', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const step = fc.record({
      kind: fc.constantFrom('add', 'replace', 'delete'),
      id,
      value: fc.jsonValue(),
      at: fc.nat(9),
      fails: fc.boolean(),
    })
    const runs = Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 1_000) / 100)
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const folder = newFolder()
        const journal = openSqliteJournal(folder)
        let now = 0
        const records = createCollection<unknown>('cob', journal, () => now)
        for (const { kind, id: name, value, at, fails } of steps) {
          now = at
          const work = () => {
            if (kind === 'delete') records.delete(name)
            else if (records.get(name) === undefined) records.add(name, value)
            else records.replace(name, value)
            if (fails) throw new RangeError('refused')
          }
          const error = errorOf(() => journal.together(work))
          expect(error instanceof RangeError).toBe(fails)
        }
        const before = JSON.stringify(records.page(whole))
        journal.close()
        const again = openSqliteJournal(folder)
        expect(JSON.stringify(createCollection('cob', again, () => 0).page(whole))).toBe(before)
        again.close()
      }),
      { numRuns: runs },
    )
  })

  it('lets no second sandbox in, until the first is closed', () => {
    const folder = newFolder()
    const first = openSqliteJournal(folder)
    first.write('cob', { id: 'a', madeAt: 1, value: 1 })
    expect(errorOf(() => openSqliteJournal(folder))).toMatchObject({
      code: 'SANDBOX_DATA',
      params: { reason: 'in-use' },
    })
    first.close()
    const second = openSqliteJournal(folder)
    expect([...second.load('cob')]).toHaveLength(1)
    second.close()
  })

  it('refuses what it cannot make, and what is no state of this version', () => {
    const file = join(root, 'file')
    writeFileSync(file, 'text')
    expect(errorOf(() => openSqliteJournal(file))).toMatchObject({ code: 'SANDBOX_DATA', params: { reason: 'open' } })

    writeFileSync(join(root, 'sandbox.db'), 'no database, '.repeat(500))
    expect(errorOf(() => openSqliteJournal(root))).toMatchObject({
      code: 'SANDBOX_DATA',
      params: { reason: 'damaged' },
    })
  })

  it('leaves alone what another version wrote', () => {
    const folder = newFolder()
    openSqliteJournal(folder).close()
    new Database(join(folder, 'sandbox.db')).exec('PRAGMA user_version = 9')
    for (const _ of ['', 'and lets go of the lock']) {
      expect(errorOf(() => openSqliteJournal(folder))).toMatchObject({
        code: 'SANDBOX_DATA',
        params: { reason: 'version' },
      })
    }
  })

  it('loses nothing that was acknowledged, when its process is killed', async () => {
    const folder = newFolder()
    const writer = await startWriter(folder)
    const acknowledged = await readUntil(writer, 300)
    const ended = once(writer, 'exit')
    writer.kill('SIGKILL')
    await ended

    const journal = openSqliteJournal(folder)
    const kept = [...journal.load('cob')].map(({ id }) => id)
    journal.close()
    expect(acknowledged.length).toBeGreaterThanOrEqual(300)
    expect(kept).toEqual(expect.arrayContaining([...acknowledged]))
    // Each request writes two records: both are there, or none.
    expect(kept.length % 2).toBe(0)
  })
})

const MODULE = new URL('sqlite-journal.ts', import.meta.url)

/** Each request writes two records, and its number comes out when they are kept. */
const SCRIPT = `
const journal = module.exports.openSqliteJournal(process.argv[1])
const text = 'x'.repeat(500)
for (let count = 0; ; count += 1) {
  journal.together(() => {
    for (const half of ['a', 'b']) journal.write('cob', { id: count + half, madeAt: count, value: { text } })
  })
  require('node:fs').writeSync(1, count + 'a\\n')
}`

/** In a process of its own, which writes until it is killed. */
async function startWriter(folder: string): Promise<ChildProcess> {
  const code = await bundleSource(MODULE, 'node', ['libsql'])
  const cwd = fileURLToPath(new URL('.', MODULE))
  return spawn(process.execPath, ['-e', `${code}\n${SCRIPT}`, folder], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function readUntil(writer: ChildProcess, count: number): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of createInterface({ input: writer.stdout as NodeJS.ReadableStream })) {
    lines.push(line)
    if (lines.length >= count) break
  }
  return lines
}
