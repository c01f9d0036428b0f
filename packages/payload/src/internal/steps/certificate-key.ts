/**
 * Step 13: the key of the set is the key of its certificate, which is the one that verifies.
 *
 * @module
 */
import { type Certificate, importableSpki, safeParseCertificate } from '@pixkit/certs/x509'
import type { ReasonOf } from '../../codes.ts'
import { algorithmFacts, type JwsAlgorithm } from '../keys/algorithms.ts'
import { decodeBase64 } from '../base64.ts'
import { payloadFailure } from '../failure.ts'
import type { CertificateKey, CertificateList, KeyEntry } from '../keys/key-entry.ts'
import type { Later, Verification } from '../verification.ts'

/** As chains have at most by default. A choice of pixkit. */
const MAX_CERTIFICATES = 8
/** Characters of one; certificates in use have some 2,500. A choice of pixkit. */
const MAX_CHARACTERS = 24 * 1024

/**
 * Reads `x5c`: standard base64 of DER, first the certificate of the key.
 *
 * @see RFC 7517, section 4.7; Manual de Segurança do Pix, section 4.2 (as quoted by its readers)
 */
export function readCertificates(entry: KeyEntry, verification: Verification): CertificateList {
  entry.memo.certificates ??= parseList(entry)
  const { hasWhiteSpace } = entry.memo.certificates
  const path = ['keys', entry.index, 'x5c']
  if (hasWhiteSpace) {
    verification.tolerate('x5c-whitespace', 'PAYLOAD_CERT_KEY_MISMATCH', { reason: 'x5c-white-space', path })
  }
  return entry.memo.certificates
}

/**
 * Compares the numbers of the JWK with those of the certificate: a real certificate beside a key of somebody else proves
 * nothing.
 *
 * @returns The key of the certificate, for the platform to verify with.
 */
export function matchCertificateKey(entry: KeyEntry, certificate: Certificate, alg: JwsAlgorithm): Later<CryptoKey> {
  const known = entry.memo.keys.get(alg)
  return known === undefined
    ? importKey(certificate, alg).then((key) => compare(entry, key, alg))
    : compare(entry, known, alg)
}

function compare({ index, members, memo }: KeyEntry, key: CertificateKey | undefined, alg: JwsAlgorithm): CryptoKey {
  // Members that mean nothing for the kind of key are nobody's business.
  const names = algorithmFacts(alg).kty === 'RSA' ? RSA_NUMBERS : EC_NUMBERS
  if (key === undefined || names.some((name) => key.numbers[name] !== members[name])) {
    throw payloadFailure('PAYLOAD_CERT_KEY_MISMATCH', { reason: 'other-key', path: ['keys', index, 'x5c', 0] })
  }
  memo.keys.set(alg, key)
  return key.key
}

const RSA_NUMBERS = ['n', 'e'] as const
const EC_NUMBERS = ['crv', 'x', 'y'] as const

/**
 * @returns `undefined` for a key of another kind than the algorithm wants. Keys for RSA-PSS alone are none of RSA: no authority
 *   of browsers may certify them (Mozilla Root Store Policy, section 5.1.1).
 */
async function importKey({ publicKey }: Certificate, alg: JwsAlgorithm): Promise<CertificateKey | undefined> {
  const { kty, importAs } = algorithmFacts(alg)
  if (publicKey.algorithm !== kty) return undefined
  const { subtle } = crypto
  try {
    const key = await subtle.importKey('spki', importableSpki(publicKey), importAs, true, ['verify'])
    const { n, e, crv, x, y } = await subtle.exportKey('jwk', key)
    return { key, numbers: { n, e, crv, x, y } }
  } catch {
    // A point off its curve, another curve: no key of this algorithm.
    return undefined
  }
}

function parseList({ index, members }: KeyEntry): CertificateList {
  const refuse = (reason: ReasonOf<'PAYLOAD_CERT_KEY_MISMATCH'>, place: readonly number[] = []): Error =>
    payloadFailure('PAYLOAD_CERT_KEY_MISMATCH', {
      reason,
      path: ['keys', index, 'x5c', ...place],
      params: { max: MAX_CERTIFICATES },
    })
  const { x5c } = members as { readonly x5c?: unknown }
  if (x5c === undefined) throw refuse('x5c-absent')
  if (!Array.isArray(x5c) || x5c.length === 0) throw refuse('x5c-syntax')
  if (x5c.length > MAX_CERTIFICATES) throw refuse('x5c-too-many')
  let hasWhiteSpace = false
  const certificates = x5c.map((text: unknown, place) => {
    if (typeof text !== 'string' || text.length > MAX_CHARACTERS) throw refuse('x5c-syntax', [place])
    const compact = text.replaceAll(/[\t\n\r ]/g, '')
    hasWhiteSpace ||= compact !== text
    const der = decodeBase64(compact)
    if (der === undefined) throw refuse('x5c-syntax', [place])
    const parsed = safeParseCertificate(der)
    if (parsed.ok) return parsed.value
    throw payloadFailure(
      'PAYLOAD_CERT_KEY_MISMATCH',
      { reason: 'certificate-unreadable', path: ['keys', index, 'x5c', place], params: { index: place } },
      parsed.error,
    )
  })
  return { certificates: certificates as unknown as CertificateList['certificates'], hasWhiteSpace }
}
