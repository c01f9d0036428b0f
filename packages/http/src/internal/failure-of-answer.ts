/**
 * From the answer of a server to the error.
 *
 * @module
 */
import { formatMessage } from '@pixkit/core/issue'
import type { ReasonOf } from '../codes.ts'
import { messages } from '../messages/en.ts'
import { type Problema, readProblem, violacaoPath } from '../problema.ts'
import type { TransportResponse } from '../transport.ts'
import { readBodyOf, type ReadBody } from './answer.ts'
import { requestIdOf, retryAfterOf, visibleId } from './answer-headers.ts'
import { cut } from './members.ts'
import { type HttpErrorClassCode, PixkitHttpError, type RefusalAnswer } from './pixkit-http-error.ts'
import { namesOf, refusalOf } from './refusal-names.ts'
import { statusReason } from './status-reason.ts'

/** What is known beside the answer. */
export interface RefusalOptions<Code extends HttpErrorClassCode = 'HTTP_STATUS'> {
  /** `HTTP_STATUS` by default. */
  readonly code?: Code | undefined
  /** By the status and the kind of the body, by default. */
  readonly reason?: ReasonOf<Code> | undefined
  /** `cob.create`. */
  readonly operation: string
  /** Tries so far; 1 by default. */
  readonly attempts?: number | undefined
  /** Milliseconds since 1970, for a `Retry-After` with a date; `Date.now()` by default. */
  readonly now?: number | undefined
  /** What the request held and no log may show, such as a token: names and ids of the answer that quote it are left out. */
  readonly secrets?: readonly string[] | undefined
  /** As `HttpClientOptions.readProblem`; where it has no answer, `readProblem` of this package is asked. */
  readonly readProblem?: ((answer: TransportResponse, body: unknown) => Problema | undefined) | undefined
}

/**
 * Makes the error of an answer that is none of success, with its English sentence.
 *
 * @example
 * ```ts
 * import { failureOfAnswer } from '@pixkit/http/http-error'
 *
 * const problem = {
 *   type: 'https://pix.bcb.gov.br/api/v2/error/CobOperacaoInvalida',
 *   title: 'Cobrança inválida.',
 *   violacoes: [{ propriedade: 'cob.valor.original', valor: '0.00' }],
 * }
 * const body = new TextEncoder().encode(JSON.stringify(problem))
 * const error = failureOfAnswer({ status: 400, headers: {}, body }, { operation: 'cob.create' })
 * error.message // 'server refused cob.create: 400 CobOperacaoInvalida (cob.valor.original)'
 * error.path // ['cob', 'valor', 'original']
 * ```
 */
export function failureOfAnswer<Code extends HttpErrorClassCode = 'HTTP_STATUS'>(
  answer: TransportResponse,
  options: RefusalOptions<Code>,
): PixkitHttpError<Code> {
  const { code = 'HTTP_STATUS' as Code, operation, attempts = 1, now = Date.now(), secrets = [] } = options
  const { status, headers } = answer
  const body = readBodyOf(answer)
  const problema = problemOf(answer, body, options.readProblem)
  const names = namesOf(problema, secrets)
  const params = {
    operation,
    status,
    refusal: refusalOf(status, names),
    body: body.kind,
    attempts,
    ...(names.type === undefined ? {} : { type: names.type }),
    ...(names.properties.length === 0 ? {} : { properties: names.properties.join(', ') }),
    reason: options.reason ?? statusReason(status, body.kind),
  }
  const path = violacaoPath(names.properties[0] ?? '')
  return new PixkitHttpError(code, formatMessage({ code, path, params }, messages), {
    params,
    path,
    status,
    requestId: requestIdOf(headers, () => secrets) ?? visibleId(problema?.correlationId, secrets),
    retryAfterMs: retryAfterOf(headers, now),
    problema,
    answer: answerOf(answer, body),
  })
}

function problemOf(
  answer: TransportResponse,
  { kind, value }: ReadBody,
  own: RefusalOptions['readProblem'],
): Problema | undefined {
  try {
    const problema = own?.(answer, value)
    if (problema !== undefined) return problema
  } catch {
    // What the bank said matters more than what a reader of its shape made of it.
  }
  return kind === 'json' ? readProblem(value, answer.status) : undefined
}

const MAX_KEPT_BYTES = 256 * 1024
const MAX_KEPT_TEXT = 2_048

function answerOf({ headers, body: { byteLength } }: TransportResponse, { kind, value }: ReadBody): RefusalAnswer {
  const isKept = kind !== 'json' || byteLength <= MAX_KEPT_BYTES
  return {
    contentType: headers['content-type'],
    body: typeof value === 'string' ? cut(value, MAX_KEPT_TEXT) : isKept ? value : undefined,
  }
}
