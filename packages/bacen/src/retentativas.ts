/**
 * Days on which a charge of a recurrence may be tried again.
 *
 * @module
 */
import { addDays } from '@pixkit/core/dates'
import type { IsDiaUtil } from '@pixkit/core/dias-uteis'
import { parseIdRec } from '@pixkit/core/id-rec'
import { agendamentoOf, type CobRParaAgendamento } from './agendamento.ts'
import { type CalendarioDeCiclos, cicloOf } from './ciclos.ts'
import { assertDate } from './internal/assert-date.ts'
import type { CobRCompleta } from './internal/types/cobr.ts'

/** What is looked at of a charge: an answer of `cobr.get` has it all. */
export type CobRParaRetentativa = CobRParaAgendamento &
  Pick<CobRCompleta, 'idRec' | 'status' | 'calendario' | 'politicaRetentativa' | 'tentativas'>

export interface RetentativaOptions {
  /** The day in America/Sao_Paulo: `dayInSaoPaulo(Date.now())` of `@pixkit/core/dates`. */
  readonly today: string
  /** Of the recurrence: the days end before its next cycle, and sooner where cycles are weeks. */
  readonly calendario?: CalendarioDeCiclos | undefined
  /** Of the payer's municipality, for a charge that no try is on record of; the holidays of the whole country by default. */
  readonly isDiaUtil?: IsDiaUtil | undefined
}

/** Why there is no day: */
export type MotivoSemRetentativa =
  /** The recurrence allows no new tries (`NAO_PERMITE`), or has a policy that nobody knows yet. */
  | 'politica'
  /** The charge is not `ATIVA`: paid, over, or not scheduled yet. */
  | 'status'
  /** A try is under way (`SOLICITADA` or `AGENDADA`), or has been paid. */
  | 'tentativa-aberta'
  /** The first try has not failed yet: until its day is over, the bank of the payer tries by itself. */
  | 'aguardando'
  /** Three tries were made. */
  | 'esgotada'
  /** The days are over. */
  | 'prazo'

export interface Retentativas {
  /** Days that `cobr.retry` may be called with today, in order; each can be used once. */
  readonly dias: readonly string[]
  /** Tries that are left: no more than this many of `dias`. */
  readonly restantes: number
  /** Absent when there are days. */
  readonly motivo?: MotivoSemRetentativa | undefined
}

const MAX_RETENTATIVAS = 3
const PRAZO_DIAS = 7
const PRAZO_SEMANAL_DIAS = 5
const LAST_DAY = '9999-12-31'

/**
 * Tells on which days `cobr.retry` may try a charge again: up to three times, on different days, within seven days after the one
 * of its first settlement.
 *
 * The bank decides; this saves calls that are sure to be refused. A day must be asked for on the day before at the latest. Tries
 * count whatever became of them, and the seven days run from the day on which settlement was due, which `ajusteDiaUtil` may have
 * moved: some banks count from the due date as written. Both are choices of pixkit where the norm is silent.
 *
 * @param cobr - As `cobr.get` answers it.
 * @throws {PixkitError} `BACEN_CALCULO` (`date`, `periodicidade`, `dia-util`): what is no day or no periodicity, also where a bank
 *   wrote it; an `isDiaUtil` that names no business day for two months.
 *   `ID_FORMAT`: no `politicaRetentativa`, and an idRec that tells none either.
 *
 * @example
 * ```ts
 * import { diasDeRetentativa } from '@pixkit/bacen/retentativas'
 *
 * const cobr = {
 *   idRec: 'RR1234567820260115abcdefghijk',
 *   status: 'ATIVA',
 *   calendario: { criacao: '2026-11-10', dataDeVencimento: '2026-11-20' },
 *   politicaRetentativa: 'PERMITE_3R_7D',
 *   tentativas: [
 *     { dataLiquidacao: '2026-11-20', tipo: 'AGND', status: 'EXPIRADA', endToEndId: 'E12345678202611200300abcdef12345' },
 *   ],
 * }
 * diasDeRetentativa(cobr, { today: '2026-11-24' }).dias // ['2026-11-25', '2026-11-26', '2026-11-27']
 * ```
 *
 * @see API Pix 2.9.0, CobROperacaoInvalida (`POST /cobr/{txid}/retentativa/{data}`: the policy, a day in the future, no other try
 *   under way) and RecConfiguracao (`PERMITE_3R_7D`). Guia Técnico de Integrações API Pix Sicredi, annex III, "Liquidação". Open
 *   Finance Brasil, "Tentativas Intradia e Extradia para Pix automático" 2.0.0: three tries on different days within seven calendar
 *   days (five where cycles are weeks) after the original settlement, asked for on the eve. Asaas, "Processo de retentativas": before
 *   the next cycle.
 */
