/**
 * Step 10: the key set from its address.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Transport } from '@pixkit/http/transport'
import type { FetchedKeySet, KeySetRequest } from '../key-set-cache.ts'
import { type KeySet, MAX_KEY_SET_BYTES, parseKeySet } from '../key-set.ts'
import { freshSeconds } from './cache-control.ts'
import { payloadFailure } from './failure.ts'
import type { KeySource } from './key-source.ts'
import { keySetFailure } from './network-failure.ts'
import type { Network } from './open-network.ts'
import { siteCertificateFault } from './site-certificate.ts'
import type { Verification } from './verification.ts'

/** What others wait for, too, has a time of its own, so that it does not end with the time of whoever came first. */
const FETCH_TIMEOUT_MS = 10_000

/** The key set at the `jku`, through the caller's cache; for one verification. */
export function fetchedKeySet({ deadline, keySets: cache, transport }: Network, verification: Verification): KeySource {
  let loaded: { readonly keySet: KeySet; readonly fetched: boolean } | undefined
  const requestFor = (jku: string): KeySetRequest => ({
    jku,
    now: verification.options.now,
    fetch: (signal) => fetchKeySet(jku, transport, signal),
    wait: (promise) => deadline.race(promise),
  })

  return {
    async load(jku) {
      try {
        if (deadline.failure !== undefined) throw deadline.failure
        const answer = await cache.load(requestFor(jku))
        checkSite(answer, jku, verification)
        loaded = answer
        return answer.keySet
      } catch (error) {
        throw keySetFailure(error)
      }
    },
    async reload(jku) {
      if (loaded === undefined || loaded.fetched) return undefined
      try {
        const answer = await cache.reload(requestFor(jku), loaded.keySet)
        if (answer === undefined) return undefined
        checkSite(answer, jku, verification)
        return answer.keySet
      } catch (error) {
        // What is known remains: the set that is there lacks the key.
        if (isPixkitError(error) && error.code !== 'HTTP_ABORTED') return undefined
        throw error
      }
    },
  }
}

async function fetchKeySet(jku: string, transport: Transport, signal: AbortSignal): Promise<FetchedKeySet> {
  const response = await transport({
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

/** The certificate of the server is judged at each use: who fetched the set may have had no list. */
function checkSite({ peerCertificate }: FetchedKeySet, jku: string, { options }: Verification): void {
  const { now, siteCertificates } = options
  if (siteCertificates === undefined) return
  const { hostname: host } = new URL(jku)
  const fault = siteCertificateFault({ host, now, peerCertificate, siteCertificates })
  if (fault !== undefined) throw payloadFailure('PAYLOAD_JWKS_FETCH', { reason: 'site-certificate' })
}
