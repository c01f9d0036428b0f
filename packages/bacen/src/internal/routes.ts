/**
 * Where an operation lives at a bank.
 *
 * @module
 */
import { isDate } from '@pixkit/core/dates'
import type { Issue } from '@pixkit/core/issue'
import { isDevolucaoId, isTxid } from '@pixkit/core/txid'
import { type Operation, type OperationName, operations, type Resource } from '../operations.ts'
import type { ProfileSettings } from '../profile.ts'
import { bacenIssue } from './failure.ts'

export interface Route extends Operation {
  /** Without parameters: what stands before the template, and the template as the bank spells it. */
  readonly base: string
  readonly template: string
  /** Of the template, as {@link partsOf}. */
  readonly parts: readonly string[]
}

export type PathParams = Readonly<Record<string, string | number>>

const BRACES = /\{(\w+)\}/

/** Characters that RFC 3986, section 2.3 reserves for nothing: an id of them means the same to every server on the way. */
const ID = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}$/
/** API Pix 2.9.0, parameter `chave`: up to 77 characters. */
const CHAVE = /^[\x21-\x7E]{1,77}$/

export function routeOf(settings: ProfileSettings, name: OperationName): Route {
  const operation = operations[name]
  const resource = name.slice(0, name.indexOf('.')) as Resource
  const { apiUrl, resourceUrls, prefixes, paths } = settings
  const prefix = prefixes[name] ?? prefixes[resource] ?? ''
  const template = paths[name] ?? operation.path
  return {
    ...operation,
    base: `${resourceUrls[resource] ?? apiUrl}${prefix}`,
    template: `${prefix}${template}`,
    parts: partsOf(template),
  }
}

/** Puts the parameters in their places, percent-encoded. */
export function fillPath(parts: readonly string[], params: PathParams): string {
  let path = parts[0] ?? ''
  for (let index = 1; index < parts.length; index += 2) {
    path += encodeURIComponent(String(params[parts[index] ?? ''])) + (parts[index + 1] ?? '')
  }
  return path
}

/** A template between its braces: texts at even places, names at odd ones. */
export function partsOf(template: string): readonly string[] {
  return template.split(BRACES)
}

/**
 * What is wrong with the parameters of a path.
 *
 * Ids that are written follow the norm; those that are read may be of before it, and of any bank: nothing is asked of them but that
 * they are one segment of a path.
 *
 * @throws {TypeError} One is neither a text nor a number.
 * @see API Pix 2.9.0, TxId, DevolucaoId, RecId.
 */
export function pathIssues(operation: string, parts: readonly string[], params: PathParams): Issue[] {
  const issues: Issue[] = []
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index] ?? ''
    const value: unknown = params[name]
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new TypeError(`"${name}" must be a string, got ${typeof value}`)
    }
    const fault = faultOf(operation, name, String(value))
    if (fault !== undefined) issues.push(bacenIssue('BACEN_REQUEST', 'error', { ...fault, path: [name] }))
  }
  return issues
}

interface PathFault {
  readonly reason: 'date' | 'format'
  readonly params?: { readonly form: string }
}

/** What the text is not, in the same words in every language. */
function faultOf(operation: string, name: string, text: string): PathFault | undefined {
  const format = (accepted: boolean, form: string): PathFault | undefined =>
    accepted ? undefined : { reason: 'format', params: { form } }
  if (name === 'data') return isDate(text) ? undefined : { reason: 'date' }
  if (name === 'chave') return format(CHAVE.test(text) && text !== '.' && text !== '..', '[!-~]{1,77}')
  if (operation === 'pix.createDevolucao' && name === 'id') return format(isDevolucaoId(text), '[a-zA-Z0-9]{1,35}')
  if (name === 'txid' && operation.endsWith('.create')) return format(isTxid(text), '[a-zA-Z0-9]{26,35}')
  return format(ID.test(text), '[a-zA-Z0-9._~-]{1,100}')
}
