/**
 * Requests to Efí beside API Pix, through a client.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { BacenClient } from '../../bacen-client.ts'
import type { BacenRequest } from '../client-options.ts'
import { bacenFailure } from '../failure.ts'
import { isMembers } from '../members.ts'
import { noteFailedCall } from '../note-failed-call.ts'

/** The client, as far as it is needed: `createBacenClient` with the profile of Efí. */
export type EfiClient = Pick<BacenClient, 'request' | 'settings'>

export interface EfiRequest extends BacenRequest {
  readonly name: `efi.${string}`
}

/** @throws {PixkitError} `BACEN_RESPONSE`: the answer is no object, or lacks the text without which it says nothing. */
export async function ask<Answer>(client: EfiClient, request: EfiRequest, essential?: keyof Answer): Promise<Answer> {
  const answer = await client.request(request)
  const name = String(essential)
  const isWhole = isMembers(answer) && (essential === undefined || typeof answer[name] === 'string')
  if (isWhole) return answer as Answer
  const { name: operation, params = {}, method } = request
  const error = isMembers(answer)
    ? bacenFailure('BACEN_RESPONSE', { reason: 'missing', path: [name], params: { operation } })
    : bacenFailure('BACEN_RESPONSE', { reason: 'type', params: { operation, form: 'object' } })
  throw noteFailedCall(error, { operation, params, mayBeDone: method !== 'GET', answer })
}

/** For what is done when the status says so, whatever sentence comes with it. */
export async function tell(client: EfiClient, request: EfiRequest): Promise<void> {
  try {
    await client.request(request)
  } catch (error) {
    if (!isPixkitError(error, 'HTTP_ANSWER') || error.params['reason'] !== 'syntax') throw error
  }
}
