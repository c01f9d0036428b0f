/** @module What a schema of valibot is made of, for tests that walk along with something else. */
import type { Path } from '@pixkit/core/issue'
import { isValid, type Standard } from './standard-schema.ts'

export interface Shape {
  readonly kind: 'object' | 'list' | 'leaf'
  readonly isOptional: boolean
  readonly members: Readonly<Record<string, Shape>>
  readonly item?: Shape | undefined
  /** Values of an enumeration, closed or open. */
  readonly options?: readonly (string | number)[] | undefined
  readonly schema: Standard
}

interface Parts {
  readonly type: string
  readonly wrapped?: Standard
  readonly entries?: Readonly<Record<string, Standard>>
  readonly item?: Standard
  readonly options?: readonly (string | number)[]
}

export function shapeOf(schema: Standard): Shape {
  const { type, wrapped, entries, item, options } = schema as unknown as Parts
  if (type === 'optional' && wrapped !== undefined) return { ...shapeOf(wrapped), isOptional: true }
  const base = { isOptional: false, members: {}, options, schema }
  if (item !== undefined) return { ...base, kind: 'list', item: shapeOf(item) }
  if (entries === undefined) return { ...base, kind: 'leaf' }
  const members = Object.entries(entries).map(([name, member]) => [name, shapeOf(member)] as const)
  return { ...base, kind: 'object', members: Object.fromEntries(members) }
}

export interface Place {
  readonly shape: Shape
  readonly path: Path
  readonly value: unknown
}

/** Every member and entry of a value, the value itself first, with the schema that it has. */
export function* placesOf(shape: Shape, value: unknown, path: Path = []): Generator<Place> {
  yield { shape, path, value }
  if (shape.item !== undefined && Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* placesOf(shape.item, item, [...path, index])
  } else if (shape.kind === 'object') {
    for (const [name, member] of Object.entries(value as object)) {
      const known = shape.members[name]
      if (known !== undefined) yield* placesOf(known, member, [...path, name])
    }
  }
}

const LEAVES = ['10.00', '2026-11-25', '2026-11-25T12:00:00Z', 'text', 7, true]

/** A value with every member, and one entry in each list. */
export function sampleOf({ kind, item, members, options, schema }: Shape): unknown {
  if (kind === 'list') return item === undefined ? [] : [sampleOf(item)]
  if (kind === 'leaf') return options?.[0] ?? LEAVES.find((leaf) => isValid(schema, leaf))
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, sampleOf(member)]))
}

/** What {@link replaced} takes for "not there at all". */
export const ABSENT: unique symbol = Symbol('absent')

/** The same value, but at one place. */
export function replaced(value: unknown, path: Path, change: (found: unknown) => unknown): unknown {
  const [head, ...rest] = path
  if (head === undefined) return change(value)
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === head ? replaced(item, rest, change) : item))
  }
  const members = { ...(value as Record<string, unknown>) }
  const member = replaced(members[head], rest, change)
  if (member === ABSENT) delete members[head]
  else members[head] = member
  return members
}
