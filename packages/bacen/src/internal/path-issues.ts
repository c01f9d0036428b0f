/**
 * The parameters of a path against API Pix.
 *
 * @module
 */
import { isDate } from '@pixkit/core/dates'
import type { Issue } from '@pixkit/core/issue'
import { isDevolucaoId, isTxid } from '@pixkit/core/txid'
import type { Operation } from '../operations.ts'
import { bacenIssue, type Fault } from './failure.ts'
import type { PathParams } from './routes.ts'

/** What a text must be, and in the same words in every language how it looks. */
type Form = readonly [accepts: (text: string) => boolean, form: string]

/** Characters that RFC 3986, section 2.3 reserves for nothing: an id of them means the same to every server on the way. */
const ID = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,99}$/
/** API Pix 2.9.0, parameter `chave`: up to 77 characters. */
const CHAVE = /^[\x21-\x7E]{1,77}$/

const ANY_ID: Form = [(text) => ID.test(text), '[a-zA-Z0-9._~-]{1,100}']
const ANY_CHAVE: Form = [(text) => CHAVE.test(text) && text !== '.' && text !== '..', '[!-~]{1,77}']

/** @see API Pix 2.9.0, TxId, DevolucaoId. */
const NEW_IDS: Readonly<Record<NonNullable<Operation['newId']>, Form>> = {
  txid: [isTxid, '[a-zA-Z0-9]{26,35}'],
  id: [isDevolucaoId, '[a-zA-Z0-9]{1,35}'],
}

/**
 * What is wrong with the parameters of a path.
 *
 * Ids that are made follow the norm; others may be of before it, and of any bank: nothing is asked of them but that they are one segment
 * of a path.
 *
 * @param parts - Of the template, as `partsOf`.
 * @throws {TypeError} One is neither a text nor a number.
 */
export function pathIssues(
  parts: readonly string[],
  params: PathParams,
  newId?: Operation['newId'],
): Issue<'BACEN_REQUEST'>[] {
  const issues: Issue<'BACEN_REQUEST'>[] = []
  for (let index = 1; index < parts.length; index += 2) {
    const name = parts[index] ?? ''
    const value: unknown = params[name]
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new TypeError(`"${name}" must be a string, got ${typeof value}`)
    }
    const fault = faultOf(name, String(value), newId)
    if (fault !== undefined) issues.push(bacenIssue('BACEN_REQUEST', 'error', { ...fault, path: [name] }))
  }
  return issues
}

/** Whether a value, as an answer may have it, can be asked for as an id. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value)
}

function faultOf(name: string, text: string, newId: Operation['newId']): Fault<'BACEN_REQUEST'> | undefined {
  if (name === 'data') return isDate(text) ? undefined : { reason: 'date' }
  const known = name === 'chave' ? ANY_CHAVE : ANY_ID
  const [accepts, form] = newId !== undefined && name === newId ? NEW_IDS[newId] : known
  return accepts(text) ? undefined : { reason: 'format', params: { form } }
}
