/**
 * Whether a charge can still be paid, or a recurrence authorised, and until when.
 *
 * @module
 */
import type { IsDiaUtil } from '@pixkit/core/dias-uteis'
import { assertNow, assertTolerance, DEFAULT_TOLERANCE_S } from './internal/calendar/clock.ts'
import { isInTime, isOpen } from './internal/content/payability.ts'
import type { Payability, PayloadOfKind } from './types.ts'

export type { NotPayableReason, Payability, PayloadOfKind } from './types.ts'

export interface IsPayableOptions {
  /** Milliseconds since 1970. */
  readonly now: number
  /** Intended day of payment of a cobv, `YYYY-MM-DD`; today in America/Sao_Paulo by default. */
  readonly dpp?: string | undefined
  /**
   * Whether a day is a business day for the payer, such as `isDiaUtil` of `@pixkit/core/feriados`; without it only Saturdays and
   * Sundays are known not to be.
   */
  readonly isDiaUtil?: IsDiaUtil | undefined
  /** Seconds by which clocks may differ: 30 by default, at most 300. */
  readonly clockToleranceSeconds?: number | undefined
}

/**
 * Tells whether a charge can be paid, now or on an intended day, or a recurrence be authorised.
 *
 * The amount of a cobv is that of the day it was asked for: this says that it can be paid on another day, not for how much.
 * Without a calendar of the payer's holidays, or beyond the days that it knows, the answer is `'unknown'` on the days that they
 * decide.
 *
 * @param charge - What a verification returned, or a payload with its kind.
 * @returns Whether, the reason if not, and until when if it depends on time.
 * @throws {TypeError} An option is of the wrong type, `now` is in seconds, or `clockToleranceSeconds` is not between 0 and 300.
 *
 * @example
 * ```ts
 * import { isPayable } from '@pixkit/payload/is-payable'
 * import type { CobPayload } from '@pixkit/payload/types'
 *
 * const payload: CobPayload = {
 *   revisao: 0,
 *   calendario: { criacao: '2026-11-22T12:00:00Z', apresentacao: '2026-11-22T12:00:05Z', expiracao: 3600 },
 *   valor: { original: '37.50' },
 *   chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
 *   txid: 'fc9a4366ff3d4964b5dbc6c91a8722d3',
 *   status: 'ATIVA',
 * }
 * const answer = isPayable({ kind: 'cob', payload }, { now: Date.parse('2026-11-22T14:00:00Z') })
 * answer.payable // false
 * answer.until // '2026-11-22T13:00:00.000Z'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.7.1.1 and 2.7.1.2 (notes 44 and 45); API Pix 2.9.0,
 *   CobExpiracao and CobDataDeVencimento.
 */
export function isPayable(charge: PayloadOfKind, options: IsPayableOptions): Payability {
  assertNow(options.now)
  assertTolerance(options.clockToleranceSeconds ?? DEFAULT_TOLERANCE_S)
  const status = isOpen(charge, options)
  return status.payable === true ? isInTime(charge, options) : status
}
