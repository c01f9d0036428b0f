/** @module A bank that only hands out tokens, over a fake transport with a clock that stands still. */
import type { OAuthTokensOptions } from '../../packages/http/src/oauth-tokens.ts'
import type { Transport, TransportRequest, TransportResponse } from '../../packages/http/src/transport.ts'

type Reply = (request: TransportRequest, count: number) => Promise<TransportResponse> | TransportResponse

export interface TokenDesk {
  readonly options: OAuthTokensOptions & { readonly transport: Transport }
  readonly requests: readonly TransportRequest[]
  /** What it answers from now on. */
  reply: Reply
  now: number
}

export const START = Date.UTC(2026, 0, 31, 12)

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): TransportResponse {
  return { status, headers, body: new TextEncoder().encode(JSON.stringify(body)) }
}

/** Grants `token-1`, `token-2` … for an hour. */
export const grants: Reply = (_request, count) =>
  json({ access_token: `token-${count}`, token_type: 'Bearer', expires_in: 3_600 })

export function tokenDesk(options: Partial<OAuthTokensOptions> = {}): TokenDesk {
  const requests: TransportRequest[] = []
  const desk: TokenDesk = {
    requests,
    reply: grants,
    now: START,
    options: {
      tokenUrl: 'https://pix.example.com/oauth/token',
      clientId: 'loja',
      clientSecret: 'segredo da loja',
      shape: { client: 'basic', body: 'form', grantType: 'body', sendsScope: true, expiresIn: 'seconds' },
      scopes: ['cob.read', 'cob.write'],
      clock: () => desk.now,
      jitter: () => 0,
      sleep: async () => {},
      ...options,
      transport: Object.assign(
        async (request: TransportRequest) => {
          requests.push(request)
          return desk.reply(request, requests.length)
        },
        { certificateSha256: options.transport?.certificateSha256 },
      ),
    },
  }
  return desk
}

/** A promise, and what settles it. */
export function deferred<Value>(): {
  readonly promise: Promise<Value>
  readonly resolve: (value: Value) => void
  readonly reject: (reason: unknown) => void
} {
  let resolve: (value: Value) => void = () => {}
  let reject: (reason: unknown) => void = () => {}
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes
    reject = no
  })
  return { promise, resolve, reject }
}
