// Compiled only, with the types of Node: the packages for it.
import { connect } from 'node:tls'
import {
  type Credentials,
  diagnose,
  type Finding,
  type Identity,
  matchKeyPair,
  readCredentials,
  safeReadCredentials,
  selectIdentity,
  toPemPair,
} from '@pixkit/certs'
import { messages, remedies } from '@pixkit/certs/messages/pt-br'
import { buildChain, type Certificate, parseCertificate } from '@pixkit/certs/x509'
import { createGuardedTransport } from '@pixkit/http-node'
import { buildJwks, type JwkSet, signPayload, verifyLocation } from '@pixkit/payload'
import { createSigningKeyFromIdentity, mozillaTrustAnchors } from '@pixkit/payload/node'

export function identityOf(pfx: Buffer, passphrase: string): Identity {
  return selectIdentity(readCredentials(pfx, { passphrase }))
}

export function call(host: string, identity: Identity): void {
  connect({ host, port: 443, ...toPemPair(identity) }).end()
}

export function whyNot(file: Uint8Array | string): string {
  const result = safeReadCredentials(file)
  if (!result.ok) return `${messages[result.error.code]} ${remedies[result.error.code]}`
  const credentials: Credentials = result.value
  return credentials.format
}

export async function worst(files: readonly { name: string; bytes: Uint8Array }[]): Promise<string | undefined> {
  const findings: readonly Finding[] = await diagnose(files)
  return findings[0] === undefined ? undefined : messages[findings[0].code]
}

export async function chainOf(leaf: Certificate, root: Uint8Array): Promise<readonly Certificate[]> {
  return buildChain(leaf, { trustAnchors: [parseCertificate(root)], now: Date.now() })
}

// @ts-expect-error trust anchors and the moment are required
void buildChain(parseCertificate(new Uint8Array()), { now: 0 })

// @ts-expect-error bytes are no private key
matchKeyPair(parseCertificate(new Uint8Array()), new Uint8Array())

// @ts-expect-error what is read cannot be written to
readCredentials('…').certificates.length = 0

export async function keySetOf(identity: Identity): Promise<JwkSet> {
  return buildJwks([await createSigningKeyFromIdentity(identity, { now: Date.now() })])
}

export async function kindOf(location: string): Promise<'cob' | 'cobv' | 'rec'> {
  const transport = createGuardedTransport()
  try {
    return (await verifyLocation(location, { transport, trustAnchors: mozillaTrustAnchors(), now: Date.now() })).kind
  } finally {
    await transport[Symbol.asyncDispose]()
  }
}

export function sign(identity: Identity, key: Parameters<typeof signPayload>[1]['key']): Promise<string> {
  // @ts-expect-error an identity is no signing key
  void signPayload({}, { key: identity, location: '', jku: '', now: 0 })
  // @ts-expect-error a payload has fields
  return signPayload({}, { key, location: '', jku: '', now: 0 })
}
