/**
 * What a refusal says about an id that may have been used before.
 *
 * @module
 */
import { isPixkitHttpError } from '@pixkit/http/http-error'

/** `CobNaoEncontrado`, `cobranca_nao_encontrada`. */
const NONE_SUCH = /n[aã]o_?encontrad[oa]$/i

/** The status of an answer that was none of success. */
export function statusOf(error: unknown): number | undefined {
  return isPixkitHttpError(error, 'HTTP_STATUS') ? error.status : undefined
}

/**
 * Whether the bank says that there is nothing under the id. A 404 alone says nothing: a gateway has it, too, for a route that is down.
 *
 * @see API Pix 2.9.0, …NaoEncontrado (404); Efí says `cobranca_nao_encontrada` with 400.
 */
export function saysNoneSuch(error: unknown): boolean {
  return isPixkitHttpError(error, 'HTTP_STATUS') && error.status < 500 && NONE_SUCH.test(error.problema?.type ?? '')
}
