/**
 * What a verified payload asks for, in words.
 *
 * @module
 */
import type { CobPayload, CobVPayload, Pessoa, RecPayload, VerifiedPayload } from '@pixkit/payload'
import { fill } from '../internal/fill.ts'
import type { Language } from '../language.ts'
import { formatAmount } from './format-amount.ts'
import { layRows, type Row } from './rows.ts'
import type { Screen } from './screen.ts'

const MS_PER_SECOND = 1_000

/** Kind and fields, one per line. */
export function describePayload(verified: VerifiedPayload, screen: Screen): string[] {
  const { texts } = screen.language
  const [title, rows] = contentOf(verified, screen.language)
  return [screen.style('bold', texts[title]), ...layRows(rows, 'dim', screen)]
}

function contentOf(
  verified: VerifiedPayload,
  language: Language,
): readonly ['verifyCob' | 'verifyCobv' | 'verifyRec', readonly Row[]] {
  if (verified.kind === 'cob') return ['verifyCob', cobRows(verified.payload, language)]
  if (verified.kind === 'cobv') return ['verifyCobv', cobvRows(verified.payload, language)]
  return ['verifyRec', recRows(verified.payload, language)]
}

function cobRows(payload: CobPayload, language: Language): Row[] {
  const { texts } = language
  const { calendario, devedor, valor } = payload
  const amount = formatAmount(valor.original, language)
  const { saque, troco } = valor.retirada ?? {}
  const withdrawn = saque ?? troco
  return [
    [texts.amount, valor.modalidadeAlteracao === 1 ? fill(texts.amountChangeable, { amount }) : amount],
    [texts.amountWithdrawal, withdrawn && formatAmount(withdrawn.valor, language)],
    [texts.debtor, devedor && personText(devedor)],
    [texts.createdOn, calendario.criacao],
    [texts.expiresAfter, expiryText(calendario)],
    ...chargeRows(payload, language),
  ]
}

function cobvRows(payload: CobVPayload, language: Language): Row[] {
  const { texts } = language
  const { calendario, devedor, recebedor, valor } = payload
  return [
    [texts.amount, formatAmount(valor.final, language)],
    [texts.amountDocumento, valor.original && formatAmount(valor.original, language)],
    [texts.dueDate, calendario.dataDeVencimento],
    [texts.receiver, personText(recebedor)],
    [texts.debtor, personText(devedor)],
    ...chargeRows(payload, language),
  ]
}

function chargeRows(payload: CobPayload | CobVPayload, { texts }: Language): Row[] {
  const { chave, infoAdicionais = [], revisao, solicitacaoPagador, status, txid } = payload
  return [
    [texts.chave, chave],
    [texts.txid, txid],
    [texts.message, solicitacaoPagador],
    // Under a label of ours: a name such as "Valor" would pass for one.
    ...infoAdicionais.map(({ nome, valor }): Row => [texts.additional, `${nome}: ${valor}`]),
    [texts.status, status],
    [texts.revision, String(revisao)],
  ]
}

function recRows({ calendario, idRec, recebedor, valor, vinculo }: RecPayload, language: Language): Row[] {
  const { texts } = language
  const { valorMinimoRecebedor, valorRec } = valor ?? {}
  return [
    [texts.receiver, personText(recebedor)],
    [texts.contract, vinculo.contrato],
    [texts.object, vinculo.objeto],
    [texts.debtor, personText(vinculo.devedor)],
    [texts.amount, valorRec && fill(texts.amountFixed, { amount: formatAmount(valorRec, language) })],
    [
      texts.amount,
      valorMinimoRecebedor && fill(texts.amountMinimum, { amount: formatAmount(valorMinimoRecebedor, language) }),
    ],
    [texts.period, calendario.periodicidade],
    [texts.firstDay, calendario.dataInicial],
    [texts.lastDay, calendario.dataFinal],
    [texts.idRec, idRec],
  ]
}

function personText({ cnpj, cpf, nome }: Pessoa): string {
  return cpf === undefined ? `${nome} (CNPJ ${cnpj})` : `${nome} (CPF ${cpf})`
}

function expiryText({ criacao, expiracao }: CobPayload['calendario']): string | undefined {
  return expiracao === undefined ? undefined : new Date(Date.parse(criacao) + expiracao * MS_PER_SECOND).toISOString()
}
