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
  /** Begins to run tasks; before, they only gather. Errors of those that nobody waits for go to `onError`. */
  start(run: (task: Task) => void | Promise<void>, onError?: (error: unknown) => void): void
  /** Begins no other task, and waits for the one under way. */
  stop(): Promise<void>
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
  let offset = standsAt === undefined ? movedBy(journal) : 0
  let frozen = standsAt
  let run: ((task: Task) => void | Promise<void>) | undefined
  let report: ((error: unknown) => void) | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let working = Promise.resolve()

  const now = (): number => frozen ?? Date.now() + offset
  for (const { value } of journal.load('task')) insert(due, value as Due)

  const wake = (): void => {
    clearTimeout(timer)
    const next = due[0]
    if (next === undefined || run === undefined || (frozen !== undefined && next.at > frozen)) return
    timer = setTimeout(() => void runUntil(now()).catch(report), Math.min(Math.max(next.at - now(), 0), MAX_TIMER_MS))
    timer.unref()
  }

  const goTo = (instant: number): void => {
    if (frozen !== undefined) {
      frozen = instant
      return
    }
    offset += instant - now()
    journal.write('clock', { id: 'clock', madeAt: 0, value: offset })
  }

  /** Together with its deletion when it is done at once. One that waits is deleted when it has ended, and begins again when the process dies. */
  const perform = async ({ id, task }: Due, work: (task: Task) => void | Promise<void>): Promise<void> => {
    const waiting = journal.together(() => {
      const result = work(task)
      if (result === undefined) journal.delete('task', id)
      return result
    })
    if (waiting === undefined) return
    await waiting
    journal.delete('task', id)
  }

  /** A task may make others. One that fails is gone, and stops nobody but the caller. */
  const runAfter = async (before: Promise<unknown>, target: number): Promise<void> => {
    await before
    const failures: unknown[] = []
    for (let next = due[0]; next !== undefined && next.at <= target && run !== undefined; next = due[0]) {
      due.shift()
      if (next.at > now()) goTo(next.at)
      try {
        await perform(next, run)
      } catch (error) {
        failures.push(error)
        journal.delete('task', next.id)
      }
    }
    if (target > now()) goTo(target)
    wake()
    if (failures.length > 0) throw failures[0]
  }

  const runUntil = (target: number): Promise<void> => {
    const turn = runAfter(working, target)
    working = turn.catch(() => {})
    return turn
  }

  return {
    clock: {
      now,
      advance: async (by) => runUntil(now() + durationOf(by)),
      async set(instant) {
        const target = typeof instant === 'number' ? instant : Date.parse(instant)
        if (!(target >= now())) throw failure('SANDBOX_CLOCK', { reason: 'past' })
        return runUntil(target)
      },
    },
    schedule: {
      add(at, task) {
        const entry = { id: newId(), at, task }
        journal.write('task', { id: entry.id, madeAt: at, value: entry })
        insert(due, entry)
        journal.undo(() => take(due, entry))
        wake()
        return entry.id
      },
      cancel(id) {
        const entry = due.find((other) => other.id === id)
        if (entry === undefined) return
        journal.delete('task', id)
        take(due, entry)
        journal.undo(() => insert(due, entry))
      },
      next: () => due[0]?.at,
    },
    start(work, onError = () => {}) {
      run = work
      report = onError
      wake()
    },
    stop() {
      run = undefined
      clearTimeout(timer)
      return working
    },
  }
}

/** Behind those of the same instant. */
function insert(due: Due[], entry: Due): void {
  const at = due.findIndex((other) => other.at > entry.at)
  due.splice(at < 0 ? due.length : at, 0, entry)
}

function take(due: Due[], entry: Due): void {
  const at = due.indexOf(entry)
  if (at >= 0) due.splice(at, 1)
}

/** What a clock that runs was moved by before a restart. */
function movedBy(journal: Journal): number {
  const [record] = journal.load('clock')
  return (record?.value as number | undefined) ?? 0
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const DURATION = /^(\d{1,9})([smhd])$/

function durationOf(by: string | number): number {
  const [, count = '', unit = ''] = typeof by === 'string' ? (DURATION.exec(by) ?? []) : []
  const ms = typeof by === 'number' ? by : Number(count) * (UNITS[unit] ?? Number.NaN)
  if (!Number.isFinite(ms) || ms < 0) throw failure('SANDBOX_CLOCK', { reason: 'duration' })
  return ms
}
