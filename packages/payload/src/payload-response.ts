/**
 * What a PSP answers at its locations and at its `jku`, as `Response` of the web.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { buildJwks, type JwkSet } from './build-jwks.ts'
import { COMPACT_JWS } from './internal/compact-jws.ts'
import { signingFailure } from './internal/failure.ts'
import { assertPublic } from './internal/signing/published-jwk.ts'

/** Errors that locations may answer, with the statuses of each. */
export interface ProblemStatuses {
  /** 404: no charge is shown now; 410: one was, and none will be again, as of a charge that expired. */
  readonly CobPayloadNaoEncontrado: 404 | 410
  /** `codMun` or `DPP` cannot be computed with. */
  readonly CobPayloadOperacaoInvalida: 400
  /** As for charges. */
  readonly RecPayloadNaoEncontrado: 404 | 410
  /** The recurrence expired, or was rejected or cancelled. */
  readonly RecPayloadOperacaoInvalida: 400
  /** Maintenance, or out of hours. */
  readonly ServicoIndisponivel: 503
}

export interface ProblemOptions<Type extends keyof ProblemStatuses> {
  /** 404 by default, where there are two. */
  readonly status?: ProblemStatuses[Type] | undefined
  /** A sentence for people. Anybody who has the location reads it: no personal data. */
  readonly detail?: string | undefined
  /** What of the request is wrong, for the types that have `Violações` in the norm: reasons for people, and names of parameters. */
  readonly violacoes?: readonly { readonly razao: string; readonly propriedade: string }[] | undefined
}

export interface KeySetResponseOptions {
  /** How long verifiers may keep the set: 0 to 86,400, 3,600 by default. */
  readonly maxAgeSeconds?: number | undefined
}

const DAY_SECONDS = 86_400
const PROBLEM_BASE = 'https://pix.bcb.gov.br/api/v2/error/'

/** Titles are those of the examples of API Pix 2.9.0, where it has any. */
const PROBLEMS: {
  readonly [Type in keyof ProblemStatuses]: { title: string; statuses: readonly [number, ...number[]] }
} = {
  CobPayloadNaoEncontrado: { title: 'Cobrança não encontrada.', statuses: [404, 410] },
  CobPayloadOperacaoInvalida: { title: 'Cobrança inválida.', statuses: [400] },
  RecPayloadNaoEncontrado: { title: 'Recorrência não encontrada.', statuses: [404, 410] },
  RecPayloadOperacaoInvalida: { title: 'Recorrência inválida.', statuses: [400] },
  ServicoIndisponivel: { title: 'Serviço Indisponível', statuses: [503] },
}

/**
 * Answers a location with a signed payload. Nobody may keep it: it says when it was shown, and the charge may change.
 *
 * @param jws - From `signPayload`.
 * @throws {PixkitError} `PAYLOAD_SIGNING_OPTION`, `jws`: it is something else, such as a payload that nobody signed.
 * @throws {TypeError} `jws` is not a string.
 *
 * @example
 * ```ts
 * import { payloadResponse } from '@pixkit/payload/payload-response'
 *
 * const { headers, status } = payloadResponse('eyJhbGciOiJSUzI1NiJ9.e30.c2ln')
 * status // 200
 * headers.get('content-type') // 'application/jose'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.2; RFC 7515, section 9.2.1 (application/jose)
 */
export function payloadResponse(jws: string): Response {
  assertString(jws, 'jws')
  if (!COMPACT_JWS.test(jws)) throw signingFailure('PAYLOAD_SIGNING_OPTION', { reason: 'jws', path: ['jws'] })
  return answer(jws, 200, 'application/jose', 'no-store')
}

/**
 * Answers the `jku` with the key set: what `buildJwks` makes of its keys, so that no other member is ever published.
 *
 * @param jwks - From `buildJwks`.
 * @param options - How long it may be kept.
 * @throws {PixkitError} `PAYLOAD_SIGNING_OPTION`, `max-age`: no whole number of seconds from 0 to a day, the longest that
 *   verifiers should keep a set without asking again (choice of pixkit). `PAYLOAD_SIGNING_KEY`, `private-member`, and what else
 *   `buildJwks` refuses.
 * @throws {TypeError} `jwks` is no key set.
 *
 * @example
 * ```ts
 * import { keySetResponse } from '@pixkit/payload/payload-response'
 *
 * const { headers } = keySetResponse({ keys: [] }, { maxAgeSeconds: 600 })
 * headers.get('content-type') // 'application/jwk-set+json'
 * headers.get('cache-control') // 'public, max-age=600'
 * ```
 *
 * @see RFC 7517, section 8.5.2 (application/jwk-set+json); RFC 9111, section 5.2.2.1 (max-age)
 */
export function keySetResponse(jwks: JwkSet, { maxAgeSeconds = 3_600 }: KeySetResponseOptions = {}): Response {
  if (!Number.isInteger(maxAgeSeconds) || maxAgeSeconds < 0 || maxAgeSeconds > DAY_SECONDS) {
    throw signingFailure('PAYLOAD_SIGNING_OPTION', { reason: 'max-age', path: ['maxAgeSeconds'] })
  }
  if (!Array.isArray(jwks?.keys)) throw new TypeError('"jwks" must be a key set')
  assertPublic(jwks, [])
  return answer(
    JSON.stringify(buildJwks(jwks.keys)),
    200,
    'application/jwk-set+json',
    `public, max-age=${maxAgeSeconds}`,
  )
}

/**
 * Answers a location with an error of the norm.
 *
 * An unknown token and one whose charge is not shown should get the same answer after the same time, so that nobody learns
 * which tokens exist.
 *
 * @param type - Last part of the address of the error.
 * @param options - Status and sentence.
 * @throws {TypeError} The norm knows no such error, or not with this status.
 *
 * @example
 * ```ts
 * import { payloadProblem } from '@pixkit/payload/payload-response'
 *
 * const response = payloadProblem('CobPayloadNaoEncontrado', { status: 410 })
 * response.status // 410
 * const { type } = (await response.json()) as { type: string }
 * type // 'https://pix.bcb.gov.br/api/v2/error/CobPayloadNaoEncontrado'
 * ```
 *
 * @see API Pix 2.9.0, section on errors of CobPayload and RecPayload; RFC 7807, section 3
 */
export function payloadProblem<Type extends keyof ProblemStatuses>(
  type: Type,
  { detail, status, violacoes }: ProblemOptions<Type> = {},
): Response {
  if (!Object.hasOwn(PROBLEMS, type)) throw new TypeError('"type" must be an error of the norm')
  const { statuses, title } = PROBLEMS[type]
  const [usual] = statuses
  const code: number = status ?? usual
  if (!statuses.includes(code)) throw new TypeError(`"status" must be one of ${statuses.join(', ')}`)
  const body = JSON.stringify({ type: `${PROBLEM_BASE}${type}`, title, status: code, detail, violacoes })
  return answer(body, code, 'application/problem+json', 'no-store')
}

function answer(body: string, status: number, contentType: string, cacheControl: string): Response {
  const headers = { 'content-type': contentType, 'cache-control': cacheControl, 'x-content-type-options': 'nosniff' }
  return new Response(new TextEncoder().encode(body), { status, headers })
}
