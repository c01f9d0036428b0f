/**
 * Rules about what servers refuse: weak keys and signatures, usages that are not for clients, files that TLS does not open.
 *
 * @module
 */
import { createSecureContext } from 'node:tls'
import type { Certificate, CertificateRequest } from '../../x509/certificate.ts'
import { verifySignature } from '../../x509/verify-signature.ts'
import { isWeakKey } from '../../x509/weak-key.ts'
import { identityIn, modernCopies } from '../copies.ts'
import type { Facts } from '../facts.ts'
import type { FileFacts, Own } from '../file-facts.ts'
import { type Finding, finding } from '../finding.ts'
import { isWeakSignature } from '../weak-signature.ts'
import { mayBeForClients, meant } from './meant.ts'
import type { Rule } from './rule.ts'

export const STRENGTH_RULES: readonly Rule[] = [
  weakness,
  brokenRequests,
  clientAuthentication,
  digitalSignature,
  refusedByTls,
]

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
  return [...meant(facts), ...unanswered(facts).map((own) => ({ own, severity: 'error' as const }))]
}

function unanswered(facts: Facts): readonly Own<CertificateRequest>[] {
  const answered = new Set(meant(facts).map(({ own }) => own.keyText))
  return facts.requests.filter(({ keyText }) => !answered.has(keyText))
}

/** Nobody has so many requests, and each costs a signature check. */
const MAX_REQUESTS = 100

/**
 * A request proves that its sender has the key; a bank refuses one that does not. What cannot be verified here, such as a
 * signature with SHA-1, is not told.
 *
 * @see RFC 2986, section 4.2
 */
async function brokenRequests(facts: Facts): Promise<Finding[]> {
  const alone = new Set(unanswered(facts))
  const found: Finding[] = []
  for (const own of facts.requests.slice(0, MAX_REQUESTS)) {
    const problem = await verifySignature(own.item, own.item.publicKey)
    if (problem?.code !== 'CERTS_CHAIN_SIGNATURE') continue
    found.push(finding('CERTS_FOUND_REQUEST_SIGNATURE', alone.has(own) ? 'error' : 'warning', own.file))
  }
  return found
}

function clientAuthentication({ leaves }: Facts): Finding[] {
  return leaves.flatMap(({ file, item }) =>
    mayBeForClients(item) ? [] : finding('CERTS_FOUND_CLIENT_AUTH_MISSING', 'error', file),
  )
}

/** @see RFC 5246, section 7.4.6: the key of a client must be allowed to sign; RFC 5280, section 4.2.1.3: digitalSignature */
function digitalSignature({ leaves }: Facts): Finding[] {
  return leaves.flatMap(({ file, item: { keyUsage } }) =>
    keyUsage === undefined || keyUsage.includes('digitalSignature')
      ? []
      : finding('CERTS_FOUND_DIGITAL_SIGNATURE_MISSING', 'error', file),
  )
}

/** Lets Node's own TLS judge each bundle that no other rule has refused, once: it derives the keys again. */
function refusedByTls(facts: Facts): Finding[] {
  return facts.files.flatMap((file) => {
    const leaf = isOpenBundle(file) ? identityIn(facts, file) : undefined
    if (leaf === undefined) return []
    if (isWeakKey(leaf.item.publicKey) || isWeakSignature(leaf.item.signatureAlgorithm)) return []
    const reason = refusal(file)
    if (reason === undefined) return []
    const options = { params: { reason }, fix: modernCopies(facts, file) }
    return finding('CERTS_FOUND_TLS_REFUSED', 'error', file.name, options)
  })
}

function isOpenBundle({ parts }: FileFacts): boolean {
  const isOpen = parts?.format === 'pkcs12' && parts.locked.length === 0 && parts.encoding === 'binary'
  const isTold =
    parts?.notes.includes('no-mac') === true || parts?.encryption.some((name) => name.includes('RC2')) === true
  return isOpen && !isTold
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
