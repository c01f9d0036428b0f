/**
 * Rules about single files, whatever role they play: what did not open, what is old, what is there twice.
 *
 * @module
 */
import { modernCopies, pemCopy } from '../copies.ts'
import type { Facts } from '../facts.ts'
import { type FileFacts, isOtherThing, isPage } from '../file-facts.ts'
import { type Finding, finding } from '../finding.ts'
import { derText } from '../unique.ts'
import type { Rule } from './rule.ts'

export const FILE_RULES: readonly Rule[] = [unreadableFiles, lockedFiles, encryptedKeys, oldBundles, duplicateFiles]

/** Tells what the reader says of a file. */
function unreadableFiles({ files }: Facts): Finding[] {
  return files.flatMap(({ failure, given, name }) => {
    if (failure === undefined) return []
    if (isPage(failure)) return finding('CERTS_FOUND_FILE_PAGE', 'error', name)
    const isBeside = isOtherThing(failure) && given.role === undefined
    return finding(failure.code, isBeside ? 'warning' : 'error', name, { params: failure.params })
  })
}

function lockedFiles({ files }: Facts): Finding[] {
  return files.flatMap(({ name, parts }) => {
    const [first] = parts?.locked ?? []
    return first === undefined ? [] : finding(first.code, 'error', name, { params: first.params })
  })
}

/** @see Guia API Pix Sicredi, annex IV, status 403: some tools do not take a key with a passphrase */
function encryptedKeys(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const { parts } = file
    const isKeyFile = parts !== undefined && parts.format !== 'pkcs12' && file.keys.length > 0
    if (!isKeyFile || parts.encryption.length === 0) return []
    return finding('CERTS_FOUND_KEY_ENCRYPTED', 'info', file.name, { fix: pemCopy(facts, file) })
  })
}

/** PBE with RC2 is in no provider that Node loads. */
const RC2 = /RC2/
const LEGACY = /3DES|DES-EDE3|^PBE-SHA1/i

function oldBundles(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const { name, parts } = file
    if (parts?.format !== 'pkcs12') return []
    const rc2 = parts.encryption.find((algorithm) => RC2.test(algorithm))
    const legacy = parts.encryption.find((algorithm) => LEGACY.test(algorithm))
    const hasNoMac = parts.notes.includes('no-mac')
    if (rc2 === undefined && legacy === undefined && !hasNoMac) return []
    const fix = parts.locked.length === 0 ? modernCopies(facts, file) : undefined
    const found: Finding[] = []
    if (rc2 !== undefined) found.push(finding('CERTS_FOUND_RC2', 'error', name, { params: { algorithm: rc2 }, fix }))
    if (hasNoMac) found.push(finding('CERTS_FOUND_MAC_MISSING', 'error', name, { fix }))
    if (rc2 === undefined && legacy !== undefined) {
      found.push(finding('CERTS_FOUND_P12_LEGACY', 'info', name, { params: { algorithm: legacy }, fix }))
    }
    return found
  })
}

function duplicateFiles({ files }: Facts): Finding[] {
  const seen = new Map<string, string>()
  return files.flatMap((file) => {
    const content = contentText(file)
    const other = seen.get(content)
    if (content === '' || other === undefined) {
      seen.set(content, file.name)
      return []
    }
    return finding('CERTS_FOUND_DUPLICATE', 'info', file.name, { params: { other }, others: [other] })
  })
}

/** A text that is equal for files with the same objects; empty for a file without. */
function contentText({ certificates, keys, requests }: FileFacts): string {
  const texts = [
    ...certificates.map(({ item }) => `c${derText(item)}`),
    ...keys.map(({ keyText = '' }) => `k${keyText}`),
    ...requests.map(({ item }) => `r${derText(item)}`),
  ]
  return [...new Set(texts)].sort().join('\n')
}
