/**
 * What revisions of charges have in common.
 *
 * @module
 */
import type { Rule } from './object.ts'

/**
 * A charge is not changed while it is removed.
 *
 * @see API Pix 2.9.0, info, CobOperacaoInvalida and CobVOperacaoInvalida, violations of `PATCH`.
 */
export const removalAlone: Rule = (body, report) => {
  if (body['status'] === undefined) return
  const others = Object.keys(body).filter((name) => name !== 'status' && name !== 'txid' && body[name] !== undefined)
  if (others.length > 0) report('removal-with-changes', ['status'])
}
