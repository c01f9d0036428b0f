/**
 * Rules about authorities: chains that are incomplete, out of order, somebody else's.
 *
 * @module
 */
import { sameBytes } from '../../der/values.ts'
import type { Certificate } from '../../x509/certificate.ts'
import { safeBuildChain } from '../../x509/build-chain.ts'
import { isIn, itemsCopy } from '../copies.ts'
import type { Facts, Leaf } from '../facts.ts'
import { type FileFacts, isBankFile } from '../file-facts.ts'
import { type Finding, finding } from '../finding.ts'
import { dateOf } from '../show.ts'
import type { Rule } from './rule.ts'

export const CHAIN_RULES: readonly Rule[] = [
  authorities,
  incompleteChains,
  invalidChains,
  expiredIssuers,
  disorderedFiles,
  foreignCertificates,
]

function authorities({ leaves }: Facts): Finding[] {
  return leaves.flatMap(({ file, isSelfSigned, item }) => {
    if (isSelfSigned) return finding('CERTS_FOUND_SELF_SIGNED', 'warning', file)
    return item.isCa ? finding('CERTS_FOUND_CA_CERTIFICATE', 'error', file) : []
  })
}

function incompleteChains({ leaves }: Facts): Finding[] {
  return leaves.flatMap(({ chain, file, isComplete }) => {
    if (isComplete) return []
    return chain.length === 1
      ? finding('CERTS_FOUND_CHAIN_INCOMPLETE', 'warning', file)
      : finding('CERTS_FOUND_ROOT_MISSING', 'info', file)
  })
}

/** Problems of the leaf itself, which other rules tell. */
const OF_LEAF: readonly string[] = ['CERTS_CHAIN_KEY_WEAK', 'CERTS_CHAIN_ALGORITHM']

/**
 * Proves the chain up to the last certificate that is there, at a moment when all of it was valid, so that dates do not hide the
 * rest. What is wrong is told as `buildChain` tells it.
 */
async function invalidChains({ leaves, now }: Facts): Promise<Finding[]> {
  const found: Finding[] = []
  for (const { chain, file, item } of leaves) {
    const anchor = chain.at(-1)
    const moment = commonMoment(chain, now)
    if (anchor === undefined || chain.length === 1 || moment === undefined) continue
    const result = await safeBuildChain(item, {
      trustAnchors: [anchor],
      intermediates: chain.slice(1, -1),
      now: moment,
      maxCertificates: chain.length,
    })
    if (result.ok) continue
    const { code, params } = result.error
    if (OF_LEAF.includes(code) && params['index'] === 0) continue
    found.push(finding(code, 'error', file, { params }))
  }
  return found
}

/** The moment nearest to now at which all certificates are valid; none when there is no such moment. */
function commonMoment(chain: readonly Certificate[], now: number): number | undefined {
  const first = Math.max(...chain.map(({ notBefore }) => notBefore))
  const last = Math.min(...chain.map(({ notAfter }) => notAfter))
  return first <= last ? Math.min(Math.max(now, first), last) : undefined
}

function expiredIssuers({ leaves, now }: Facts): Finding[] {
  return leaves.flatMap(({ chain, file }) => {
    const expired = chain.slice(1).find(({ notAfter }) => now > notAfter)
    if (expired === undefined) return []
    return finding('CERTS_FOUND_ISSUER_EXPIRED', 'warning', file, { params: { date: dateOf(expired.notAfter) } })
  })
}

/** @see RFC 8446, section 4.4.2: the certificate of the sender first, then each issuer */
function disorderedFiles(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const leaf = facts.leaves.find((own) => isIn(file, own))
    if (leaf === undefined || file.parts?.format !== 'pem') return []
    const order = file.certificates.map(({ item }) => indexIn(leaf.chain, item)).filter((index) => index >= 0)
    const isFirst = indexIn(leaf.chain, file.certificates[0]?.item) === 0
    const isOrdered = order.every((index, at) => at === 0 || index > (order[at - 1] ?? -1))
    if (isFirst && isOrdered) return []
    const fix = itemsCopy(facts, file, [...file.keys.map(({ item }) => item), ...leaf.chain])
    return finding('CERTS_FOUND_CHAIN_ORDER', isFirst ? 'warning' : 'error', file.name, { fix })
  })
}

/** Files of authorities none of which is above a certificate in play, and certificates that a file has too many. */
function foreignCertificates(facts: Facts): Finding[] {
  const { files, keys, leaves } = facts
  const [first] = leaves
  if (first === undefined) return []
  return files.flatMap((file) => {
    if (file.certificates.length === 0 || isBankFile(file, keys)) return []
    const unneeded = file.certificates.filter(({ item }) => leaves.every(({ chain }) => indexIn(chain, item) < 0))
    if (unneeded.length === 0) return []
    if (unneeded.length < file.certificates.length) return unneededIn(facts, file, unneeded.length)
    const isChain = unneeded.every(({ item }) => item.isCa)
    const params = { certificate: first.file }
    return isChain ? finding('CERTS_FOUND_CHAIN_FOREIGN', 'warning', file.name, { params, others: [first.file] }) : []
  })
}

function unneededIn(facts: Facts, file: FileFacts, count: number): Finding {
  const leaf = facts.leaves.find((own) => isIn(file, own)) ?? leafAbove(facts, file)
  const kept = leaf?.chain.filter((certificate) => isIn(file, { item: certificate })) ?? []
  const fix = itemsCopy(facts, file, [...file.keys.map(({ item }) => item), ...kept])
  return finding('CERTS_FOUND_UNNEEDED_CERTIFICATES', 'info', file.name, { params: { count }, fix })
}

/** The certificate in play whose chain the file holds some of. */
function leafAbove({ leaves }: Facts, file: FileFacts): Leaf | undefined {
  return leaves.find(({ chain }) => file.certificates.some(({ item }) => indexIn(chain, item) >= 0))
}

function indexIn(chain: readonly Certificate[], certificate: Certificate | undefined): number {
  return certificate === undefined ? -1 : chain.findIndex(({ der }) => sameBytes(der, certificate.der))
}
