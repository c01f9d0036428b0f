/**
 * Writes by PUT to an id of the caller's own, once, however often the request had to be sent.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import { mayBeDone } from '@pixkit/http/fate'
import type { PutOptions } from '../client-options.ts'
import { failedCallOf } from '../failed-call.ts'
import type { OperationName } from '../operations.ts'
import { asJson } from './as-json.ts'
import type { Context, OperationAnswer } from './context.ts'
import { bacenFailure } from './failure.ts'
import { saysNoneSuch, statusOf } from './fate.ts'
import { noteFailedCall } from './note-failed-call.ts'
import type { PathParams } from './routes.ts'
import { storedDifference } from './same-stored.ts'

export interface Put {
  readonly operation: OperationName
  /** Reads under the same parameters. */
  readonly readBy: OperationName
  readonly params: PathParams
  readonly body: unknown
  readonly options: PutOptions
  /** Where what the bank has differs from what was sent; `storedDifference` by default. */
  readonly difference?: ((sent: unknown, stored: unknown) => Path | undefined) | undefined
}

const REQUEST_TIMEOUT = 408

/**
 * Sends it; when it is refused and was sent before, looks whether the bank has what was sent.
 *
 * It was sent before when a try of this call may have been done, or `mayExist` says so. A first request that is refused stays refused:
 * two charges that happen to be alike must not become one.
 *
 * @returns The answer; that of the read when the bank has what was sent.
 * @throws {PixkitError} `BACEN_IN_USE`, with the path of the first difference; else as the request was refused.
 * @see API Pix 2.9.0, CobOperacaoInvalida, CobVOperacaoInvalida, CobROperacaoInvalida, LoteCobVOperacaoInvalida and
 *   PixDevolucaoInvalida: the id is in use. That it is read back, after any other refusal, too, is a choice of pixkit.
 */
export async function putOnce(context: Context, put: Put): Promise<OperationAnswer> {
  const { operation, params, body, options, difference = storedDifference } = put
  try {
    return await context.send(operation, { params, body, options })
  } catch (error) {
    const wasSent = options.mayExist === true || mayBeDone(error)
    if (!wasSent || !isPixkitError(error) || isOfAnswer(error)) throw error
    if (!isRefusal(error)) throw noteFailedCall(error, { operation, params, mayBeDone: true })
    const stored = await readBack(context, put, error)
    const path = difference(asJson(body), stored.body)
    if (path === undefined) return stored
    const other = bacenFailure('BACEN_IN_USE', { reason: 'different', path, params: { operation } })
    throw noteFailedCall(other, { operation, params, mayBeDone: false, answer: stored.body })
  }
}

/** The bank, or what stands before it, says that it will not do it: of an earlier try that says nothing. */
function isRefusal(error: unknown): boolean {
  const status = statusOf(error)
  return status !== undefined && status >= 400 && status < 500 && status !== REQUEST_TIMEOUT
}

/** Says itself what the bank has done. */
function isOfAnswer(error: unknown): boolean {
  return isPixkitError(error, 'BACEN_COPIA_E_COLA') || isPixkitError(error, 'BACEN_RESPONSE')
}

async function readBack(
  context: Context,
  { operation, readBy, params, options: { signal, timeoutMs } }: Put,
  refusal: unknown,
): Promise<OperationAnswer> {
  try {
    return await context.send(readBy, { params, options: { signal, timeoutMs } })
  } catch (error) {
    if (isOfAnswer(error)) {
      throw noteFailedCall(error, { operation, params, mayBeDone: true, answer: failedCallOf(error)?.answer })
    }
    throw noteFailedCall(refusal, { operation, params, mayBeDone: !saysNoneSuch(error) })
  }
}
