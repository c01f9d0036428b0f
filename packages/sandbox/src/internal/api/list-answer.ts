/**
 * A page of a list, and what it tells of itself.
 *
 * @module
 */
import type { ParametrosConsulta } from '@pixkit/bacen/types'
import { instantMs } from '@pixkit/core/dates'
import type { Collection } from '../collection.ts'

export interface ListPage<Value> {
  readonly items: readonly Value[]
  /** Without the filters, which each list has its own of. */
  readonly parametros: ParametrosConsulta
}

/** @see API Pix 2.9.0, parameters `paginacao.paginaAtual` (0 by default) and `paginacao.itensPorPagina` (100). */
const DEFAULTS = { paginaAtual: 0, itensPorPagina: 100 } as const

/** @param where - Only where there are filters: without it, a page is found at once. */
export function pageOf<Value>(
  collection: Collection<Value>,
  query: Readonly<Record<string, string>>,
  where?: (value: Value) => boolean,
): ListPage<Value> {
  const { inicio = '', fim = '' } = query
  const paginaAtual = Number(query['paginacao.paginaAtual'] ?? DEFAULTS.paginaAtual)
  const itensPorPagina = Number(query['paginacao.itensPorPagina'] ?? DEFAULTS.itensPorPagina)
  const { items, total } = collection.page({
    inicio: instantMs(inicio),
    fim: instantMs(fim),
    where,
    paginaAtual,
    itensPorPagina,
  })
  const quantidadeDePaginas = Math.ceil(total / itensPorPagina)
  const paginacao = { paginaAtual, itensPorPagina, quantidadeDePaginas, quantidadeTotalDeItens: total }
  return { items, parametros: { inicio, fim, paginacao } }
}

/** All filters that a query has as one function; `undefined` when it has none. */
export function allOf<Value>(
  ...filters: readonly (((value: Value) => boolean) | false | undefined)[]
): ((value: Value) => boolean) | undefined {
  const given = filters.filter((filter) => typeof filter === 'function')
  return given.length === 0 ? undefined : (value) => given.every((filter) => filter(value))
}
