/**
 * Rules about what servers refuse: weak keys and signatures, usages that are not for clients, files that TLS does not open.
 *
 * @module
 */
import { createSecureContext } from 'node:tls'
import type { Certificate, CertificateRequest } from '../../x509/certificate.ts'
import { isWeakKey } from '../../x509/weak-key.ts'
import { isIn, modernCopies } from '../copies.ts'
import type { Facts, Leaf } from '../facts.ts'
import { type FileFacts, keyOf, type Own } from '../file-facts.ts'
import { type Finding, finding } from '../finding.ts'
import { isWeakSignature } from '../weak-signature.ts'
import { meant } from './meant.ts'
import type { Rule } from './rule.ts'

export const STRENGTH_RULES: readonly Rule[] = [weakness, clientAuthentication, digitalSignature, refusedByTls]

/** @see Guia API Pix Sicredi, annex V: RSA of 2048 bits or more, SHA-256 */
function weakness(facts: Facts): Finding[] {
  return judged(facts).flatMap(({ own: { file, item }, severity }) => {
    const { publicKey, signatureAlgorithm } = item
    const { algorithm, bits } = publicKey
    const found: Finding[] = []
    if (isWeakKey(publicKey)) {
      found.push(finding('CERTS_FOUND_KEY_WEAK', severity, file, { params: { algorithm, bits } }))
    }
    if (isWeakSignature(signatureAlgorithm)) {
      const params = { algorithm: signatureAlgorithm.name }
      found.push(finding('CERTS_FOUND_SIGNATURE_WEAK', severity, file, { params }))
    }
    return found
  })
}

interface Judged {
  readonly own: Own<Certificate | CertificateRequest>
  readonly severity: 'error' | 'warning'
}

/** Certificates that may be meant, and requests that have none yet. */
function judged(facts: Facts): readonly Judged[] {
  const certificates = meant(facts)
  const answered = new Set(certificates.map(({ own }) => own.keyText))
  const alone = facts.requests.filter(({ keyText }) => !answered.has(keyText))
  return [...certificates, ...alone.map((own) => ({ own, severity: 'error' as const }))]
}

/** @see RFC 5280, section 4.2.1.12; RFC 8446, section 4.4.2.4 */
function clientAuthentication({ leaves }: Facts): Finding[] {
  return leaves.flatMap(({ file, item: { extendedKeyUsage: purposes } }) => {
    const isMeant =
      purposes === undefined || purposes.includes('clientAuth') || purposes.includes('anyExtendedKeyUsage')
    return isMeant ? [] : finding('CERTS_FOUND_CLIENT_AUTH_MISSING', 'error', file)
  })
}

/** @see RFC 8446, section 4.4.2.4: digitalSignature must be set when the extension is there */
function digitalSignature({ leaves }: Facts): Finding[] {
  return leaves.flatMap(({ file, item: { keyUsage } }) =>
    keyUsage === undefined || keyUsage.includes('digitalSignature')
      ? []
      : finding('CERTS_FOUND_DIGITAL_SIGNATURE_MISSING', 'error', file),
  )
}

/** Lets Node's own TLS judge each bundle that no other rule has refused. */
function refusedByTls(facts: Facts): Finding[] {
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
  const { parts } = file
  const isOpen = parts?.format === 'pkcs12' && parts.locked.length === 0 && parts.encoding === 'binary'
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
