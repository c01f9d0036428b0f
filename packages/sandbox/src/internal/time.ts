/**
 * Clock and schedule of one sandbox: time passes by itself or by hand, and what falls due happens on the way.
 *
 * @module
 */
import type { SandboxClock } from '../clock.ts'
import { failure } from './failure.ts'
import type { Journal } from './journal.ts'
import type { Schedule, Task } from './schedule.ts'

export interface Time {
  readonly clock: SandboxClock
  readonly schedule: Schedule
  /** Begins to run tasks; before, they only gather. */
  start(run: (task: Task) => void | Promise<void>): void
  stop(): void
}

interface Due {
  readonly id: string
  readonly at: number
  readonly task: Task
}

/** The longest that a timer keeps. */
const MAX_TIMER_MS = 2_147_483_647

/** @param standsAt - Instant at which time stands still; without it, it runs as the machine's does. */
export function createTime(journal: Journal, newId: () => string, standsAt?: number): Time {
  const due: Due[] = []
  let offset = 0
  let frozen = standsAt
  let run: ((task: Task) => void | Promise<void>) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let working = Promise.resolve()

  const now = (): number => frozen ?? Date.now() + offset
  for (const { value } of journal.load('task')) insert(due, value as Due)

  const wake = (): void => {
    clearTimeout(timer)
    const next = due[0]
    if (next === undefined || run === undefined || (frozen !== undefined && next.at > frozen)) return
    timer = setTimeout(() => void runUntil(now()), Math.min(Math.max(next.at - now(), 0), MAX_TIMER_MS))
    timer.unref()
  }

  const goTo = (instant: number): void => {
    if (frozen === undefined) offset += instant - now()
    else frozen = instant
  }

  /** One after another: a task may make others. */
  const runUntil = (target: number): Promise<void> => {
    working = working.then(async () => {
      for (let next = due[0]; next !== undefined && next.at <= target && run !== undefined; next = due[0]) {
        due.shift()
        journal.delete('task', next.id)
        if (next.at > now()) goTo(next.at)
        await run(next.task)
      }
      if (target > now()) goTo(target)
      wake()
    })
    return working
  }

  return {
    clock: {
      now,
      advance: (by) => runUntil(now() + durationOf(by)),
      set(instant) {
        const target = typeof instant === 'number' ? instant : Date.parse(instant)
        if (!(target >= now())) return Promise.reject(failure('SANDBOX_CLOCK', { reason: 'past' }))
        return runUntil(target)
      },
    },
    schedule: {
      add(at, task) {
        const entry = { id: newId(), at, task }
        journal.write('task', { id: entry.id, madeAt: at, value: entry })
        insert(due, entry)
        wake()
        return entry.id
      },
      cancel(id) {
        const at = due.findIndex((entry) => entry.id === id)
        if (at < 0) return
        due.splice(at, 1)
        journal.delete('task', id)
      },
      next: () => due[0]?.at,
    },
    start(work) {
      run = work
      wake()
    },
    stop() {
      run = undefined
      clearTimeout(timer)
    },
  }
}

/** Behind those of the same instant. */
function insert(due: Due[], entry: Due): void {
  const at = due.findIndex((other) => other.at > entry.at)
  due.splice(at < 0 ? due.length : at, 0, entry)
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const DURATION = /^(\d{1,9})([smhd])$/

function durationOf(by: string | number): number {
  const [, count = '', unit = ''] = typeof by === 'string' ? (DURATION.exec(by) ?? []) : []
  const ms = typeof by === 'number' ? by : Number(count) * (UNITS[unit] ?? Number.NaN)
  if (!Number.isFinite(ms) || ms < 0) throw failure('SANDBOX_CLOCK', { reason: 'duration' })
  return ms
}
