/** @module Prevents a gate that cannot say how many tests ran: writes vitest's counts to the file in `PIXKIT_COUNTS`. */
import { writeFileSync } from 'node:fs'

export default class CountReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandledErrors
   */
  onTestRunEnd(modules, unhandledErrors) {
    const file = process.env['PIXKIT_COUNTS']
    if (file === undefined) return
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 }
    for (const module of modules) {
      // A file that cannot be imported has no tests, and a suite whose hook failed leaves its tests skipped.
      counts.failed += module.errors().length
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        counts[state === 'passed' || state === 'failed' ? state : 'skipped'] += 1
      }
    }
    writeFileSync(file, JSON.stringify(counts))
  }
}
