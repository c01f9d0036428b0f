/** @module Counts work instead of timing it: how many blocks of the sources under packages/ a function executes. */
import { type Profiler, Session } from 'node:inspector'
import { compileFunction } from 'node:vm'
import { bundleSource, PACKAGES } from './lib/bundle-source.ts'

let loaded = 0

/**
 * Counts the blocks (function bodies, branches, turns of a loop) that each of `runs` executes.
 *
 * The engine counts blocks only in code that it compiles while it counts, and keeps what it has compiled of the same text.
 * So the module is bundled and loaded anew, under a name of its own, after counting has begun. What is native (a search,
 * a regular expression, a slice) is one step or none, whatever it costs.
 *
 * @param entry - Source file under packages/.
 * @param runs - Each gets the exports of its own copy of `entry`. What a run executes once only, such as filling a table, counts.
 * @returns The steps of each run.
 */
export async function countSteps<Module>(
  entry: URL,
  runs: readonly ((module: Module) => unknown)[],
): Promise<number[]> {
  const code = await bundleSource(entry)
  const session = new Session()
  session.connect()
  try {
    session.post('Profiler.enable')
    session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
    return runs.map((run) => {
      loaded += 1
      const filename = `${PACKAGES}counted-${loaded}.js`
      const module = { exports: {} as Module }
      compileFunction(`${code}\n// ${loaded}`, ['module', 'exports'], { filename })(module, module.exports)
      take(session)
      run(module.exports)
      return sum(take(session).filter(({ url }) => url.endsWith(filename)))
    })
  } finally {
    session.post('Profiler.stopPreciseCoverage')
    session.post('Profiler.disable')
    session.disconnect()
  }
}

/** What was counted since the last call. The answer of a session on its own thread is there when `post` returns. */
function take(session: Session): Profiler.ScriptCoverage[] {
  let result: Profiler.ScriptCoverage[] = []
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error !== null) throw error
    result = coverage.result
  })
  return result
}

function sum(scripts: Profiler.ScriptCoverage[]): number {
  const ranges = scripts.flatMap(({ functions }) => functions).flatMap((counted) => counted.ranges)
  if (ranges.length === 0) throw new Error('Nothing was counted')
  return ranges.reduce((total, { count }) => total + count, 0)
}
