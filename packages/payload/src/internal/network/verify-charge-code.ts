/**
 * Codes with a charge, alone or beside a recurrence.
 *
 * @module
 */
import { safeParseLocation } from '@pixkit/brcode/location'
import type { ParsedDynamicBrCode } from '@pixkit/brcode/types'
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import type { PayloadErrorCode } from '../../codes.ts'
import type {
  CobVPayload,
  RecPayload,
  RemainingCheck,
  Verified,
  VerifiedChargeCode,
  VerifiedChargeWithOffer,
  VerifiedChargeWithRecurrence,
} from '../../types.ts'
import type { VerifyLocationOptions } from '../../verify-options.ts'
import { aboutSubject } from './about-subject.ts'
import { payloadFailure, payloadIssue } from '../failure.ts'
import type { Network } from './start-call.ts'
import { verifyOverNetwork } from './verify-over-network.ts'

/** @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.8.3, 2.8.5.3 and 3.3.2 */
export async function verifyChargeCode(
  code: ParsedDynamicBrCode,
  options: VerifyLocationOptions,
  network: Network,
): Promise<VerifiedChargeCode | VerifiedChargeWithRecurrence | VerifiedChargeWithOffer> {
  const { location, locationKind, locationRec } = code
  const composite = locationRec !== undefined
  const verifyCharge = <Kind extends 'cob' | 'cobv'>(kind: Kind): Promise<Verified<Kind>> =>
    aboutSubject('charge', { ...options, composite }, (forCharge) =>
      verifyOverNetwork(location, forCharge, network, kind),
    ) as Promise<Verified<Kind>>
  if (locationRec === undefined) {
    const charge = await (locationKind === 'cob' ? verifyCharge('cob') : verifyCharge('cobv'))
    return { kind: 'charge', code, charge, ...summary(code, charge) }
  }
  const verifyRecurrence = (): Promise<Verified<'rec'>> =>
    aboutSubject('recurrence', { ...options, composite }, (forRecurrence) =>
      verifyOverNetwork(locationRec, forRecurrence, network, 'rec'),
    )
  if (locationKind === 'cob') {
    // Ends it before anything is called.
    if (!servesRecurrence(locationRec)) await verifyRecurrence()
    const charge = await verifyCharge('cob')
    const recurrence = await verifyRecurrence()
    return { kind: 'charge-with-recurrence', code, charge, recurrence, ...summary(code, charge, recurrence) }
  }
  const charge = await verifyCharge('cobv')
  try {
    const recurrence = await verifyRecurrence()
    const warnings = compareReceivers(charge.payload, recurrence.payload, options)
    return { kind: 'charge-with-offer', code, charge, recurrence, ...summary(code, charge, recurrence, warnings) }
  } catch (error) {
    if (!losesOffer(error) || options.signal?.aborted === true) throw error
    return { kind: 'charge-with-offer', code, charge, recurrenceError: error, ...summary(code, charge) }
  }
}

function servesRecurrence(location: string): boolean {
  const read = safeParseLocation(location)
  return read.ok && read.value.kind === 'rec'
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
