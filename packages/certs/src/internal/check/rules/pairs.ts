/**
 * Rules about what belongs together: certificate, key, request.
 *
 * @module
 */
import type { PrivateKey } from '../../../credentials.ts'
import { isIn } from '../copies.ts'
import type { Facts, Leaf } from '../facts.ts'
import { type FileFacts, isBankFile, keyOf, type Own } from '../file-facts.ts'
import { type Finding, finding } from '../finding.ts'
import { isValidAt } from './meant.ts'
import type { Rule } from './rule.ts'

export const PAIR_RULES: readonly Rule[] = [
  missingCertificate,
  missingKey,
  mismatchedPairs,
  requestsOfOtherKeys,
  misnamedPairs,
  severalCertificates,
  unusedKeys,
]

function missingCertificate(facts: Facts): Finding[] {
  const { files, keys, leaves, mayHoldCertificate } = facts
  const isTold =
    mayHoldCertificate ||
    files.some((file) => file.given.role === 'certificate') ||
    files.some((file) => file.certificates.length > 0 && file.given.role !== 'ca') ||
    files.some((file) => file.requests.length > 0 && ['cer', 'crt'].includes(file.extension)) ||
    files.some((file) => isBankFile(file, keys))
  if (leaves.length > 0 || isTold) return []
  return [finding('CERTS_FOUND_CERTIFICATE_MISSING', 'error', keys[0]?.file ?? facts.requests[0]?.file)]
}

function missingKey(facts: Facts): Finding[] {
  const { files, keys, leaves, strays, unopenedKeys } = facts
  if (unopenedKeys.length > 0 || files.some((file) => file.given.role === 'key')) return []
  const hasPair = leaves.some(({ key }) => key !== undefined)
  if (hasPair) return strays.map(({ file }) => finding('CERTS_FOUND_KEY_MISSING', 'warning', file))
  // With keys, and no pair at all, they belong to something else: see mismatchedPairs.
  return keys.length > 0 ? [] : leaves.map(({ file }) => finding('CERTS_FOUND_KEY_MISSING', 'error', file))
}

/** @see Guia API Pix Sicredi, annex VI: certificate and key that do not correspond */
function mismatchedPairs(facts: Facts): Finding[] {
  const { files, keys, leaves } = facts
  const given = files.filter((file) => file.given.role === 'key')
  const hasPair = leaves.some(({ key }) => key !== undefined)
  return leaves.flatMap((leaf) => {
    const own = files.filter(({ name }) => name === leaf.file).flatMap((file) => file.keys)
    const others = own.length > 0 ? own : hasPair ? [] : keys
    const meant = given.length > 0 ? given.flatMap((file) => file.keys) : others
    const [first] = meant
    if (first === undefined || keyOf(leaf, meant) !== undefined) return []
    return mismatch(facts, leaf, first)
  })
}

/** Before a request is sent: its certificate would belong to no key that is here. */
function requestsOfOtherKeys({ certificates, keys, leaves, requests, unopenedKeys }: Facts): Finding[] {
  const [key] = keys
  if (key === undefined || unopenedKeys.length > 0 || leaves.some((leaf) => leaf.key !== undefined)) return []
  const answered = new Set(certificates.map(({ keyText }) => keyText))
  const alone = requests.filter((own) => keyOf(own, keys) === undefined && !answered.has(own.keyText))
  return alone.map(({ file }) =>
    finding('CERTS_FOUND_REQUEST_OF_OTHER_KEY', 'warning', file, { params: { key: key.file }, others: [key.file] }),
  )
}

/** Two files of one name are taken for a pair, whatever they hold. */
function misnamedPairs({ files, leaves }: Facts): Finding[] {
  return leaves.flatMap((leaf) => {
    const { file, key } = leaf
    const home = files.find(({ name }) => name === file)
    if (home === undefined || key === undefined || keyOf(leaf, home.keys) !== undefined) return []
    const namesake = files.find(({ keys, stem }) => keys.length > 0 && stem.toLowerCase() === home.stem.toLowerCase())
    const isPair = namesake === undefined || keyOf(leaf, namesake.keys) !== undefined
    if (isPair || files.some(({ given }) => given.role === 'key')) return []
    return elsewhere(namesake.name, leaf, key.file, 'warning')
  })
}

