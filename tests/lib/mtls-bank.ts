/**
 * @module A bank on loopback that demands a client certificate: tokens, charges, and everything that goes wrong on the way. People in it
 * are invented.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { SecureVersion, TLSSocket } from 'node:tls'
import { buildBrCode } from '../../packages/brcode/src/build-brcode.ts'
import { createCa } from '../../packages/certs/src/create-ca.ts'
import { createClientIdentity, createServerIdentity } from '../../packages/certs/src/create-identity.ts'
import type { Identity } from '../../packages/certs/src/select-identity.ts'
import { type PemPair, toPem, toPemPair } from '../../packages/certs/src/to-pem.ts'
import { watchSockets } from './watch-sockets.ts'

export const CLIENT_ID = 'padaria'
export const CLIENT_SECRET = 'fornada-das-seis'
export const CHAVE = '71cdf9ba-c695-4e3c-b010-abb521a3f1be'

/** What one request meets instead of an answer, or on the way to it. */
export type Fault =
  | {
      readonly kind: 'status'
      readonly status: number
      readonly headers?: Record<string, string>
      readonly body?: string
    }
  /** Hangs up: before anything was done, once it was done, or in the middle of telling so. */
  | { readonly kind: 'drop' | 'store-then-drop' | 'drop-mid-body' }
  /** Says nothing until `ms` are over. */
  | { readonly kind: 'slow-headers'; readonly ms: number }
  /** Sends the answer in pieces of a byte, each after `ms`. */
  | { readonly kind: 'drip'; readonly ms: number }

export interface BankRequest {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly authorization: string | undefined
  readonly body: string
}

export interface MtlsBank {
  readonly origin: string
  readonly tokenUrl: string
  readonly apiUrl: string
  /** PEM of the authority that vouches for the server. */
  readonly ca: string
  /** Its authority, to make other certificates. */
  readonly authority: Identity
  readonly client: PemPair
  /** Charges by txid, as the bank keeps them. */
  readonly charges: Map<string, Readonly<Record<string, unknown>>>
  readonly tokenRequests: BankRequest[]
  readonly apiRequests: BankRequest[]
  connections(): number
  /** Meets the next request of this kind; several meet several, in their order. */
  fault(on: 'token' | 'api', ...faults: Fault[]): void
  unmetFaults(): readonly Fault[]
  clearFaults(): void
  /** From now on no token that was granted so far is good. */
  revokeTokens(): void
  /** Takes the requests it has counted for new ones. */
  forget(): void
  close(): Promise<void>
}

export interface MtlsBankOptions {
  readonly version?: SecureVersion | undefined
  readonly expiresIn?: number | undefined
  readonly scope?: string | undefined
}

