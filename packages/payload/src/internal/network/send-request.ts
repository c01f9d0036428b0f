/**
 * Requests through the transport of the caller.
 *
 * @module
 */
import type { Transport, TransportRequest, TransportResponse } from '@pixkit/http/transport'

/**
 * Sends a request, and makes sure that what comes back is an answer: in JavaScript anything can be handed in as a transport.
 *
 * @throws {TypeError} It is none; whatever the transport throws.
 */
export async function sendRequest(transport: Transport, request: TransportRequest): Promise<TransportResponse> {
  const answer: unknown = await transport(request)
  const { body, headers, status } = Object(answer) as { readonly [Name in keyof TransportResponse]?: unknown }
  const isRight =
    Number.isInteger(status) && typeof headers === 'object' && headers !== null && body instanceof Uint8Array
  if (!isRight) throw new TypeError('"transport" must return { status, headers, body }, with a Uint8Array as body')
  return answer as TransportResponse
}
