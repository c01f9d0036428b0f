/** @module A bank in the process: it grants tokens, writes every request down and answers as the test says. */
import { type BacenClientOptions, createBacenClient, type BacenClient } from '@pixkit/bacen'
import { bacen } from '@pixkit/bacen/profiles/bacen'
import type { WarningEvent } from '@pixkit/http/hooks'
import type { TransportRequest, TransportResponse } from '@pixkit/http/transport'

export interface RecordedRequest {
  readonly method: string
  /** Below the host, without query. */
  readonly path: string
  /** As it stands in the URL, still encoded. */
  readonly search: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** Status and body; `undefined` for a connection that breaks (what it throws). */
export interface Reply {
  readonly status?: number | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
}

export type Answering = (request: RecordedRequest, index: number) => Reply

export interface RecordingBank {
  readonly client: BacenClient
  /** Without those of tokens. */
  readonly requests: RecordedRequest[]
  readonly tokenRequests: RecordedRequest[]
  readonly warnings: WarningEvent[]
}

const API = 'https://pix.example.com/api/v2'

export function recordingBank(answer: Answering, options: Partial<BacenClientOptions> = {}): RecordingBank {
  const requests: RecordedRequest[] = []
  const tokenRequests: RecordedRequest[] = []
  const warnings: WarningEvent[] = []
  const transport = async (request: TransportRequest): Promise<TransportResponse> => {
    const recorded = record(request)
    if (recorded.path === '/oauth/token') {
      tokenRequests.push(recorded)
      return respond({ body: { access_token: 'token', token_type: 'Bearer', expires_in: 300 } })
    }
    requests.push(recorded)
    return respond(answer(recorded, requests.length - 1))
  }
  const client = createBacenClient({
    profile: bacen,
    ambiente: 'homologacao',
    overrides: { apiUrl: API, tokenUrl: 'https://pix.example.com/oauth/token' },
    credentials: { clientId: 'shop', clientSecret: 'of the shop' },
    retry: { baseMs: 0 },
    clock: () => Date.UTC(2026, 10, 25, 12),
    transport,
    ...options,
    hooks: { ...options.hooks, onWarning: (event) => warnings.push(event) },
  })
  return { client, requests, tokenRequests, warnings }
}

/** The least that makes an answer of any operation: the ids that were asked for, and a status, that which was asked for if any. */
export function leastAnswer({ path, body }: RecordedRequest): object {
  const [, id = 'new', part, last] = path.slice('/api/v2/'.length).split('/')
  const {
    idRec = id,
    valor = '1.00',
    status = 'ATIVA',
  } = (body ?? {}) as {
    readonly idRec?: string
    readonly valor?: unknown
    readonly status?: string
  }
  return {
    txid: id,
    idRec,
    idSolicRec: id,
    endToEndId: id,
    id: part === 'devolucao' ? last : id,
    valor,
    location: 'pix.example.com/1',
    status,
  }
}

function record({ method, url, headers, body }: TransportRequest): RecordedRequest {
  const { pathname, search, searchParams } = new URL(url)
  const text = body === undefined ? undefined : new TextDecoder().decode(body)
  const isJson = headers['content-type']?.startsWith('application/json') === true
  return {
    method,
    path: pathname,
    search,
    query: Object.fromEntries(searchParams),
    headers,
    body: text !== undefined && isJson ? JSON.parse(text) : text,
  }
}

function respond({ status = 200, body, headers = {} }: Reply): TransportResponse {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: new TextEncoder().encode(text) }
}
