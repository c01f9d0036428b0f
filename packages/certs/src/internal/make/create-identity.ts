/**
 * A new key with a certificate of a throw-away authority.
 *
 * @module
 */
import type { RandomSource } from '@pixkit/core/txid'
import type { PrivateKey } from '../../credentials.ts'
import type { KeyOptions } from '../../generate-private-key.ts'
import { issueCertificate, type IssueCertificateOptions } from '../../issue-certificate.ts'
import type { Identity } from '../../select-identity.ts'
import { ownKey } from './own-key.ts'
import type { Subject } from './subject.ts'
import type { ValidityOptions } from './validity.ts'

export interface IdentityOptions extends ValidityOptions {
  readonly subject?: Subject | undefined
  /** Its key, or the kind of key to make; EC on P-256 by default. */
  readonly key?: PrivateKey | KeyOptions | undefined
  /** Source of the serial number; inject one only to make tests repeatable. */
  readonly random?: RandomSource | undefined
}

export async function createIdentity(
  issuer: Identity,
  { key, ...options }: IdentityOptions & IssueCertificateOptions,
): Promise<Identity> {
  const privateKey = await ownKey(key)
  const certificate = issueCertificate(issuer, { ...options, publicKey: privateKey })
  return { privateKey, certificate, chain: [issuer.certificate, ...issuer.chain] }
}
