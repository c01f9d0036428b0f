/**
 * Codes with a charge, alone or beside a recurrence.
 *
 * @module
 */
import type { ParsedDynamicBrCode } from '@pixkit/brcode/types'
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import type { PayloadErrorCode } from '../codes.ts'
import type { CobVPayload, RecPayload, RemainingCheck, Verified } from '../types.ts'
import type { VerifiedChargeCode, VerifiedChargeWithOffer, VerifiedChargeWithRecurrence } from '../verify-brcode.ts'
import type { VerifyLocationOptions } from '../verify-location.ts'
import type { StepReport } from '../verify-steps.ts'
import { payloadFailure, payloadIssue } from './failure.ts'
import type { Network } from './open-network.ts'
import { verifyOverNetwork } from './verify-over-network.ts'

/** @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.8.3, 2.8.5.3 and 3.3.2 */
export async function verifyChargeCode(
  code: ParsedDynamicBrCode,
  options: VerifyLocationOptions,
  network: Network,
): Promise<VerifiedChargeCode | VerifiedChargeWithRecurrence | VerifiedChargeWithOffer> {
  const { location, locationKind, locationRec } = code
  const forCharge = { ...reporting('charge', options), composite: locationRec !== undefined }
  if (locationRec === undefined) {
    const charge = await verifyOverNetwork(location, forCharge, network, locationKind)
    return { kind: 'charge', code, charge, ...summary(code, charge) }
  }
  const verifyRecurrence = (): Promise<Verified<'rec'>> =>
    verifyOverNetwork(locationRec, { ...reporting('recurrence', options), composite: true }, network, 'rec')
  if (locationKind === 'cob') {
    const charge = await verifyOverNetwork(location, forCharge, network, 'cob')
    const recurrence = await verifyRecurrence()
    return { kind: 'charge-with-recurrence', code, charge, recurrence, ...summary(code, charge, recurrence) }
  }
  const charge = await verifyOverNetwork(location, forCharge, network, 'cobv')
  try {
    const recurrence = await verifyRecurrence()
    const warnings = compareReceivers(charge.payload, recurrence.payload, options)
    return { kind: 'charge-with-offer', code, charge, recurrence, ...summary(code, charge, recurrence, warnings) }
  } catch (error) {
    if (!losesOffer(error) || options.signal?.aborted === true) throw error
    return { kind: 'charge-with-offer', code, charge, recurrenceError: error, ...summary(code, charge) }
  }
}

/** Says in the reports of the steps which of the two locations they are about. */
export function reporting(subject: 'charge' | 'recurrence', options: VerifyLocationOptions): VerifyLocationOptions {
  const { onStep } = options
  if (onStep === undefined) return options
  return { ...options, onStep: (report: StepReport) => onStep({ ...report, subject }) }
}

/** A caller who gave up wants nothing any more; what is no error of pixkit is a bug, and not the bank's. */
function losesOffer(error: unknown): error is PixkitError {
  return isPixkitError(error) && error.code !== 'HTTP_ABORTED'
}

/**
 * Says that another is to be paid by the recurrence than by the charge: the charge may be honest, and the recurrence beside it
 * not. A branch has another CNPJ than its head office, so that it is a warning.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.8.4; that both are compared is a choice of pixkit
 */
function compareReceivers(
  { recebedor: ofCharge }: CobVPayload,
  { recebedor: ofRecurrence }: RecPayload,
  { strict = false }: VerifyLocationOptions,
): readonly Issue<PayloadErrorCode>[] {
  if (ofCharge.cnpj?.toUpperCase() === ofRecurrence.cnpj.toUpperCase()) return []
  const fault = { reason: 'receivers-differ', path: ['recebedor', 'cnpj'] } as const
  if (strict) throw payloadFailure('PAYLOAD_RULES', fault)
  return [payloadIssue('PAYLOAD_RULES', fault, 'warning')]
}

function summary(
  code: ParsedDynamicBrCode,
  charge: Verified<'cob'> | Verified<'cobv'>,
  recurrence?: Verified<'rec'>,
  found: readonly Issue<PayloadErrorCode>[] = [],
): Pick<VerifiedChargeCode, 'remaining' | 'warnings'> {
  const consents: readonly RemainingCheck[] = recurrence === undefined ? [] : ['ask-for-both-consents']
  return {
    warnings: [...code.warnings, ...charge.warnings, ...(recurrence?.warnings ?? []), ...found],
    remaining: [...new Set([...charge.remaining, ...(recurrence?.remaining ?? []), ...consents])],
  }
}
