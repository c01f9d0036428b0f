/**
 * Pix keys, documents, identifiers and money: the vocabulary the other `@pixkit` packages share.
 *
 * @module
 */
export { type Chave, parseChave, safeParseChave } from './chave.ts'
export type { CoreErrorCode } from './codes.ts'
export { addDays, dateOfDay, dayInSaoPaulo, dayOfDate, instantMs, isDate, isDateTime } from './dates.ts'
export {
  countDiasUteis,
  firstDiaUtil,
  type IsDiaUtil,
  isDiaDeSemana,
  isFimDeSemana,
  type PrazoDePagamento,
  prazoDePagamento,
} from './dias-uteis.ts'
export { isCnpj, isCpf } from './documento.ts'
export {
  type IdErrorCode,
  type NewIdOptions,
  newEndToEndId,
  newReturnId,
  type ParsedEndToEndId,
  parseEndToEndId,
  parseReturnId,
} from './end-to-end-id.ts'
export { assertString, errorFromIssue, isPixkitError, PixkitError, type PixkitErrorOptions, unwrap } from './error.ts'
export { type Feriado, type FeriadosErrorCode, feriadosNacionais, isDiaUtil, withFeriadosLocais } from './feriados.ts'
export {
  type NewIdRecOptions,
  newIdRec,
  newIdSolicRec,
  type ParsedIdRec,
  type ParsedIdSolicRec,
  type PoliticaRetentativa,
  parseIdRec,
  parseIdSolicRec,
} from './id-rec.ts'
export { type ChaveErrorCode, type ChaveTipo, type InspectedChave, inspectChave } from './inspect-chave.ts'
export {
  formatMessage,
  type Issue,
  type Messages,
  type Params,
  type Path,
  type ReasonOf,
  type Severity,
} from './issue.ts'
export { isIspb } from './ispb.ts'
export type { Result } from './result.ts'
export {
  isDevolucaoId,
  isTxid,
  isTxidEstatico,
  newDevolucaoId,
  newTxid,
  newTxidEstatico,
  type NewTxidOptions,
  type RandomOptions,
  type RandomSource,
  type TxidErrorCode,
} from './txid.ts'
export { centavosFromValor, type ValorErrorCode, valorFromCentavos } from './valor.ts'
