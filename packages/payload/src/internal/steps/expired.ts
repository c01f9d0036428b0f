/**
 * Step 22: the charge can be paid now, or on the intended day.
 *
 * @module
 */
import type { PayloadOfKind } from '../../types.ts'
import { isInTime } from '../content/payability.ts'
import { payloadFailure } from '../failure.ts'
import type { Verification } from '../verification.ts'

/**
 * Refuses a cob that expired, a cobv past its last day, and a day of payment that is none or is past. What the payer's holidays
 * decide is a warning, and so is a cobv that does not say for how long it can be paid.
 *
 * @returns Whether the payer's holidays decide.
 * @throws {PixkitError} `PAYLOAD_EXPIRED`.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.7.1.1 and 2.7.1.2, notes 44 and 45; API Pix 2.9.0,
 *   CobPayloadOperacaoInvalida (`DPP` past or beyond the validity), CobVPayload (`validadeAposVencimento` is required in
 *   payloads).
 */
export function checkExpiry(charge: PayloadOfKind, { options, warn }: Pick<Verification, 'options' | 'warn'>): boolean {
  const answer = isInTime(charge, options)
  if (charge.kind === 'cobv' && charge.payload.calendario.validadeAposVencimento === undefined) {
    warn('PAYLOAD_EXPIRED', { reason: 'validity-assumed', path: ['calendario', 'validadeAposVencimento'] })
  }
  if (answer.payable === true) return false
  const params = answer.until === undefined ? {} : { until: answer.until }
  const { reason } = answer
  if (reason === 'holidays') {
    warn('PAYLOAD_EXPIRED', { reason, path: ['calendario', 'dataDeVencimento'], params })
    return true
  }
  if (reason === 'overdue') {
    throw payloadFailure('PAYLOAD_EXPIRED', { reason, path: ['calendario', 'dataDeVencimento'], params })
  }
  if (reason === 'dpp-format' || reason === 'dpp-past') {
    throw payloadFailure('PAYLOAD_EXPIRED', { reason, path: ['dpp'] })
  }
  throw payloadFailure('PAYLOAD_EXPIRED', { reason: 'expired', path: ['calendario', 'expiracao'], params })
}
