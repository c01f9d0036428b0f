/**
 * What was proven, whatever was asked about.
 *
 * @module
 */
import type { ParsedStaticBrCode } from '@pixkit/brcode'
import type { Issue } from '@pixkit/core/issue'
import type { RemainingCheck, VerifiedBrCode, VerifiedPayload } from '@pixkit/payload'
import { issueOf } from '../failure.ts'

export interface Proven {
  /** Empty for a static code, which has nothing signed. */
  readonly parts: readonly VerifiedPayload[]
  /** The code that has nothing signed. */
  readonly unsigned?: ParsedStaticBrCode | undefined
  readonly warnings: readonly Issue[]
  readonly remaining: readonly RemainingCheck[]
  /** Why a recurrence that the code offers is not to be offered. */
  readonly offerLost?: Issue | undefined
}

/** What a location alone is. */
export function provenPayload(verified: VerifiedPayload): Proven {
  const { warnings, remaining } = verified
  return { parts: [verified], warnings, remaining }
}

export function provenCode(verified: VerifiedBrCode): Proven {
  const { warnings, remaining } = verified
  const found = { warnings, remaining }
  switch (verified.kind) {
    case 'static':
      return { parts: [], unsigned: verified.code, ...found }
    case 'charge':
      return { parts: [verified.charge], ...found }
    case 'recurrence':
      return { parts: [verified.recurrence], ...found }
    case 'charge-with-recurrence':
      return { parts: [verified.charge, verified.recurrence], ...found }
    case 'charge-with-offer': {
      const { charge, recurrence, recurrenceError } = verified
      const parts = recurrence === undefined ? [charge] : [charge, recurrence]
      return { parts, ...found, offerLost: recurrenceError && issueOf(recurrenceError) }
    }
  }
}
