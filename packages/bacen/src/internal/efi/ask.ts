/**
 * Requests to Efí beside API Pix, through a client.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { BacenClient } from '../../bacen-client.ts'
import type { BacenRequest } from '../client-options.ts'
import { bacenFailure, type Fault } from '../failure.ts'
import { isMembers } from '../members.ts'
import { noteFailedCall } from '../note-failed-call.ts'
import { findDifference } from '../same-content.ts'

/** The client, as far as it is needed: `createBacenClient` with the profile of Efí. */
export type EfiClient = Pick<BacenClient, 'request' | 'settings'>

export interface EfiRequest extends BacenRequest {
  readonly name: `efi.${string}`
}

/**
 * @param essential - The text without which the answer says nothing.
 * @param echoed - What the answer says back, if it shows it.
 * @throws {PixkitError} `BACEN_RESPONSE`: the answer is no object, lacks the essential text, or is about something else.
 */
export async function ask<Answer>(
  client: EfiClient,
  request: EfiRequest,
  essential?: keyof Answer,
  echoed: Partial<Answer> = {},
): Promise<Answer> {
  const answer = await client.request(request)
  const fault = faultOf(answer, essential, echoed)
  if (fault === undefined) return answer as Answer
  const { name: operation, params = {}, method } = request
  const error = bacenFailure('BACEN_RESPONSE', { ...fault, params: { ...fault.params, operation } })
  throw noteFailedCall(error, { operation, params, mayBeDone: method !== 'GET', answer })
}

function faultOf(
  answer: unknown,
  essential: PropertyKey | undefined,
  echoed: unknown,
): Fault<'BACEN_RESPONSE'> | undefined {
  if (!isMembers(answer)) return { reason: 'type', params: { form: 'object' } }
  const name = String(essential)
  if (essential !== undefined && typeof answer[name] !== 'string') return { reason: 'missing', path: [name] }
  const path = findDifference(echoed, answer)
  return path === undefined ? undefined : { reason: 'different', path }
}

/** For what is done when the status says so, whatever sentence comes with it. */
export async function tell(client: EfiClient, request: EfiRequest): Promise<void> {
  try {
    await client.request(request)
  } catch (error) {
    if (!isPixkitError(error, 'HTTP_ANSWER') || error.params['reason'] !== 'syntax') throw error
  }
}
