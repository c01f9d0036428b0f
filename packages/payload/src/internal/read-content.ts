/**
 * Steps 19 to 23: from signed bytes to a payload that can be shown and paid.
 *
 * @module
 */
import type { Location } from '@pixkit/brcode/location'
import type { Payloads, RemainingCheck } from '../types.ts'
import { checkExpiry } from './steps/expired.ts'
import { readPayload } from './steps/json.ts'
import { checkRules } from './steps/rules.ts'
import { checkPresentation, checkRevision, type Remembered, rememberRevision } from './steps/stale.ts'
import { checkStatus } from './steps/status.ts'
import type { Later, Verification } from './verification.ts'

/** A payload with its kind, and what is left to its caller. */
export type Content = {
  readonly [K in keyof Payloads]: {
    readonly kind: K
    readonly payload: Payloads[K]
    readonly remaining: readonly RemainingCheck[]
  }
}[keyof Payloads]

type Charge = { readonly [K in keyof Payloads]: { readonly kind: K; readonly payload: Payloads[K] } }[keyof Payloads]

/**
 * Reads what was signed, once the signature is proven.
 *
 * @param dayAsked - Whether the location was asked for the day of payment, and for the municipality that its holidays are of.
 * @throws {PixkitError} `PAYLOAD_JSON`, `PAYLOAD_RULES`, `PAYLOAD_STATUS`, `PAYLOAD_EXPIRED`; with `strict` also `PAYLOAD_STALE`.
 */
export function readContent(
  bytes: Uint8Array,
  location: Location,
  verification: Verification,
  dayAsked = false,
): Later<Content> {
  const { kind } = location
  const payload = verification.step('JSON', () => readPayload(bytes, kind, verification))
  const charge = { kind, payload } as Charge
  const { revisions } = verification.options
  if (charge.kind === 'rec' || revisions === undefined) return judge(charge, undefined, verification, dayAsked)
  return rememberRevision(charge, location, revisions).then((remembered) =>
    judge(charge, remembered, verification, dayAsked),
  )
}

function judge(
  charge: Charge,
  remembered: Remembered | undefined,
  verification: Verification,
  dayAsked: boolean,
): Content {
  verification.step('RULES', () => checkRules(charge.kind, charge.payload, verification))
  verification.step('STATUS', () => checkStatus(charge, verification))
  let holidaysDecide = false
  if (charge.kind === 'rec') {
    // Whether it may still be authorised is its status; it has neither an instant of presentation nor revisions.
    verification.skip('EXPIRED')
    verification.skip('STALE')
  } else {
    holidaysDecide = verification.step('EXPIRED', () => checkExpiry(charge, verification))
    verification.step('STALE', () => {
      checkPresentation(charge, verification)
      if (remembered !== undefined) checkRevision(remembered, verification)
    })
  }
  return { ...charge, remaining: remainingChecks(charge, verification, dayAsked, holidaysDecide) }
}

function remainingChecks(
  charge: Charge,
  { options }: Verification,
  dayAsked: boolean,
  holidaysDecide: boolean,
): readonly RemainingCheck[] {
  if (charge.kind === 'rec') return options.composite === true ? ['compare-receiver'] : []
  const { kind, payload } = charge
  const checks: RemainingCheck[] = ['query-dict']
  if (kind === 'cobv') checks.push('compare-receiver')
  if ((payload.infoAdicionais ?? []).length > 0) checks.push('show-all-information')
  if (kind === 'cobv' && !dayAsked) checks.push('ask-for-the-day')
  if (holidaysDecide) checks.push('check-holidays')
  if (options.revisions === undefined) checks.push('remember-revisions')
  checks.push('verify-again-before-paying')
  return checks
}
