/**
 * What went over the wire, for showing it.
 *
 * @module
 */
import type { Transport, TransportRequest, TransportResponse } from '@pixkit/http/transport'

export interface Exchange {
  readonly request: TransportRequest
  readonly response: TransportResponse
  readonly ms: number
}

export interface Wire {
  readonly transport: Transport
  /** Those that were answered, the oldest first. */
  readonly exchanges: readonly Exchange[]
}

const MAX_BODY = 150

/** Puts an ear on a transport, which stays as it is. */
export function listenTo(transport: Transport): Wire {
  const exchanges: Exchange[] = []
  const heard = async (request: TransportRequest): Promise<TransportResponse> => {
    const startedAt = performance.now()
    const response = await transport(request)
    exchanges.push({ request, response, ms: performance.now() - startedAt })
    return response
  }
  return { transport: Object.assign(heard, { certificateSha256: transport.certificateSha256 }), exchanges }
}

/** The request, and of its answer the status and some members. */
export function draw(exchange: Exchange | undefined, members: readonly string[] = []): string[] {
  if (exchange === undefined) return []
  const { request, response } = exchange
  const sent = short(textOf(request.body))
  const answer = members.length === 0 ? '' : ` ${pick(response.body, members)}`
  return [
    `→ ${request.method} ${new URL(request.url).pathname}`,
    ...(sent === '' ? [] : [`  ${sent}`]),
    `← ${response.status}${answer}`,
  ]
}

/** Members of an object of JSON, as they are written there. */
export function pick(body: Uint8Array, members: readonly string[]): string {
  const all = Object.entries(JSON.parse(textOf(body)) as object)
  const picked = all.filter(([name]) => members.includes(name))
  return picked.map(([name, value]) => `"${name}":${JSON.stringify(value)}`).join(' ')
}

export function short(text: string, length: number = MAX_BODY): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text
}

export function textOf(bytes: Uint8Array = new Uint8Array(0)): string {
  return new TextDecoder().decode(bytes)
}
