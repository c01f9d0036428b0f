/**
 * What there is to show for a code, in no language: facts, not words.
 *
 * @module
 */
import type { BrCodeErrorCode } from '@pixkit/brcode/codes'
import { inspectBrCode } from '@pixkit/brcode/inspect-brcode'
import type { ParsedBrCode } from '@pixkit/brcode/types'
import type { Issue } from '@pixkit/core/issue'
import { visibleText } from './visible-text.ts'

/** Who knows the amount: the code, the payer, or the bank that the code points to. */
export type KnownBy = 'code' | 'payer' | 'bank'

/** What else the payer should know before reading the code. */
export type Note = 'saque' | 'recurrence'

export type View = EmptyView | ErrorView | ReadyView

interface Inspected {
  /** Every defect; warnings only where the code can be used. */
  readonly issues: readonly Issue<BrCodeErrorCode>[]
}

export interface EmptyView extends Inspected {
  readonly state: 'empty'
}

export interface ErrorView extends Inspected {
  readonly state: 'error'
}

export interface ReadyView extends Inspected {
  readonly state: 'ready'
  /** The code as it is drawn and copied: without the white space around it. */
  readonly text: string
  readonly knownBy: KnownBy
  /** Reais with two decimals where the code knows, else empty. */
  readonly amount: string
  /** Claims of the code, safe to show; empty where it makes none. */
  readonly receiver: string
  readonly city: string
  readonly notes: readonly Note[]
}

/**
 * Fields and clipboards change line ends and drop other controls, and a code may be made to say something else then: what is
 * copied would not be what is shown.
 */
const CONTROL = /\p{Cc}/u
const NO_CONTROLS: Issue<BrCodeErrorCode> = { code: 'BRCODE_CHARSET', severity: 'error', path: [], params: {} }

/** Reads a code for showing it: any text gives a view. */
export function viewOf(code: string): View {
  const text = code.trim()
  if (text === '') return { state: 'empty', issues: [] }
  const { issues: found, code: read } = inspectBrCode(text)
  const issues = CONTROL.test(text) ? [...found.filter(({ code }) => code !== 'BRCODE_CHARSET'), NO_CONTROLS] : found
  if (read === undefined || issues.some(({ severity }) => severity === 'error')) return { state: 'error', issues }
  return {
    state: 'ready',
    issues,
    text,
    ...amountOf(read),
    receiver: visibleText(read.merchantName),
    city: visibleText(read.merchantCity),
    notes: notesOf(read),
  }
}

function amountOf(code: ParsedBrCode): Pick<ReadyView, 'amount' | 'knownBy'> {
  if (code.kind !== 'static') return { knownBy: 'bank', amount: '' }
  const { transactionAmount: amount = '' } = code
  return { knownBy: amount === '' ? 'payer' : 'code', amount }
}

function notesOf(code: ParsedBrCode): Note[] {
  const notes: Note[] = []
  if (code.kind === 'static' && code.fss !== undefined) notes.push('saque')
  if (code.locationRec !== undefined) notes.push('recurrence')
  return notes
}
