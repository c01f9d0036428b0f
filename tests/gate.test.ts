import { describe, expect, test } from 'vitest'
import { leaksOf } from '../scripts/lib/bundle.mjs'
import { runSteps, selectSteps } from '../scripts/lib/gate.mjs'

const ok = async () => ({ code: 0, output: '' })
const bad = async () => ({ code: 1, output: 'why' })

/** Runs the steps and lists what was reported. */
async function report(steps: Parameters<typeof runSteps>[0], slots = 2) {
  const lines: string[] = []
  const total = await runSteps(steps, { slots, report: ({ name }, state) => void lines.push(`${name} ${state}`) })
  return { total, lines }
}

describe('runSteps', () => {
  test('counts one for a step, and the tests of a step that has some', async () => {
    const tests = async () => ({ code: 0, output: '', counts: { passed: 5, failed: 0, skipped: 2 } })
    const { total } = await report([
      { name: 'a', title: 'a', run: ok },
      { name: 'b', title: 'b', run: tests },
    ])
    expect(total).toEqual({ passed: 6, failed: 0, skipped: 2 })
  })

  test('goes on after a failure, and skips only what needs the failed step', async () => {
    const { lines, total } = await report([
      { name: 'a', title: 'a', run: bad },
      { name: 'b', title: 'b', needs: ['a'], run: ok },
      { name: 'c', title: 'c', needs: ['b'], run: ok },
      { name: 'd', title: 'd', run: ok },
    ])
    expect(lines.toSorted()).toEqual(['a failed', 'b skipped', 'c skipped', 'd passed'])
    expect(total).toEqual({ passed: 1, failed: 1, skipped: 2 })
  })

  test('never passes a step that failed without a failed test, or that threw', async () => {
    const crashed = async () => ({ code: 1, output: '', counts: { passed: 5, failed: 0, skipped: 0 } })
    const { total } = await report([
      { name: 'a', title: 'a', run: crashed },
      { name: 'b', title: 'b', run: () => Promise.reject(new Error('no')) },
    ])
    expect(total).toEqual({ passed: 5, failed: 2, skipped: 0 })
  })

  test('runs no more than it has slots for', async () => {
    let [now, most] = [0, 0]
    const run = async () => {
      most = Math.max(most, (now += 1))
      await new Promise((resolve) => setImmediate(resolve))
      now -= 1
      return { code: 0, output: '' }
    }
    await report(['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, title: name, run })))
    expect(most).toBe(2)
  })
})

describe('selectSteps', () => {
  test('takes along what the named steps need', () => {
    const steps = [
      { name: 'a', title: 'a', run: ok },
      { name: 'b', title: 'b', needs: ['a'], run: ok },
      { name: 'c', title: 'c', needs: ['b'], run: ok },
      { name: 'd', title: 'd', run: ok },
    ]
    expect(selectSteps(steps, ['c']).map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  })
})

describe('leaksOf', () => {
  const bundle = (text: string, packages: string[] = []) => ({ bytes: 0, text, packages })

  test.each(['import"node:fs"', 'Buffer.from(a)', 'process.env.A', 'typeof process', 'require("a")'])(
    'finds %j in a neutral package',
    (text) => expect(leaksOf('brcode', bundle(text))).toHaveLength(1),
  )

  test('finds code of a package that is not on the list', () => {
    expect(leaksOf('brcode', bundle('', ['crc', 'qrcode']))).toEqual(['holds code of qrcode'])
  })

  test('has nothing against the word in a sentence, nor against Node in a package for Node', () => {
    expect(leaksOf('brcode', bundle('"the bank could not process it"', ['crc']))).toEqual([])
    expect(leaksOf('cli', bundle('import"node:fs"'))).toEqual([])
  })
})
