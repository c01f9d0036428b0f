/**
 * Charges with a due date.
 *
 * @module
 */
import type { CobVCompleta, CobVSolicitada } from '@pixkit/bacen/types'
import { defined } from '../defined.ts'
import type { ChargeKind } from './charge-kind.ts'
import { locMembers } from './code-of.ts'

/** @see API Pix 2.9.0, CobDataDeVencimento: days when nothing is said. */
const VALIDADE = 30

export const cobvKind: ChargeKind<CobVSolicitada, CobVCompleta> = {
  tipoCob: 'cobv',
  create: 'cobv.create',
  problems: { notFound: 'CobVNaoEncontrada', operation: 'CobVOperacaoInvalida', query: 'CobVConsultaInvalida' },
  collection: ({ cobvs }) => cobvs,
  write(world, { request, txid, revisao, criacao, status, loc }) {
    const { calendario, devedor, valor, chave, solicitacaoPagador, infoAdicionais } = request
    const { nome, cnpj, logradouro, cidade, uf, cep } = world.account
    const { pixCopiaECola, ...location } = locMembers(world, loc)
    return defined({
      calendario: {
        criacao,
        dataDeVencimento: calendario.dataDeVencimento,
        validadeAposVencimento: calendario.validadeAposVencimento ?? VALIDADE,
      },
      txid,
      revisao,
      ...location,
      status,
      devedor,
      recebedor: { cnpj, nome, logradouro, cidade, uf, cep },
      valor,
      chave,
      solicitacaoPagador,
      infoAdicionais,
      pixCopiaECola,
    })
  },
  requestOf({ calendario, devedor, valor, chave, solicitacaoPagador, infoAdicionais }) {
    const { dataDeVencimento, validadeAposVencimento } = calendario
    return defined({
      calendario: { dataDeVencimento, validadeAposVencimento },
      devedor,
      valor,
      chave,
      solicitacaoPagador,
      infoAdicionais,
    }) as CobVSolicitada
  },
}