/** A sentence with more names is not read; the finding has all of them. */
const MAX_NAMES = 5

function severalCertificates({ files, leaves }: Facts): Finding[] {
  const [first] = leaves
  const keyTexts = new Set(leaves.map(({ keyText }) => keyText))
  const isGiven = files.some((file) => file.given.role === 'certificate')
  if (first === undefined || keyTexts.size < 2 || isGiven) return []
  const others = [...new Set(leaves.map(({ file }) => file))]
  const shown = others.slice(0, MAX_NAMES).map((name) => `"${name}"`)
  const params = { count: keyTexts.size, files: [...shown, ...(others.length > MAX_NAMES ? ['…'] : [])].join(', ') }
  return [finding('CERTS_FOUND_SEVERAL_CERTIFICATES', 'warning', first.file, { params, others })]
}

function unusedKeys({ certificates, keys, leaves, requests }: Facts): Finding[] {
  if (leaves.every(({ key }) => key === undefined)) return []
  const texts = new Set([...certificates, ...requests].map(({ keyText }) => keyText))
  return keys
    .filter(({ keyText }) => !texts.has(keyText))
    .map(({ file }) => finding('CERTS_FOUND_KEY_UNUSED', 'info', file))
}

/**
 * What to use, when something else is wrong: a certificate that is valid and its key, where other files lie beside them.
 * No rule, since alone it is nothing to tell.
 */
export function goodPairs({ files, leaves, now }: Facts): Finding[] {
  return leaves.flatMap((leaf) => {
    const { chain, file, isSelfSigned, item, key } = leaf
    if (key === undefined || key.file === file || item.isCa || isSelfSigned || !isValidAt(item, now)) return []
    const isPart = (one: FileFacts): boolean =>
      keyOf(leaf, one.keys) !== undefined || chain.some((certificate) => isIn(one, { item: certificate }))
    if (files.every(isPart)) return []
    return finding('CERTS_FOUND_PAIR', 'info', file, { params: { key: key.file }, others: [key.file] })
  })
}

/** The most helpful thing to say of a key and a certificate that do not belong together. */
function mismatch(facts: Facts, leaf: Leaf, key: Own<PrivateKey>): Finding {
  const { certificates, requests, unopenedKeys } = facts
  const { file: path } = leaf
  if (leaf.key !== undefined) return elsewhere(key.file, leaf, leaf.key.file, 'error')
  const other = certificates.find(({ item, keyText }) => !item.isCa && keyText === key.keyText)
  if (other !== undefined) {
    const params = { key: key.file, other: other.file }
    return finding('CERTS_FOUND_CERTIFICATE_ELSEWHERE', 'error', path, { params, others: [key.file, other.file] })
  }
  const unopened = unopenedKeys.find((name) => name !== key.file)
  if (unopened !== undefined) {
    const params = { certificate: path, other: unopened }
    return finding('CERTS_FOUND_KEY_UNOPENED', 'error', key.file, { params, others: [path, unopened] })
  }
  const request = requests.find(({ keyText }) => keyText === key.keyText)
  if (request !== undefined) {
    const params = { key: key.file, request: request.file }
    const others = [request.file, key.file]
    return finding('CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST', 'error', path, { params, others })
  }
  const params = { certificate: path }
  return finding('CERTS_FOUND_KEY_MISMATCH', 'error', key.file, { params, others: [path] })
}

function elsewhere(key: FileFacts['name'], leaf: Leaf, other: string, severity: 'error' | 'warning'): Finding {
  const params = { certificate: leaf.file, other }
  return finding('CERTS_FOUND_KEY_ELSEWHERE', severity, key, { params, others: [leaf.file, other] })
}
