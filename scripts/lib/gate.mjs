/** @module Runs the steps of a gate, two at a time, each as soon as what it needs is done, and adds up the results. */

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ code: number, output: string, counts?: Counts | undefined, note?: string | undefined }} Outcome
 *
 * @typedef {object} Step
 * @property {string} name - What `--only` takes.
 * @property {string} title
 * @property {readonly string[]} [needs] - Names of the steps that must have passed.
 * @property {() => Promise<Outcome>} run
 */

/**
 * @param {readonly Step[]} steps - The ready step that stands first starts first.
 * @param {{ slots: number, report: (step: Step, state: 'passed' | 'failed' | 'skipped', outcome: Outcome & { ms: number }) => void }} options
 * @returns {Promise<Counts>} One per step, and for a step that counts its tests, its tests.
 */
export async function runSteps(steps, { slots, report }) {
  /** @type {Counts} */
  const total = { passed: 0, failed: 0, skipped: 0 }
  /** @type {Map<string, boolean>} Whether a finished step passed. */
  const done = new Map()
  /** @type {Map<string, Promise<void>>} */
  const running = new Map()
  const waiting = new Set(steps)

  while (waiting.size > 0 || running.size > 0) {
    for (const step of waiting) {
      const needs = step.needs ?? []
      if (needs.some((name) => done.get(name) === false)) {
        waiting.delete(step)
        done.set(step.name, false)
        total.skipped += 1
        report(step, 'skipped', { code: 0, output: '', ms: 0, note: 'what it needs has failed' })
      } else if (running.size < slots && needs.every((name) => done.get(name))) {
        waiting.delete(step)
        running.set(step.name, start(step))
      }
    }
    if (running.size > 0) await Promise.race(running.values())
  }
  return total

  /** @param {Step} step */
  async function start(step) {
    const begin = performance.now()
    /** @type {Outcome} */
    const outcome = await step.run().catch((error) => ({ code: 1, output: `${error?.stack ?? error}\n` }))
    const { passed = 0, failed = 0, skipped = 0 } = outcome.counts ?? {}
    const ok = outcome.code === 0 && failed === 0
    total.passed += outcome.counts ? passed : Number(ok)
    total.failed += ok ? 0 : Math.max(failed, 1)
    total.skipped += skipped
    running.delete(step.name)
    done.set(step.name, ok)
    report(step, ok ? 'passed' : 'failed', { ...outcome, ms: performance.now() - begin })
  }
}

/**
 * The named steps and all that they need, in the order of `steps`.
 *
 * @param {readonly Step[]} steps
 * @param {readonly string[]} names
 */
export function selectSteps(steps, names) {
  const wanted = new Set(names)
  // A step stands after what it needs, so one pass from the end is enough.
  for (const step of steps.toReversed()) {
    if (wanted.has(step.name)) for (const name of step.needs ?? []) wanted.add(name)
  }
  return steps.filter((step) => wanted.has(step.name))
}
