/**
 * @module A PSP for tests that signs charges on its own: `node:crypto`, JSON, and certificates of `@pixkit/certs`. It shares no code
 * with the signer under test, and can be told to do anything wrong. People in it are invented.
 */
import { constants, createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { PrivateKey } from '../../packages/certs/src/credentials.ts'
import { createCa } from '../../packages/certs/src/create-ca.ts'
import { privateKeyFrom } from '../../packages/certs/src/internal/key/private-key.ts'
import { issueCertificate } from '../../packages/certs/src/issue-certificate.ts'
import type { Identity } from '../../packages/certs/src/select-identity.ts'
import type { Certificate } from '../../packages/certs/src/x509.ts'
import type { JwsAlgorithm } from '../../packages/payload/src/signing-key.ts'
import { cobAt } from './sample-payloads.ts'

/** Noon in Brasília. */
const PAYLOAD_NOW: number = Date.UTC(2026, 10, 23, 15)

export type Members = Record<string, unknown>

export interface TestJwks {
  keys: Members[]
}

export interface SignOverrides {
  /** Laid over the header; a member that is `undefined` is left out. */
  readonly header?: Members | undefined
  /** The whole first part, instead of what `header` gives. */
  readonly headerText?: string | undefined
  readonly privateKey?: KeyObject | undefined
  readonly alg?: JwsAlgorithm | undefined
  /** Octets of the salt of RSA-PSS. */
  readonly saltLength?: number | undefined
  /** ECDSA as DER, which JOSE does not want. */
  readonly derSignature?: boolean | undefined
}

export interface PayloadWorld {
  readonly alg: JwsAlgorithm
  readonly host: string
  readonly location: string
  readonly jku: string
  readonly kid: string
  readonly now: number
  readonly root: Identity
  readonly intermediate: Identity
  /** Signer's certificate. */
  readonly certificate: Certificate
  readonly privateKey: PrivateKey
  readonly trustAnchors: readonly Certificate[]
  /** A new copy at each call, to be changed at will. */
  jwks(changes?: Members): TestJwks
  /** Header as the norm wants it. */
  readonly header: Readonly<Members>
  /** Signs a payload; text is signed as it is. */
  sign(payload?: unknown, overrides?: SignOverrides): string
  /** What `verifyPayload` is given. */
  options(changes?: Members): {
    location: string
    jwks: string
    trustAnchors: readonly Certificate[]
    now: number
  }
}

export interface PayloadWorldOptions {
  readonly alg?: JwsAlgorithm | undefined
  readonly host?: string | undefined
  /** Last part of the path, from `/` on. */
  readonly path?: string | undefined
  readonly now?: number | undefined
  /** Names of the signer's certificate; none, such as for a certificate of the SPI, with `null`. */
  readonly hosts?: readonly string[] | null | undefined
  readonly kid?: string | undefined
}

const DAYS_BEFORE = 30

/** Keys of the world are made once for each kind: RSA takes its time. */
const keys = new Map<string, KeyObject>()

const CURVES: Readonly<Record<string, string | undefined>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' }

export function testKey(alg: JwsAlgorithm, name = ''): KeyObject {
  const kind = alg.startsWith('ES') ? alg : 'RSA'
  const known = keys.get(kind + name)
  if (known !== undefined) return known
  const curve = CURVES[kind]
  const { privateKey } =
    curve === undefined
      ? generateKeyPairSync('rsa', { modulusLength: 2048 })
      : generateKeyPairSync('ec', { namedCurve: curve })
  keys.set(kind + name, privateKey)
  return privateKey
}

export async function createPayloadWorld(options: PayloadWorldOptions = {}): Promise<PayloadWorld> {
  const { alg = 'RS256', host = 'pix.banco.example', now = PAYLOAD_NOW, kid = 'chave-1' } = options
  const { path = '/qr/v2/9d36b84f70b54e7ab4b3c5c1e1f2a3b4', hosts = [host] } = options
  const then = now - DAYS_BEFORE * 86_400_000
  const root = await createCa({ name: 'Raiz de teste', now: then })
  const intermediate = await createCa({ name: 'Intermediaria de teste', issuer: root, now: then, days: 1000 })
  const privateKey = privateKeyFrom(testKey(alg))
  const certificate = issueCertificate(intermediate, {
    usage: hosts === null ? 'client' : 'server',
    ...(hosts === null ? {} : { hosts }),
    subject: [{ type: 'CN', value: host }],
    publicKey: privateKey,
    now: then,
    days: 365,
  })
  const jku = `https://${host}/jwks.json`
  const chain = [certificate, intermediate.certificate, root.certificate]
  const header = { alg, kid, ...thumbprintsOf(certificate), jku }

  const jwks = (changes: Members = {}): TestJwks => ({
    keys: [withoutUndefined({ ...jwkOf(privateKey.key, chain, { kid, alg }), ...changes })],
  })

  return {
    alg,
    host,
    location: host + path,
    jku,
    kid,
    now,
    root,
    intermediate,
    certificate,
    privateKey,
    trustAnchors: [root.certificate],
    jwks,
    header,
    sign: (payload = cobPayload(now), overrides = {}) =>
      signJws(payload, privateKey.key, { alg, ...overrides, header: { ...header, ...overrides.header } }),
    options: (changes = {}) => ({
      location: host + path,
      jwks: JSON.stringify(jwks()),
      trustAnchors: [root.certificate],
      now,
      ...changes,
    }),
  }
}

/** JWK of a key, with the certificates that it is given. */
export function jwkOf(
  key: KeyObject,
  chain: readonly Certificate[],
  { kid, alg }: { kid: string; alg: string },
): Members {
  const { kty, n, e, crv, x, y } = key.export({ format: 'jwk' })
  const [leaf] = chain
  return withoutUndefined({
    kty,
    kid,
    use: 'sig',
    key_ops: ['verify'],
    alg,
    n,
    e,
    crv,
    x,
    y,
    ...(leaf === undefined ? {} : thumbprintsOf(leaf)),
    x5c: chain.map(({ der }) => Buffer.from(der).toString('base64')),
  })
}

export function thumbprintsOf({ der }: Certificate): { x5t: string; 'x5t#S256': string } {
  return {
    x5t: createHash('sha1').update(der).digest('base64url'),
    'x5t#S256': createHash('sha256').update(der).digest('base64url'),
  }
}

/** Signs with whatever it is told to sign with. */
export function signJws(payload: unknown, key: KeyObject, overrides: SignOverrides = {}): string {
  const { header = {}, alg = 'RS256', privateKey = key, headerText } = overrides
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload)
  const input = `${base64url(headerText ?? JSON.stringify(withoutUndefined(header)))}.${base64url(text)}`
  return `${input}.${signatureOf(input, privateKey, alg, overrides)}`
}

function signatureOf(input: string, key: KeyObject, alg: JwsAlgorithm, overrides: SignOverrides): string {
  const bits = Number(alg.slice(2))
  const how = {
    RS: { key, padding: constants.RSA_PKCS1_PADDING },
    PS: { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: overrides.saltLength ?? bits / 8 },
    ES: { key, dsaEncoding: overrides.derSignature === true ? ('der' as const) : ('ieee-p1363' as const) },
  }[alg.slice(0, 2)]
  return sign(`sha${bits}`, Buffer.from(input), how ?? key).toString('base64url')
}

/** An immediate charge that can be paid at `now`, and what is wrong with it. */
export function cobPayload(now: number = PAYLOAD_NOW, changes: Members = {}): Members {
  return { ...cobAt(now), ...changes }
}

export function base64url(text: string | Uint8Array): string {
  return Buffer.from(text as string).toString('base64url')
}

function withoutUndefined(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined))
}
