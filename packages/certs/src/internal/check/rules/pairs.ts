/**
 * Rules about what belongs together: certificate, key, request.
 *
 * @module
 */
import type { PrivateKey, StoredCertificate } from '../../../credentials.ts'
import { type Facts, type FileFacts, isBankFile, keyOf, type Leaf, type Own } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'

export function missingCertificate(facts: Facts): Finding[] {
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

export function missingKey(facts: Facts): Finding[] {
  const { files, keys, leaves, mayHoldKey } = facts
  if (mayHoldKey || files.some((file) => file.given.role === 'key')) return []
  const hasPair = leaves.some(({ key }) => key !== undefined)
  if (hasPair) return strays(facts).map(({ file }) => finding('CERTS_FOUND_KEY_MISSING', 'warning', file))
  // With keys, and no pair at all, they belong to something else: see mismatchedPairs.
  return keys.length > 0 ? [] : leaves.map(({ file }) => finding('CERTS_FOUND_KEY_MISSING', 'error', file))
}

/** Certificates of no authority that are not in play, because their key is not here and that of others is. */
function strays({ certificates, files, keys, leaves }: Facts): Own<StoredCertificate>[] {
  if (files.some((file) => file.given.role !== undefined)) return []
  const bankFiles = files.filter((file) => isBankFile(file, keys)).map(({ name }) => name)
  const played = new Set(leaves.map(({ item }) => item))
  return certificates.filter(({ file, item }) => !item.isCa && !played.has(item) && !bankFiles.includes(file))
}

/** @see Guia API Pix Sicredi, annex VI: certificate and key that do not correspond */
export function mismatchedPairs(facts: Facts): Finding[] {
  const { files, keys, leaves } = facts
  const given = files.filter((file) => file.given.role === 'key').flatMap((file) => file.keys)
  const hasPair = leaves.some(({ key }) => key !== undefined)
  return leaves.flatMap((leaf) => {
    const own = files.filter(({ name }) => name === leaf.file).flatMap((file) => file.keys)
    const meant = given.length > 0 ? given : own.length > 0 ? own : hasPair ? [] : keys
    const [first] = meant
    if (first === undefined || keyOf(leaf, meant) !== undefined) return []
    return mismatch(facts, leaf, first)
  })
}

/** Before a request is sent: its certificate would belong to no key that is here. */
export function requestsOfOtherKeys({ certificates, keys, leaves, mayHoldKey, requests }: Facts): Finding[] {
  const [key] = keys
  if (key === undefined || mayHoldKey || leaves.some((leaf) => leaf.key !== undefined)) return []
  const answered = new Set(certificates.map(({ keyText }) => keyText))
  const alone = requests.filter((own) => keyOf(own, keys) === undefined && !answered.has(own.keyText))
  return alone.map(({ file }) =>
    finding('CERTS_FOUND_REQUEST_OF_OTHER_KEY', 'warning', file, { params: { key: key.file }, others: [key.file] }),
  )
}

/** Two files of one name are taken for a pair, whatever they hold. */
export function misnamedPairs({ files, leaves }: Facts): Finding[] {
  return leaves.flatMap((leaf) => {
    const { file, key } = leaf
    const home = files.find(({ name }) => name === file)
    if (home === undefined || key === undefined || keyOf(leaf, home.keys) !== undefined) return []
    const namesake = files.find(({ keys, stem }) => stem.toLowerCase() === home.stem.toLowerCase() && keys.length > 0)
    const isPair = namesake === undefined || keyOf(leaf, namesake.keys) !== undefined
    if (isPair || files.some(({ given }) => given.role === 'key')) return []
    return elsewhere(namesake.name, leaf, key.file, 'warning')
  })
}

export function severalCertificates({ files, leaves }: Facts): Finding[] {
  const [first] = leaves
  const keyTexts = new Set(leaves.map(({ keyText }) => keyText))
  const isGiven = files.some((file) => file.given.role === 'certificate')
  if (first === undefined || keyTexts.size < 2 || isGiven) return []
  const params = { count: keyTexts.size }
  const others = leaves.map(({ file }) => file)
  return [finding('CERTS_FOUND_SEVERAL_CERTIFICATES', 'warning', first.file, { params, others })]
}

export function unusedKeys({ certificates, keys, leaves, requests }: Facts): Finding[] {
  if (leaves.every(({ key }) => key === undefined)) return []
  const texts = new Set([...certificates, ...requests].map(({ keyText }) => keyText))
  return keys
    .filter(({ keyText }) => !texts.has(keyText))
    .map(({ file }) => finding('CERTS_FOUND_KEY_UNUSED', 'info', file))
}

/** The most helpful thing to say of a key and a certificate that do not belong together. */
function mismatch(facts: Facts, leaf: Leaf, key: Own<PrivateKey>): Finding {
  const { certificates, requests } = facts
  const { file: path } = leaf
  if (leaf.key !== undefined) return elsewhere(key.file, leaf, leaf.key.file, 'error')
  const other = certificates.find(({ item, keyText }) => !item.isCa && keyText === key.keyText)
  if (other !== undefined) {
    const params = { key: key.file, other: other.file }
    return finding('CERTS_FOUND_CERTIFICATE_ELSEWHERE', 'error', path, { params, others: [key.file, other.file] })
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
