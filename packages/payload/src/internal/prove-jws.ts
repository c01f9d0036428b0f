/**
 * Steps 6 to 18: from what was answered to a payload that somebody known has signed.
 *
 * @module
 */
import type { Location } from '@pixkit/brcode/location'
import type { KeySet, Proof } from '../types.ts'
import type { KeyEntry } from './keys/key-entry.ts'
import { entriesOf } from './keys/key-set-entries.ts'
import type { KeySource } from './keys/key-source.ts'
import { readAlgorithm } from './steps/algorithm.ts'
import { checkContentType, splitJws } from './steps/body.ts'
import { matchCertificateKey, readCertificates } from './steps/certificate-key.ts'
import { checkCertificateName } from './steps/certificate-name.ts'
import { checkChain, proveChain } from './steps/chain.ts'
import { type JwsHeader, readHeader } from './steps/header.ts'
import { checkJku } from './steps/jku.ts'
import { checkKeyType } from './steps/key-type.ts'
import { checkSpelling, findKey, hasKey } from './steps/key.ts'
import { verifySignature } from './steps/signature.ts'
import { checkThumbprints } from './steps/thumbprint.ts'
import type { Later, Verification } from './verification.ts'

export interface ProvenJws {
  /** As received. */
  readonly jws: string
  /** The payload. */
  readonly bytes: Uint8Array
  /** Whether the certificate names the host of the location. */
  readonly namesHost: boolean
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
  const keySet = await verification.stepLater('JWKS_FETCH', () => source.load(header.jku))
  const entry = await verification.stepLater('KEY', () => chooseKey(keySet, header, source, verification))
  verification.step('KEY_TYPE', () => checkKeyType(entry, alg, verification))
  const { key, list } = await verification.stepLater('CERT_KEY_MISMATCH', async () => {
    const list = readCertificates(entry, verification)
    return { list, key: await matchCertificateKey(entry, list.certificates[0], alg) }
  })
  const [certificate] = list.certificates
  const thumbprints = await verification.stepLater('THUMBPRINT', () =>
    checkThumbprints(entry, certificate, header, verification),
  )
  const outcome = await verification.stepLater('CERT_VALIDITY', () => proveChain(entry, list, verification))
  const { anchorSha256 } = verification.step('CHAIN', () => checkChain(outcome, verification))
  const namesHost = checkCertificateName(entry, certificate, keyHost, verification)
  const bytes = await verification.stepLater('SIGNATURE', () =>
    verifySignature(body, { alg, key, publicKey: certificate.publicKey }, verification.options.verifySignature),
  )
  return {
    jws: body.jws,
    bytes,
    namesHost: namesHost && keyHost === location.host,
    proof: { alg, kid: header.kid, certificateSha256: thumbprints['x5t#S256'], anchorSha256 },
  }
}

/** Asks once more for the key set when it lacks the key: the issuer may have changed keys since it was kept. */
function chooseKey(keySet: KeySet, header: JwsHeader, source: KeySource, verification: Verification): Later<KeyEntry> {
  const take = (from: KeySet): KeyEntry => {
    const entry = findKey(entriesOf(from), header)
    checkSpelling(entry, verification)
    return entry
  }
  if (hasKey(entriesOf(keySet), header)) return take(keySet)
  return source.reload(header.jku).then((newer) => take(newer ?? keySet))
}
