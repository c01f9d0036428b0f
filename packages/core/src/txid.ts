/**
 * Identifiers that the receiver chooses: txid of charges, txid of static codes, id of a return (devolução).
 *
 * @module
 */
import { errorFromIssue } from './error.ts'
import { type RandomOptions, randomAlphanumeric } from './internal/alphanumeric.ts'
import { messages } from './messages/en.ts'

export type { RandomOptions, RandomSource } from './internal/alphanumeric.ts'

export type TxidErrorCode = 'TXID_LENGTH'

const TXID = /^[a-zA-Z0-9]{26,35}$/
const TXID_ESTATICO = /^[a-zA-Z0-9]{1,25}$/
const DEVOLUCAO_ID = /^[a-zA-Z0-9]{1,35}$/
const MIN_LENGTH = 26
const MAX_LENGTH = 35
const TXID_ESTATICO_LENGTH = 25
const DEVOLUCAO_ID_LENGTH = 32

export interface NewTxidOptions extends RandomOptions {
  /** Characters, 26 to 35; 32 by default (190 bits). */
  readonly length?: number | undefined
}

/**
 * Makes a txid for a charge (cob, cobv or cobr) from a cryptographic random source. Static codes take at most 25 characters:
 * see {@link newTxidEstatico}.
 *
 * @returns 26 to 35 letters and digits.
 * @throws {PixkitError} `TXID_LENGTH`: `length` is not an integer from 26 to 35.
 *
 * @example
 * ```ts
 * import { newTxid } from '@pixkit/core/txid'
 *
 * newTxid().length // 32
 * newTxid({ length: 26 }).length // 26
 * ```
 *
 * @see API Pix 2.9.0, TxId: `[a-zA-Z0-9]{26,35}`, unique per receiver and PSP, never reused.
 */
export function newTxid(options: NewTxidOptions = {}): string {
  const { length = 32, random } = options
  if (!Number.isInteger(length) || length < MIN_LENGTH || length > MAX_LENGTH) {
    throw errorFromIssue(
      { code: 'TXID_LENGTH', path: ['length'], params: { min: MIN_LENGTH, max: MAX_LENGTH } },
      messages,
    )
  }
  return randomAlphanumeric(length, random)
}

/**
 * Makes a txid for a static code: 25 random letters and digits, the most that fit.
 *
 * @example
 * ```ts
 * import { newTxidEstatico } from '@pixkit/core/txid'
 *
 * newTxidEstatico().length // 25
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.6.2.
 */
export function newTxidEstatico(options: RandomOptions = {}): string {
  return randomAlphanumeric(TXID_ESTATICO_LENGTH, options.random)
}

/** Makes the id of a devolução: 32 random letters and digits (API Pix 2.9.0, DevolucaoId: up to 35, unique per endToEndId). */
export function newDevolucaoId(options: RandomOptions = {}): string {
  return randomAlphanumeric(DEVOLUCAO_ID_LENGTH, options.random)
}

/**
 * Tells whether a text can be the txid of a charge: 26 to 35 letters and digits.
 *
 * @see API Pix 2.9.0, TxId; Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.1.
 */
export function isTxid(text: string): boolean {
  return typeof text === 'string' && TXID.test(text)
}

/**
 * Tells whether a text can be the txid of a static code: 1 to 25 letters and digits.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.6.2.
 */
export function isTxidEstatico(text: string): boolean {
  return typeof text === 'string' && TXID_ESTATICO.test(text)
}

/**
 * Tells whether a text can be the id of a devolução: 1 to 35 letters and digits.
 *
 * @see API Pix 2.9.0, DevolucaoId.
 */
export function isDevolucaoId(text: string): boolean {
  return typeof text === 'string' && DEVOLUCAO_ID.test(text)
}
