/**
 * Writes by PUT to an id of the caller's own, once, however often the request had to be sent.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import { mayBeDone } from '@pixkit/http/fate'
import type { PutOptions } from './client-options.ts'
import { failedCallOf } from '../failed-call.ts'
import type { OperationName } from '../operations.ts'
import { asJson } from './as-json.ts'
import type { Context } from './context.ts'
import { bacenFailure, bacenIssue } from './failure.ts'
import { statusOf } from './fate.ts'
import { isMembers } from './members.ts'
import { noteFailedCall } from './note-failed-call.ts'
import type { PathParams } from './routes.ts'
import { hiddenAmount, storedDifference } from './same-stored.ts'

/** A write, and how to tell later whether it was done. */
export interface Put<Answer, Stored> {
  readonly operation: string
  readonly params: PathParams
  /** An earlier call may have done it. */
  readonly mayExist: boolean | undefined
  readonly write: () => Promise<Answer>
  /** What is under the id. */
  readonly read: () => Promise<Stored>
  /** Where that differs from what was to be written. */
  readonly difference: (stored: Stored) => Path | undefined
  /** What was read, as an answer. */
  readonly answerOf: (stored: Stored) => Answer
}

const REQUEST_TIMEOUT = 408

/**
 * Writes; when that is refused and was sent before, looks whether the bank has what was sent.
 *
 * It was sent before when a try of this call may have been done, or `mayExist` says so. A first request that is refused stays refused:
 * two charges that happen to be alike must not become one. What was sent before may still be under way, however long ago that was: no refusal
 * of a later request, and nothing that cannot be read yet, says that it will not be done.
 *
 * @returns The answer; what was read when the bank has what was sent.
 * @throws {PixkitError} `BACEN_IN_USE`, with the path of the first difference; else as the request was refused. It may be done if it was sent
 *   before, unless it is `BACEN_IN_USE`: what has the id is something else.
 * @see API Pix 2.9.0, CobOperacaoInvalida, CobVOperacaoInvalida, CobROperacaoInvalida, LoteCobVOperacaoInvalida and
 *   PixDevolucaoInvalida: the id is in use. That it is read back, after any other refusal, too, is a choice of pixkit.
 */
export async function putOnce<Answer, Stored>(put: Put<Answer, Stored>): Promise<Answer> {
  const { operation, params, mayExist, write, difference } = put
  try {
    return await write()
  } catch (error) {
    const isLost = mayBeDone(error)
    const wasSent = mayExist === true || isLost
    if (!wasSent || !isPixkitError(error) || isOfAnswer(error)) throw error
    if (!isRefusal(error)) throw noteFailedCall(error, { operation, params, mayBeDone: true })
    const stored = await readBack(put, error)
    const path = difference(stored)
    if (path === undefined) return put.answerOf(stored)
    const other = bacenFailure('BACEN_IN_USE', { reason: 'different', path, params: { operation } })
    throw noteFailedCall(other, { operation, params, mayBeDone: false, answer: stored })
  }
}

export interface PutOperation {
  readonly operation: OperationName
  /** Reads under the same parameters. */
  readonly readBy: OperationName
  readonly params: PathParams
  readonly body: unknown
  readonly options: PutOptions
  /** `storedDifference` by default. */
  readonly difference?: ((sent: unknown, stored: unknown) => Path | undefined) | undefined
}

/** As {@link putOnce}, by two operations of API Pix. Warns when the bank does not show an amount that was sent. */
export function putOperation(context: Context, put: PutOperation): Promise<unknown> {
  const { operation, readBy, params, options, difference = storedDifference } = put
  const { mayExist, signal, timeoutMs } = options
  // What the caller changes meanwhile was not sent.
  const body = asJson(put.body)
  return putOnce({
    operation,
    params,
    mayExist,
    write: () => context.send(operation, { params, body, options }),
    read: () => context.send(readBy, { params, options: { signal, timeoutMs } }),
    difference: (stored) => difference(body, stored),
    answerOf(stored) {
      const path = hiddenAmount(body, stored)
      if (path !== undefined) {
        context.warn(operation, bacenIssue('BACEN_RESPONSE', 'warning', { reason: 'not-comparable', path }))
      }
      return stored
    },
  })
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

/** That nothing can be read, or not yet, leaves the refusal, and what was sent before may be done. */
async function readBack<Answer, Stored>(
  { operation, params, read }: Put<Answer, Stored>,
  refusal: unknown,
): Promise<Stored> {
  try {
    return await read()
  } catch (error) {
    const answer = failedCallOf(error)?.answer
    if (isOfAnswer(error) && isMembers(answer)) {
      throw noteFailedCall(error, { operation, params, mayBeDone: true, answer })
    }
    throw noteFailedCall(refusal, { operation, params, mayBeDone: true })
  }
}
