/**
 * The parts of what a charge with a due date costs: reduction, discount, fine and interest.
 *
 * @module
 */
import { dayOfDate } from '@pixkit/core/dates'
import { countDiasUteis, firstDiaUtil, type IsDiaUtil } from '@pixkit/core/dias-uteis'
import type { Path } from '@pixkit/core/issue'
import { assertDate } from './assert-date.ts'
import { hundredths, type Rounding, rounded } from './centavos.ts'
import { bacenFailure } from './failure.ts'
import type { DescontoDataFixa, DescontoGerado, ModalidadeValorPerc } from './types/cobv.ts'

/** Centavos and days of one reckoning. */
export interface Calculo {
  readonly date: string
  readonly vencimento: string
  readonly original: bigint
  readonly isDiaUtil: IsDiaUtil
  readonly rounding: Rounding
  readonly daysOfYear: number
}

/** Hundredths of a percent in the whole. */
const WHOLE = 10_000n

/** Charges are handed in as banks answered them, and some banks write null for what is absent. */
export function present<Value>(value: Value): NonNullable<Value> | undefined {
  return value ?? undefined
}

/** An amount, or a percentage, whenever it is paid. */
export function flat(
  rule: ModalidadeValorPerc | undefined,
  name: 'abatimento' | 'multa',
  base: bigint,
  rounding: Rounding,
): bigint {
  if (rule === undefined) return 0n
  const modalidade = modalidadeOf(rule, 2, name)
  const valorPerc = hundredths(rule.valorPerc, ['valor', name, 'valorPerc'])
  return modalidade === 1 ? valorPerc : rounded(base * valorPerc, WHOLE, rounding)
}

export function descontoOf(
  desconto: DescontoGerado | undefined,
  { date, vencimento, original, isDiaUtil, rounding }: Calculo,
): bigint {
  if (desconto === undefined) return 0n
  const modalidade = modalidadeOf(desconto, 6, 'desconto')
  const valorPerc = present(desconto.valorPerc)
  if (modalidade <= 2) {
    const tier = tierOn(date, desconto.descontoDataFixa, isDiaUtil)
    return modalidade === 1 ? tier : rounded(original * tier, WHOLE, rounding)
  }
  if (valorPerc === undefined) {
    throw bacenFailure('BACEN_CALCULO', { reason: 'desconto', path: ['valor', 'desconto', 'valorPerc'] })
  }
  const perDay = hundredths(valorPerc, ['valor', 'desconto', 'valorPerc'])
  // 3 and 5 count calendar days.
  const days = modalidade % 2 === 1 ? countDias(date, vencimento) : countDiasUteis(date, vencimento, isDiaUtil)
  return modalidade <= 4 ? perDay * BigInt(days) : rounded(original * perDay * BigInt(days), WHOLE, rounding)
}

/**
 * What the first limit that has not passed gives; a limit that is no business day moves to the next one.
 *
 * @see Manual de Padrões para Iniciação do Pix, section 2.7.1.2, as the issues 390 and 412 of bacen/pix-api quote and read it. Of two
 *   limits that move to one day the earlier counts: a choice of pixkit.
 */
function tierOn(date: string, tiers: readonly DescontoDataFixa[] | undefined, isDiaUtil: IsDiaUtil): bigint {
  const path: Path = ['valor', 'desconto', 'descontoDataFixa']
  if (!Array.isArray(tiers) || tiers.length === 0) throw bacenFailure('BACEN_CALCULO', { reason: 'desconto', path })
  const read = (tiers as readonly (DescontoDataFixa | null)[]).map((tier, index) => {
    const data = tier?.data
    assertDate(data, ...path, index, 'data')
    return { data, valorPerc: hundredths(tier?.valorPerc, [...path, index, 'valorPerc']) }
  })
  const tier = read
    .sort((one, other) => (one.data < other.data ? -1 : 1))
    .find(({ data }) => date <= (firstDiaUtil(data, isDiaUtil) ?? data))
  return tier?.valorPerc ?? 0n
}

/**
 * Simple interest since the due date.
 *
 * @see Manual de Padrões para Iniciação do Pix, equation 11, as the issue 607 of bacen/pix-api quotes it: (original − abatimento) ×
 *   rate ÷ n × days, with n of 30 for a month of calendar days; n of 1, 21 or 252 for business days: issue 205 of bacen/pix-api.
 */
export function jurosOf(juros: ModalidadeValorPerc | undefined, base: bigint, calculo: Calculo): bigint {
  if (juros === undefined) return 0n
  const { date, vencimento, isDiaUtil, rounding, daysOfYear } = calculo
  const modalidade = modalidadeOf(juros, 8, 'juros')
  const valorPerc = hundredths(juros.valorPerc, ['valor', 'juros', 'valorPerc'])
  const uteis = modalidade > 4
  const days = BigInt(uteis ? countDiasUteis(vencimento, date, isDiaUtil) : countDias(vencimento, date))
  const periods = uteis ? [1, 21, 252] : [1, 30, daysOfYear]
  const period = periods[((modalidade - 1) % 4) - 1]
  if (period === undefined) return valorPerc * days
  return rounded(base * valorPerc * days, WHOLE * BigInt(period), rounding)
}

/** Some banks write the number as a text, as examples of API Pix do. */
function modalidadeOf(rule: { readonly modalidade: number | string }, max: number, name: string): number {
  const modalidade = typeof rule.modalidade === 'string' ? Number(rule.modalidade) : rule.modalidade
  if (Number.isInteger(modalidade) && modalidade >= 1 && modalidade <= max) return modalidade
  throw bacenFailure('BACEN_CALCULO', { reason: 'modalidade', path: ['valor', name, 'modalidade'], params: { max } })
}

/** Calendar days after a day, up to another; none when that is not later. */
function countDias(after: string, until: string): number {
  return Math.max(0, dayOfDate(until) - dayOfDate(after))
}
