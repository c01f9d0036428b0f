/**
 * Step 5: what the status of an answer says.
 *
 * @module
 */
import type { LocationKind } from '@pixkit/brcode/location'
import type { TransportResponse } from '@pixkit/http/transport'
import type { ReasonOf } from '../../codes.ts'
import { payloadFailure } from '../failure.ts'
import { problemOf } from '../network/problem.ts'

/**
 * Lets an answer with status 200 pass.
 *
 * Errors of locations carry no signature, so nothing of their texts is believed or shown: the status decides, and the last
 * segment of `type` where one status means several things.
 *
 * @throws {PixkitError} `PAYLOAD_HTTP_STATUS`: `not-found`, nothing is shown there now; `gone`, nor ever again;
 *   `invalid-request`, DPP or codMun; `recurrence-closed`; `unavailable`; `redirect`; `other`.
 *
 * @see API Pix 2.9.0, /{pixUrlAccessToken}, /cobv/{pixUrlAccessToken} and /rec/{recUrlAccessToken}; Manual de Padrões para
 *   Iniciação do Pix 2.10.0, section 2.7.3; RFC 7807 (problem)
 */
export function checkStatusCode(response: TransportResponse, kind: LocationKind): void {
  const { status } = response
  if (status === 200) return
  throw payloadFailure('PAYLOAD_HTTP_STATUS', { reason: reasonOf(response, kind), params: { status } })
}

function reasonOf(response: TransportResponse, kind: LocationKind): ReasonOf<'PAYLOAD_HTTP_STATUS'> {
  const { status } = response
  if (status >= 300 && status < 400) return 'redirect'
  if (status === 404) return 'not-found'
  if (status === 410) return 'gone'
  if (status === 429 || status >= 500) return 'unavailable'
  if (status !== 400) return 'other'
  const problem = problemOf(response.body)
  // The one example of a 400 for a charge in the document of API Pix 2.9.0 has the body of a 404.
  if (problem === 'CobPayloadNaoEncontrado' || problem === 'RecPayloadNaoEncontrado') return 'not-found'
  if (kind === 'rec') return problem === 'RecPayloadOperacaoInvalida' ? 'recurrence-closed' : 'other'
  return kind === 'cobv' ? 'invalid-request' : 'other'
}
