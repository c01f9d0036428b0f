import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { failedCallOf } from './failed-call.ts'
import { noteFailedCall } from './internal/note-failed-call.ts'

describe('failedCallOf', () => {
  const failed = {
    operation: 'cob.create',
    params: { txid: 'a1' },
    mayBeDone: true,
    answer: { devedor: 'Fulana' },
  } as const

  test('gives what was noted, and shows no id and no answer', () => {
    const error = noteFailedCall(new Error('broken'), failed)
    expect(failedCallOf(error)).toEqual(failed)
    expect(error).toHaveProperty('mayBeDone', true)
    expect(inspect(error, { depth: 9 }) + JSON.stringify(error)).not.toMatch(/a1|Fulana/)
  })

  test('the last note counts', () => {
    const error = noteFailedCall(noteFailedCall(new Error('broken'), failed), { ...failed, mayBeDone: false })
    expect(failedCallOf(error)?.mayBeDone).toBe(false)
    expect(error).not.toHaveProperty('mayBeDone')
  })

  test.each([undefined, null, 'text', 7, new Error('x'), {}])('knows nothing of %s', (value) => {
    expect(failedCallOf(value)).toBeUndefined()
  })

  test('notes nothing on what is no object', () => {
    expect(noteFailedCall('text', failed)).toBe('text')
  })
})
