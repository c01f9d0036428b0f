/**
 * Step 10: the key set from its address.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Transport } from '@pixkit/http/transport'
import { parseKeySet } from '../../key-set.ts'
import { freshSeconds } from './cache-control.ts'
import { payloadFailure } from '../failure.ts'
import { MAX_KEY_SET_BYTES } from '../keys/key-set-entries.ts'
import type { KeySource } from '../keys/key-source.ts'
import type { FetchedKeySet, KeySetRequest } from './key-set-store.ts'
import { keySetFailure } from './network-failure.ts'
import type { Network } from './start-call.ts'
import { sendRequest } from './send-request.ts'
import { siteCertificateFault } from './site-certificate.ts'
import type { Verification } from '../verification.ts'

/**
 * What others wait for, too, has a time of its own, so that it does not end with the time of whoever came first. It is shorter
 * than theirs by default: so a server that never answers is found out, and the failure kept, before they give up.
 */
const FETCH_TIMEOUT_MS = 5_000

/** The key set at the `jku`, through the caller's cache; for one verification. */
export function fetchedKeySet({ deadline, keySets: cache, transport }: Network, verification: Verification): KeySource {
  let loaded: (FetchedKeySet & { readonly fetched: boolean }) | undefined
  const requestFor = (jku: string): KeySetRequest => ({
    jku,
    now: verification.options.now,
    fetch: (signal) => fetchKeySet(jku, transport, signal),
    wait: (promise) => deadline.race(promise),
  })

  /** A newer set than the one that was loaded. What is known remains when it cannot be had: this one will not do. */
  const reload = async (jku: string): Promise<FetchedKeySet | undefined> => {
    if (loaded === undefined || loaded.fetched) return undefined
    try {
      return await cache.reload(requestFor(jku), loaded.keySet)
    } catch (error) {
      if (isPixkitError(error) && error.code !== 'HTTP_ABORTED') return undefined
      throw error
    }
  }

  return {
    async load(jku) {
      try {
        if (deadline.failure !== undefined) throw deadline.failure
        loaded = await cache.load(requestFor(jku))
        if (isOfSite(loaded, jku, verification)) return loaded.keySet
        // Who fetched it may have had no list, and the server another certificate.
        const newer = await reload(jku)
        if (newer === undefined || !isOfSite(newer, jku, verification)) throw foreignSite()
        loaded = { ...newer, fetched: true }
        return newer.keySet
      } catch (error) {
        throw keySetFailure(error)
      }
    },
    async reload(jku) {
      const newer = await reload(jku)
      if (newer === undefined) return undefined
      if (!isOfSite(newer, jku, verification)) throw foreignSite()
      return newer.keySet
    },
  }
}

async function fetchKeySet(jku: string, transport: Transport, signal: AbortSignal): Promise<FetchedKeySet> {
  const response = await sendRequest(transport, {
    method: 'GET',
    url: jku,
    headers: { accept: 'application/jwk-set+json, application/json;q=0.9, */*;q=0.1' },
    maxBodyBytes: MAX_KEY_SET_BYTES,
    timeoutMs: FETCH_TIMEOUT_MS,
    signal,
  }).catch((error: unknown) => {
    throw keySetFailure(error)
  })
  const { body, headers, peerCertificate, status } = response
  if (status !== 200) {
    const reason = status >= 300 && status < 400 ? 'redirect' : 'status'
    throw payloadFailure('PAYLOAD_JWKS_FETCH', { reason, params: { status } })
  }
  return { keySet: parseKeySet(body), maxAgeSeconds: freshSeconds(headers), peerCertificate }
}

/** Whether the server showed a certificate that the caller wants; judged at each use of the set. */
function isOfSite({ peerCertificate }: FetchedKeySet, jku: string, { options }: Verification): boolean {
  const { now, siteCertificates } = options
  if (siteCertificates === undefined) return true
  const { hostname: host } = new URL(jku)
  return siteCertificateFault({ host, now, peerCertificate, siteCertificates }) === undefined
}

function foreignSite(): Error {
  return payloadFailure('PAYLOAD_JWKS_FETCH', { reason: 'site-certificate' })
}
