/**
 * Charges with a due date.
 *
 * @module
 */
import type { CobVCompleta, CobVSolicitada } from '@pixkit/bacen/types'
import type { ValorFinal } from '@pixkit/bacen/valor-final'
import { defined } from '../defined.ts'
import type { ChargeKind } from './charge-kind.ts'
import { locMembers } from './code-of.ts'

/** @see API Pix 2.9.0, CobDataDeVencimento: days when nothing is said. */
const VALIDADE = 30

/**
 * What changes the amount of a charge, with its name.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2: what changes the amount by nothing is left out.
 */
export function partsOf(reckoned: ValorFinal): readonly [name: string, valor: string][] {
  const { abatimento, desconto, juros, multa } = reckoned
  return Object.entries({ abatimento, desconto, juros, multa }).filter(([, valor]) => valor !== '0.00')
}

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
