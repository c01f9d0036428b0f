/**
 * Steps 6 to 24: from what a location answered to what is known of it.
 *
 * @module
 */
import type { Location } from '@pixkit/brcode/location'
import type { Proof, VerifiedPayload } from '../types.ts'
import type { KeySource } from './keys/key-source.ts'
import { proveJws } from './prove-jws.ts'
import { readContent } from './read-content.ts'
import type { Verification } from './verification.ts'

export interface Answer extends Pick<Proof, 'hostAuthorised' | 'siteCertificateAuthorised'> {
  readonly location: Location
  readonly jws: string | Uint8Array
  /** What the server called it; absent where there was no server. */
  readonly contentType?: string | undefined
  readonly keySets: KeySource
  /** Whether TLS says that the answer is that of the host. */
  readonly originProven: boolean
  /** Whether the location was asked for a day of payment, in a municipality. */
  readonly dayAsked: boolean
}

export async function verifyAnswer(answer: Answer, verification: Verification): Promise<VerifiedPayload> {
  const { contentType, dayAsked, hostAuthorised, jws, keySets, location, originProven, siteCertificateAuthorised } =
    answer
  const { jws: received, bytes, namesHost, proof } = await proveJws(jws, location, keySets, verification, contentType)
  const { kind, payload, remaining } = await readContent(bytes, location, verification, dayAsked)
  const { alg, anchorSha256, certificateSha256, kid } = proof
  // Named one by one: to spread them takes longer than to read the header.
  return {
    kind,
    jws: received,
    payload,
    proof: {
      alg,
      kid,
      certificateSha256,
      anchorSha256,
      host: location.host,
      hostAuthorised,
      siteCertificateAuthorised,
    },
    warnings: verification.warnings,
    remaining: [
      ...(hostAuthorised === 'not-checked' ? (['authorise-host'] as const) : []),
      ...(originProven || namesHost ? [] : (['check-origin'] as const)),
      ...remaining,
      'check-revocation',
    ],
  } as VerifiedPayload
}
