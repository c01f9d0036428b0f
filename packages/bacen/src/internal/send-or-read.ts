/**
 * Changes that banks answer with success alone.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { OperationName } from '../operations.ts'
import type { OperationOptions } from './client-options.ts'
import type { Context } from './context.ts'
import { failedCallOf } from '../failed-call.ts'
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
 * Sends; what is answered with success, but without body or without the members that make it an answer, is read.
 *
 * @throws {PixkitError} `BACEN_RESPONSE`, when that says nothing either: it may be done; `BACEN_COPIA_E_COLA`.
 * @see API Pix 2.9.0: these answers have a body. That it is read where a bank sends none is a choice of pixkit.
 */
export async function sendOrRead(context: Context, change: Change): Promise<unknown> {
  const { operation, readBy, params, body, options } = change
  try {
    return await context.send(operation, { params, body, options })
  } catch (error) {
    if (!isPixkitError(error, 'BACEN_RESPONSE') || !SAYS_NOTHING.has(error.params['reason'])) throw error
    const { signal, timeoutMs } = options ?? {}
    try {
      return await context.send(readBy, { params, options: { signal, timeoutMs } })
    } catch (other) {
      if (!isPixkitError(other, 'BACEN_COPIA_E_COLA')) throw error
      const { answer } = failedCallOf(other) ?? {}
      throw noteFailedCall(other, { operation, params, mayBeDone: true, answer })
    }
  }
}

/** No object, or one without what makes it an answer. */
const SAYS_NOTHING: ReadonlySet<unknown> = /* @__PURE__ */ new Set(['missing', 'type'])
