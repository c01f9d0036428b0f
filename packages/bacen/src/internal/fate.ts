/**
 * What a refusal says about an id that may have been used before.
 *
 * @module
 */
import { isPixkitHttpError } from '@pixkit/http/http-error'

const NOT_FOUND = 404
/** `CobNaoEncontrado`, `cobranca_nao_encontrada`. */
const NONE_SUCH = /n[aã]o_?encontrad[oa]$/i

/** The status of an answer that was none of success. */
export function statusOf(error: unknown): number | undefined {
  return isPixkitHttpError(error, 'HTTP_STATUS') ? error.status : undefined
}

/**
 * Whether a read proves that there is nothing under the id.
 *
 * @see API Pix 2.9.0, …NaoEncontrado (404); Efí says `cobranca_nao_encontrada` with 400. A page of HTML is of something before the bank.
 */
export function saysNoneSuch(error: unknown): boolean {
  if (!isPixkitHttpError(error, 'HTTP_STATUS') || error.params['reason'] === 'edge-html') return false
  return error.status === NOT_FOUND || (error.status < 500 && NONE_SUCH.test(error.problema?.type ?? ''))
}
