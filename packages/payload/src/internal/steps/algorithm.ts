/**
 * Step 8: the algorithm, before any key is touched.
 *
 * @module
 */
import { isJwsAlgorithm, type JwsAlgorithm } from '../keys/algorithms.ts'
import { payloadFailure } from '../failure.ts'

/**
 * Takes one of the nine asymmetric algorithms of JWA. That it is these nine is a choice of pixkit: no quotation of the Manual de
 * Segurança names them.
 *
 * @see RFC 7518, section 3.1; RFC 8725, sections 3.1 and 3.2
 */
export function readAlgorithm(alg: string): JwsAlgorithm {
  if (isJwsAlgorithm(alg)) return alg
  const reason = alg.toLowerCase() === 'none' ? 'none' : /^HS\d+$/i.test(alg) ? 'shared-secret' : 'unknown'
  throw payloadFailure('PAYLOAD_ALG', { reason, path: ['alg'] })
}
