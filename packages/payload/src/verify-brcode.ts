/**
 * Verifies what a Pix code leads to.
 *
 * @module
 */
import { parseBrCode } from '@pixkit/brcode/parse-brcode'
import type { ParsedStaticBrCode } from '@pixkit/brcode/types'
import { aboutSubject } from './internal/network/about-subject.ts'
import { startCall } from './internal/network/start-call.ts'
import { verifyChargeCode } from './internal/network/verify-charge-code.ts'
import { verifyOverNetwork } from './internal/network/verify-over-network.ts'
import type { RemainingCheck, VerifiedBrCode, VerifiedStaticCode } from './types.ts'
import type { VerifyLocationOptions } from './verify-options.ts'

export type {
  VerifiedBrCode,
  VerifiedChargeCode,
  VerifiedChargeWithOffer,
  VerifiedChargeWithRecurrence,
  VerifiedCode,
  VerifiedRecurrenceCode,
  VerifiedStaticCode,
} from './types.ts'

/**
 * Verifies a Pix code: reads it, fetches what it leads to, and proves that.
 *
 * - **static**: nothing is fetched, because nothing is signed. A recurrence beside it is not fetched either: the norm wants it
 *   once the payment is made.
 * - **charge**, **recurrence** (jornada 2): as `verifyLocation`.
 * - **charge and recurrence** (jornada 3, a cob): both are proven, or all is refused.
 * - **charge with an offer** (jornada 4, a cobv): when the charge fails, all is refused; when the recurrence fails, only the
 *   offer is lost, and `recurrenceError` says why.
 *
 * The charge comes first, and the recurrence only when the charge is good: so a host learns no more than it must. `timeoutMs` is
 * for both. Beside a recurrence no cash may be withdrawn. The receivers of a cobv and its recurrence are compared, and
 * `remaining` asks for two consents. The hosts of both are the same, which `parseBrCode` makes sure of.
 *
 * @param text - Code as scanned or pasted.
 * @param options - As for `verifyLocation`; `dpp` and `codMun` are sent to a cobv alone. `composite` is set by this function.
 *   Reports of `onStep` say in `subject` which of the two they are about.
 * @returns What the code is and what was proven of it; look at `kind` first.
 * @throws {PixkitError} `EMV_…` and `BRCODE_…` of `parseBrCode`; what `verifyLocation` throws, with `params.subject`: `charge` or
 *   `recurrence`. `HTTP_ABORTED` ends a jornada 4, too.
 * @throws {TypeError} `text` is no string, or an option is of the wrong type.
 *
 * @example
 * ```ts
 * import { verifyBrCode } from '@pixkit/payload/verify-brcode'
 *
 * const verified = await verifyBrCode(
 *   '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
 *   { transport: () => Promise.reject(new Error('nothing is fetched')), trustAnchors: [], now: Date.now() },
 * )
 * verified.kind // 'static'
 * verified.remaining // ['nothing-is-signed', 'query-dict']
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.8.3 to 2.8.5 and 3.3.2, Annex I sections 6.3.2 to 6.3.4
 */
export async function verifyBrCode(text: string, options: VerifyLocationOptions): Promise<VerifiedBrCode> {
  const code = parseBrCode(text, { strict: options.strict })
  if (code.kind === 'static') return verifiedStatic(code)
  const network = startCall(options)
  try {
    if (code.kind === 'dynamic') return await verifyChargeCode(code, options, network)
    const recurrence = await aboutSubject('recurrence', options, (forRecurrence) =>
      verifyOverNetwork(code.locationRec, forRecurrence, network, 'rec'),
    )
    const warnings = [...code.warnings, ...recurrence.warnings]
    return { kind: 'recurrence', code, recurrence, warnings, remaining: recurrence.remaining }
  } finally {
    network.deadline.end()
  }
}

function verifiedStatic(code: ParsedStaticBrCode): VerifiedStaticCode {
  const afterPayment: readonly RemainingCheck[] =
    code.locationRec === undefined ? [] : ['verify-recurrence-after-payment', 'ask-for-both-consents']
  return {
    kind: 'static',
    code,
    warnings: code.warnings,
    remaining: ['nothing-is-signed', 'query-dict', ...afterPayment],
  }
}
