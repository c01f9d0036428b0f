/**
 * Writes by PUT to an id of the caller's own, once, however often the request had to be sent.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import type { PutOptions } from '../client-options.ts'
import { noteFailedCall } from '../failed-call.ts'
import type { OperationName } from '../operations.ts'
import type { Context, OperationAnswer } from './context.ts'
import { bacenFailure } from './failure.ts'
import { attemptsOf, mayMeanInUse, statusOf } from './fate.ts'
import type { PathParams } from './routes.ts'
import { findDifference } from './same-content.ts'

export interface Put {
  readonly operation: OperationName
  /** Reads under the same parameters. */
  readonly readBy: OperationName
  readonly params: PathParams
  readonly body: unknown
  readonly options: PutOptions
  /** Where what the bank has differs from what was sent; all of it by default. */
  readonly difference?: ((sent: unknown, stored: unknown) => Path | undefined) | undefined
}

const NOT_FOUND = 404

/**
 * Sends it; when a repeated request is refused as one whose id is taken, looks whether it was taken by the request before.
 *
 * A first request that is refused stays refused: two charges that happen to be alike must not become one. `mayExist` says that the
 * caller sent it before.
 *
 * @returns The answer; that of the read when the bank has what was sent.
 * @throws {PixkitError} `BACEN_IN_USE`, with the path of the first difference; else as the request was refused.
 * @see API Pix 2.9.0, CobOperacaoInvalida, CobVOperacaoInvalida, CobROperacaoInvalida, LoteCobVOperacaoInvalida and
 *   PixDevolucaoInvalida: the id is in use. That it is read back is a choice of pixkit.
 */
export async function putOnce(context: Context, put: Put): Promise<OperationAnswer> {
  const { operation, readBy, params, body, options, difference = findDifference } = put
  try {
    return await context.send(operation, { params, body, options })
  } catch (refusal) {
    const wasSentBefore = options.mayExist === true || attemptsOf(refusal) > 1
    if (!wasSentBefore || !mayMeanInUse(refusal)) throw refusal
    const stored = await readBack(context, readBy, put, refusal)
    const path = difference(body, stored.body)
    if (path === undefined) return stored
    const error = bacenFailure('BACEN_IN_USE', { reason: 'different', path, params: { operation } })
    throw noteFailedCall(error, { operation, params, mayBeDone: false, answer: stored.body })
  }
}

async function readBack(
  context: Context,
  readBy: OperationName,
  { operation, params, options: { signal, timeoutMs } }: Put,
  refusal: unknown,
): Promise<OperationAnswer> {
  try {
    return await context.send(readBy, { params, options: { signal, timeoutMs } })
  } catch (error) {
    if (isPixkitError(error, 'BACEN_COPIA_E_COLA')) throw error
    throw noteFailedCall(refusal, { operation, params, mayBeDone: statusOf(error) !== NOT_FOUND })
  }
}
