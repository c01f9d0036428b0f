/**
 * Signs what locations show, rightly or, on demand, wrongly.
 *
 * @module
 */
import type { Identity } from '@pixkit/certs'
import { createServerIdentity } from '@pixkit/certs/create-identity'
import { isPixkitError } from '@pixkit/core/error'
import { buildJwks, type JwkSet, type Payloads, type PublicJwk, type SigningKey, signPayload } from '@pixkit/payload'
import { createSigningKeyFromIdentity } from '@pixkit/payload/node'
import { sign } from 'node:crypto'
import type { FaultKind } from '../faults/faults.ts'
import type { Identities } from '../identities.ts'

export type PayloadFault = Extract<FaultKind, 'expired-certificate' | 'wrong-jku' | 'wrong-signature'>

export const PAYLOAD_FAULTS: readonly PayloadFault[] = ['expired-certificate', 'wrong-jku', 'wrong-signature']

export interface PayloadSigner {
  readonly jku: string
  sign(payload: Payloads[keyof Payloads], showing: Showing): Promise<string>
  /** With the key of the expired certificate, once it signed. */
  keySet(): JwkSet
}

interface Showing {
  readonly location: string
  readonly now: number
  readonly fault?: PayloadFault | undefined
}

interface Signer {
  readonly identity: Identity
  readonly key: SigningKey
  readonly jwk: PublicJwk
}

/** @param now - Milliseconds since 1970, by the clock of the sandbox. */
export async function createPayloadSigner({ ca, jws }: Identities, host: string, now: number): Promise<PayloadSigner> {
  const jku = `https://${host}/jwks.json`
  const signer = await signerOf(jws, now)
  let expired: Promise<Signer> | undefined
  let published = [signer.jwk]

  const makeExpired = async (): Promise<Signer> => {
    const start = ca.certificate.notBefore
    const identity = await createServerIdentity(ca, [host], { now: start, days: 1 })
    const made = await signerOf(identity, start)
    published = [signer.jwk, made.jwk]
    return made
  }

  return {
    jku,
    keySet: () => ({ keys: published }),
    async sign(payload, { fault, location, now: at }) {
      if (fault === 'expired-certificate') return compact(payload, await (expired ??= makeExpired()), jku)
      if (fault === 'wrong-jku') return compact(payload, signer, `https://outro.${host}/jwks.json`)
      if (fault === 'wrong-signature') return withWrongSignature(compact(payload, signer, jku))
      try {
        return await signPayload(payload, { key: signer.key, location, jku, now: at })
      } catch (error) {
        // The signer is stricter than API Pix, for one about check digits: what the bank took it shows.
        if (isPixkitError(error, 'PAYLOAD_SIGNING_PAYLOAD')) return compact(payload, signer, jku)
        throw error
      }
    },
  }
}

async function signerOf(identity: Identity, now: number): Promise<Signer> {
  const key = await createSigningKeyFromIdentity(identity, { now })
  return { identity, key, jwk: buildJwks(key).keys[0] as PublicJwk }
}

/** Whatever it is. @see RFC 7515, section 7.1; RFC 7518, section 3.4 (R and S side by side). */
function compact(payload: object, { identity, jwk }: Signer, jku: string): string {
  const header = { alg: jwk.alg, kid: jwk.kid, x5t: jwk.x5t, 'x5t#S256': jwk['x5t#S256'], jku }
  const input = [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  const { key } = identity.privateKey
  const signature = sign(`sha${jwk.alg.slice(2)}`, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' })
  return `${input}.${signature.toString('base64url')}`
}

function withWrongSignature(jws: string): string {
  const [header, payload, signature = ''] = jws.split('.')
  const bytes = Buffer.from(signature, 'base64url')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  return `${header}.${payload}.${bytes.toString('base64url')}`
}
