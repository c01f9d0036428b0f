/**
 * The error of a server that refused.
 *
 * @module
 */
import { PixkitError } from '@pixkit/core/error'
import type { Params, Path } from '@pixkit/core/issue'
import type { Problema } from '../problema.ts'

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
 * type, and the members that broke a rule; and of those none that quotes what the request held. The texts are in `problema` and
 * `answer`, which no log prints by itself, since they may quote names, documents and keys.
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
