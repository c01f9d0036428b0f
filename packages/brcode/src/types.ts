/**
 * A Pix code as an object: what the writer takes and the reader returns.
 *
 * @module
 */
import type { ChaveTipo } from '@pixkit/core/inspect-chave'
import type { Issue } from '@pixkit/core/issue'
import type { BrCodeErrorCode } from './codes.ts'

/** Fields that every kind of code has. The payer's app shows the name that DICT knows, not `merchantName`. */
export interface Merchant {
  /** Receiver's name (object 59), 1 to 25 characters. Empty in a parsed code that lacks it. */
  readonly merchantName: string
  /** Receiver's city (object 60), 1 to 15 characters. Empty in a parsed code that lacks it. */
  readonly merchantCity: string
  /** CEP (object 61), 1 to 10 characters, as a rule eight digits. */
  readonly postalCode?: string | undefined
  /** ISO 18245 category (object 52), four digits; `'0000'`, not informed, when absent. */
  readonly merchantCategoryCode?: string | undefined
  /** Hint (object 01): `'11'` for many payments, `'12'` for one; not written when absent. Says nothing about the kind. */
  readonly pointOfInitiationMethod?: '11' | '12' | undefined
}

/** A code that carries the key itself: the receiver can write it without asking the bank. */
export interface StaticBrCode extends Merchant {
  readonly kind: 'static'
  /** Pix key of any of the five kinds. */
  readonly chave: string
  /** Text shown to the payer, 1 to 72 characters; shares 99 with the key and `fss`. */
  readonly infoAdicional?: string | undefined
  /** ISPB of the *facilitador de serviço de saque*: makes the code a Pix Saque. */
  readonly fss?: string | undefined
  /** Reais with two decimals, such as `'10.00'`; the payer types the amount when absent. */
  readonly transactionAmount?: string | undefined
  /** Identifier that comes back with the payment, 1 to 25 letters and digits. */
  readonly txid?: string | undefined
  /** Location of a recurrence to offer along with the payment (Pix Automático, jornada 4). */
  readonly locationRec?: string | undefined
}

/** A code that points to a charge at the bank: amount and txid are served, signed, by the location. */
export interface DynamicBrCode extends Merchant {
  readonly kind: 'dynamic'
  /** Address of the charge without `https://`, at most 77 characters. */
  readonly location: string
  /** Location of a recurrence on the same host (Pix Automático, jornada 3 with a cob, 4 with a cobv). */
  readonly locationRec?: string | undefined
}

/** A code that only offers a recurrence (Pix Automático, jornada 2). */
export interface RecurrenceBrCode extends Merchant {
  readonly kind: 'recurrence'
  /** Address of the recurrence without `https://`, at most 77 characters. */
  readonly locationRec: string
}

export type BrCode = StaticBrCode | DynamicBrCode | RecurrenceBrCode

/** What the reader adds to every code. */
export interface Parsed {
  /** Defects that readers are told to live with. */
  readonly warnings: readonly Issue<BrCodeErrorCode>[]
  /** Checksum as printed, four hexadecimal digits. */
  readonly crc: string
}

export interface ParsedStaticBrCode extends StaticBrCode, Parsed {
  /** Kind of the key by its form; absent when DICT knows no such form. */
  readonly chaveTipo?: ChaveTipo | undefined
}

export interface ParsedDynamicBrCode extends DynamicBrCode, Parsed {
  /** Immediate charge or charge with a due date, as the path says. */
  readonly locationKind: 'cob' | 'cobv'
}

export interface ParsedRecurrenceBrCode extends RecurrenceBrCode, Parsed {}

export type ParsedBrCode = ParsedStaticBrCode | ParsedDynamicBrCode | ParsedRecurrenceBrCode
