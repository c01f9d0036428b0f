import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCollection } from './collection.ts'
import { createMemoryJournal } from './journal.ts'

const day = { inicio: 0, fim: 100, paginaAtual: 0, itensPorPagina: 10 }

function collectionAt(instants: readonly number[]) {
  const waiting = [...instants]
  const journal = createMemoryJournal()
  return { journal, records: createCollection<string>('cob', journal, () => waiting.shift() ?? 0) }
}

describe('createCollection', () => {
  it('finds by id, and lists by the instant at which a record was made', () => {
    const { records } = collectionAt([30, 10, 20, 10])
    for (const id of ['c', 'a', 'b', 'a2']) records.add(id, id.toUpperCase())
    expect(records.get('b')).toBe('B')
    expect(records.get('x')).toBeUndefined()
    expect([...records.values()]).toEqual(['A', 'A2', 'B', 'C'])
    expect(records.size).toBe(4)
  })

  it('replaces in place, and deletes', () => {
    const { records } = collectionAt([1, 2, 3])
    for (const id of ['a', 'b', 'c']) records.add(id, id)
    records.replace('b', 'B')
    records.delete('a')
    records.delete('x')
    expect([...records.values()]).toEqual(['B', 'c'])
    expect(records.page(day)).toEqual({ items: ['B', 'c'], total: 2 })
  })

  it('refuses an id that is there, and a replacement of none', () => {
    const { records } = collectionAt([1])
    records.add('a', 'a')
    expect(() => records.add('a', 'b')).toThrow(TypeError)
    expect(() => records.replace('b', 'b')).toThrow(TypeError)
    expect([...records.values()]).toEqual(['a'])
  })

  it('takes back everything when a request fails', () => {
    const { journal, records } = collectionAt([1, 1, 1, 1, 1])
    for (const id of ['a', 'b', 'c']) records.add(id, id)
    const fails = () => {
      records.add('d', 'd')
      records.replace('d', 'D')
      records.delete('b')
      records.replace('a', 'A')
      records.delete('a')
      records.add('a', 'another')
      throw new RangeError('refused')
    }
    expect(() => journal.together(fails)).toThrow(RangeError)
    expect([...records.values()]).toEqual(['a', 'b', 'c'])
    expect(records.page(day).total).toBe(3)
    expect(records.get('a')).toBe('a')
  })

  it('gives the same pages as a list that is sorted, filtered and cut', () => {
    const instant = fc.nat(20)
    const query = fc.record({
      inicio: instant,
      fim: instant,
      where: fc.constantFrom(undefined, (value: number) => value % 2 === 0),
      paginaAtual: fc.nat(4),
      itensPorPagina: fc.integer({ min: 1, max: 7 }),
    })
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 40 }), query, (instants, asked) => {
        let made = 0
        const records = createCollection<number>('cob', createMemoryJournal(), () => instants[made] ?? 0)
        for (; made < instants.length; made += 1) records.add(String(made), made)

        const all = instants
          .map((at, value) => ({ at, value }))
          .sort((one, other) => one.at - other.at)
          .filter(({ at, value }) => at >= asked.inicio && at <= asked.fim && (asked.where?.(value) ?? true))
          .map(({ value }) => value)
        const first = asked.paginaAtual * asked.itensPorPagina
        expect(records.page(asked)).toEqual({
          items: all.slice(first, first + asked.itensPorPagina),
          total: all.length,
        })
      }),
    )
  })
})
