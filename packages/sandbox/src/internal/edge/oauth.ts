/**
 * The token endpoint: client credentials, nothing else.
 *
 * @module
 */
import { refusalAnswer } from '../api/problem-answer.ts'
import { json } from '../api/router.ts'
import type { World } from '../world.ts'
import type { Connection } from './caller.ts'
import { isSame } from './is-same.ts'
import type { Tokens } from './tokens.ts'

export interface OAuthParts {
  readonly world: World
  readonly tokens: Tokens
  readonly credentials: { readonly clientId: string; readonly clientSecret: string }
}

interface TokenRequest {
  readonly authorization: string | undefined
  readonly contentType: string
  readonly query: URLSearchParams
  readonly body: string
}

/** @see RFC 6749, sections 2.3.1, 4.4 and 5; RFC 8705, sections 2 and 3. */
export function answerToken(
  { world, tokens, credentials }: OAuthParts,
  request: TokenRequest,
  connection: Connection,
): Response {
  const asProblem = world.personality.tokenRefusals === 'problema'
  if (connection.demandsCertificate && connection.certificateSha256 === undefined) {
    if (asProblem) return refusalAnswer(world, 'RequisicaoInvalida', { detail: 'Thumbprint do certificado incorreto.' })
    return refused(401, 'invalid_client', 'Apresente o certificado de cliente do sandbox.')
  }
  const fields = readFields(world, request)
  if (fields === undefined) {
    return refused(415, 'invalid_request', `Corpo esperado: ${EXPECTED[world.personality.tokenBody]}.`)
  }
  const usesHeader = request.authorization !== undefined
  const client = usesHeader ? readBasic(request.authorization) : [fields.get('client_id'), fields.get('client_secret')]
  if (usesHeader && fields.has('client_secret')) {
    return refused(400, 'invalid_request', 'As credenciais vieram duas vezes.')
  }
  if (!isSame(client[0], credentials.clientId) || !isSame(client[1], credentials.clientSecret)) {
    const challenge = usesHeader ? { 'www-authenticate': 'Basic realm="sandbox"' } : {}
    return refused(401, 'invalid_client', 'client_id ou client_secret errado.', challenge)
  }
  const grantType = fields.get('grant_type') ?? request.query.get('grant_type')
  if (grantType === null || grantType === undefined) return refused(400, 'invalid_request', 'Falta grant_type.')
  if (grantType !== 'client_credentials') {
    return refused(400, 'unsupported_grant_type', 'Somente client_credentials.')
  }
  const { scopes, expiresIn } = world.personality
  const asked = (fields.get('scope') ?? request.query.get('scope') ?? '').split(' ').filter((scope) => scope !== '')
  const granted = asked.length === 0 ? scopes : scopes.filter((scope) => asked.includes(scope))
  const denied = asked.filter((scope) => !granted.includes(scope))
  if (asProblem && (denied.length > 0 || granted.length === 0)) {
    const detail = granted.length === 0 && asked.length === 0 ? 'Escopo vazio.' : `Escopo negado: ${denied.join(' ')}`
    return refusalAnswer(world, 'RequisicaoInvalida', { detail })
  }
  if (granted.length === 0) return refused(400, 'invalid_scope', 'Nenhum dos escopos pedidos é desta credencial.')
  const { seconds, unit } = expiresIn
  const accessToken = tokens.grant({
    scopes: new Set(granted),
    certificateSha256: connection.certificateSha256,
    expiresAt: world.clock.now() + seconds * 1000,
  })
  return uncached(
    json(200, {
      access_token: accessToken,
      token_type: 'Bearer',
      expires_in: unit === 'seconds' ? seconds : seconds * 1000,
      scope: granted.join(' '),
    }),
  )
}

const EXPECTED = {
  form: 'application/x-www-form-urlencoded',
  json: 'application/json',
  either: 'application/x-www-form-urlencoded ou application/json',
} as const

/** Nothing when the body is of a kind that the bank does not read. */
function readFields({ personality }: World, { contentType, body }: TokenRequest): Map<string, string> | undefined {
  if (body === '') return new Map()
  const isForm = contentType === EXPECTED.form && personality.tokenBody !== 'json'
  if (isForm) return new Map(new URLSearchParams(body))
  if (contentType !== EXPECTED.json || personality.tokenBody === 'form') return undefined
  try {
    const read: unknown = JSON.parse(body)
    const entries = Object.entries(Object(read) as Record<string, unknown>)
    return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch {
    return new Map()
  }
}

/** Both halves are form-encoded; who sends them as they are is understood too. */
function readBasic(header: string | undefined): readonly [string?, string?] {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '') ?? []
  if (encoded === undefined) return []
  const text = Buffer.from(encoded, 'base64').toString()
  const colon = text.indexOf(':')
  if (colon < 0) return []
  return [decode(text.slice(0, colon)), decode(text.slice(colon + 1))]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function refused(
  status: number,
  error: string,
  description: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return uncached(json(status, { error, error_description: description }), headers)
}

function uncached(response: Response, headers: Readonly<Record<string, string>> = {}): Response {
  response.headers.set('cache-control', 'no-store')
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}
