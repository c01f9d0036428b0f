/**
 * Schemas of batches of charges with a due date.
 *
 * @see API Pix 2.9.0, schemas named `LoteCobV…`; request bodies LoteCobVBody and LoteCobVBodyRevisado.
 *
 * @module
 */
import type {
  LoteCobVBody,
  LoteCobVBodyRevisado,
  LoteCobVConsultado,
  LotesCobVConsultados,
  SolicitacaoDoLote,
} from '../types/lote-cobv.ts'
import { cobVDoLoteSchema, cobVRevisadaDoLoteSchema } from './cobv.ts'
import { parametrosConsulta } from './consultas.ts'
import { problemaSchema } from './problema.ts'
import { isMembers } from '../members.ts'
import { closed, open, optional, type Rule, type Schema } from './object.ts'
import { anyList, list } from './list.ts'
import { aberto, anyText, instante, integer } from './shared.ts'

/** A charge is asked for once in a batch: its txid names it (choice of pixkit; the norm is silent). */
const txidOnce: Rule = ({ cobsv }, report) => {
  if (!Array.isArray(cobsv)) return
  const seen = new Set<unknown>()
  for (const [index, cobv] of cobsv.entries() as Iterable<[number, unknown]>) {
    if (!isMembers(cobv) || typeof cobv['txid'] !== 'string') continue
    if (seen.has(cobv['txid'])) report('txid-twice', ['cobsv', index, 'txid'])
    seen.add(cobv['txid'])
  }
}

/** Makes a batch. */
export const loteCobVBodySchema: Schema<LoteCobVBody> = closed<LoteCobVBody>(
  { descricao: anyText, cobsv: list(cobVDoLoteSchema) },
  txidOnce,
)

/** Changes some charges of a batch. */
export const loteCobVBodyRevisadoSchema: Schema<LoteCobVBodyRevisado> = closed<LoteCobVBodyRevisado>(
  { descricao: optional(anyText), cobsv: optional(list(cobVRevisadaDoLoteSchema)) },
  txidOnce,
)

export const loteCobVConsultadoSchema: Schema<LoteCobVConsultado> = open<LoteCobVConsultado>({
  id: optional(integer()),
  descricao: anyText,
  criacao: instante,
  cobsv: anyList(
    open<SolicitacaoDoLote>({
      txid: anyText,
      status: aberto('EM_PROCESSAMENTO', 'CRIADA', 'NEGADA'),
      problema: optional(problemaSchema),
      criacao: optional(instante),
    }),
  ),
})

export const lotesCobVConsultadosSchema: Schema<LotesCobVConsultados> = open<LotesCobVConsultados>({
  parametros: parametrosConsulta,
  lotes: anyList(loteCobVConsultadoSchema),
})
