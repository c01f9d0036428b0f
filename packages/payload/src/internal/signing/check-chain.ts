/**
 * Certificates that a signer publishes.
 *
 * @module
 */
import { type Certificate, matchHostName, namesEqual, safeBuildChain } from '@pixkit/certs/x509'
import { isSelfIssued } from '../certificates.ts'
import { signingFailure } from '../failure.ts'
import { dnsNamesOf } from '../host-names.ts'

export interface ChainTrust {
  readonly now: number
  readonly trustAnchors?: readonly Certificate[] | undefined
}

/**
 * Proves the chain of a signer as its verifiers will, and returns it with its root.
 *
 * The root belongs to it (staff of Bacen in bacen/pix-api, issues 188 and 202), though no verifier needs it there.
 *
 * @see RFC 7517, section 4.7: each certificate certifies the one before it
 * @see Manual de Segurança do Pix, section 5.1 (as quoted in bacen/pix-api, issues 43, 317 and 583): issued by a widely known
 *   authority, KeyUsage with digitalSignature
 */
export async function checkChain(
  chain: readonly Certificate[],
  { now, trustAnchors }: ChainTrust,
): Promise<readonly Certificate[]> {
  const [leaf] = chain
  const last = chain.at(-1)
  if (leaf === undefined || last === undefined) throw failure({ reason: 'missing', path: ['chain'] })
  checkDates(chain, now)
  if (leaf.keyUsage?.includes('digitalSignature') !== true) throw failure({ reason: 'key-usage', path: at(0) })
  checkOrder(chain)
  if (isSelfIssued(leaf)) throw failure({ reason: 'self-signed', path: at(0) })
  if (trustAnchors === undefined && !isSelfIssued(last)) throw failure({ reason: 'root-missing', path: ['chain'] })
  const result = await safeBuildChain(leaf, {
    trustAnchors: trustAnchors ?? [last],
    intermediates: chain.slice(1),
    now,
    keyUsage: 'digitalSignature',
  })
  if (!result.ok) {
    const { code, params } = result.error
    const index = Number(params['index'] ?? 0)
    if (code === 'CERTS_CHAIN_UNTRUSTED') throw failure({ reason: 'untrusted', path: at(index) }, result.error)
    if (code === 'CERTS_CHAIN_INCOMPLETE') {
      if (index >= chain.length - 1) throw failure({ reason: 'root-missing', path: ['chain'] }, result.error)
      // The next has the right name, and another key.
      throw failure({ reason: 'order', path: at(index + 1), params: { index: index + 1 } }, result.error)
    }
    throw failure({ reason: 'chain', path: at(index), params: { index, problem: code } }, result.error)
  }
  const proven = result.value
  const root = proven.at(-1)
  if (root === undefined || !isSelfIssued(root)) throw failure({ reason: 'root-missing', path: ['chain'] })
  // Without anchors of the caller nobody chose another way than the one that was given.
  if (trustAnchors === undefined && proven.length !== chain.length) {
    throw failure({ reason: 'order', path: ['chain'], params: { index: proven.length } })
  }
  return proven
}

/** Checks that every certificate is valid now: at each signature, because keys live longer than certificates. */
export function checkDates(chain: readonly Certificate[], now: number): void {
  for (const [index, { notAfter, notBefore }] of chain.entries()) {
    if (now < notBefore) {
      throw failure({ reason: 'not-yet-valid', path: at(index), params: { index, date: dateOf(notBefore) } })
    }
    if (now > notAfter) throw failure({ reason: 'expired', path: at(index), params: { index, date: dateOf(notAfter) } })
  }
}

/** Checks that a certificate with names of hosts has this one: verifiers refuse another. */
export function checkHost([leaf]: readonly Certificate[], host: string): void {
  if (leaf === undefined || dnsNamesOf(leaf).length === 0 || matchHostName(leaf, host)) return
  throw failure({ reason: 'other-host', path: at(0) })
}

function checkOrder(chain: readonly Certificate[]): void {
  for (const [index, certificate] of chain.entries()) {
    const issuer = chain[index + 1]
    if (issuer !== undefined && !namesEqual(certificate.issuer, issuer.subject)) {
      throw failure({ reason: 'order', path: at(index + 1), params: { index: index + 1 } })
    }
  }
}

function at(index: number): readonly [string, number] {
  return ['chain', index]
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

type ChainFault = Parameters<typeof signingFailure<'PAYLOAD_SIGNING_CERTIFICATE'>>[1]

function failure(fault: ChainFault, cause?: unknown): ReturnType<typeof signingFailure<'PAYLOAD_SIGNING_CERTIFICATE'>> {
  return signingFailure('PAYLOAD_SIGNING_CERTIFICATE', fault, cause)
}
