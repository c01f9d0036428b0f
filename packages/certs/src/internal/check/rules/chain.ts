/**
 * Rules about authorities: chains that are incomplete, out of order, somebody else's.
 *
 * @module
 */
import type { Certificate } from '../../x509/certificate.ts'
import { safeBuildChain } from '../../x509/build-chain.ts'
import { isIn, itemsCopy } from '../copies.ts'
import type { Facts, Leaf } from '../facts.ts'
import { type FileFacts, isBankFile } from '../file-facts.ts'
import { type Finding, finding } from '../finding.ts'
import { dateOf, momentOf } from '../show.ts'
import { derText } from '../unique.ts'
import { isWeakSignature } from '../weak-signature.ts'
import { mayBeForClients } from './meant.ts'
import type { Rule } from './rule.ts'

export const CHAIN_RULES: readonly Rule[] = [
  authorities,
  incompleteChains,
  invalidChains,
  issuersNotForClients,
  issuersOutOfTime,
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
      : finding('CERTS_FOUND_ROOT_MISSING', 'warning', file)
  })
}

/** Four for each certificate in play: nobody has so many, and each costs a signature check. */
const MAX_LINKS = 400

/**
 * Proves the chain up to the last certificate that is there, at a moment when all of it was valid, so that dates do not hide the
 * rest. What is wrong is told as `buildChain` tells it.
 */
async function invalidChains({ leaves, now }: Facts): Promise<Finding[]> {
  const found: Finding[] = []
  let left = MAX_LINKS
  for (const { chain, file, item } of leaves) {
    const anchor = chain.at(-1)
    const moment = commonMoment(chain, now)
    if (anchor === undefined || chain.length === 1 || moment === undefined || left < chain.length) continue
    left -= chain.length
    const result = await safeBuildChain(item, {
      trustAnchors: [anchor],
      intermediates: chain.slice(1, -1),
      now: moment,
      maxCertificates: chain.length,
    })
    if (result.ok) continue
    const { code, params } = result.error
    const isUnverified = code === 'CERTS_CHAIN_ALGORITHM' && !hasWeakSignature(chain[Number(params['index'])])
    if (params['index'] === 0 && isToldOfLeaf(code, item)) continue
    found.push(finding(code, isUnverified ? 'warning' : 'error', file, { params }))
  }
  return found
}

/** Problems of the certificate itself, which other rules tell. */
function isToldOfLeaf(code: string, leaf: Certificate): boolean {
  return code === 'CERTS_CHAIN_KEY_WEAK' || (code === 'CERTS_CHAIN_ALGORITHM' && hasWeakSignature(leaf))
}

/** Otherwise an algorithm is only one that is not known here, such as SHA-224. */
function hasWeakSignature(certificate: Certificate | undefined): boolean {
  return certificate !== undefined && isWeakSignature(certificate.signatureAlgorithm)
}

/** Authorities with purposes may issue only for these: not in RFC 5280, but done by openssl and browsers. */
function issuersNotForClients({ leaves }: Facts): Finding[] {
  return leaves.flatMap(({ chain, file, item }) => {
    const index = chain.findIndex((certificate) => !mayBeForClients(certificate))
    // What is wrong with the certificate itself, another rule tells.
    if (index === -1 || !mayBeForClients(item)) return []
    return finding('CERTS_CHAIN_EXTENDED_KEY_USAGE', 'error', file, { params: { index, usage: 'clientAuth' } })
  })
}

/** The moment nearest to now at which all certificates are valid; none when there is no such moment. */
function commonMoment(chain: readonly Certificate[], now: number): number | undefined {
  const first = Math.max(...chain.map(({ notBefore }) => notBefore))
  const last = Math.min(...chain.map(({ notAfter }) => notAfter))
  return first <= last ? Math.min(Math.max(now, first), last) : undefined
}

function issuersOutOfTime({ leaves, now }: Facts): Finding[] {
  return leaves.flatMap(({ chain, file }) => {
    const [, ...issuers] = chain
    const expired = issuers.find(({ notAfter }) => now > notAfter)
    const early = issuers.find(({ notBefore }) => now < notBefore)
    const found: Finding[] = []
    if (expired !== undefined) {
      const params = { date: dateOf(expired.notAfter) }
      found.push(finding('CERTS_FOUND_ISSUER_EXPIRED', 'warning', file, { params }))
    }
    if (early !== undefined) {
      const params = { date: momentOf(early.notBefore) }
      found.push(finding('CERTS_FOUND_ISSUER_NOT_YET_VALID', 'warning', file, { params }))
    }
    return found
  })
}

/** @see RFC 8446, section 4.4.2: the certificate of the sender first, then each issuer */
function disorderedFiles(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const leaf = file.parts?.format === 'pem' ? facts.leaves.find((own) => isIn(file, own)) : undefined
    if (leaf === undefined) return []
    const places = new Map(leaf.chain.map((certificate, place) => [derText(certificate), place]))
    const order = file.certificates.flatMap(({ item }) => places.get(derText(item)) ?? [])
    const [first] = file.certificates
    const isFirst = first !== undefined && places.get(derText(first.item)) === 0
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
  const needed = new Set(leaves.flatMap(({ chain }) => chain.map(derText)))
  return files.flatMap((file) => {
    if (file.certificates.length === 0 || isBankFile(file, keys)) return []
    const unneeded = file.certificates.filter(({ item }) => !needed.has(derText(item)))
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
  return leaves.find(({ chain }) => chain.some((item) => isIn(file, { item })))
}
