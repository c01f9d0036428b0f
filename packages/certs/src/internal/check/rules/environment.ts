/**
 * Rules about the environment that a certificate is for.
 *
 * @module
 */
import { bankHints } from '../bank-patterns.ts'
import type { Facts } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'

const CODES = {
  homologacao: 'CERTS_FOUND_TEST_CERTIFICATE',
  producao: 'CERTS_FOUND_PRODUCTION_CERTIFICATE',
} as const

/** Only where the names show it, and the caller says what is wanted. */
export function otherEnvironment({ ambiente: wanted, leaves }: Facts): Finding[] {
  return leaves.flatMap(({ file, item }) => {
    const { ambiente } = bankHints(item)
    if (wanted === undefined || ambiente === undefined || ambiente === wanted) return []
    return finding(CODES[ambiente], 'error', file)
  })
}
