import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { rejectionOf } from '../../../../tests/lib/rejection-of.ts'
import type { Stored } from './collection.ts'
import { createMemoryJournal, type Journal } from './journal.ts'
import type { Task } from './schedule.ts'
import { createTime, type Time } from './time.ts'

const NOON = Date.parse('2026-03-02T12:00:00Z')
const SECOND = 1_000

function timeAt(standsAt: number | undefined, journal: Journal = createMemoryJournal()): Time {
  let ids = 0
  return createTime(journal, () => `task${(ids += 1)}`, standsAt)
}

const cobr = (txid: string): Task => ({ kind: 'cobr-step', txid })

/** Names of the tasks, with the second after noon at which each ran. */
function watch(time: Time): string[] {
  const seen: string[] = []
  time.start((task) => {
    if (task.kind === 'cobr-step') seen.push(`${task.txid}@${(time.clock.now() - NOON) / SECOND}`)
  })
  return seen
}

/** Remembers what was written, as a file would. */
function mapJournal(): Journal & { readonly kept: Map<string, Stored<unknown>> } {
  const kept = new Map<string, Stored<unknown>>()
  return {
    ...createMemoryJournal(),
    kept,
    *load(kind) {
      for (const [key, record] of kept) if (key.startsWith(`${kind}:`)) yield record
    },
    write: (kind, record) => void kept.set(`${kind}:${record.id}`, record),
    delete: (kind, id) => void kept.delete(`${kind}:${id}`),
  }
}

describe('createTime, standing still', () => {
  it('runs what falls due on the way, at its own instant and in its order', async () => {
    const time = timeAt(NOON)
    const seen = watch(time)
    time.schedule.add(NOON + 20 * SECOND, cobr('b'))
    time.schedule.add(NOON + 10 * SECOND, cobr('a'))
    time.schedule.add(NOON + 20 * SECOND, cobr('c'))
    time.schedule.add(NOON + 31 * SECOND, cobr('d'))
    await time.clock.advance('30s')
    expect(seen).toEqual(['a@10', 'b@20', 'c@20'])
    expect(time.clock.now()).toBe(NOON + 30 * SECOND)
    expect(time.schedule.next()).toBe(NOON + 31 * SECOND)
  })

  it('runs what a task adds, when it falls due on the same way', async () => {
    const time = timeAt(NOON)
    const seen: number[] = []
    time.start(() => {
      seen.push(time.clock.now() - NOON)
      time.schedule.add(time.clock.now() + 60 * SECOND, cobr('again'))
    })
    time.schedule.add(NOON, cobr('first'))
    await time.clock.advance('3m')
    expect(seen).toEqual([0, 60_000, 120_000, 180_000])
  })

  it('waits for a task that waits, and moves one step after another', async () => {
    const time = timeAt(NOON)
    const seen: string[] = []
    time.start(async (task) => {
      await Promise.resolve()
      seen.push(task.kind === 'cobr-step' ? task.txid : '')
    })
    time.schedule.add(NOON + SECOND, cobr('a'))
    time.schedule.add(NOON + 2 * SECOND, cobr('b'))
    await Promise.all([time.clock.advance('1s'), time.clock.advance('2s')])
    expect(seen).toEqual(['a', 'b'])
    expect(time.clock.now()).toBe(NOON + 2 * SECOND)
  })

  it('does not run what was cancelled', async () => {
    const time = timeAt(NOON)
    const seen = watch(time)
    const id = time.schedule.add(NOON + SECOND, cobr('a'))
    time.schedule.add(NOON + SECOND, cobr('b'))
    time.schedule.cancel(id)
    time.schedule.cancel('none')
    await time.clock.advance('1m')
    expect(seen).toEqual(['b@1'])
  })

  it('forgets what a request that failed had added, and remembers what it had cancelled', async () => {
    const journal = createMemoryJournal()
    const time = timeAt(NOON, journal)
    const seen = watch(time)
    const id = time.schedule.add(NOON + SECOND, cobr('a'))
    const fails = () => {
      time.schedule.cancel(id)
      time.schedule.add(NOON + SECOND, cobr('b'))
      throw new RangeError('refused')
    }
    expect(() => journal.together(fails)).toThrow(RangeError)
    await time.clock.advance('1m')
    expect(seen).toEqual(['a@1'])
  })

  it('tells who moves it of a task that fails, and goes on with the others', async () => {
    const time = timeAt(NOON)
    const seen: string[] = []
    time.start((task) => {
      if (task.kind !== 'cobr-step') return
      if (task.txid === 'bad') throw new RangeError('a task')
      seen.push(task.txid)
    })
    for (const txid of ['bad', 'good']) time.schedule.add(NOON + SECOND, cobr(txid))
    await expect(time.clock.advance('1m')).rejects.toThrow(RangeError)
    expect(seen).toEqual(['good'])
    expect(time.clock.now()).toBe(NOON + 60 * SECOND)
    await expect(time.clock.advance('1m')).resolves.toBeUndefined()
  })

  it('takes durations and instants that are not past', async () => {
    const { clock } = timeAt(NOON)
    await clock.advance('2d')
    await clock.advance('36h')
    await clock.advance('15m')
    await clock.advance(1)
    expect(clock.now() - NOON).toBe((48 + 36) * 3_600_000 + 15 * 60_000 + 1)
    await clock.set('2026-04-01T00:00:00Z')
    expect(clock.now()).toBe(Date.parse('2026-04-01T00:00:00Z'))
    await clock.set(clock.now())
  })

  it.each(['2 d', '2w', '', '-1s', '1.5h', -1, Number.NaN, Infinity])('refuses to advance by %j', async (by) => {
    const error = await rejectionOf(timeAt(NOON).clock.advance(by))
    expect(error).toMatchObject({ code: 'SANDBOX_CLOCK', params: { reason: 'duration' } })
  })

  it.each(['2026-03-02T11:59:59Z', 'tomorrow', NOON - 1])('refuses to be set to %j', async (instant) => {
    const error = await rejectionOf(timeAt(NOON).clock.set(instant))
    expect(error).toMatchObject({ code: 'SANDBOX_CLOCK', params: { reason: 'past' } })
  })

  it('keeps tasks over a restart, but not those that were done', async () => {
    const journal = mapJournal()
    const before = timeAt(NOON, journal)
    before.start(() => {})
    for (const [at, txid] of [
      [3, 'c'],
      [1, 'a'],
      [2, 'b'],
    ] as const) {
      before.schedule.add(NOON + at * SECOND, cobr(txid))
    }
    await before.clock.advance('1s')
    await before.stop()
    const after = timeAt(NOON + SECOND, journal)
    const seen = watch(after)
    await after.clock.advance('1m')
    expect(seen).toEqual(['b@2', 'c@3'])
    expect(journal.kept.size).toBe(0)
  })
})

