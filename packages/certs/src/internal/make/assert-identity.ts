/**
 * What an identity must have.
 *
 * @module
 */
import type { Identity } from '../../select-identity.ts'
import { assertPrivateKey } from '../key/private-key.ts'
import { assertCertificate } from '../x509/input.ts'

/** @throws {TypeError} `value` is no identity. */
export function assertIdentity(value: unknown, name: string): asserts value is Identity {
  const { certificate, chain, privateKey } = Object(value) as Partial<Identity>
  assertPrivateKey(privateKey, `${name}.privateKey`)
  assertCertificate(certificate, `${name}.certificate`)
  if (!Array.isArray(chain)) throw new TypeError(`"${name}.chain" must be an array of certificates`)
  for (const issuer of chain) assertCertificate(issuer, `${name}.chain`)
}
