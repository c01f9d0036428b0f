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
import { allOf, flag, pageOf } from './list-answer.ts'
import { refuse } from './refusal.ts'

export const pixHandlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'pix.get': ({ world, params: { e2eid = '' } }) => ({ body: world.pixes.get(e2eid) ?? refuse('PixNaoEncontrado') }),
  'pix.list'({ world, query }) {
    const { txid, txIdPresente, devolucaoPresente, cpf, cnpj } = query
    const hasTxid = flag(txIdPresente)
    const hasDevolucao = flag(devolucaoPresente)
    const pagadorOf = ({ endToEndId }: Pix) => world.pagadores.get(endToEndId)
    const where = allOf<Pix>(
      txid !== undefined && ((pix) => pix.txid === txid),
      hasTxid !== undefined && ((pix) => (pix.txid !== undefined) === hasTxid),
      hasDevolucao !== undefined && (({ devolucoes = [] }) => devolucoes.length > 0 === hasDevolucao),
      cpf !== undefined && ((pix) => pagadorOf(pix)?.cpf === cpf),
      cnpj !== undefined && ((pix) => pagadorOf(pix)?.cnpj === cnpj),
    )
    const { items, parametros } = pageOf(world.pixes, query, where)
    const filters = defined({ txid, txIdPresente: hasTxid, devolucaoPresente: hasDevolucao, cpf, cnpj })
    return { body: { parametros: { ...parametros, ...filters }, pix: items } }
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
