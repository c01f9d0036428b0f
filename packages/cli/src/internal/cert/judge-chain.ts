/**
 * Whether certificates are a chain.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { Issue } from '@pixkit/core/issue'
import { issueOf } from '../failure.ts'

export interface ChainVerdict {
  /** From the certificate up: as far as it is proven, or as found when it is not. */
  readonly chain: readonly Certificate[]
  /** Whether it ends in a certificate that the call trusts. */
  readonly isAnchored: boolean
  /** Name of an issuer that is not there. */
  readonly missing: string | undefined
  readonly issue: Issue | undefined
}

/**
 * Proves the links of a chain, and its end where something is trusted.
 *
 * @param found - At least one, in order.
 * @param trusted - When empty, the last certificate found stands for one: each link is proven, the end is not.
 */
export async function judgeChain(
  found: readonly Certificate[],
  trusted: readonly Certificate[],
  now: number,
): Promise<ChainVerdict> {
  const { namesEqual, safeBuildChain } = await import('@pixkit/certs/x509')
  const [leaf, ...intermediates] = found
  const top = found.at(-1)
  if (leaf === undefined || top === undefined) throw new TypeError('"found" must not be empty')
  const isAnchored = trusted.length > 0
  const missing = namesEqual(top.subject, top.issuer) ? undefined : top.issuer.text
  const trustAnchors = isAnchored ? trusted : [top]
  const result = await safeBuildChain(leaf, { intermediates, trustAnchors, now, maxCertificates: found.length + 1 })
  if (!result.ok) {
    const isIncomplete = result.error.code === 'CERTS_CHAIN_INCOMPLETE'
    return {
      chain: found,
      isAnchored: false,
      missing: isIncomplete ? missing : undefined,
      issue: issueOf(result.error),
    }
  }
  if (isAnchored) return { chain: result.value, isAnchored, missing: undefined, issue: undefined }
  // One certificate whose issuer is not there has no link that could be proven.
  const index = result.value.length - 1
  const isAlone = missing !== undefined && index === 0
  const issue: Issue = { code: 'CERTS_CHAIN_INCOMPLETE', severity: 'error', path: [], params: { index } }
  return { chain: result.value, isAnchored, missing, issue: isAlone ? issue : undefined }
}
