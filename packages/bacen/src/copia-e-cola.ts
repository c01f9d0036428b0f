/**
 * The code of a charge, as text to copy and paste: whether it belongs to the charge, and how to have it where the bank sends none.
 *
 * @module
 */
import { buildBrCode } from '@pixkit/brcode/build-brcode'
import { inspectBrCode } from '@pixkit/brcode/inspect-brcode'
import { safeParseBrCode } from '@pixkit/brcode/parse-brcode'
import type { Merchant, ParsedBrCode } from '@pixkit/brcode/types'
import { safeParseChave } from '@pixkit/core/chave'
import type { Issue, Severity } from '@pixkit/core/issue'
import type { ReasonOf } from './codes.ts'
import { bacenIssue } from './internal/failure.ts'
import { isMembers, type Members } from './internal/members.ts'

export type CopiaEColaIssue = Issue<'BACEN_COPIA_E_COLA'>

/** What of an answer the check looks at; cob, cobv and rec have it. */
export interface WithCopiaECola {
  readonly pixCopiaECola?: string | undefined
  readonly location?: string | undefined
  readonly loc?: { readonly location?: string | undefined } | undefined
}

const PATH = ['pixCopiaECola'] as const

/**
 * Compares the code of an answer with the charge that it came with, so that nobody is shown a code that pays somebody else.
 *
 * A code in order is whole (checksum), points to the location of the charge, or, where it is static, holds the key, txid and amount of
 * the charge. Who is paid in the end is what the location serves: `verifyBrCode` of `@pixkit/payload` proves that.
 *
 * @param answer - What the bank said of a cob, cobv or rec (whose code is in `dadosQR`): anything else, and an answer without code, has no
 *   issues.
 * @returns Errors: `unreadable`, `kind`, `host`, `location`, `foreign-chave`, `txid`, `amount`. Warnings: what a payer's app looks
 *   past, an amount in a code whose amount is served by the location.
 * @throws {TypeError} Never.
 *
 * @example
 * ```ts
 * import { checkCopiaECola } from '@pixkit/bacen/copia-e-cola'
 * import { buildBrCode } from '@pixkit/brcode'
 *
 * const pixCopiaECola = buildBrCode({
 *   kind: 'dynamic',
 *   location: 'pix.attacker.example/v2/9d36b84fc70b478fb95c12729b90ca25',
 *   merchantName: 'Loja',
 *   merchantCity: 'Brasilia',
 * })
 * const issues = checkCopiaECola({ location: 'pix.example.com/v2/9d36b84fc70b478fb95c12729b90ca25', pixCopiaECola })
 * issues[0]?.params['reason'] // 'host'
 * ```
 *
 * @see API Pix 2.9.0, CobGerada: `pixCopiaECola` is the code of the charge at `location`; RecCompleta.dadosQR; Manual de Padrões para Iniciação do Pix
 *   2.10.0, sections 2.6 to 2.8. That a client compares them is a choice of pixkit.
 */
export function checkCopiaECola(answer: unknown): readonly CopiaEColaIssue[] {
  if (!isMembers(answer)) return []
  const { pixCopiaECola, dadosQR } = answer
  if (isText(pixCopiaECola)) return issuesOf(pixCopiaECola, answer)
  if (!isMembers(dadosQR) || !isText(dadosQR['pixCopiaECola'])) return []
  return issuesOf(dadosQR['pixCopiaECola'], answer).map(({ severity, params: { field: _short, ...params } }) =>
    bacenIssue('BACEN_COPIA_E_COLA', severity, { path: ['dadosQR', ...PATH], params }),
  )
}

/**
 * The code of a charge: as the bank sent it, or written from the location where the bank sends none.
 *
 * The client writes none by itself, as name and city are the caller's to choose.
 *
 * @param merchant - Name and city of the receiver, as the code shows them.
 * @returns `undefined` when there is neither a code nor a location.
 * @throws {PixkitError} `BRCODE_…`: the location, name or city do not fit into a code.
 *
 * @example
 * ```ts
 * import { copiaEColaOf } from '@pixkit/bacen/copia-e-cola'
 *
 * const charge = { location: 'pix.example.com/v2/9d36b84fc70b478fb95c12729b90ca25' }
 * copiaEColaOf(charge, { merchantName: 'Loja', merchantCity: 'Brasilia' })?.slice(0, 6) // '000201'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.
 */
