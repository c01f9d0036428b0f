/**
 * `/pix`: payments that arrived, and their returns.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { DevolucaoSolicitada, Pix } from '@pixkit/bacen/types'
import { addDevolucao, devolucaoViolacoes } from '../charges/devolucao.ts'
import { defined } from '../defined.ts'
import type { Handler } from './call.ts'
import { pageOf } from './page-of.ts'
import { refuse } from './refusal.ts'

export const pixHandlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'pix.get': ({ world, params: { e2eid = '' } }) => ({ body: world.pixes.get(e2eid) ?? refuse('PixNaoEncontrado') }),
  'pix.list'({ world, query }) {
    const { inicio, fim, txid, txIdPresente, devolucaoPresente, cpf, cnpj } = query
    const hasTxid = flag(txIdPresente)
    const hasDevolucao = flag(devolucaoPresente)
    const filters = defined({ txid, txIdPresente: hasTxid, devolucaoPresente: hasDevolucao, cpf, cnpj })
    const isAsked = (pix: Pix): boolean => {
      const pagador = world.pagadores.get(pix.endToEndId)
      return (
        (txid === undefined || pix.txid === txid) &&
        (hasTxid === undefined || (pix.txid !== undefined) === hasTxid) &&
        (hasDevolucao === undefined || (pix.devolucoes ?? []).length > 0 === hasDevolucao) &&
        (cpf === undefined || pagador?.cpf === cpf) &&
        (cnpj === undefined || pagador?.cnpj === cnpj)
      )
    }
    const isFiltered = Object.keys(filters).length > 0
    const { items, paginacao } = pageOf(world.pixes, query, isFiltered ? isAsked : undefined)
    return { body: { parametros: { inicio, fim, ...filters, paginacao }, pix: items } }
  },
  'pix.createDevolucao'({ world, params: { e2eid = '', id = '' }, body }) {
    const pix = world.pixes.get(e2eid) ?? refuse('PixNaoEncontrado')
    const asked = { id, ...(body as DevolucaoSolicitada) }
    const violacoes = devolucaoViolacoes(world, pix, asked)
    if (violacoes.length > 0) refuse('PixDevolucaoInvalida', { violacoes })
    return { body: addDevolucao(world, pix, asked) }
  },
  'pix.getDevolucao': ({ world, params: { e2eid = '', id = '' } }) => ({
    body: world.pixes.get(e2eid)?.devolucoes?.find((found) => found.id === id) ?? refuse('PixDevolucaoNaoEncontrada'),
  }),
}

function flag(text: string | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true'
}
