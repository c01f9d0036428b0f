/**
 * The query of a URL, as API Pix and the bank want it.
 *
 * @module
 */
import { instantMs, isDateTime } from '@pixkit/core/dates'
import type { Issue } from '@pixkit/core/issue'
import { bacenIssue } from './failure.ts'

export type QueryValue = string | number | boolean | Date | undefined
export type Query = Readonly<Record<string, QueryValue>>

const INSTANTS: ReadonlySet<string> = /* @__PURE__ */ new Set(['inicio', 'fim'])
/** Half a character, which has no bytes. */
const UNPAIRED = /\p{Surrogate}/u
const MAX_ITENS = 1_000
const SECOND_MS = 1_000

export interface QueryFormat {
  /** Whether instants carry milliseconds; without, `inicio` is moved to its second's begin and `fim` to the next one's. */
  readonly milliseconds: boolean
}

/**
 * Writes the parameters, percent-encoded and joined, without the question mark; absent ones are left out.
 *
 * Instants are written in UTC with `Z`: a text without its zone means another instant to each reader.
 *
 * @see API Pix 2.9.0, parameters `inicio` and `fim`: RFC 3339.
 */
export function writeQuery(query: Query, format: QueryFormat): string {
  const parts: string[] = []
  for (const name of Object.keys(query)) {
    const value = query[name]
    if (value === undefined) continue
    const text = INSTANTS.has(name) || value instanceof Date ? writeInstant(name, value as Date, format) : String(value)
    parts.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`)
  }
  return parts.join('&')
}

function writeInstant(name: string, value: Date | string, { milliseconds }: QueryFormat): string {
  const ms = msOf(value)
  if (milliseconds) return new Date(ms).toISOString()
  const seconds = name === 'fim' ? Math.ceil(ms / SECOND_MS) : Math.floor(ms / SECOND_MS)
  return new Date(seconds * SECOND_MS).toISOString().replace('.000Z', 'Z')
}

/** Milliseconds since 1970. @returns `NaN` for what is no instant. */
export function msOf(value: unknown): number {
  if (value instanceof Date) return value.getTime()
  return typeof value === 'string' && isDateTime(value) ? instantMs(value) : Number.NaN
}

/**
 * What is wrong with the parameters of a list.
 *
 * @see API Pix 2.9.0, …ConsultaInvalida: `fim` before `inicio`, cpf and cnpj together, negative pages; ItensPorPagina: 1 to 1,000.
 */
export function queryIssues(query: Query, maxItens: number = MAX_ITENS): Issue[] {
  const issues: Issue[] = []
  const refuse = (fault: Parameters<typeof bacenIssue<'BACEN_REQUEST'>>[2]): void => {
    issues.push(bacenIssue('BACEN_REQUEST', 'error', fault))
  }
  for (const name of INSTANTS) {
    if (query[name] !== undefined && Number.isNaN(msOf(query[name]))) refuse({ reason: 'date-time', path: [name] })
  }
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string' && UNPAIRED.test(value)) {
      refuse({ reason: 'format', path: [name], params: { form: 'Unicode' } })
    }
  }
  const { inicio, fim, cpf, cnpj } = query
  if (inicio !== undefined && fim !== undefined && msOf(fim) < msOf(inicio)) refuse({ reason: 'period', path: ['fim'] })
  if (cpf !== undefined && cnpj !== undefined) refuse({ reason: 'cpf-and-cnpj', path: ['cnpj'] })
  const page = query['paginacao.paginaAtual']
  if (page !== undefined && !(Number.isInteger(page) && (page as number) >= 0)) {
    refuse({ reason: 'range', path: ['paginacao', 'paginaAtual'], params: { form: '0' } })
  }
  const size = query['paginacao.itensPorPagina']
  if (size !== undefined && !(Number.isInteger(size) && (size as number) >= 1 && (size as number) <= maxItens)) {
    refuse({ reason: 'range', path: ['paginacao', 'itensPorPagina'], params: { form: `1 to ${maxItens}` } })
  }
  return issues
}
