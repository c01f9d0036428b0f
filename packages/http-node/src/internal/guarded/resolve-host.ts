/**
 * From the name of a host to addresses that may be called.
 *
 * @module
 */
import { failureOfSystem, httpFailure } from '@pixkit/http/failure'
import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { addressBits } from './address-bits.ts'
import { isPublicAddress } from './special-addresses.ts'

export interface ResolvedAddress {
  readonly address: string
  readonly family: number
}

/** Finds all addresses of a host; given up when the signal says so. */
export type Resolver = (host: string, signal: AbortSignal) => Promise<readonly ResolvedAddress[]>

export const systemResolver: Resolver = (host) => lookup(host, { all: true, verbatim: true })

/**
 * Resolves a host, once.
 *
 * @param allowed - Addresses that are taken although they are not public: for tests.
 * @throws {PixkitError} `HTTP_DNS`, also when the resolver returns anything but addresses; `HTTP_ADDRESS_FORBIDDEN` when one of
 *   the addresses is not public, whatever the others are.
 */
export async function resolveHost(
  host: string,
  resolver: Resolver,
  allowed: readonly string[],
  signal: AbortSignal,
): Promise<readonly ResolvedAddress[]> {
  const addresses = await ask(resolver, host, signal)
  if (addresses.length === 0) throw httpFailure('HTTP_DNS', { reason: 'no-address' })
  const isAllowed = (address: string): boolean => isPublicAddress(address) || includesAddress(allowed, address)
  if (!addresses.every(isAllowed)) throw httpFailure('HTTP_ADDRESS_FORBIDDEN', { reason: 'special-purpose' })
  return addresses.map((address) => ({ address, family: isIP(address) }))
}

/** Whether an address is among others, however it is spelt. */
export function includesAddress(addresses: readonly string[], address: string | undefined): boolean {
  const bits = address === undefined ? undefined : addressBits(address)
  return bits !== undefined && addresses.some((other) => addressBits(other) === bits)
}

async function ask(resolver: Resolver, host: string, signal: AbortSignal): Promise<string[]> {
  const answer: unknown = await lookUp(resolver, host, signal)
  const entries = Array.isArray(answer) ? (answer as readonly unknown[]) : [undefined]
  return entries.map((entry) => {
    const { address } = Object(entry) as { readonly address?: unknown }
    if (typeof address !== 'string' || isIP(address) === 0) throw httpFailure('HTTP_DNS', { reason: 'resolver' })
    return address
  })
}

async function lookUp(resolver: Resolver, host: string, signal: AbortSignal): Promise<unknown> {
  try {
    return await resolver(host, signal)
  } catch (error) {
    const failure = failureOfSystem(error, ['HTTP_DNS', 'other'])
    // A name server that refuses the connection is no host that does.
    throw failure.code === 'HTTP_DNS'
      ? failure
      : httpFailure('HTTP_DNS', { reason: 'temporary', params: failure.params })
  }
}
