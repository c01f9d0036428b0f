/**
 * Rules about what servers refuse: weak keys and signatures, usages that are not for clients, files that TLS does not open.
 *
 * @module
 */
import { createSecureContext } from 'node:tls'
import type { Certificate, CertificateRequest } from '../../x509/certificate.ts'
import { isIn, modernCopies } from '../copies.ts'
import { type Facts, type FileFacts, keyOf, type Leaf, type Own } from '../facts.ts'
import { type Finding, finding } from '../finding.ts'
import { isWeakKey, isWeakSignature } from '../strength.ts'

/** @see Guia API Pix Sicredi, annex V: RSA of 2048 bits or more, SHA-256 */
export function weakness(facts: Facts): Finding[] {
  return judged(facts).flatMap(({ file, item }) => {
    const { publicKey, signatureAlgorithm } = item
    const { algorithm, bits } = publicKey
    const found: Finding[] = []
    if (isWeakKey(publicKey)) {
      found.push(finding('CERTS_FOUND_WEAK_KEY', 'error', file, { params: { algorithm, bits } }))
    }
    if (isWeakSignature(signatureAlgorithm)) {
      const params = { algorithm: signatureAlgorithm.name }
      found.push(finding('CERTS_FOUND_WEAK_SIGNATURE', 'error', file, { params }))
    }
    return found
  })
}

/** Certificates in play, and requests that have none yet. */
function judged({ leaves, requests }: Facts): readonly Own<Certificate | CertificateRequest>[] {
  const answered = new Set(leaves.map(({ keyText }) => keyText))
  return [...leaves, ...requests.filter(({ keyText }) => !answered.has(keyText))]
}

/** @see RFC 5280, section 4.2.1.12; RFC 8446, section 4.4.2.4 */
export function clientAuthentication({ leaves }: Facts): Finding[] {
  return leaves.flatMap(({ file, item: { extendedKeyUsage: purposes } }) => {
    const isMeant =
      purposes === undefined || purposes.includes('clientAuth') || purposes.includes('anyExtendedKeyUsage')
    return isMeant ? [] : finding('CERTS_FOUND_CLIENT_AUTH_MISSING', 'error', file)
  })
}

/** @see RFC 8446, section 4.4.2.4: digitalSignature must be set when the extension is there */
export function digitalSignature({ leaves }: Facts): Finding[] {
  return leaves.flatMap(({ file, item: { keyUsage } }) =>
    keyUsage === undefined || keyUsage.includes('digitalSignature')
      ? []
      : finding('CERTS_FOUND_DIGITAL_SIGNATURE_MISSING', 'error', file),
  )
}

/** Lets Node's own TLS judge each bundle that no other rule has refused. */
export function refusedByTls(facts: Facts): Finding[] {
  return facts.leaves.flatMap((leaf) => {
    if (isWeakKey(leaf.item.publicKey) || isWeakSignature(leaf.item.signatureAlgorithm)) return []
    return facts.files.flatMap((file) => {
      const reason = isOpenBundle(file, leaf) ? refusal(file) : undefined
      const options = { params: { reason: reason ?? '' }, fix: modernCopies(facts, file) }
      return reason === undefined ? [] : finding('CERTS_FOUND_TLS_REFUSED', 'error', file.name, options)
    })
  })
}

function isOpenBundle(file: FileFacts, leaf: Leaf): boolean {
  const { given, parts } = file
  const isOpen = parts?.format === 'pkcs12' && parts.locked.length === 0 && given.bytes[0] === 0x30
  const isTold =
    parts?.notes.includes('no-mac') === true || parts?.encryption.some((name) => name.includes('RC2')) === true
  return isOpen && !isTold && isIn(file, leaf) && keyOf(leaf, file.keys) !== undefined
}

/** The code of the error; absent when TLS takes the bundle. */
function refusal({ given: { bytes, passphrase } }: FileFacts): string | undefined {
  try {
    createSecureContext({ pfx: Buffer.from(bytes), passphrase })
    return undefined
  } catch (error) {
    const { code = 'ERR_TLS' } = Object(error) as { readonly code?: string }
    return code
  }
}
