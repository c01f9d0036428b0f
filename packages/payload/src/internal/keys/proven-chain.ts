/**
 * A chain that was proven, and for whom.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { VerifyOptions } from '../../verify-options.ts'
import type { Verification } from '../verification.ts'

export interface ProvenChain {
  readonly trustAnchors: VerifyOptions['trustAnchors']
  readonly intermediates: VerifyOptions['intermediates']
  /** From the signer's certificate to the anchor. */
  readonly certificates: readonly Certificate[]
  /** Certificates of it that the key set lacks, but for the anchor. */
  readonly borrowed: readonly Certificate[]
  /** All certificates are valid from here … */
  readonly notBefore: number
  /** … to here, in milliseconds since 1970. */
  readonly notAfter: number
  /** SHA-256 of the anchor, base64url. */
  readonly anchorSha256: string
  /** Says again what is odd about it. */
  readonly report: (verification: Verification) => void
}

/** How many a key remembers: a program has one list of anchors, and a second while it replaces it. */
const MAX_CHAINS = 4

/**
 * Finds the chain that was proven for the same lists of certificates and holds at this moment.
 *
 * Signatures do not change, so that only dates are left to check. Lists are told apart by identity; the anchor, and what was
 * taken from `intermediates`, must still be in them.
 */
export function recallChain(
  chains: readonly ProvenChain[],
  { trustAnchors, intermediates, now }: VerifyOptions,
): ProvenChain | undefined {
  return chains.find(
    (chain) =>
      chain.trustAnchors === trustAnchors &&
      chain.intermediates === intermediates &&
      chain.notBefore <= now &&
      now <= chain.notAfter &&
      trustAnchors.includes(chain.certificates.at(-1) as Certificate) &&
      chain.borrowed.every((certificate) => intermediates?.includes(certificate)),
  )
}

export function rememberChain(chains: readonly ProvenChain[], chain: ProvenChain): readonly ProvenChain[] {
  const others = chains.filter(
    ({ trustAnchors, intermediates }) => trustAnchors !== chain.trustAnchors || intermediates !== chain.intermediates,
  )
  return [chain, ...others].slice(0, MAX_CHAINS)
}
