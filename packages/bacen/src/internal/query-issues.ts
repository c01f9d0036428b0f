/**
 * The parameters of a query against API Pix.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import { type OperationName, operations } from '../operations.ts'
import { bacenIssue, type Fault } from './failure.ts'
import { INSTANTS, msOf, type Query } from './write-query.ts'

type RequestFault = Fault<'BACEN_REQUEST'>

const MAX_ITENS = 1_000
/** Half a character, which has no bytes. */
const UNPAIRED = /\p{Surrogate}/u
const NAME = /^[A-Za-z][\w.]{0,63}$/

/** Texts of URLs. */
const WHOLE = /^\d{1,16}$/
const BOOLEAN = /^(?:true|false)$/

/** @see API Pix 2.9.0, parameters of the queries. */
const TEXTS: Readonly<Record<string, readonly [pattern: RegExp, form: string]>> = {
  cnpj: [/^[0-9A-Z]{14}$/, '[0-9A-Z]{14}'],
  convenio: [/^.{1,60}$/su, '.{1,60}'],
  cpf: [/^\d{11}$/, '[0-9]{11}'],
  idRec: [/^[a-zA-Z0-9]{29}$/, '[a-zA-Z0-9]{29}'],
  status: [/^[A-Z_]{1,60}$/, '[A-Z_]{1,60}'],
  tipoCob: [/^cobv?$/, 'cobv?'],
  txid: [/^[a-zA-Z0-9]{1,35}$/, '[a-zA-Z0-9]{1,35}'],
}

/** Whole numbers, and from where to where. */
const NUMBERS: Readonly<Record<string, readonly [min: number, max: number]>> = {
  loteCobVId: [0, Number.MAX_SAFE_INTEGER],
  'paginacao.itensPorPagina': [1, MAX_ITENS],
  'paginacao.paginaAtual': [0, Number.MAX_SAFE_INTEGER],
  revisao: [0, Number.MAX_SAFE_INTEGER],
}

const BOOLEANS: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'devolucaoPresente',
  'idRecPresente',
  'locationPresente',
  'txIdPresente',
])

/**
 * What is wrong with the parameters of an operation. One that it does not have is a misspelled filter: the bank would answer without it.
 *
 * @see API Pix 2.9.0, …ConsultaInvalida: parameters against their schemas, `fim` before `inicio`, cpf and cnpj together, negative pages.
 */
export function queryIssues(
  operation: OperationName,
  query: Query,
  maxItens: number = MAX_ITENS,
): Issue<'BACEN_REQUEST'>[] {
  const { query: known, required } = operations[operation]
  const issues: Issue<'BACEN_REQUEST'>[] = []
  const refuse = (fault: RequestFault): void => void issues.push(bacenIssue('BACEN_REQUEST', 'error', fault))
  for (const name of required) if (query[name] === undefined) refuse({ reason: 'missing', path: [name] })
  for (const name of Object.keys(query)) {
    if (query[name] === undefined) continue
    const path = NAME.test(name) ? name.split('.') : ['?']
    const fault = known.includes(name) ? faultOf(name, query[name], maxItens) : ({ reason: 'unknown-member' } as const)
    if (fault !== undefined) refuse({ ...fault, path })
  }
  return [...issues, ...valueIssues(query)]
}

/** What is wrong with the parameters of any request: what cannot be written, or says two things. */
export function valueIssues(query: Query): Issue<'BACEN_REQUEST'>[] {
  const issues: Issue<'BACEN_REQUEST'>[] = []
  const refuse = (fault: RequestFault): void => void issues.push(bacenIssue('BACEN_REQUEST', 'error', fault))
  for (const [name, value] of Object.entries(query)) {
    const fault = value === undefined ? undefined : unwritable(name, value)
    if (fault !== undefined) refuse({ ...fault, path: [NAME.test(name) ? name : '?'] })
  }
  const { inicio, fim, cpf, cnpj } = query
  if (inicio !== undefined && fim !== undefined && msOf(fim) < msOf(inicio)) refuse({ reason: 'period', path: ['fim'] })
  if (cpf !== undefined && cnpj !== undefined) refuse({ reason: 'cpf-and-cnpj', path: ['cnpj'] })
  return issues
}

function unwritable(name: string, value: unknown): RequestFault | undefined {
  if (INSTANTS.has(name) || value instanceof Date) return isInstant(value) ? undefined : { reason: 'date-time' }
  if (typeof value === 'object') return { reason: 'type', params: { form: 'string' } }
  return typeof value === 'string' && UNPAIRED.test(value)
    ? { reason: 'format', params: { form: 'Unicode' } }
    : undefined
}

const isInstant = (value: unknown): boolean => !Number.isNaN(msOf(value))

function faultOf(name: string, value: unknown, maxItens: number): RequestFault | undefined {
  const text = TEXTS[name]
  if (text !== undefined && typeof value === 'string' && !UNPAIRED.test(value)) {
    return text[0].test(value) ? undefined : { reason: 'format', params: { form: text[1] } }
  }
  if (text !== undefined && typeof value !== 'string') return { reason: 'type', params: { form: 'string' } }
  if (BOOLEANS.has(name) && !BOOLEAN.test(String(value))) return { reason: 'type', params: { form: 'boolean' } }
  const [min, most] = NUMBERS[name] ?? []
  if (min === undefined || most === undefined) return undefined
  const max = name === 'paginacao.itensPorPagina' ? Math.min(most, maxItens) : most
  const number = typeof value === 'string' && WHOLE.test(value) ? Number(value) : value
  if (Number.isInteger(number) && (number as number) >= min && (number as number) <= max) return undefined
  return { reason: 'range', params: { form: max === Number.MAX_SAFE_INTEGER ? `${min}` : `${min} to ${max}` } }
}
