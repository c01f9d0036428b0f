import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countSteps } from '../../../tests/count-steps.ts'
import { createRevisionMemory, type Revision } from './revision-memory.ts'

const revision = (revisao: number, digest = `digest ${revisao}`, closed = false): Revision => ({
  revisao,
  digest,
  closed,
})

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
    const mine = { revisao: 1, digest: 'a', closed: false }
    void memory.remember('a', mine)
    mine.revisao = 9
    expect(memory.remember('a', revision(1))).toEqual({ revisao: 1, digest: 'a', closed: false })
  })

  test('keeps that a charge was closed, whatever comes', () => {
    const memory = createRevisionMemory()
    void memory.remember('a', revision(2, 'open'))
    expect(memory.remember('a', revision(2, 'paid', true))).toEqual(revision(2, 'open'))
    expect(memory.remember('a', revision(2, 'open'))).toEqual(revision(2, 'paid', true))
    expect(memory.remember('a', revision(1, 'old', true))).toEqual(revision(2, 'paid', true))
    expect(memory.remember('a', revision(3, 'new'))).toEqual(revision(2, 'paid', true))
    expect(memory.remember('a', revision(3, 'new'))).toEqual(revision(3, 'new', true))
  })

  test('an owner of many hosts pushes out what is his', () => {
    const memory = createRevisionMemory({ maxEntries: 50 })
    for (let index = 0; index < 20; index += 1) void memory.remember(`pix.banco.example/${index} 1`, revision(1))
    for (let index = 0; index < 500; index += 1) void memory.remember(`h${index}.outro.example/a 1`, revision(1))
    for (let index = 0; index < 20; index += 1) {
      expect(memory.remember(`pix.banco.example/${index} 1`, revision(1))).toEqual(revision(1))
    }
  })

  test('a host with many charges pushes out its own, not those of others', () => {
    const memory = createRevisionMemory({ maxEntries: 4 })
    void memory.remember('pix.banco.example/a 1', revision(1))
    void memory.remember('pix.loja.example/a 1', revision(1))
    for (let index = 0; index < 100; index += 1) void memory.remember(`pix.outro.example/${index} 1`, revision(1))
    expect(memory.remember('pix.banco.example/a 1', revision(0))).toEqual(revision(1))
    expect(memory.remember('pix.loja.example/a 1', revision(0))).toEqual(revision(1))
    expect(memory.remember('pix.outro.example/99 1', revision(0))).toEqual(revision(1))
    expect(memory.remember('pix.outro.example/97 1', revision(0))).toBeUndefined()
  })

  test('keeps to its bound with any number of hosts', () => {
    const memory = createRevisionMemory({ maxEntries: 2 })
    for (let index = 0; index < 10; index += 1) void memory.remember(`${index}.example/a 1`, revision(1))
    const known = [9, 8, 7].map((index) => memory.remember(`${index}.example/a 1`, revision(0)) !== undefined)
    expect(known).toEqual([true, true, false])
  })

  test('looks only at the hosts that it knows', async () => {
    const runs = [200, 400].map((count) => (module: { createRevisionMemory: typeof createRevisionMemory }): void => {
      const memory = module.createRevisionMemory({ maxEntries: 2 })
      for (let index = 0; index < count; index += 1) void memory.remember(`${index}.example/a 1`, revision(1))
    })
    const [few = 0, many = 0] = await countSteps(new URL('revision-memory.ts', import.meta.url), runs)
    expect(many).toBeLessThan(few * 2.2)
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
