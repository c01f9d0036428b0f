/**
 * A page of a list, as its query asks for it, and what the list tells of itself.
 *
 * @module
 */
import type { ParametrosConsulta } from '@pixkit/bacen/types'
import { instantMs } from '@pixkit/core/dates'
import type { Collection } from '../collection.ts'
import { defined } from '../defined.ts'

export interface ListAnswer<Value> {
  readonly items: readonly Value[]
  /** Without the filters, which each list has its own of. Lists of webhooks may have no `inicio` and no `fim`. */
  readonly parametros: Partial<ParametrosConsulta> & Pick<ParametrosConsulta, 'paginacao'>
}

/**
 * @param where - Only where there are filters: without it, a page is found at once.
 * @see API Pix 2.9.0, parameters `paginacao.paginaAtual` (0 by default) and `paginacao.itensPorPagina` (100 by default).
 */
export function pageOf<Value>(
  collection: Collection<Value>,
  query: Readonly<Record<string, string>>,
  where?: (value: Value) => boolean,
): ListAnswer<Value> {
  const { inicio, fim } = query
  const paginaAtual = Number(query['paginacao.paginaAtual'] ?? 0)
  const itensPorPagina = Number(query['paginacao.itensPorPagina'] ?? 100)
  const { items, total } = collection.page({
    inicio: inicio === undefined ? -Infinity : instantMs(inicio),
    fim: fim === undefined ? Infinity : instantMs(fim),
    where,
    paginaAtual,
    itensPorPagina,
  })
  // One at least, which may be empty: Paginacao says so.
  const quantidadeDePaginas = Math.max(1, Math.ceil(total / itensPorPagina))
  const paginacao = { paginaAtual, itensPorPagina, quantidadeDePaginas, quantidadeTotalDeItens: total }
  return { items, parametros: defined({ inicio, fim, paginacao }) as ListAnswer<Value>['parametros'] }
}

/** All filters that a query has as one function; `undefined` when it has none. */
export function allOf<Value>(
  ...filters: readonly (((value: Value) => boolean) | false | undefined)[]
): ((value: Value) => boolean) | undefined {
  const given = filters.filter((filter) => typeof filter === 'function')
  return given.length === 0 ? undefined : (value) => given.every((filter) => filter(value))
}

/** A filter that is `true` or `false`. */
export function flag(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true'
}
