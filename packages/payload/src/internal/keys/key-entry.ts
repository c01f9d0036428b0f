/**
 * A key of a set, and what was found out of it.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { JwsAlgorithm } from './algorithms.ts'
import type { ProvenChain } from './proven-chain.ts'
import type { ThumbprintText } from './thumbprint-text.ts'

/** Members as they stand in the set. */
export type JwkMembers = Readonly<Record<string, unknown>>

export interface Thumbprints {
  readonly x5t: string
  readonly 'x5t#S256': string
}

/** Public numbers of a key, in canonical base64url. */
export type PublicNumbers = Readonly<Record<'n' | 'e' | 'crv' | 'x' | 'y', string | undefined>>

/** Key of a certificate, ready to verify with one algorithm. */
export interface CertificateKey {
  readonly key: CryptoKey
  readonly numbers: PublicNumbers
}

export interface CertificateList {
  /** As in the set: that of the key first; one at least. */
  readonly certificates: readonly [Certificate, ...Certificate[]]
  readonly hasWhiteSpace: boolean
}

export interface KeyEntry {
  readonly index: number
  readonly members: JwkMembers
  /** `undefined`: none, or not in any spelling. */
  readonly x5t: ThumbprintText | undefined
  readonly 'x5t#S256': ThumbprintText | undefined
  /**
   * What costs time and depends on the set alone, kept when it succeeded: nothing of it says that the key is good, and no
   * tolerance, no clock and no trust of a caller goes into it. Chains, which depend on trust, carry with them whom they trust.
   */
  readonly memo: {
    certificates?: CertificateList
    readonly keys: Map<JwsAlgorithm, CertificateKey>
    thumbprints?: Thumbprints
    /** A host that the certificate names: the last that was asked for. */
    namedHost?: string
    chains: readonly ProvenChain[]
  }
}
