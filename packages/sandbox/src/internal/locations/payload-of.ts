/**
 * What locations show of charges and recurrences.
 *
 * @module
 */
import { valorFinal } from '@pixkit/bacen/valor-final'
import type { CobCompleta, CobVCompleta, Pessoa, RecCompleta } from '@pixkit/bacen/types'
import type { CobPayload, CobVPayload, RecPayload } from '@pixkit/payload'
import { partsOf } from '../charges/cobv-kind.ts'
import type { Account } from '../../options.ts'

/** @see API Pix 2.9.0, CobPayload. */
export function cobPayloadOf(cob: CobCompleta, apresentacao: string): CobPayload {
  const { calendario, chave, devedor, infoAdicionais, revisao, solicitacaoPagador, status, txid, valor } = cob
  return {
    revisao,
    calendario: { criacao: calendario.criacao, apresentacao, expiracao: calendario.expiracao },
    ...(devedor === undefined ? {} : { devedor: pessoa(devedor) }),
    valor: valor as CobPayload['valor'],
    chave,
    txid,
    solicitacaoPagador,
    infoAdicionais,
    status: status as CobPayload['status'],
  }
}

/**
 * @param day - Of payment, `YYYY-MM-DD`.
 * @throws {PixkitError} `BACEN_CALCULO`, as `valorFinal`.
 * @see API Pix 2.9.0, CobVPayload.
 */
export function cobvPayloadOf(cobv: CobVCompleta, apresentacao: string, day: string): CobVPayload {
  const { chave, devedor, infoAdicionais, recebedor, revisao, solicitacaoPagador, status, txid } = cobv
  const { criacao, dataDeVencimento, validadeAposVencimento } = cobv.calendario
  const reckoned = valorFinal(cobv, day)
  return {
    revisao,
    calendario: { criacao, apresentacao, dataDeVencimento, validadeAposVencimento },
    devedor: pessoa(devedor),
    recebedor,
    valor: { original: reckoned.original, ...Object.fromEntries(partsOf(reckoned)), final: reckoned.final },
    chave,
    txid,
    solicitacaoPagador,
    infoAdicionais,
    status: status as CobVPayload['status'],
  }
}

/** @see API Pix 2.9.0, RecPayload (without what it requires and declares nowhere). */
export function recPayloadOf(rec: RecCompleta, { ispb }: Account): RecPayload {
  const { atualizacao, calendario, idRec, politicaRetentativa = 'NAO_PERMITE', recebedor, valor, vinculo } = rec
  return {
    idRec,
    vinculo: { ...vinculo, devedor: pessoa(vinculo.devedor) },
    calendario: calendario as RecPayload['calendario'],
    ...(valor === undefined ? {} : { valor }),
    recebedor: { cnpj: recebedor.cnpj, nome: recebedor.nome, ispbParticipante: ispb },
    politicaRetentativa: politicaRetentativa as RecPayload['politicaRetentativa'],
    // Answers of API Pix call it `nome`, payloads `status`.
    atualizacao: atualizacao.map(({ data, nome, status = nome }) => ({
      status: status as RecPayload['atualizacao'][number]['status'],
      data,
    })),
  }
}

/** The address of a payer is nobody's business who holds the code. */
function pessoa({ cnpj, cpf, nome }: Pessoa): Pessoa {
  return cpf === undefined ? { cnpj, nome } : { cpf, nome }
}
