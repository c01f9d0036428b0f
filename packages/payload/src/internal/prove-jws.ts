/**
 * Steps 6 to 18: from what was answered to a payload that somebody known has signed.
 *
 * @module
 */
import type { Location } from '@pixkit/brcode/location'
import { isPixkitError } from '@pixkit/core/error'
import type { KeySet } from '../key-set.ts'
import type { Proof } from '../types.ts'
import type { KeyEntry } from './key-entry.ts'
import { entriesOf } from './key-set-entries.ts'
import type { KeySource } from './key-source.ts'
import { readAlgorithm } from './steps/algorithm.ts'
import { checkContentType, splitJws } from './steps/body.ts'
import { matchCertificateKey, readCertificates } from './steps/certificate-key.ts'
import { checkCertificateName } from './steps/certificate-name.ts'
import { checkChain, checkValidity, proveChain } from './steps/chain.ts'
import { type JwsHeader, readHeader } from './steps/header.ts'
import { checkJku } from './steps/jku.ts'
import { checkKeyType } from './steps/key-type.ts'
import { findKey } from './steps/key.ts'
import { verifySignature } from './steps/signature.ts'
import { checkThumbprints } from './steps/thumbprint.ts'
import type { Verification } from './verification.ts'

export interface ProvenJws {
  /** The payload. */
  readonly bytes: Uint8Array
  readonly proof: Pick<Proof, 'alg' | 'anchorSha256' | 'certificateSha256' | 'kid'>
}

/**
 * Proves a JWS: who signed it, and that the caller trusts who says so. Nothing of the payload is looked at before that.
 *
 * @param jws - As received.
 * @param location - Where it comes from.
 * @param source - Where the key set is; asked only once its address is checked.
 * @param contentType - What the server called it, where there was a server.
 */
export async function proveJws(
  jws: string | Uint8Array,
  location: Location,
  source: KeySource,
  verification: Verification,
  contentType?: string,
): Promise<ProvenJws> {
  const body = verification.step('BODY', () => {
    const parts = splitJws(jws)
    if (contentType !== undefined) checkContentType(contentType, verification)
    return parts
  })
  const header = verification.step('HEADER', () => readHeader(body.header, verification))
  const alg = verification.step('ALG', () => readAlgorithm(header.alg))
  const keyHost = verification.step('JKU', () => checkJku(header.jku, location.host, verification))
  const keySet = await verification.stepAsync('JWKS_FETCH', () => source.load(header.jku))
  const entry = await verification.stepAsync('KEY', () => chooseKey(keySet, header, source, verification))
  verification.step('KEY_TYPE', () => checkKeyType(entry, alg, verification))
  const { list, key } = await verification.stepAsync('CERT_KEY_MISMATCH', async () => {
    const certificates = readCertificates(entry, verification)
    return { list: certificates, key: await matchCertificateKey(entry, certificates.certificates[0], alg) }
  })
  const [certificate] = list.certificates
  const thumbprints = await verification.stepAsync('THUMBPRINT', () =>
    checkThumbprints(entry, certificate, header, verification),
  )
  const outcome = await verification.stepAsync('CERT_VALIDITY', async () => {
    const found = await proveChain(entry, list, verification)
    checkValidity(found)
    return found
  })
  const { anchorSha256 } = verification.step('CHAIN', () => checkChain(outcome, verification))
  verification.step('CERT_NAME', () => checkCertificateName(certificate, keyHost, verification))
  const bytes = await verification.stepAsync('SIGNATURE', () => verifySignature(body.jws, key, alg))
  return { bytes, proof: { alg, kid: header.kid, certificateSha256: thumbprints['x5t#S256'], anchorSha256 } }
}

/** Asks once more for the key set when it lacks the key: the issuer may have changed keys since it was kept. */
async function chooseKey(
  keySet: KeySet,
  header: JwsHeader,
  source: KeySource,
  verification: Verification,
): Promise<KeyEntry> {
  try {
    return findKey(entriesOf(keySet), header, verification)
  } catch (error) {
    if (!isPixkitError(error, 'PAYLOAD_KEY_NOT_FOUND')) throw error
    const newer = await source.reload(header.jku)
    if (newer === undefined) throw error
    return findKey(entriesOf(newer), header, verification)
  }
}