describe('createTime, running', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOON }))
  afterEach(() => void vi.useRealTimers())

  it('runs with that of the machine, and does by itself what falls due', async () => {
    const time = timeAt(undefined)
    const seen = watch(time)
    time.schedule.add(NOON + 5 * SECOND, cobr('a'))
    await vi.advanceTimersByTimeAsync(4_999)
    expect(seen).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(seen).toEqual(['a@5'])
    await time.stop()
  })

  it('goes on from where it was moved to, over a restart too', async () => {
    const journal = mapJournal()
    const time = timeAt(undefined, journal)
    await time.clock.advance('2d')
    await vi.advanceTimersByTimeAsync(SECOND)
    expect(time.clock.now() - NOON).toBe(2 * 86_400_000 + SECOND)
    await time.stop()
    expect(timeAt(undefined, journal).clock.now() - NOON).toBe(2 * 86_400_000 + SECOND)
  })

  it('tells of a task that fails, and goes on', async () => {
    const time = timeAt(undefined)
    const errors: unknown[] = []
    const seen: string[] = []
    time.start(
      (task) => {
        if (task.kind === 'cobr-step') throw new RangeError('no')
        seen.push(task.kind)
      },
      (error) => void errors.push(error),
    )
    time.schedule.add(NOON + SECOND, cobr('a'))
    time.schedule.add(NOON + 2 * SECOND, { kind: 'rec-expiry', idRec: 'b' })
    await vi.advanceTimersByTimeAsync(2 * SECOND)
    expect([errors, seen]).toEqual([[new RangeError('no')], ['rec-expiry']])
    await time.stop()
  })

  it('does nothing after it has stopped', async () => {
    const time = timeAt(undefined)
    const seen = watch(time)
    time.schedule.add(NOON + SECOND, cobr('a'))
    await time.stop()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(seen).toEqual([])
  })
})
