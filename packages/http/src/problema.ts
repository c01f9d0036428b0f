/**
 * Problems as API Pix writes them, and how they are read.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { isMembers, type Members, textOf } from './internal/members.ts'

/** One rule that a request broke. Values may quote what was sent: keep them out of logs. */
export interface Violacao {
  /** Why, in words. */
  readonly razao?: string | undefined
  /** Which member, as a path with dots: `cob.valor.original`. */
  readonly propriedade?: string | undefined
  /** What was sent, as the bank quotes it. */
  readonly valor?: string | undefined
  /** `propriedade` as a path: `['cob', 'valor', 'original']`. */
  readonly path?: Path | undefined
}

/**
 * What a bank says is wrong.
 *
 * @see RFC 7807; API Pix 2.9.0, Problema.
 */
export interface Problema {
  /** URI of the kind of problem; its last segment names it: `https://pix.bcb.gov.br/api/v2/error/CobOperacaoInvalida`. */
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string | undefined
  readonly correlationId?: string | undefined
  readonly violacoes?: readonly Violacao[] | undefined
}

const MAX_VIOLACOES = 50
const MAX_NAME = 200
const MAX_TEXT = 2_000

/**
 * Reads what a bank says is wrong: a problem of API Pix, any other problem of RFC 7807, or an error of OAuth, whose code becomes
 * `type` and `title`.
 *
 * It takes what is there: a single violation without its list, numbers for texts, no `title`. Texts are cut and control characters
 * become spaces; of violations the first 50 count (choices of pixkit).
 *
 * @param body - Parsed JSON.
 * @param status - Of the answer, for a body that has none.
 * @returns `undefined` when it is none of these.
 *
 * @example
 * ```ts
 * import { readProblem } from '@pixkit/http/problema'
 *
 * const body = {
 *   type: 'https://pix.bcb.gov.br/api/v2/error/CobOperacaoInvalida',
 *   title: 'Cobrança inválida.',
 *   status: 400,
 *   violacoes: [{ razao: 'zero', propriedade: 'cob.valor.original' }],
 * }
 * readProblem(body, 400)?.violacoes?.[0]?.path // ['cob', 'valor', 'original']
 * readProblem({ error: 'invalid_client' }, 401) // { type: 'invalid_client', title: 'invalid_client', status: 401 }
 * readProblem({ nome: 'Maria' }, 400) // undefined
 * ```
 *
 * @see RFC 7807, section 3.1 (members) and 4.2 (`about:blank`); RFC 6749, section 5.2; API Pix 2.9.0, Problema and Violacao.
 */
export function readProblem(body: unknown, status: number): Problema | undefined {
  if (!isMembers(body)) return undefined
  return problemOf(body, status) ?? oauthErrorOf(body, status)
}

function problemOf(body: Members, status: number): Problema | undefined {
  const { type, title, detail, violacoes } = body
  const named = [type, title, detail].some((text) => typeof text === 'string' && text !== '')
  if (!named && !Array.isArray(violacoes)) return undefined
  return problem(body, {
    type: textOf(type, MAX_NAME) ?? 'about:blank',
    title: textOf(title, MAX_NAME) ?? '',
    status: isStatus(body['status']) ? body['status'] : status,
    detail: textOf(detail, MAX_TEXT),
  })
}

function oauthErrorOf(body: Members, status: number): Problema | undefined {
  const error = textOf(body['error'], MAX_NAME)
  if (error === undefined) return undefined
  return problem(body, { type: error, title: error, status, detail: textOf(body['error_description'], MAX_TEXT) })
}

function problem(body: Members, { detail, ...rest }: Problema): Problema {
  const correlationId = textOf(body['correlationId'], MAX_NAME)
  const violacoes = violacoesOf(body['violacoes'])
  return {
    ...rest,
    ...(detail === undefined ? {} : { detail }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(violacoes.length === 0 ? {} : { violacoes }),
  }
}

function isStatus(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 100 && (value as number) <= 599
}

function violacoesOf(value: unknown): Violacao[] {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  return list.slice(0, MAX_VIOLACOES).filter(isMembers).map(violacaoOf)
}

function violacaoOf(members: Members): Violacao {
  const razao = textOf(members['razao'], MAX_TEXT)
  const propriedade = textOf(members['propriedade'], MAX_NAME)
  const valor = textOf(members['valor'], MAX_TEXT)
  return {
    ...(razao === undefined ? {} : { razao }),
    ...(propriedade === undefined ? {} : { propriedade, path: violacaoPath(propriedade) }),
    ...(valor === undefined ? {} : { valor }),
  }
}

/**
 * Splits the name of a member, as violations write it, into a path. Indices may stand in brackets or between dots.
 *
 * @example
 * ```ts
 * import { violacaoPath } from '@pixkit/http/problema'
 *
 * violacaoPath('cob.valor.original') // ['cob', 'valor', 'original']
 * violacaoPath('cob.infoAdicionais[0].nome') // ['cob', 'infoAdicionais', 0, 'nome']
 * ```
 *
 * @see API Pix 2.9.0, Violacao: `propriedade`, of which it gives examples with dots only; brackets are a choice of pixkit.
 */
export function violacaoPath(propriedade: string): Path {
  return propriedade
    .split(/[.[\]/]+/)
    .filter((segment) => segment !== '' && segment !== '$')
    .map((segment) => (/^\d{1,6}$/.test(segment) ? Number(segment) : segment))
}
