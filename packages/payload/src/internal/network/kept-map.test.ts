import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createKeptMap } from './kept-map.ts'

const keys = (map: ReturnType<typeof createKeptMap<number>>): string[] =>
  ['a1', 'a2', 'a3', 'b1', 'b2'].filter((key) => map.get(key) !== undefined)

test('forgets what was not used for longest', () => {
  const map = createKeptMap<number>(2)
  map.set('a1', 'a', 1)
  map.set('a2', 'a', 2)
  map.get('a1')
  map.set('a3', 'a', 3)
  expect(keys(map)).toEqual(['a1', 'a3'])
})

test('forgets within a group first', () => {
  const map = createKeptMap<number>(3, 2)
  map.set('b1', 'b', 1)
  map.set('a1', 'a', 1)
  map.set('a2', 'a', 2)
  map.set('a3', 'a', 3)
  expect(keys(map)).toEqual(['a2', 'a3', 'b1'])
})

test('replaces without forgetting', () => {
  const map = createKeptMap<number>(2, 2)
  map.set('a1', 'a', 1)
  map.set('a2', 'a', 2)
  map.set('a1', 'a', 3)
  expect([map.get('a1'), map.get('a2')]).toEqual([3, 2])
})

test('never holds more than its bounds', () => {
  const key = fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(9))
  fc.assert(
    fc.property(
      fc.array(key, { maxLength: 100 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 4 }),
      (all, max, ofGroup) => {
        const map = createKeptMap<number>(max, ofGroup)
        for (const [group, number] of all) map.set(`${group}${number}`, group, number)
        const held = [...new Set(all.map(([group, number]) => `${group}${number}`))].filter(
          (name) => map.get(name) !== undefined,
        )
        expect(held.length).toBeLessThanOrEqual(max)
        for (const group of 'abcd') {
          expect(held.filter((name) => name.startsWith(group)).length).toBeLessThanOrEqual(ofGroup)
        }
        const last = all.at(-1)
        expect(last === undefined || held.includes(last.join(''))).toBe(true)
      },
    ),
  )
})
