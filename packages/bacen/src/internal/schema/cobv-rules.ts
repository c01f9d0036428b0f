/**
 * Rules between the members of a charge with a due date.
 *
 * @see API Pix 2.9.0, info, tag CobV, CobVOperacaoInvalida; CobVValor.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { isDate } from '@pixkit/core/dates'
import { isMembers, type Members } from '../members.ts'
import { type Report, type Rule } from './object.ts'
import { centavosOf } from '../valor.ts'

/** 100.00, in hundredths. */
const ALL_PERCENT = 10_000
const PERCENT_ABATIMENTO = [2]
const PERCENT_DESCONTO = [2, 5, 6]

export const someOriginal: Rule = (valor, report) => {
  if (centavosOf(valor['original']) === 0) report('zero', ['original'])
}

/** A reduction, or one discount, of the whole amount or more. */
export const lessThanAll: Rule = (valor, report) => {
  const original = centavosOf(valor['original'])
  const { abatimento, desconto } = valor
  if (isMembers(abatimento) && takesAll(abatimento, PERCENT_ABATIMENTO, abatimento['modalidade'], original)) {
    report('abatimento-too-much', ['abatimento', 'valorPerc'])
  }
  if (!isMembers(desconto)) return
  for (const [found, path] of descontos(desconto)) {
    if (takesAll(found, PERCENT_DESCONTO, desconto['modalidade'], original)) {
      report('desconto-too-much', ['desconto', ...path, 'valorPerc'])
    }
  }
}

/**
 * Whether a reduction and a discount until a day leave nothing together. The norm compares each by itself; what is left would be nothing to pay.
 */
export function leavesNothing({ original, abatimento, desconto }: Members): boolean {
  const whole = centavosOf(original)
  if (whole === undefined || !isMembers(abatimento) || !isMembers(desconto)) return false
  const off = ({ valorPerc }: Members, modalidade: unknown): number =>
    (centavosOf(valorPerc) ?? 0) * (modalidade === 1 ? ALL_PERCENT : modalidade === 2 ? whole : 0)
  const first = off(abatimento, abatimento['modalidade'])
  return descontosPorData(desconto).some(([found]) => first + off(found, desconto['modalidade']) >= whole * ALL_PERCENT)
}

function takesAll(
  { valorPerc }: Members,
  percentages: readonly number[],
  modalidade: unknown,
  original: number | undefined,
): boolean {
  const amount = centavosOf(valorPerc)
  if (amount === undefined || typeof modalidade !== 'number') return false
  const all = percentages.includes(modalidade) ? ALL_PERCENT : original
  return all !== undefined && amount >= all
}

function descontos(desconto: Members): (readonly [Members, Path])[] {
  return [[desconto, []] as const, ...descontosPorData(desconto)]
}

function descontosPorData({ descontoDataFixa }: Members): (readonly [Members, Path])[] {
  if (!Array.isArray(descontoDataFixa)) return []
  return descontoDataFixa
    .slice(0, 3)
    .flatMap((item: unknown, index) => (isMembers(item) ? [[item, ['descontoDataFixa', index]] as const] : []))
}

/** Modalities 1 and 2 have dates, 3 to 6 a value for each day; dates are different from each other. */
export const descontoMembers: Rule = (desconto, report) => {
  const { modalidade } = desconto
  if (typeof modalidade !== 'number' || modalidade < 1 || modalidade > 6) return
  const [wanted, other] = modalidade <= 2 ? ['descontoDataFixa', 'valorPerc'] : ['valorPerc', 'descontoDataFixa']
  if (desconto[wanted as string] === undefined) report('missing', [wanted as string])
  if (desconto[other as string] !== undefined) report('desconto-members', [other as string])
  reportTwice(desconto, report)
}

/** The norm says that entries are different; two discounts until one day would mean nothing, either (choice of pixkit). */
function reportTwice(desconto: Members, report: Report): void {
  const seen = new Set<unknown>()
  for (const [{ data }, path] of descontosPorData(desconto)) {
    if (typeof data !== 'string') continue
    if (seen.has(data)) report('desconto-date-twice', [...path, 'data'])
    seen.add(data)
  }
}

/** @see API Pix 2.9.0, CobVValor.desconto.descontoDataFixa.data: not later than the due date. */
export const descontoBeforeDue: Rule = ({ calendario, valor }, report) => {
  if (!isMembers(calendario) || !isMembers(valor) || !isMembers(valor['desconto'])) return
  const { dataDeVencimento } = calendario
  if (typeof dataDeVencimento !== 'string' || !isDate(dataDeVencimento)) return
  for (const [{ data }, path] of descontosPorData(valor['desconto'])) {
    if (typeof data === 'string' && isDate(data) && data > dataDeVencimento) {
      report('desconto-after-due', ['valor', 'desconto', ...path, 'data'])
    }
  }
}
