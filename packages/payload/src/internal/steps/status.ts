/**
 * Step 21: the charge or recurrence is open.
 *
 * @module
 */
import type { PayloadOfKind } from '../../types.ts'
import { isOpen } from '../content/payability.ts'
import { payloadFailure } from '../failure.ts'
import type { Verification } from '../verification.ts'

/**
 * Refuses a charge that was paid or withdrawn, and a recurrence whose latest entry is not CRIADA.
 *
 * @throws {PixkitError} `PAYLOAD_STATUS`.
 *
 * @see API Pix 2.9.0, CobrancaStatus; Manual de Padrões para Iniciação do Pix 2.10.0, annex I, section 5.1-VII.
 */
export function checkStatus(charge: PayloadOfKind, { options }: Pick<Verification, 'options'>): void {
  const answer = isOpen(charge, options)
  if (answer.payable === true) return
  const { reason } = answer
  if (reason === 'paid' || reason === 'removed') {
    throw payloadFailure('PAYLOAD_STATUS', { reason, path: ['status'], params: statusOf(charge) })
  }
  const isKnown = reason === 'approved' || reason === 'rejected' || reason === 'cancelled'
  throw payloadFailure('PAYLOAD_STATUS', { reason: isKnown ? reason : 'expired', path: ['atualizacao'] })
}

function statusOf({ kind, payload }: PayloadOfKind): Record<string, string> {
  return kind === 'rec' ? {} : { status: payload.status }
}
