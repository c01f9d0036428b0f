/**
 * Every error code of `@pixkit/core`.
 *
 * @module
 */
import type { ChaveErrorCode } from './inspect-chave.ts'
import type { FeriadosErrorCode } from './feriados.ts'
import type { IdErrorCode } from './end-to-end-id.ts'
import type { TxidErrorCode } from './txid.ts'
import type { ValorErrorCode } from './valor.ts'

export type CoreErrorCode = ChaveErrorCode | FeriadosErrorCode | IdErrorCode | TxidErrorCode | ValorErrorCode
