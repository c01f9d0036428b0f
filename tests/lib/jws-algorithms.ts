/** @module The algorithms that payloads are signed with, said once more. */
import type { JwsAlgorithm } from '../../packages/payload/src/signing-key.ts'

export const ALGORITHMS: readonly JwsAlgorithm[] = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
]
