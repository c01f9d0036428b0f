/**
 * What a list tells of itself.
 *
 * @module
 */
import type { ParametrosConsulta } from '@pixkit/bacen/types'
import type { Collection } from '../collection.ts'
import { pageOf as pageIn } from './page-of.ts'

export interface ListAnswer<Value> {
  readonly items: readonly Value[]
  /** Without the filters, which each list has its own of. */
  readonly parametros: ParametrosConsulta
}

/** @param where - Only where there are filters: without it, a page is found at once. */
export function pageOf<Value>(
  collection: Collection<Value>,
  query: Readonly<Record<string, string>>,
  where?: (value: Value) => boolean,
): ListAnswer<Value> {
  const { inicio = '', fim = '' } = query
  const { items, paginacao } = pageIn(collection, query, where)
  return { items, parametros: { inicio, fim, paginacao } }
}

/** All filters that a query has as one function; `undefined` when it has none. */
export function allOf<Value>(
  ...filters: readonly (((value: Value) => boolean) | false | undefined)[]
): ((value: Value) => boolean) | undefined {
  const given = filters.filter((filter) => typeof filter === 'function')
  return given.length === 0 ? undefined : (value) => given.every((filter) => filter(value))
}
