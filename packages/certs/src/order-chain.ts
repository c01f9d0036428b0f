/**
 * Certificates in the order in which TLS sends them.
 *
 * @module
 */
import { assertObject } from './internal/arguments.ts'
import { createChainFinder } from './internal/check/issuer.ts'
import { derText, uniqueBy } from './internal/check/unique.ts'
import type { Certificate } from './internal/x509/certificate.ts'
import { assertCertificate } from './internal/x509/input.ts'

export interface OrderChainOptions<Kind extends Certificate = Certificate> {
  /** Certificate to begin with; found out by default. It need not be among the others. */
  readonly leaf?: Kind | undefined
}

export interface OrderedChain<Kind extends Certificate = Certificate> {
  /** The leaf, its issuer, the issuer of that … as far as they are there. Empty only when nothing was given. */
  readonly chain: readonly Kind[]
  /** What belongs to another chain, in the order given. */
  readonly loose: readonly Kind[]
}

/**
 * Puts the certificates of a chain in order, leaf first, and sorts out what does not belong to it.
 *
 * Goes by names and key identifiers, and by signatures where an issuer has namesakes. That is enough to sort files, and
 * proves nothing: `buildChain` does.
 *
 * @param certificates - In any order; one that occurs twice counts once.
 * @param options - Without a `leaf`, the chain begins at the certificate that issued none of the others; of several, at
 * one that is no authority, then at that with the longest chain, then at the first.
 * @throws {TypeError} `certificates` is no array, or one of them no certificate.
 *
 * @example
 * ```ts
 * import { createCa } from '@pixkit/certs/create-ca'
 * import { createClientIdentity } from '@pixkit/certs/create-identity'
 * import { orderChain } from '@pixkit/certs/order-chain'
 *
 * const ca = await createCa()
 * const { certificate } = await createClientIdentity(ca)
 * const other = await createCa({ name: 'Outra' })
 *
 * const { chain, loose } = orderChain([other.certificate, ca.certificate, certificate])
 * chain[0] === certificate // true
 * chain[1] === ca.certificate // true
 * loose.length // 1
 * ```
 *
 * @see RFC 8446, section 4.4.2: each certificate should certify the one before it
 */
export function orderChain<Kind extends Certificate>(
  certificates: readonly Kind[],
  options: OrderChainOptions<Kind> = {},
): OrderedChain<Kind> {
  if (!Array.isArray(certificates)) throw new TypeError('"certificates" must be an array of certificates')
  assertObject(options, 'options')
  const { leaf } = options
  for (const certificate of certificates) assertCertificate(certificate, 'certificates')
  if (leaf !== undefined) assertCertificate(leaf, 'leaf')
  const all = uniqueBy<Kind>(leaf === undefined ? certificates : [leaf, ...certificates], derText)
  const { chainAbove, issuedNone } = createChainFinder(all)
  const leaves = leaf === undefined ? leavesOf(all, issuedNone()) : [leaf]
  const [chain = []] = leaves.map((first) => chainAbove(first)).sort(compareChains)
  const chained = new Set(chain)
  return { chain, loose: all.filter((certificate) => !chained.has(certificate)) }
}

/** Of more leaves than that, the first of no authority is as good as any. */
const MAX_LEAVES = 64

function leavesOf<Kind extends Certificate>(all: readonly Kind[], issuedNone: readonly Kind[]): readonly Kind[] {
  const leaves = issuedNone.length > 0 ? issuedNone : all
  return [...leaves.filter(({ isCa }) => !isCa), ...leaves.filter(({ isCa }) => isCa)].slice(0, MAX_LEAVES)
}

/** Stable: chains that are alike stay in the order of their leaves. */
function compareChains(left: readonly Certificate[], right: readonly Certificate[]): number {
  return Number(left[0]?.isCa) - Number(right[0]?.isCa) || right.length - left.length
}
