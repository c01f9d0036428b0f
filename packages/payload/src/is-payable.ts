/**
 * Whether a charge can still be paid, or a recurrence authorised, and until when.
 *
 * @module
 */
import { assertNow, assertTolerance, DEFAULT_TOLERANCE_S, latestNow } from './internal/calendar/clock.ts'
import { dayInSaoPaulo, instantMs, isDate } from './internal/calendar/dates.ts'
import { paymentWindow } from './internal/calendar/payment-window.ts'
import type { CobPayload, CobStatus, CobVPayload, Payloads, RecPayload, RecStatus } from './types.ts'

/** A payload with its kind; what a verification returns is one. */
export type PayloadOfKind = {
  readonly [K in keyof Payloads]: { readonly kind: K; readonly payload: Payloads[K] }
}[keyof Payloads]

export interface IsPayableOptions {
  /** Milliseconds since 1970. */
  readonly now: number
  /** Intended day of payment of a cobv, `YYYY-MM-DD`; today in America/Sao_Paulo by default. */
  readonly dpp?: string | undefined
  /** Whether a day is a business day for the payer; without it only Saturdays and Sundays are known not to be. */
  readonly isBusinessDay?: ((date: string) => boolean) | undefined
  /** Seconds by which clocks may differ: 30 by default, at most 300. */
  readonly clockToleranceSeconds?: number | undefined
}

/** Why a charge cannot be paid, or a recurrence not be authorised. */
export type NotPayableReason =
  /** A charge that is CONCLUIDA. */
  | 'paid'
  /** A charge that was withdrawn by its receiver or its PSP. */
  | 'removed'
  /** A cob past `criacao` and `expiracao`. */
  | 'expired'
  /** A cobv past its last day. */
  | 'overdue'
  /** A day of payment before today. */
  | 'dpp-past'
  /** A day of payment that is none. */
  | 'dpp-format'
  /** A recurrence that is authorised already. */
  | 'approved'
  | 'rejected'
  | 'cancelled'
  /** A recurrence that nobody authorised in time. */
  | 'authorisation-expired'

/** Answer of {@link isPayable}. `until` is the last instant (RFC 3339) of a cob, the last day (`YYYY-MM-DD`) of a cobv. */
export type Payability =
  | { readonly payable: true; readonly until?: string | undefined }
  | { readonly payable: false; readonly reason: NotPayableReason; readonly until?: string | undefined }
  /** Payable until the day `until`, and some days longer if the payer had holidays, which nobody told. */
  | { readonly payable: 'unknown'; readonly reason: 'holidays'; readonly until: string }

const DEFAULT_EXPIRACAO_S = 86_400
const DEFAULT_VALIDADE_DAYS = 30

/**
 * Tells whether a charge can be paid, now or on an intended day, or a recurrence be authorised.
 *
 * The amount of a cobv is that of the day it was asked for: this says that it can be paid on another day, not for how much. Without a
 * calendar of the payer's holidays, or beyond the days that it knows, the answer is `'unknown'` on the days that they decide.
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

/** Only the state: a charge that is ATIVA, a recurrence whose latest entry is CRIADA. */
export function isOpen({ kind, payload }: PayloadOfKind, options: IsPayableOptions): Payability {
  const reason = kind === 'rec' ? REC_REASONS[latestStatus(payload, latestNow(options))] : COB_REASONS[payload.status]
  return reason === undefined ? { payable: true } : { payable: false, reason }
}

/** Only the time. */
export function isInTime({ kind, payload }: PayloadOfKind, options: IsPayableOptions): Payability {
  if (kind === 'cob') {
    const { now, clockToleranceSeconds = DEFAULT_TOLERANCE_S } = options
    return isCobInTime(payload, now - clockToleranceSeconds * 1000)
  }
  return kind === 'cobv' ? isCobVInTime(payload, options) : { payable: true }
}

function isCobInTime({ calendario }: CobPayload, now: number): Payability {
  const { criacao, expiracao = DEFAULT_EXPIRACAO_S } = calendario
  const end = instantMs(criacao) + expiracao * 1000
  const until = new Date(end).toISOString()
  return now <= end ? { payable: true, until } : { payable: false, reason: 'expired', until }
}

function isCobVInTime({ calendario }: CobVPayload, { now, dpp, isBusinessDay }: IsPayableOptions): Payability {
  if (dpp !== undefined && !(typeof dpp === 'string' && isDate(dpp))) return { payable: false, reason: 'dpp-format' }
  const today = dayInSaoPaulo(now)
  if (dpp !== undefined && dpp < today) return { payable: false, reason: 'dpp-past' }
  const day = dpp ?? today
  const { dataDeVencimento, validadeAposVencimento = DEFAULT_VALIDADE_DAYS } = calendario
  const { last, latest } = paymentWindow(dataDeVencimento, validadeAposVencimento, isBusinessDay)
  if (day <= last) return { payable: true, until: last }
  if (day <= latest) return { payable: 'unknown', reason: 'holidays', until: last }
  return { payable: false, reason: 'overdue', until: last }
}

const COB_REASONS: Readonly<Record<CobStatus, NotPayableReason | undefined>> = {
  ATIVA: undefined,
  CONCLUIDA: 'paid',
  REMOVIDA_PELO_PSP: 'removed',
  REMOVIDA_PELO_USUARIO_RECEBEDOR: 'removed',
}

/** @see Manual de Padrões para Iniciação do Pix 2.10.0, annex I, section 5.1-VII. */
const REC_REASONS: Readonly<Record<RecStatus, NotPayableReason | undefined>> = {
  CRIADA: undefined,
  APROVADA: 'approved',
  REJEITADA: 'rejected',
  EXPIRADA: 'authorisation-expired',
  CANCELADA: 'cancelled',
}

/**
 * The state that the latest entry tells. Choices of pixkit: of several entries at one instant, one that closes the recurrence
 * counts; one from the future that opens it does not count beside others, because it would outrank whatever closes it today.
 */
function latestStatus({ atualizacao }: RecPayload, latestCredible: number): RecStatus {
  let latest: RecStatus = 'CRIADA'
  let latestMs = Number.NEGATIVE_INFINITY
  for (const { status, data } of atualizacao) {
    const ms = instantMs(data)
    if (status === 'CRIADA' && ms > latestCredible) continue
    if (ms > latestMs || (ms === latestMs && status !== 'CRIADA')) {
      latest = status
      latestMs = ms
    }
  }
  return latest
}