export function copiaEColaOf(charge: WithCopiaECola, merchant: Merchant): string | undefined {
  if (charge.pixCopiaECola !== undefined && charge.pixCopiaECola !== '') return charge.pixCopiaECola
  const location = charge.loc?.location ?? charge.location
  return location === undefined
    ? undefined
    : buildBrCode({ ...merchant, kind: 'dynamic', location: location.replace(SCHEME, '') })
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

function issuesOf(text: string, answer: Members): CopiaEColaIssue[] {
  const read = safeParseBrCode(text)
  if (!read.ok) {
    const params = { rule: read.error.code }
    return [bacenIssue('BACEN_COPIA_E_COLA', 'error', { reason: 'unreadable', path: PATH, params })]
  }
  const code = read.value
  if ('idRec' in answer && !('chave' in answer)) return ofRecurrence(code, answer)
  if (code.kind === 'static') return ofStatic(code, answer)
  if (code.kind === 'recurrence') return [issue('kind')]
  const amount = MAY_HAVE_AMOUNT.test(text) ? amountOf(text) : undefined
  const isSame = amount === undefined && (code.location === locOf(answer) || code.location === answer['location'])
  if (isSame) return []
  return [
    ...ofLocation(code.location, locationsOf(answer)),
    ...(amount === undefined ? [] : ofAmount(amount, answer, 'warning')),
  ]
}

function ofStatic(code: ParsedBrCode & { kind: 'static' }, answer: Members): CopiaEColaIssue[] {
  const { chave, txid } = answer
  return [
    ...(locationsOf(answer).length === 0 ? [] : [issue('kind')]),
    ...(typeof chave === 'string' && !isSameChave(chave, code.chave) ? [issue('foreign-chave')] : []),
    ...(code.txid !== undefined && typeof txid === 'string' && code.txid !== txid ? [issue('txid')] : []),
    ...(code.transactionAmount === undefined ? [] : ofAmount(code.transactionAmount, answer, 'error')),
  ]
}

/** The charge of a composite code is not in the answer: only the recurrence can be compared. */
function ofRecurrence(code: ParsedBrCode, answer: Members): CopiaEColaIssue[] {
  if (code.locationRec === undefined) return [issue('kind')]
  return ofLocation(code.locationRec, locationsOf(answer))
}

function ofLocation(found: string, expected: readonly string[]): CopiaEColaIssue[] {
  const own = plain(found)
  if (expected.length === 0 || expected.includes(own)) return []
  return [issue(expected.some((location) => hostOf(location) === hostOf(own)) ? 'location' : 'host')]
}

function ofAmount(amount: string, answer: Members, severity: Severity): CopiaEColaIssue[] {
  const original = isMembers(answer['valor']) ? answer['valor']['original'] : undefined
  if (typeof original !== 'string' || Number(original) === Number(amount)) return []
  return [issue('amount', severity)]
}

function issue(reason: ReasonOf<'BACEN_COPIA_E_COLA'>, severity: Severity = 'error'): CopiaEColaIssue {
  return bacenIssue('BACEN_COPIA_E_COLA', severity, { reason, path: PATH })
}

/** Object 54 with the first digit of its length, of up to 13. The reader of dynamic codes leaves it out, as apps do. */
const MAY_HAVE_AMOUNT = /54[01]\d/

const amountOf = (text: string): string | undefined => inspectBrCode(text).tree.find(({ id }) => id === '54')?.value

const SCHEME = /^https?:\/\//i

/** Both places where API Pix has it, `loc.location` and `location`, as codes spell it. */
function locationsOf(answer: Members): string[] {
  return [locOf(answer), answer['location']]
    .filter((text) => typeof text === 'string' && text !== '')
    .map((text) => plain(String(text)))
}

function locOf({ loc }: Members): unknown {
  return isMembers(loc) ? loc['location'] : undefined
}

/** The host in lower case: its case means nothing, that of the path does. */
function plain(location: string): string {
  const text = location.replace(SCHEME, '')
  const host = hostOf(text)
  return host.toLowerCase() + text.slice(host.length)
}

const hostOf = (location: string): string => location.split('/', 1)[0] ?? ''

function isSameChave(one: string, other: string): boolean {
  return normalised(one) === normalised(other)
}

function normalised(text: string): string {
  const chave = safeParseChave(text)
  return chave.ok ? chave.value.valor : text
}
