/**
 * When a charge with a due date falls due in truth, and until when it can be paid.
 *
 * @module
 */
import { type IsDiaUtil, type PrazoDePagamento, prazoDePagamento } from '@pixkit/core/dias-uteis'
import { isDiaUtil as isDiaUtilNacional } from '@pixkit/core/feriados'
import { assertDate } from './internal/assert-date.ts'
import { bacenFailure } from './internal/failure.ts'
import type { CobDataDeVencimento } from './internal/types/cobv.ts'

export type { IsDiaUtil, PrazoDePagamento } from '@pixkit/core/dias-uteis'

export interface JanelaDePagamentoOptions {
  /**
   * Whether a day, `YYYY-MM-DD`, is a business day for the payer: weekdays but national and bank holidays by default. Those of the
   * payer's town are added by `withFeriadosLocais` of `@pixkit/core/feriados`.
   */
  readonly isDiaUtil?: IsDiaUtil | undefined
}

/** When nothing is said. */
const VALIDADE_DAYS = 30

/**
 * Reckons on which days a charge with a due date can be paid: until `ultimoDia`, without fine and interest until `vencimento`.
 *
 * A due date that is no business day moves to the next one, the days of validity are counted from there, and a last day that is no
 * business day moves too.
 *
 * @param calendario - Of the charge; `validadeAposVencimento`, calendar days, is 30 when absent.
 * @throws {PixkitError} `BACEN_CALCULO`: `date` and `validade` where the calendar of the charge is wrong, `dia-util` where `isDiaUtil`
 *   names no business day for two months.
 *
 * @example
 * ```ts
 * import { janelaDePagamento } from '@pixkit/bacen/janela-de-pagamento'
 *
 * const calendario = { dataDeVencimento: '2020-12-25', validadeAposVencimento: 4 }
 * janelaDePagamento(calendario) // { vencimento: '2020-12-28', ultimoDia: '2021-01-04' }
 * ```
 *
 * @see API Pix 2.9.0, CobDataDeVencimento, examples A to G.
 */
export function janelaDePagamento(
  calendario: CobDataDeVencimento,
  { isDiaUtil = isDiaUtilNacional }: JanelaDePagamentoOptions = {},
): PrazoDePagamento {
  // Answers are handed in as banks wrote them, some with null for what is absent.
  const { dataDeVencimento, validadeAposVencimento } = (calendario ?? {}) as Partial<CobDataDeVencimento>
  const validade = validadeAposVencimento ?? VALIDADE_DAYS
  assertDate(dataDeVencimento, 'calendario', 'dataDeVencimento')
  if (!Number.isSafeInteger(validade) || validade < 0) {
    throw bacenFailure('BACEN_CALCULO', { reason: 'validade', path: ['calendario', 'validadeAposVencimento'] })
  }
  const prazo = prazoDePagamento(dataDeVencimento, validade, isDiaUtil)
  if (prazo === undefined) throw bacenFailure('BACEN_CALCULO', { reason: 'dia-util', path: ['isDiaUtil'] })
  return prazo
}
