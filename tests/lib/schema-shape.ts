/** @module What a schema of valibot is made of, for tests that walk along with something else. */
import type { Standard } from './standard-schema.ts'

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
  readonly pipe?: readonly Standard[]
  readonly item?: Standard
  readonly options?: readonly (string | number)[]
}

export function shapeOf(schema: Standard): Shape {
  const { type, wrapped, entries, pipe = [], options } = schema as unknown as Parts
  if (type === 'optional' && wrapped !== undefined) return { ...shapeOf(wrapped), isOptional: true }
  const base = { isOptional: false, members: {}, options, schema }
  const item = (pipe as unknown as Parts[]).find((part) => part.type === 'array')?.item
  if (item !== undefined) return { ...base, kind: 'list', item: shapeOf(item) }
  if (entries === undefined) return { ...base, kind: 'leaf' }
  const members = Object.entries(entries).map(([name, member]) => [name, shapeOf(member)] as const)
  return { ...base, kind: 'object', members: Object.fromEntries(members) }
}
