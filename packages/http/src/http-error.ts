/**
 * Refusals of servers.
 *
 * @module
 */
import { PixkitError } from '@pixkit/core/error'
import { formatMessage, type Params, type Path } from '@pixkit/core/issue'
import type { ReasonOf } from './codes.ts'
import { readBodyOf, type ReadBody } from './internal/answer.ts'
import { requestIdOf, retryAfterOf, visibleId } from './internal/answer-headers.ts'
import { quotesOneOf } from './internal/known-values.ts'
import { cut } from './internal/members.ts'
import { statusReason } from './internal/status-reason.ts'
import { messages } from './messages/en.ts'
import { type Problema, readProblem, violacaoPath } from './problema.ts'
import type { TransportResponse } from './transport.ts'

const BRAND = /* @__PURE__ */ Symbol.for('pixkit.http-error')

/** What the server answered, as it is: it may quote what was sent. */
export interface RefusalAnswer {
  readonly contentType: string | undefined
  /** Parsed JSON; else the first 2,048 characters of the text; `undefined` when there is none. */
  readonly body: unknown
}

export type HttpErrorClassCode = 'HTTP_STATUS' | 'HTTP_TOKEN'

export interface PixkitHttpErrorOptions {
  readonly params: Params
  readonly path: Path
  readonly status: number
  readonly requestId: string | undefined
  readonly retryAfterMs: number | undefined
  readonly problema: Problema | undefined
  readonly answer: RefusalAnswer
}

/**
 * A server answered, and it is no success.
 *
 * `message`, `path`, `params` and what else a log prints hold no text of the server but names: the last segment of the problem's
 * type, and the members that broke a rule; and of those none that quotes what the request held. The texts are in `problema` and `answer`, which no log prints by itself, since they may
 * quote names, documents and keys.
 *
 * `params`: `operation`, `status`, `reason`, `refusal` (status and names in one text), `body` (`json`, `html`, `text`, `binary` or
 * `empty`), `attempts`, and where the problem tells, `type` and `properties`.
 */
export class PixkitHttpError<Code extends HttpErrorClassCode = HttpErrorClassCode> extends PixkitError<Code> {
  override readonly name: string = 'PixkitHttpError'
  readonly status: number
  /** By which the bank's support finds the request. */
  readonly requestId: string | undefined
  /** How long the server asks to wait. */
  readonly retryAfterMs: number | undefined
  /** Not enumerable: it may quote personal data. */
  declare readonly problema: Problema | undefined
  /** Not enumerable: it may quote personal data. */
  declare readonly answer: RefusalAnswer

  constructor(code: Code, message: string, options: PixkitHttpErrorOptions) {
    super(code, message, { path: options.path, params: options.params })
    this.status = options.status
    this.requestId = options.requestId
    this.retryAfterMs = options.retryAfterMs
    Object.defineProperties(this, {
      [BRAND]: { value: true },
      problema: { value: options.problema },
      answer: { value: options.answer },
    })
  }
}

/**
 * Tells whether a caught value is a `PixkitHttpError`, also when it comes from another installed copy of the package.
 *
 * @param code - Narrows to this code.
 *
 * @example
 * ```ts
 * import { failureOfAnswer, isPixkitHttpError } from '@pixkit/http/http-error'
 *
 * const body = new TextEncoder().encode('{"title":"Não encontrado","type":"https://pix.bcb.gov.br/api/v2/error/NaoEncontrado"}')
 * const error: unknown = failureOfAnswer({ status: 404, headers: { 'x-request-id': '7' }, body }, { operation: 'cob.get' })
 *
 * isPixkitHttpError(error) && error.status // 404
 * isPixkitHttpError(error) && error.problema?.title // 'Não encontrado'
 * isPixkitHttpError(error) && error.requestId // '7'
 * ```
 */
export function isPixkitHttpError<Code extends HttpErrorClassCode = HttpErrorClassCode>(
  value: unknown,
  code?: Code,
): value is PixkitHttpError<Code> {
  return (
    typeof value === 'object' &&
    value !== null &&
    BRAND in value &&
    (code === undefined || ('code' in value && value.code === code))
  )
}

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

interface Names {
  readonly type: string | undefined
  readonly properties: readonly string[]
}

const TYPE = /^[A-Za-z][A-Za-z_]{0,59}$/

/** Names as a schema has them: letters, one digit at most (`e2eid`), an index behind it. What has more may be a key or a document. */
const PROPERTY = /^(?:(?:^|\.)[A-Za-z]{1,40}(?:\d[A-Za-z]{0,20})?(?:\[\d{1,3}\]|\.\d{1,3})?)+$/
const MAX_PROPERTY = 100
const MAX_PROPERTIES = 5

/** What a message may show of a problem. */
function namesOf(problema: Problema | undefined, secrets: readonly string[]): Names {
  const type = problema?.type
    .replace(/^about:blank$/, '')
    .split(/[/#:]/)
    .filter((segment) => segment !== '')
    .at(-1)
  const properties = (problema?.violacoes ?? [])
    .map(({ propriedade = '' }) => propriedade)
    .filter((propriedade) => propriedade.length <= MAX_PROPERTY && PROPERTY.test(propriedade))
    .filter((propriedade) => !propriedade.split('.').some((name) => quotesOneOf(name, secrets)))
  return {
    type: type !== undefined && TYPE.test(type) && !quotesOneOf(type, secrets) ? type : undefined,
    properties: [...new Set(properties)].slice(0, MAX_PROPERTIES),
  }
}

function refusalOf(status: number, { type, properties }: Names): string {
  return [String(status), type, properties.length === 0 ? undefined : `(${properties.join(', ')})`]
    .filter((part) => part !== undefined)
    .join(' ')
}
