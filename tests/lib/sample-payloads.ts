/** @module One payload of each kind, shown at NOW or at any other time. People in them are invented. */
import type { CobPayload, CobVPayload, RecPayload } from '../../packages/payload/src/types.ts'
import { NOW } from './forge-chain.ts'

/** An immediate charge, made half an hour ago and good for as long again. */
export function cobAt(now: number): CobPayload {
  return {
    revisao: 0,
    calendario: { criacao: instant(now - 1_800_000), apresentacao: instant(now), expiracao: 3600 },
    devedor: { cpf: '12345678909', nome: 'Francisca Ação' },
    valor: { original: '37.00' },
    chave: 'c2a8a0f4-5d8b-4b1a-9d0e-3a7d1f6f2b11',
    txid: 'padaria00000000000000000001',
    solicitacaoPagador: 'Número do pedido 🥖',
    infoAdicionais: [{ nome: 'Mesa', valor: '4' }],
    status: 'ATIVA',
  }
}

/** Noon of 15 June 2026 in UTC: the times of the others are of these days. */
export const COB: CobPayload = cobAt(NOW)

export const COBV: CobVPayload = {
  revisao: 3,
  calendario: {
    criacao: '2026-06-01T12:00:00Z',
    apresentacao: instant(NOW),
    dataDeVencimento: '2026-06-30',
    validadeAposVencimento: 30,
  },
  devedor: { cpf: '12345678909', nome: 'Francisca Ação' },
  recebedor: {
    cnpj: '12345678000195',
    nome: 'Padaria Exemplo',
    logradouro: 'Rua das Flores, 1',
    cidade: 'Recife',
    uf: 'PE',
    cep: '50000000',
  },
  valor: { original: '100.00', multa: '2.00', final: '102.00' },
  chave: '+5581912345678',
  txid: 'padaria00000000000000000002',
  status: 'ATIVA',
}

export const REC: RecPayload = {
  idRec: 'RN1234567820260615abcdefghijk',
  vinculo: { contrato: '63100862', devedor: { cpf: '12345678909', nome: 'Francisca Ação' }, objeto: 'Pães' },
  calendario: { dataInicial: '2026-07-01', periodicidade: 'MENSAL' },
  valor: { valorRec: '35.00' },
  recebedor: { cnpj: '12345678000195', nome: 'Padaria Exemplo', ispbParticipante: '12345678' },
  politicaRetentativa: 'NAO_PERMITE',
  atualizacao: [{ status: 'CRIADA', data: '2026-06-14T12:00:00Z' }],
}

export function instant(time: number): string {
  return new Date(time).toISOString()
}
