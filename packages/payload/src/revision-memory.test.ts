import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRevisionMemory, type Revision } from './revision-memory.ts'

const revision = (revisao: number, digest = `digest ${revisao}`): Revision => ({ revisao, digest })

describe('createRevisionMemory', () => {
  test('keeps the highest revision, and tells what was before', () => {
    const memory = createRevisionMemory()
    expect(memory.remember('a', revision(2))).toBeUndefined()
    expect(memory.remember('a', revision(1))).toEqual(revision(2))
    expect(memory.remember('a', revision(2, 'other'))).toEqual(revision(2))
    expect(memory.remember('a', revision(5))).toEqual(revision(2))
    expect(memory.remember('a', revision(5))).toEqual(revision(5))
    expect(memory.remember('b', revision(1))).toBeUndefined()
  })

  test('forgets what was not seen for longest', () => {
    const memory = createRevisionMemory({ maxEntries: 2 })
    void memory.remember('a', revision(1))
    void memory.remember('b', revision(1))
    void memory.remember('a', revision(0))
    void memory.remember('c', revision(1))
    expect(memory.remember('a', revision(1))).toEqual(revision(1))
    expect(memory.remember('b', revision(1))).toBeUndefined()
  })

  test('does not depend on what the caller does with a revision', () => {
    const memory = createRevisionMemory()
    const mine = { revisao: 1, digest: 'a' }
    void memory.remember('a', mine)
    mine.revisao = 9
    expect(memory.remember('a', revision(1))).toEqual({ revisao: 1, digest: 'a' })
  })

  test('takes any text for a key', () => {
    const memory = createRevisionMemory()
    expect(memory.remember('__proto__', revision(1))).toBeUndefined()
    expect(memory.remember('constructor', revision(1))).toBeUndefined()
    expect(memory.remember('__proto__', revision(1))).toEqual(revision(1))
  })

  test.each([0, -1, 1.5, Number.NaN, '5'])('takes no limit of %s', (maxEntries) => {
    expect(() => createRevisionMemory({ maxEntries: maxEntries as number })).toThrow(TypeError)
  })

  test('tells the maximum of what it was told, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 }), { minLength: 1 }), (revisions) => {
        const memory = createRevisionMemory()
        for (const each of revisions) void memory.remember('a', revision(each))
        expect(memory.remember('a', revision(0))).toEqual(revision(Math.max(...revisions)))
      }),
    )
  })
})
