import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { failureOfRequest, startDeadline } from './deadline.ts'
import { httpFailure } from './failure.ts'

const never = new Promise<never>(() => {})

beforeEach(() => {
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
})

describe('startDeadline', () => {
  test('ends after its time, and says so everywhere', async () => {
    const deadline = startDeadline(100)
    const raced = rejectionOf(deadline.race(never))
    vi.advanceTimersByTime(99)
    expect(deadline.failure).toBeUndefined()
    vi.advanceTimersByTime(1)
    expect(deadline.failure).toMatchObject({
      code: 'HTTP_TIMEOUT',
      params: { reason: 'total', phase: 'total', timeoutMs: 100 },
    })
    expect(await raced).toBe(deadline.failure)
    expect(deadline.signal.reason).toBe(deadline.failure)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('ends with the phase that takes too long', () => {
    const deadline = startDeadline(1000)
    deadline.enter('resolve', 50)
    vi.advanceTimersByTime(49)
    deadline.enter('connect', 50)
    vi.advanceTimersByTime(49)
    expect(deadline.failure).toBeUndefined()
    vi.advanceTimersByTime(1)
    expect(deadline.failure).toMatchObject({ params: { phase: 'connect', timeoutMs: 50 } })
  })

  test('a phase may have no limit of its own', () => {
    const deadline = startDeadline(1000)
    deadline.enter('headers', 50)
    deadline.enter('body')
    vi.advanceTimersByTime(999)
    expect(deadline.failure).toBeUndefined()
    vi.advanceTimersByTime(1)
    expect(deadline.failure).toMatchObject({ params: { phase: 'total' } })
  })

  test('ends with the signal, which is let go of', () => {
    const controller = new AbortController()
    const removed = vi.spyOn(controller.signal, 'removeEventListener')
    const deadline = startDeadline(1000, controller.signal)
    controller.abort('enough')
    expect(deadline.failure).toMatchObject({ code: 'HTTP_ABORTED', params: { reason: 'signal' }, cause: 'enough' })
    expect(removed).toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  test('is over at once when the signal was', async () => {
    const deadline = startDeadline(1000, AbortSignal.abort())
    expect(deadline.failure).toMatchObject({ code: 'HTTP_ABORTED' })
    expect(await rejectionOf(deadline.race(Promise.resolve(1)))).toBe(deadline.failure)
    deadline.enter('headers', 10)
    expect(vi.getTimerCount()).toBe(0)
  })

  test('the first failure stays', () => {
    const deadline = startDeadline(1000)
    const first = httpFailure('HTTP_PROTOCOL')
    deadline.fail(first)
    deadline.fail(httpFailure('HTTP_DNS'))
    vi.advanceTimersByTime(2000)
    expect(deadline.failure).toBe(first)
  })

  test('races what is in time to its end', async () => {
    const deadline = startDeadline(1000)
    expect(await deadline.race(Promise.resolve(7))).toBe(7)
    const own = new Error('own')
    expect(await rejectionOf(deadline.race(Promise.reject(own)))).toBe(own)
    expect(deadline.failure).toBeUndefined()
    deadline.end()
  })

  test('leaves nothing behind', () => {
    const controller = new AbortController()
    const deadline = startDeadline(1000, controller.signal)
    deadline.enter('headers', 10)
    deadline.end()
    expect(vi.getTimerCount()).toBe(0)
    controller.abort()
    expect(deadline.failure).toBeUndefined()
  })
})

describe('failureOfRequest', () => {
  const own = httpFailure('HTTP_DNS')

  test.each([
    ['the deadline before what was caught', true, httpFailure('HTTP_CONNECT'), 'HTTP_TIMEOUT'],
    ['what was caught', false, httpFailure('HTTP_CONNECT'), 'HTTP_CONNECT'],
    ['what is made of other errors', false, new Error('other'), 'HTTP_DNS'],
    [
      'what is made of errors of other packages',
      false,
      Object.assign(new Error(''), { code: 'HTTP_CONNECT' }),
      'HTTP_DNS',
    ],
  ])('is %s', (_name, isOver, caught, code) => {
    const deadline = startDeadline(10)
    if (isOver) vi.advanceTimersByTime(10)
    expect(failureOfRequest(caught, deadline, () => own).code).toBe(code)
    deadline.end()
  })
})
