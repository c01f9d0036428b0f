/**
 * Whether a charge can be paid, or a recurrence authorised: by its state, and by the time.
 *
 * @module
 */
import type {
  CobPayload,
  CobStatus,
  CobVPayload,
  NotPayableReason,
  Payability,
  PayloadOfKind,
  RecPayload,
  RecStatus,
} from '../../types.ts'
import type { VerifyOptions } from '../../verify-options.ts'
import { DEFAULT_TOLERANCE_S, latestNow } from '../calendar/clock.ts'
import { dayInSaoPaulo, instantMs, isDate } from '@pixkit/core/dates'
import { paymentWindow } from '../calendar/payment-window.ts'

/** When it is to be paid, and by whose clock and calendar. */
type Moment = Pick<VerifyOptions, 'clockToleranceSeconds' | 'dpp' | 'isDiaUtil' | 'now'>

const DEFAULT_EXPIRACAO_S = 86_400
const DEFAULT_VALIDADE_DAYS = 30

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

/** Only the state: a charge that is ATIVA, a recurrence whose latest entry is CRIADA. */
export function isOpen({ kind, payload }: PayloadOfKind, moment: Moment): Payability {
  const reason = kind === 'rec' ? REC_REASONS[latestStatus(payload, latestNow(moment))] : COB_REASONS[payload.status]
  return reason === undefined ? { payable: true } : { payable: false, reason }
}

/** Only the time. */
export function isInTime({ kind, payload }: PayloadOfKind, moment: Moment): Payability {
  if (kind === 'cob') {
    const { now, clockToleranceSeconds = DEFAULT_TOLERANCE_S } = moment
    return isCobInTime(payload, now - clockToleranceSeconds * 1000)
  }
  return kind === 'cobv' ? isCobVInTime(payload, moment) : { payable: true }
}

function isCobInTime({ calendario }: CobPayload, now: number): Payability {
  const { criacao, expiracao = DEFAULT_EXPIRACAO_S } = calendario
  const end = instantMs(criacao) + expiracao * 1000
  const until = new Date(end).toISOString()
  return now <= end ? { payable: true, until } : { payable: false, reason: 'expired', until }
}

function isCobVInTime({ calendario }: CobVPayload, { now, dpp, isDiaUtil }: Moment): Payability {
  if (dpp !== undefined && !(typeof dpp === 'string' && isDate(dpp))) return { payable: false, reason: 'dpp-format' }
  const today = dayInSaoPaulo(now)
  if (dpp !== undefined && dpp < today) return { payable: false, reason: 'dpp-past' }
  const day = dpp ?? today
  const { dataDeVencimento, validadeAposVencimento = DEFAULT_VALIDADE_DAYS } = calendario
  const { last, latest } = paymentWindow(dataDeVencimento, validadeAposVencimento, isDiaUtil)
  if (day <= last) return { payable: true, until: last }
  if (day <= latest) return { payable: 'unknown', reason: 'holidays', until: last }
  return { payable: false, reason: 'overdue', until: last }
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
