/**
 * Compares functions in one process: alternating runs, medians.
 *
 * @module
 */
import { performance } from 'node:perf_hooks'
import { printTable } from './table.mjs'

const ROUNDS = 31
const RUN_MS = 10
const WARM_UP_MS = 400

/** Results end here, so that no call can be optimised away. */
let sink

/**
 * Runs the functions in turn, in opposite orders from round to round, and prints the median time of a call and how many
 * times longer than the first it takes (the median of the quotients of each round).
 *
 * @param {string} title - Heading of the table.
 * @param {Record<string, (input: any) => unknown>} functions - By name; the first is the one to compare with.
 * @param {Record<string, readonly any[]>} inputs - By the same names; each function goes round its list.
 */
export function compare(title, functions, inputs) {
  const names = Object.keys(functions)
  const calls = {}
  for (const name of names) calls[name] = warmUp(functions[name], inputs[name])
  const times = Object.fromEntries(names.map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      times[name].push(run(functions[name], inputs[name], calls[name]))
    }
  }
  const [first] = names
  const rows = names.map((name) => [name, micros(median(times[name])), ratio(times[name], times[first])])
  printTable(title, ['', 'µs/call', `÷ ${first}`], rows)
}

export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Median of the quotients of each round. */
export function ratio(times, base) {
  return median(times.map((time, round) => time / base[round])).toFixed(2)
}

/** Runs until the compiler has settled and returns the number of calls that fill a run. */
function warmUp(fn, inputs) {
  let calls = 64
  let perCall = 0
  const until = performance.now() + WARM_UP_MS
  while (performance.now() < until) {
    perCall = run(fn, inputs, calls)
    if (perCall * calls < RUN_MS) calls *= 2
  }
  return Math.max(1, Math.round(RUN_MS / perCall))
}

/** Milliseconds of a call, over `calls` of them. */
function run(fn, inputs, calls) {
  const start = performance.now()
  for (let call = 0; call < calls; call++) sink = fn(inputs[call % inputs.length])
  const elapsed = performance.now() - start
  if (sink === null) throw new Error('a call answered null')
  return elapsed / calls
}

function micros(milliseconds) {
  return (milliseconds * 1000).toFixed(2)
}
