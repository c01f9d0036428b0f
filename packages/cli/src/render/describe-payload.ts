/**
 * What a verified payload asks for, in words.
 *
 * @module
 */
import { centavosFromValor } from '@pixkit/core/valor'
import type { CobPayload, CobVPayload, Pessoa, RecPayload, VerifiedPayload } from '@pixkit/payload'
import { isPayable } from '@pixkit/payload/is-payable'
import { fill } from '../internal/fill.ts'
import type { Language } from '../language.ts'
import { formatAmount } from './format-amount.ts'
import { formatMoment } from './format-moment.ts'
import { layRows, type Row } from './rows.ts'
import type { Screen } from './screen.ts'

/** Kind and fields, one per line. */
export function describePayload(verified: VerifiedPayload, now: number, screen: Screen): string[] {
  const { texts } = screen.language
  const [title, rows] = contentOf(verified, now, screen.language)
  return [screen.style('bold', texts[title]), ...layRows(rows, 'dim', screen)]
}

type Title = 'verifyCob' | 'verifyCobv' | 'verifyRec'

function contentOf(verified: VerifiedPayload, now: number, language: Language): readonly [Title, readonly Row[]] {
  if (verified.kind === 'rec') return ['verifyRec', recRows(verified.payload, language)]
  const { until } = isPayable(verified, { now })
  return verified.kind === 'cob'
    ? ['verifyCob', cobRows(verified.payload, until, language)]
    : ['verifyCobv', cobvRows(verified.payload, until, language)]
}

function cobRows(payload: CobPayload, until: string | undefined, language: Language): Row[] {
  const { texts } = language
  const { calendario, devedor, valor } = payload
  const { saque, troco } = valor.retirada ?? {}
  const withdrawn = saque ?? troco
  const total = withdrawn === undefined ? valor.original : sum(valor.original, withdrawn.valor)
  return [
    [texts.amount, changeable(total, valor.modalidadeAlteracao, language)],
    [texts.amountPurchase, troco && formatAmount(valor.original, language)],
    [texts.amountWithdrawal, withdrawn && changeable(withdrawn.valor, withdrawn.modalidadeAlteracao, language)],
    [texts.debtor, devedor && personText(devedor)],
    [texts.createdOn, formatMoment(calendario.criacao)],
    [texts.expiresAfter, until && formatMoment(until)],
    ...chargeRows(payload, language),
  ]
}

function cobvRows(payload: CobVPayload, until: string | undefined, language: Language): Row[] {
  const { texts } = language
  const { calendario, devedor, recebedor, valor } = payload
  const amount = (value: string | undefined): string | undefined => value && formatAmount(value, language)
  return [
    [texts.amount, amount(valor.final)],
    [texts.amountDocumento, amount(valor.original)],
    [texts.amountAbatimento, amount(valor.abatimento)],
    [texts.amountDesconto, amount(valor.desconto)],
    [texts.amountJuros, amount(valor.juros)],
    [texts.amountMulta, amount(valor.multa)],
    [texts.dueDate, calendario.dataDeVencimento],
    [texts.expiresAfter, until],
    [texts.receiver, personText(recebedor)],
    [texts.debtor, personText(devedor)],
    ...chargeRows(payload, language),
  ]
}

function chargeRows(payload: CobPayload | CobVPayload, { texts }: Language): Row[] {
  const { chave, infoAdicionais = [], revisao, solicitacaoPagador, status, txid } = payload
  return [
    [texts.chavePix, chave],
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
  const filled = (text: string, value: string | undefined): string | undefined =>
    value && fill(text, { amount: formatAmount(value, language) })
  return [
    [texts.receiver, personText(recebedor)],
    [texts.contract, vinculo.contrato],
    [texts.object, vinculo.objeto],
    [texts.debtor, personText(vinculo.devedor)],
    [texts.amount, filled(texts.amountFixed, valorRec) ?? filled(texts.amountMinimum, valorMinimoRecebedor)],
    [texts.period, calendario.periodicidade],
    [texts.firstDay, calendario.dataInicial],
    [texts.lastDay, calendario.dataFinal],
    [texts.idRec, idRec],
  ]
}

function changeable(value: string, modalidade: 0 | 1 | undefined, language: Language): string {
  const amount = formatAmount(value, language)
  return modalidade === 1 ? fill(language.texts.amountChangeable, { amount }) : amount
}

/** Of two amounts that are as large as they may be, the sum is larger. */
function sum(one: string, other: string): string {
  const centavos = String(centavosFromValor(one) + centavosFromValor(other)).padStart(3, '0')
  return `${centavos.slice(0, -2)}.${centavos.slice(-2)}`
}

function personText({ cnpj, cpf, nome }: Pessoa): string {
  return cpf === undefined ? `${nome} (CNPJ ${cnpj})` : `${nome} (CPF ${cpf})`
}
