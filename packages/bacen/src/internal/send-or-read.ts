/**
 * Changes that banks answer with success alone.
 *
 * @module
 */
import { isPixkitError, type PixkitError } from '@pixkit/core/error'
import type { OperationName } from '../operations.ts'
import type { OperationOptions } from './client-options.ts'
import type { Context } from './context.ts'
import { failedCallOf } from '../failed-call.ts'
import { asJson } from './as-json.ts'
import { bacenFailure } from './failure.ts'
import { noteFailedCall } from './note-failed-call.ts'
import type { PathParams } from './routes.ts'

export interface Change {
  readonly operation: OperationName
  /** Reads what was changed, under the same parameters. */
  readonly readBy: OperationName
  readonly params: PathParams
  readonly body?: unknown
  readonly options: OperationOptions | undefined
}

/**
 * Sends; what is answered with success, but without body or without the members that make it an answer, is read, and compared with what was
 * asked for as the answer is. One that contradicts it is an error: nothing is read to look better.
 *
 * @throws {PixkitError} `BACEN_RESPONSE`, when that says nothing either, or something else: it may be done; `BACEN_COPIA_E_COLA`.
 * @see API Pix 2.9.0: these answers have a body. That it is read where a bank sends none is a choice of pixkit.
 */
export async function sendOrRead(context: Context, change: Change): Promise<unknown> {
  const { operation, readBy, params, options } = change
  // What the caller changes meanwhile was not asked for.
  const body = asJson(change.body)
  try {
    return await context.send(operation, { params, body, options })
  } catch (error) {
    if (!isPixkitError(error, 'BACEN_RESPONSE') || !saysNothing(error)) throw error
    const { signal, timeoutMs } = options ?? {}
    try {
      return await context.send(readBy, { params, expected: body, options: { signal, timeoutMs } })
    } catch (other) {
      const found = otherThanAsked(other, operation)
      if (found === undefined) throw error
      const { answer } = failedCallOf(other) ?? {}
      throw noteFailedCall(found, { operation, params, mayBeDone: true, answer })
    }
  }
}

/** No object, or one without what makes it an answer, and nothing in it that contradicts. */
function saysNothing({ params, issues }: PixkitError): boolean {
  const isSilent = (issue: Pick<PixkitError, 'params'>): boolean => SAYS_NOTHING.has(issue.params['reason'])
  return (
    isSilent({ params }) &&
    issues.every((issue) => issue.severity !== 'error' || (isResponse(issue) && isSilent(issue)))
  )
}

const SAYS_NOTHING: ReadonlySet<unknown> = /* @__PURE__ */ new Set(['missing', 'type'])
const isResponse = ({ code }: { readonly code: string }): boolean => code === 'BACEN_RESPONSE'

/** What was read says what is wrong with it; of a change that it contradicts, the change is told. */
function otherThanAsked(error: unknown, operation: OperationName): PixkitError | undefined {
  if (isPixkitError(error, 'BACEN_COPIA_E_COLA')) return error
  if (!isPixkitError(error, 'BACEN_RESPONSE')) return undefined
  const { issues } = error
  const first = issues.find((issue) => isResponse(issue) && issue.params['reason'] === 'different')
  if (first === undefined) return undefined
  return bacenFailure('BACEN_RESPONSE', { reason: 'different', path: first.path, params: { operation }, issues })
}
