/**
 * What answers of lists say of the question.
 *
 * @module
 */
import type { Paginacao, ParametrosConsulta } from '../types/shared.ts'
import { type MembersOf, open, type Schema } from './object.ts'
import { instante, integer } from './shared.ts'

export const paginacao: Schema<Paginacao> = open<Paginacao>({
  paginaAtual: integer(),
  itensPorPagina: integer(),
  quantidadeDePaginas: integer(),
  quantidadeTotalDeItens: integer(),
})

/** Members that all lists repeat. */
export const consulta: MembersOf<ParametrosConsulta> = { inicio: instante, fim: instante, paginacao }

export const parametrosConsulta: Schema<ParametrosConsulta> = open<ParametrosConsulta>(consulta)
