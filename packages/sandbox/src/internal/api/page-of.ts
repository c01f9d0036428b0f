/**
 * A page of a list, as its query asks for it.
 *
 * @module
 */
import type { Paginacao } from '@pixkit/bacen/types'
import { instantMs } from '@pixkit/core/dates'
import type { Collection } from '../collection.ts'

export interface ListPage<Value> {
  readonly items: readonly Value[]
  readonly paginacao: Paginacao
}

/** @see API Pix 2.9.0, parameters `paginacao.paginaAtual` (0 by default) and `paginacao.itensPorPagina` (100 by default). */
export function pageOf<Value>(
  collection: Collection<Value>,
  query: Readonly<Record<string, string>>,
  where?: (value: Value) => boolean,
): ListPage<Value> {
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
  return { items, paginacao: { paginaAtual, itensPorPagina, quantidadeDePaginas, quantidadeTotalDeItens: total } }
}
