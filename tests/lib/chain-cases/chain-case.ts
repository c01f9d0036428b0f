/** @module A chain that is tried, and what several of them have in common. */
import type { Link, Links, Suite } from '../forge-chain.ts'

export interface ChainCase {
  readonly id: string
  readonly links?: Links
  /** Names of links; `root` alone by default. */
  readonly anchors?: readonly string[]
  /** Names of links; `ca` alone by default. */
  readonly intermediates?: readonly string[]
  /** The link to prove; `leaf` by default. */
  readonly leaf?: string
  readonly now?: number
  readonly purpose?: 'client' | 'server'
  readonly maxCertificates?: number
  readonly suite?: Suite
  /** `ok`, or the code of `buildChain` without `CERTS_CHAIN_`, or `PARSE` where `parseCertificate` already refuses. */
  readonly expected: string
  /** Place of the certificate that is to blame. */
  readonly index?: number
  /** Not for openssl, which has no other code for these keys than for those of another suite. */
  readonly isOurs?: boolean
  /** Only where openssl says something else on purpose: what it says, and why we do not. */
  readonly differs?: { readonly openssl: 'ok' | 'refused'; readonly because: string }
}

/** Changes the last bit of a signature. */
export function damage(signature: Uint8Array): Uint8Array {
  return signature.with(-1, (signature.at(-1) ?? 0) ^ 1)
}

/** An authority between the root and the usual one. */
export const secondCa: Link = { by: 'root', subject: 'O=Forja, CN=Segunda', ca: true, usage: ['keyCertSign'] }

/** Two authorities under the root. */
export function four(links: Links = {}): Pick<ChainCase, 'links' | 'intermediates'> {
  return {
    links: { ...links, ca2: { ...secondCa, ...links['ca2'] }, ca: { by: 'ca2', ...links['ca'] } },
    intermediates: ['ca', 'ca2'],
  }
}

export const noIds: Link = { keyId: null, issuerKeyId: null }
