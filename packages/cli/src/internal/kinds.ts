/**
 * The kinds of code, and the fields that each of them has.
 *
 * @module
 */
import type { Topic } from './command.ts'
import { type Field, optionOf } from './field-options.ts'

export const KINDS = ['static', 'dynamic', 'recurrence'] as const

export type Kind = (typeof KINDS)[number]

/** Without these a code of the kind cannot be written. */
export const REQUIRED: Readonly<Record<Kind, readonly Field[]>> = {
  static: ['chave', 'merchantName', 'merchantCity'],
  dynamic: ['location', 'merchantName', 'merchantCity'],
  recurrence: ['locationRec', 'merchantName', 'merchantCity'],
}

const ANY_KIND = ['postalCode', 'merchantCategoryCode', 'pointOfInitiationMethod'] as const satisfies readonly Field[]

const OPTIONAL: Readonly<Record<Kind, readonly Field[]>> = {
  static: ['transactionAmount', 'txid', 'infoAdicional', 'fss', 'locationRec', ...ANY_KIND],
  dynamic: ['locationRec', ...ANY_KIND],
  recurrence: ANY_KIND,
}

const TEXTS = { static: 'helpStatic', dynamic: 'helpDynamic', recurrence: 'helpRecurrence' } as const

/** What `pix encode static --help` tells, for every kind. */
export const KIND_TOPICS: readonly Topic[] = KINDS.map((name) => ({
  name,
  text: TEXTS[name],
  required: REQUIRED[name].map(optionOf),
  optional: OPTIONAL[name].map(optionOf),
}))

export function kindOf(value: unknown): Kind | undefined {
  return KINDS.find((known) => known === value)
}
