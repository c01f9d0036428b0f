/**
 * When a charge of a recurrence is settled, and what must be done before.
 *
 * @module
 */
import { addDays } from '@pixkit/core/dates'
import { firstDiaUtil, type IsDiaUtil } from '@pixkit/core/dias-uteis'
import { isDiaUtil as isDiaUtilNacional } from '@pixkit/core/feriados'
import { assertDate } from './internal/assert-date.ts'
import { bacenFailure } from './internal/failure.ts'
import type { CobRSolicitada } from './internal/types/cobr.ts'

/** What is looked at of a charge: a request or an answer. */
export interface CobRParaAgendamento extends Pick<CobRSolicitada, 'calendario'> {
  /** True when absent, as API Pix has it. */
  readonly ajusteDiaUtil?: boolean | undefined
}

export interface AgendamentoOptions {
  /** Of the payer's municipality, `withFeriadosLocais` of `@pixkit/core/feriados`; the holidays of the whole country by default. */
  readonly isDiaUtil?: IsDiaUtil | undefined
}

export interface Agendamento {
  /** Day on which the payer's bank settles, from 0:00 to 8:00 and once more from 18:00 to 21:00. */
  readonly dataDeLiquidacao: string
  /** Days on which the receiver's bank may tell the payer's: a charge made after `ate` comes too late. */
  readonly instrucao: { readonly desde: string; readonly ate: string }
  /** `cobr.update` may cancel it until this instant, of RFC 3339. */
  readonly cancelavelAte: string
}

const INSTRUCAO_DIAS = { desde: 10, ate: 2 } as const

/**
 * Reckons when a charge of a recurrence is settled.
 *
 * @param cobr - The body of `cobr.create`, or what the bank answered.
 * @returns Days in America/Sao_Paulo, and an instant at the offset that it has had since 2019, when summer time was abolished.
 * @throws {PixkitError} `BACEN_CALCULO` (`date`): a due date that is no day; (`dia-util`): no business day within two months.
 *
 * @example
 * ```ts
 * import { agendamentoOf } from '@pixkit/bacen/agendamento'
 *
 * // A holiday, and a Friday.
 * const cobr = { calendario: { dataDeVencimento: '2026-11-20' }, ajusteDiaUtil: true }
 * const { dataDeLiquidacao, instrucao, cancelavelAte } = agendamentoOf(cobr)
 * dataDeLiquidacao // '2026-11-23'
 * instrucao // { desde: '2026-11-13', ate: '2026-11-21' }
 * cancelavelAte // '2026-11-22T22:00:00-03:00'
 * ```
 *
 * @see API Pix 2.9.0, CobRBase.ajusteDiaUtil; CobROperacaoInvalida, violation of `PATCH /cobr/{txid}`. Guia Técnico de Integrações
 *   API Pix Sicredi, annex III, "Agendamentos de cobranças recorrentes": instructions two to ten calendar days before, cancelling
 *   until 22:00 of the day before; "Liquidação". That both are counted from the day to which `ajusteDiaUtil` moves settlement is
 *   how pixkit reads "data prevista para a liquidação".
 */
export function agendamentoOf(cobr: CobRParaAgendamento, options: AgendamentoOptions = {}): Agendamento {
  const { isDiaUtil = isDiaUtilNacional } = options
  const { calendario, ajusteDiaUtil = true } = cobr
  const { dataDeVencimento } = calendario
  assertDate(dataDeVencimento, 'calendario', 'dataDeVencimento')
  const dataDeLiquidacao = ajusteDiaUtil ? firstDiaUtil(dataDeVencimento, isDiaUtil) : dataDeVencimento
  if (dataDeLiquidacao === undefined) throw bacenFailure('BACEN_CALCULO', { reason: 'dia-util', path: ['isDiaUtil'] })
  return {
    dataDeLiquidacao,
    instrucao: {
      desde: addDays(dataDeLiquidacao, -INSTRUCAO_DIAS.desde),
      ate: addDays(dataDeLiquidacao, -INSTRUCAO_DIAS.ate),
    },
    cancelavelAte: `${addDays(dataDeLiquidacao, -1)}T22:00:00-03:00`,
  }
}