export async function createMtlsBank(options: MtlsBankOptions = {}): Promise<MtlsBank> {
  const { version, expiresIn = 3600, scope = 'cob.read cob.write' } = options
  const authority = await createCa({ name: 'AC do banco de teste' })
  const identity = await createServerIdentity(authority, ['localhost'])
  const client = toPemPair(await createClientIdentity(authority))
  const charges: MtlsBank['charges'] = new Map()
  const tokenRequests: BankRequest[] = []
  const apiRequests: BankRequest[] = []
  const faults: Record<'token' | 'api', Fault[]> = { token: [], api: [] }
  const tokens = new Set<string>()
  const sockets = new Set<Socket>()
  let granted = 0
  let forgotten = 0

  const grant = ({ authorization }: BankRequest): Answer => {
    const expected = `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}`
    if (authorization !== expected) return { status: 401, body: { error: 'invalid_client' } }
    granted += 1
    const accessToken = `token-${granted}-${'x'.repeat(64)}`
    tokens.add(accessToken)
    return { status: 200, body: { access_token: accessToken, token_type: 'Bearer', expires_in: expiresIn, scope } }
  }
  const serveApi = (request: BankRequest): Answer =>
    tokens.has(request.authorization?.replace(/^Bearer /, '') ?? '')
      ? serveCob(request, charges)
      : { status: 401, body: undefined }

  const server = createServer(
    {
      ...toPemPair(identity),
      ca: toPem(authority.certificate),
      requestCert: true,
      rejectUnauthorized: true,
      ...(version === undefined ? {} : { minVersion: version, maxVersion: version }),
    },
    (incoming, response) => {
      void readRequest(incoming).then(async (request) => {
        // A resumed session of TLS 1.3 counts as authorised, whatever it brought.
        const shown = (incoming.socket as TLSSocket).getPeerCertificate()
        if (Object.keys(shown).length === 0) return void incoming.socket.destroy()
        const isToken = request.path === '/oauth/token'
        const list = isToken ? tokenRequests : apiRequests
        list.push(request)
        const fault = faults[isToken ? 'token' : 'api'].shift()
        return answer(response, fault, () => (isToken ? grant(request) : serveApi(request)))
      })
    },
  )
  const connections = watchSockets(server, sockets)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`

  return {
    origin,
    tokenUrl: `${origin}/oauth/token`,
    apiUrl: `${origin}/api/v2`,
    ca: toPem(authority.certificate),
    authority,
    client,
    charges,
    tokenRequests,
    apiRequests,
    connections: () => connections() - forgotten,
    fault: (on, ...more) => void faults[on].push(...more),
    unmetFaults: () => [...faults.token, ...faults.api],
    clearFaults() {
      faults.token.length = 0
      faults.api.length = 0
    },
    revokeTokens: () => tokens.clear(),
    forget() {
      tokenRequests.length = 0
      apiRequests.length = 0
      forgotten = connections()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

async function readRequest(incoming: IncomingMessage): Promise<BankRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const { pathname, searchParams } = new URL(incoming.url ?? '', 'https://localhost')
  return {
    method: incoming.method ?? '',
    path: pathname,
    query: searchParams,
    authorization: incoming.headers.authorization,
    body: Buffer.concat(chunks).toString(),
  }
}

async function answer(response: ServerResponse, fault: Fault | undefined, act: () => Answer): Promise<void> {
  if (fault?.kind === 'drop') return void response.socket?.destroy()
  if (fault?.kind === 'status') {
    response.writeHead(fault.status, { 'content-type': 'application/problem+json', ...fault.headers })
    return void response.end(fault.body ?? '')
  }
  const { status, body } = act()
  if (fault?.kind === 'store-then-drop') return void response.socket?.destroy()
  const text = body === undefined ? '' : JSON.stringify(body)
  if (fault?.kind === 'slow-headers') await sleep(fault.ms)
  response.writeHead(status, {
    'content-type': status < 400 ? 'application/json' : 'application/problem+json',
    'content-length': Buffer.byteLength(text),
    'x-request-id': `pedido-${status}`,
  })
  if (fault?.kind === 'drop-mid-body') {
    response.write(text.slice(0, text.length / 2), () => response.socket?.destroy())
  } else if (fault?.kind === 'drip') {
    for (const letter of text) {
      if (response.destroyed) return
      response.write(letter)
      await sleep(fault.ms)
    }
    response.end()
  } else {
    response.end(text)
  }
}

/** @see API Pix 2.9.0: a PUT to a txid that is in use is refused unless the charge is not active. */
function serveCob({ method, path, body }: BankRequest, charges: MtlsBank['charges']): Answer {
  const [, txid] = /^\/api\/v2\/cob\/(\w{26,35})$/.exec(path) ?? []
  if (txid === undefined) {
    if (path !== '/api/v2/cob' || (method !== 'POST' && method !== 'GET')) return problem(404, 'NaoEncontrado')
    if (method === 'GET') return { status: 200, body: page([...charges.values()]) }
    return create(`pos${String(charges.size).padStart(29, '0')}`, body, charges)
  }
  const charge = charges.get(txid)
  if (method === 'PUT') return charge === undefined ? create(txid, body, charges) : problem(400, 'CobOperacaoInvalida')
  if (charge === undefined) return problem(404, 'CobNaoEncontrado')
  if (method === 'GET') return { status: 200, body: charge }
  if (method !== 'PATCH') return problem(405, 'RequisicaoInvalida')
  const changed = { ...charge, ...(JSON.parse(body) as object), revisao: Number(charge['revisao']) + 1 }
  charges.set(txid, changed)
  return { status: 200, body: changed }
}

function page(cobs: readonly unknown[]): unknown {
  const paginacao = { paginaAtual: 0, itensPorPagina: 100, quantidadeDePaginas: 1, quantidadeTotalDeItens: cobs.length }
  return { parametros: { inicio: '2026-11-25T00:00:00Z', fim: '2026-11-25T23:59:59Z', paginacao }, cobs }
}

function create(txid: string, body: string, charges: MtlsBank['charges']): Answer {
  const location = `pix.banco.example/qr/v2/${txid}`
  const charge = {
    ...(JSON.parse(body) as object),
    txid,
    revisao: 0,
    status: 'ATIVA',
    calendario: { criacao: '2026-11-25T12:00:00.000Z', expiracao: 3600 },
    loc: { id: charges.size + 1, location, tipoCob: 'cob', criacao: '2026-11-25T12:00:00.000Z' },
    location,
    pixCopiaECola: buildBrCode({
      kind: 'dynamic',
      location,
      merchantName: 'PADARIA DO BAIRRO',
      merchantCity: 'PORTO ALEGRE',
    }),
  }
  charges.set(txid, charge)
  return { status: 201, body: charge }
}

function problem(status: number, type: string): Answer {
  return { status, body: { type: `https://pix.bcb.gov.br/api/v2/error/${type}`, title: 'Recusado', status } }
}