export function diasDeRetentativa(cobr: CobRParaRetentativa, options: RetentativaOptions): Retentativas {
  const { today, calendario, isDiaUtil } = options
  assertDate(today, 'today')
  const tentativas = cobr.tentativas ?? []
  const restantes = Math.max(0, MAX_RETENTATIVAS - tentativas.filter(({ tipo }) => tipo === 'NTAG').length)
  const none = (motivo: MotivoSemRetentativa): Retentativas => ({ dias: [], restantes, motivo })

  if (politicaOf(cobr) !== 'PERMITE_3R_7D') return { dias: [], restantes: 0, motivo: 'politica' }
  if (cobr.status !== 'ATIVA') return none('status')
  if (tentativas.some(({ status }) => ABERTAS.has(status))) return none('tentativa-aberta')
  if (restantes === 0) return none('esgotada')

  const liquidacao = primeiraLiquidacao(cobr, isDiaUtil)
  // Without a try on record the day itself may still bring one.
  if (today < liquidacao || (today === liquidacao && tentativas.length === 0)) return none('aguardando')
  const dias = diasEntre(today, addDays(liquidacao, prazoOf(calendario)), fimDoCiclo(cobr, calendario))
  const used = new Set(tentativas.map(({ dataLiquidacao }) => dataLiquidacao))
  const free = dias.filter((dia) => !used.has(dia))
  return free.length === 0 ? none('prazo') : { dias: free, restantes }
}

const ABERTAS: ReadonlySet<string> = /* @__PURE__ */ new Set(['SOLICITADA', 'AGENDADA', 'PAGA'])

/** What the charge says, else what its idRec does: its second letter is the policy. */
function politicaOf({ politicaRetentativa, idRec }: CobRParaRetentativa): string | undefined {
  if (politicaRetentativa !== undefined) return politicaRetentativa
  return parseIdRec(idRec).politicaRetentativa
}

/** The day of the earliest try, as the bank tells it; the one that the charge is scheduled for when it tells none. */
function primeiraLiquidacao(cobr: CobRParaRetentativa, isDiaUtil: IsDiaUtil | undefined): string {
  const dias = (cobr.tentativas ?? []).filter(({ tipo }) => tipo !== 'NTAG').map(({ dataLiquidacao }) => dataLiquidacao)
  if (dias.length === 0) return agendamentoOf(cobr, { isDiaUtil }).dataDeLiquidacao
  const first = dias.reduce((a, b) => (b < a ? b : a))
  assertDate(first, 'tentativas', 'dataLiquidacao')
  return first
}

function prazoOf(calendario: CalendarioDeCiclos | undefined): number {
  return calendario?.periodicidade === 'SEMANAL' ? PRAZO_SEMANAL_DIAS : PRAZO_DIAS
}

/** Last day of the cycle of the due date; the last of all where it is in none. */
function fimDoCiclo({ calendario }: CobRParaRetentativa, ciclos: CalendarioDeCiclos | undefined): string {
  const ciclo = ciclos && cicloOf({ ...ciclos, dataFinal: undefined }, calendario.dataDeVencimento)
  return ciclo?.fim ?? LAST_DAY
}

/** From the day after `today` to the first of two days. */
function diasEntre(today: string, prazo: string, fim: string): string[] {
  const dias: string[] = []
  for (let days = 1; days <= PRAZO_DIAS; days += 1) {
    const dia = addDays(today, days)
    if (dia <= prazo && dia <= fim) dias.push(dia)
  }
  return dias
}
