/**
 * The code of a charge, as text to copy and paste: whether it belongs to the charge, and how to have it where the bank sends none.
 *
 * @module
 */
import { buildBrCode } from '@pixkit/brcode/build-brcode'
import { inspectBrCode } from '@pixkit/brcode/inspect-brcode'
import { safeParseBrCode } from '@pixkit/brcode/parse-brcode'
import type { Merchant, ParsedBrCode } from '@pixkit/brcode/types'
import type { Issue, Severity } from '@pixkit/core/issue'
import type { ReasonOf } from './codes.ts'
import { bacenIssue } from './internal/failure.ts'
import { hostOf, locationsOf, plainLocation, SCHEME } from './internal/locations.ts'
import { isAbsent, isMembers, type Members } from './internal/members.ts'
import { isSameChave } from './internal/same-chave.ts'

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
 * the charge, and asks for nothing beside. Who is paid in the end is what the location serves: `verifyBrCode` of `@pixkit/payload` proves that.
 *
 * @param answer - What the bank said: `pixCopiaECola` is the code of a charge (cob, cobv), `dadosQR` has that of a recurrence (rec). Anything
 *   else, and an answer without code, has no issues.
 * @param cobranca - The charge that the code of a recurrence holds, too: the answer of cob or cobv (jornadas 3 and 4), or `null` where it
 *   must hold none (jornada 2).
 * @returns Errors: `unreadable`, `kind`, `host`, `location`, `foreign-chave`, `txid`, `amount`, `recurrence`, `charge`. Warnings: what a
 *   payer's app looks past, an amount in a code whose amount is served by the location; `incomplete`, a static code without the txid (or with its
 *   begin) or amount of the charge; `charge`, one beside a recurrence, when no `cobranca` is given; `not-comparable`, where the answer has nothing
 *   to compare the code with.
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
export function checkCopiaECola(answer: unknown, cobranca?: unknown): readonly CopiaEColaIssue[] {
  if (!isMembers(answer)) return []
  const { pixCopiaECola, dadosQR } = answer
  const ofAnswer = isAbsent(pixCopiaECola) ? [] : issuesOf(pixCopiaECola, (code) => ofCharge(code, answer))
  const codigo = isMembers(dadosQR) ? dadosQR['pixCopiaECola'] : undefined
  if (isAbsent(codigo)) return ofAnswer
  const ofRec = issuesOf(codigo, (code) => ofRecurrence(code, answer, cobranca))
  return [
    ...ofAnswer,
    ...ofRec.map(({ severity, params }) =>
      bacenIssue('BACEN_COPIA_E_COLA', severity, { path: ['dadosQR', ...PATH], params }),
    ),
  ]
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
  const { pixCopiaECola, loc, location: own } = charge
  if (isText(pixCopiaECola)) return pixCopiaECola
  const location = [loc?.location, own].find(isText)
  return location === undefined
    ? undefined
    : buildBrCode({ ...merchant, kind: 'dynamic', location: location.replace(SCHEME, '') })
}

/** As an answer may have it, whatever its types say. */
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** A code, and its text. */
interface Code {
  readonly text: string
  readonly read: ParsedBrCode
}

function issuesOf(text: unknown, compare: (code: Code) => CopiaEColaIssue[]): CopiaEColaIssue[] {
  const read = isText(text) ? safeParseBrCode(text) : undefined
  if (read?.ok === true) return compare({ text: text as string, read: read.value })
  const params = read === undefined ? {} : { rule: read.error.code }
  return [bacenIssue('BACEN_COPIA_E_COLA', 'error', { reason: 'unreadable', path: PATH, params })]
}

/** The code of a charge asks for no recurrence: that of a recurrence is in `dadosQR`, where it can be compared. */
function ofCharge(code: Code, charge: Members): CopiaEColaIssue[] {
  const { kind, locationRec } = code.read
  const isComposite = kind !== 'recurrence' && locationRec !== undefined
  return [...ofPayment(code, charge), ...(isComposite ? [issue('recurrence')] : [])]
}

function ofRecurrence(code: Code, rec: Members, cobranca: unknown): CopiaEColaIssue[] {
  const { kind, locationRec } = code.read
  if (locationRec === undefined) return [issue('kind')]
  const own = ofLocation(locationRec, locationsOf({ loc: rec['loc'] }))
  if (isMembers(cobranca)) return [...own, ...ofPayment(code, cobranca)]
  if (kind === 'recurrence') return own
  return [...own, issue('charge', cobranca === null ? 'error' : 'warning')]
}

/** What the code pays. */
function ofPayment({ text, read }: Code, charge: Members): CopiaEColaIssue[] {
  if (read.kind === 'static') return ofStatic(read, charge)
  if (read.kind === 'recurrence') return [issue('kind')]
  const amount = MAY_HAVE_AMOUNT.test(text) ? amountOf(text) : undefined
  return [
    ...ofLocation(read.location, locationsOf(charge)),
    ...(amount === undefined ? [] : ofAmount(amount, charge, 'warning')),
  ]
}

function ofStatic(code: ParsedBrCode & { kind: 'static' }, charge: Members): CopiaEColaIssue[] {
  const { chave, txid } = charge
  const { transactionAmount: amount } = code
  const isOther = isText(txid) && code.txid !== undefined && !isTxidOf(code.txid, txid)
  const isIncomplete =
    (isText(txid) && !isOther && code.txid !== txid) || (originalOf(charge) !== undefined && amount === undefined)
  return [
    ...(locationsOf(charge).length === 0 ? [] : [issue('kind')]),
    ...(!isText(chave) ? [issue('not-comparable', 'warning')] : []),
    ...(isText(chave) && !isSameChave(chave, code.chave) ? [issue('foreign-chave')] : []),
    ...(isOther ? [issue('txid')] : []),
    ...(amount === undefined ? [] : ofAmount(amount, charge, 'error')),
    ...(isIncomplete ? [issue('incomplete', 'warning')] : []),
  ]
}

/** One that is of two minds about its location is wrong in one of them. */
function ofLocation(found: string, expected: readonly string[]): CopiaEColaIssue[] {
  if (expected.length === 0) return [issue('not-comparable', 'warning')]
  if (expected.every((location) => location === found)) return []
  const own = plainLocation(found)
  const other = expected.map(plainLocation).find((location) => location !== own)
  return other === undefined ? [] : [issue(hostOf(other) === hostOf(own) ? 'location' : 'host')]
}

/** The txid of a charge is longer than a static code has room for. */
const isTxidOf = (own: string, txid: string): boolean =>
  own === txid || (own.length === STATIC_TXID && txid.startsWith(own))
const STATIC_TXID = 25

function ofAmount(amount: string, answer: Members, severity: Severity): CopiaEColaIssue[] {
  const original = originalOf(answer)
  return original === undefined || Number(original) === Number(amount) ? [] : [issue('amount', severity)]
}

function originalOf({ valor }: Members): string | undefined {
  const original = isMembers(valor) ? valor['original'] : undefined
  return isText(original) ? original : undefined
}

function issue(reason: ReasonOf<'BACEN_COPIA_E_COLA'>, severity: Severity = 'error'): CopiaEColaIssue {
  return bacenIssue('BACEN_COPIA_E_COLA', severity, { reason, path: PATH })
}

/** Object 54 with the first digit of its length, of up to 13. The reader of dynamic codes leaves it out, as apps do. */
const MAY_HAVE_AMOUNT = /54[01]\d/

const amountOf = (text: string): string | undefined => inspectBrCode(text).tree.find(({ id }) => id === '54')?.value
