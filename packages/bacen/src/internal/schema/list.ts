/**
 * Lists of requests and answers. Entries are looked at where they are instead of being copied.
 *
 * @module
 */
import * as v from 'valibot'
import type { ShapeReason } from '../../codes.ts'
import { type Found, isEnough, take } from './collect.ts'
import type { Schema } from './object.ts'

/** As many as can be asked for: API Pix 2.9.0, `paginacao.itensPorPagina`. */
const MAX_LOOKED_AT = 1_000

export interface Bounds {
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** A list of a request. One that is too long is not looked into. */
export function list<Item>(item: Schema<Item>, { min = 0, max = Infinity }: Bounds = {}): Schema<readonly Item[]> {
  return listOf(item, min, max, Infinity)
}

/** A list of an answer, of any length. Entries after the first 1,000 are not looked at. */
export function anyList<Item>(item: Schema<Item>): Schema<readonly Item[]> {
  return listOf(item, 0, Infinity, MAX_LOOKED_AT)
}

function listOf<Item>(item: Schema<Item>, min: number, max: number, looksAt: number): Schema<readonly Item[]> {
  const base = {
    ...v.array(item, ({ input }) => (input === undefined ? 'missing' : 'type') satisfies ShapeReason),
    requirement: 'array',
  }
  return v._standardSchema<typeof base>({
    ...base,
    '~run'(dataset, config) {
      const found = dataset as unknown as Found
      const input: unknown = dataset.value
      if (!Array.isArray(input)) {
        v._addIssue(base, 'type', found as ListFound<Item>, config)
        return found as ListFound<Item>
      }
      found.typed = true
      const wrongLength = (message: ShapeReason, limit: number): void =>
        v._addIssue(base, 'length', found as ListFound<Item>, config, {
          input: undefined,
          expected: `${limit}`,
          message,
        })
      if (input.length > max) {
        wrongLength('too-many', max)
        return found as ListFound<Item>
      }
      if (input.length < min) wrongLength('too-few', min)
      for (let key = 0; key < input.length && key < looksAt && !isEnough(found); key += 1) {
        const value: unknown = input[key]
        const entry = item['~run']({ value }, config)
        if (entry.issues !== undefined) take(found, entry, { type: 'array', input, key, value })
      }
      return found as ListFound<Item>
    },
  }) as unknown as Schema<readonly Item[]>
}

type ListFound<Item> = v.OutputDataset<Item[], v.ArrayIssue | v.BaseIssue<unknown>>
