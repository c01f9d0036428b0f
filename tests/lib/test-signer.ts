/** @module Signers of payloads with a throw-away authority, for tests. */
import { forgedKey, type KeyName } from './forge-certificate.ts'
import { authority, certificateOf, NOW, type TestCertificate, type TestIdentity } from './test-certificate.ts'
import { privateKeyFrom } from '../../packages/certs/src/internal/key/private-key.ts'
import type { Certificate } from '../../packages/certs/src/internal/x509/certificate.ts'
import { createSigningKey, type JwsAlgorithm, type SigningKey } from '../../packages/payload/src/signing-key.ts'

export { ALGORITHMS } from './jws-algorithms.ts'

export const HOST = 'pix.banco.example'
export const JKU: string = `https://${HOST}/jwks.json`

export interface TestSigner extends TestIdentity {
  readonly chain: readonly [Certificate, Certificate, Certificate]
  /** PKCS#8, DER; a copy. */
  readonly pkcs8: Uint8Array
}

export const ROOT: TestIdentity = authority('Raiz')
export const INTERMEDIATE: TestIdentity = authority('Intermediária', { issuer: ROOT })

/** A certificate for signatures, and its chain; the same for the same key, unless there are options. */
export function testSigner(key: KeyName = 'p256:signer', options?: TestCertificate): TestSigner {
  const known = signers.get(key)
  const signer = options === undefined && known !== undefined ? known : makeSigner(key, options)
  if (options === undefined) signers.set(key, signer)
  // The bytes are for the test, which may wipe them.
  return { ...signer, pkcs8: Uint8Array.from(signer.pkcs8) }
}

const signers = new Map<KeyName, TestSigner>()

function makeSigner(key: KeyName, options: TestCertificate = {}): TestSigner {
  const { issuer = INTERMEDIATE } = options
  const privateKey = privateKeyFrom(forgedKey(key).privateKey)
  const subject = [['CN', HOST]] as const
  const { certificate } = certificateOf({ subject, keyUsage: 0x80, ...options, issuer, key: privateKey })
  const pkcs8 = Uint8Array.from(privateKey.key.export({ format: 'der', type: 'pkcs8' }))
  return { certificate, privateKey, chain: [certificate, INTERMEDIATE.certificate, ROOT.certificate], pkcs8 }
}

/** The kind of key for an algorithm. */
export function keyFor(alg: JwsAlgorithm): KeyName {
  const curves: Partial<Record<JwsAlgorithm, KeyName>> = {
    ES256: 'p256:signer',
    ES384: 'p384:signer',
    ES512: 'p521:signer',
  }
  return curves[alg] ?? 'rsa:signer'
}

const keys = new Map<JwsAlgorithm, Promise<SigningKey>>()

/** A tested key for an algorithm, made once. */
export async function signingKeyFor(alg: JwsAlgorithm): Promise<SigningKey> {
  const known = keys.get(alg)
  if (known !== undefined) return known
  const { chain, pkcs8 } = testSigner(keyFor(alg))
  const made = createSigningKey({ privateKey: pkcs8, chain, alg, kid: `key-${alg}`, now: NOW })
  keys.set(alg, made)
  return made
}
