/**
 * One request of a guarded transport, from the name of the host to the last byte.
 *
 * @module
 */
import { type Deadline, failureOfRequest } from '@pixkit/http/deadline'
import { failureOfBody, httpFailure } from '@pixkit/http/failure'
import type { TransportRequest, TransportResponse } from '@pixkit/http/transport'
import { Client } from 'undici'
import { overflowOf } from '../header-overflow.ts'
import { collectBody, decompressBody, joinHeaders } from '../read-answer.ts'
import { type Connection, openConnection } from './open-connection.ts'
import { resolveHost } from './resolve-host.ts'
import type { GuardedSettings } from './settings.ts'

/**
 * Room for what is neither header nor body: the status line, answers ahead of the answer (1xx), sizes of chunks, records of TLS.
 * Nobody needs more than that and twice the limits; whoever sends more wants to keep the connection busy.
 */
const FRAMING_BYTES = 256 * 1024

/** Sends a request whose URL and headers were checked. When it is over, its socket is closed. */
export async function exchange(
  { headers, method }: TransportRequest,
  url: URL,
  max: number,
  settings: GuardedSettings,
  deadline: Deadline,
): Promise<TransportResponse> {
  const { resolver, connectTimeoutMs, headersTimeoutMs, bodyTimeoutMs, addresses: allowed, port } = settings
  const { maxHeaderBytes } = settings
  const { hostname: host } = url
  if (deadline.failure !== undefined) throw deadline.failure
  deadline.enter('resolve', connectTimeoutMs)
  const addresses = await deadline.race(resolveHost(host, resolver, allowed, deadline.signal))

  deadline.enter('connect', connectTimeoutMs)
  const onConnect = (): void => deadline.enter('headers', headersTimeoutMs)
  const maxBytes = 2 * (maxHeaderBytes + max) + FRAMING_BYTES
  const connection = openConnection({ ...settings, host, port, addresses, maxBytes }, deadline, onConnect)
  const client = new Client(url.origin, {
    connect: connection.connector,
    maxHeaderSize: maxHeaderBytes,
    // The deadline keeps the time.
    headersTimeout: 0,
    bodyTimeout: 0,
  })
  try {
    const sent = client.request({
      method: method as 'GET',
      path: `${url.pathname}${url.search}`,
      headers: { 'user-agent': settings.userAgent, ...headers, 'accept-encoding': 'identity' },
      reset: true,
      signal: deadline.signal,
    })
    // undici looks at the signal only once it is connected.
    const answer = await deadline.race(sent)
    deadline.enter('body', bodyTimeoutMs)
    return await readAnswer(answer, connection, max, maxHeaderBytes, deadline)
  } finally {
    await Promise.all([client.destroy(), connection.close()])
  }
}

async function readAnswer(
  { statusCode: status, headers: received, body: stream }: Awaited<ReturnType<Client['request']>>,
  connection: Connection,
  max: number,
  maxHeaderBytes: number,
  deadline: Deadline,
): Promise<TransportResponse> {
  // Not consumed, it would fail later and unheard.
  stream.on('error', () => {})
  if (status >= 300 && status <= 399) throw httpFailure('HTTP_REDIRECT', { params: { status } })
  const headers = joinHeaders(received)
  const bytes = await collectBody(stream, headers['content-length'], max).catch((error: unknown) => {
    throw failureOfRequest(error, deadline, (other) => overflowOf(other, maxHeaderBytes) ?? failureOfBody(other))
  })
  const body = await deadline.race(decompressBody(bytes, headers['content-encoding'], max))
  const peerCertificate = connection.peerCertificate()
  return { status, headers, body, peerCertificate, addressChecked: true, tlsChecked: true }
}
