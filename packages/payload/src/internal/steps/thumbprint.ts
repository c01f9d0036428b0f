/**
 * Step 14: the thumbprints are those of the certificate.
 *
 * @module
 */
import { type Certificate, formatThumbprint, thumbprint } from '@pixkit/certs/x509'
import { payloadFailure } from '../failure.ts'
import type { KeyEntry, Thumbprints } from '../keys/key-entry.ts'
import type { Later, Verification } from '../verification.ts'
import type { JwsHeader } from './header.ts'

/**
 * Compares every thumbprint that header and key have. SHA-1 only names the certificate here: key and chain prove it.
 *
 * @see RFC 7515, sections 4.1.7 and 4.1.8; RFC 7517, sections 4.8 and 4.9
 */
export function checkThumbprints(
  entry: KeyEntry,
  certificate: Certificate,
  header: JwsHeader,
  verification: Verification,
): Later<Thumbprints> {
  const known = entry.memo.thumbprints
  return known === undefined
    ? thumbprintsOf(certificate).then((thumbprints) => compare(entry, thumbprints, header, verification))
    : compare(entry, known, header, verification)
}

function compare(
  entry: KeyEntry,
  thumbprints: Thumbprints,
  header: JwsHeader,
  verification: Verification,
): Thumbprints {
  const { index, memo } = entry
  memo.thumbprints = thumbprints
  for (const name of ['x5t', 'x5t#S256'] as const) {
    const expected = thumbprints[name]
    if (header[name] !== undefined && header[name] !== expected) {
      throw payloadFailure('PAYLOAD_THUMBPRINT', { reason: 'header', path: [name] })
    }
    if (entry[name] !== undefined && entry[name].value !== expected) {
      throw payloadFailure('PAYLOAD_THUMBPRINT', { reason: 'key', path: ['keys', index, name] })
    }
  }
  if (entry.x5t === undefined) {
    verification.warn('PAYLOAD_THUMBPRINT', { reason: 'x5t-absent', path: ['keys', index, 'x5t'] })
  }
  return thumbprints
}

async function thumbprintsOf(certificate: Certificate): Promise<Thumbprints> {
  const [sha1, sha256] = await Promise.all([thumbprint(certificate, 'SHA-1'), thumbprint(certificate, 'SHA-256')])
  return { x5t: formatThumbprint(sha1).base64url, 'x5t#S256': formatThumbprint(sha256).base64url }
}
