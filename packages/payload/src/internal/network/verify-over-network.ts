/**
 * All steps of a verification, with what the network brings.
 *
 * @module
 */
import type { LocationKind } from '@pixkit/brcode/location'
import type { Payloads, Verified } from '../../types.ts'
import type { VerifyLocationOptions } from '../../verify-options.ts'
import { payloadFailure } from '../failure.ts'
import { fetchedKeySet } from './fetch-key-set.ts'
import { fetchLocation } from './fetch-location.ts'
import { checkQuery, locationQuery } from './location-query.ts'
import type { Network } from './start-call.ts'
import { authoriseHost, readLocation } from '../steps/location.ts'
import { startVerification } from '../verification.ts'
import { verifyAnswer } from '../verify-answer.ts'

/**
 * @param expected - What the location has to serve; what its path says by default.
 */
export async function verifyOverNetwork<Kind extends LocationKind = LocationKind>(
  text: string,
  options: VerifyLocationOptions,
  network: Network,
  expected?: Kind,
): Promise<{ readonly [K in keyof Payloads]: Verified<K> }[Kind]> {
  checkQuery(text, options)
  const verification = startVerification(options)
  const location = verification.step('LOCATION_SYNTAX', () => {
    const read = readLocation(text)
    if (expected === undefined || read.kind === expected) return read
    throw payloadFailure('PAYLOAD_LOCATION_SYNTAX', { reason: 'other-kind' })
  })
  const hostAuthorised = authoriseHost(location.host, verification)
  const query = locationQuery(location, options)
  const { body, headers, tlsChecked = false } = await fetchLocation(location, query, network, verification)
  const verified = await verifyAnswer(
    {
      location,
      jws: body,
      contentType: headers['content-type'] ?? '',
      keySets: fetchedKeySet(network, verification),
      hostAuthorised,
      originProven: tlsChecked,
      // The municipality decides which days are holidays: without it the amount may still be that of another day.
      dayAsked: query !== '' && options.dpp !== undefined && options.codMun !== undefined,
      siteCertificateAuthorised: options.siteCertificates === undefined ? 'not-checked' : true,
    },
    verification,
  )
  return verified as { readonly [K in keyof Payloads]: Verified<K> }[Kind]
}
