/**
 * Fetches what a location serves, and proves it.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import { startCall } from './internal/network/start-call.ts'
import { verifyOverNetwork } from './internal/network/verify-over-network.ts'
import type { VerifiedPayload } from './types.ts'
import type { VerifyLocationOptions } from './verify-options.ts'

export type { VerifyLocationOptions } from './verify-options.ts'

/**
 * Fetches a location and proves what it serves, before anything of it can be read.
 *
 * Takes the steps of `VERIFY_STEPS` in order: nothing is fetched from a host that is not on the list, and no key set before
 * header, algorithm and `jku` are good. Asks a cobv for `dpp` and `codMun`, if given; other locations are asked for nothing.
 * Bodies end at 128 KiB (payload) and 256 KiB (key set).
 *
 * Errors of the network (`HTTP_TIMEOUT`, `HTTP_CONNECT`, `HTTP_DNS`, `HTTP_PROTOCOL`, …) come through as they are: nothing was
 * proven or disproven, and the call can be tried again. Whatever goes wrong with the key set is `PAYLOAD_JWKS_FETCH`, with the
 * error of the network as cause.
 *
 * @param location - Host and path without scheme, as the code carries it.
 * @param options - Transport, trust, clock, and what may be asked for.
 * @returns The payload by kind, with its proof, warnings and what remains to be done.
 * @throws {PixkitError} `PAYLOAD_` and the name of the step that failed, `params.reason` says why; `PAYLOAD_QUERY`, before any
 *   step, for what the caller asks: `codMun` has not 7 digits (`cod-mun`), `dpp` is no day (`dpp-format`) or, for a cobv, past
 *   (`dpp-past`); `HTTP_…`, of the way to the location, `HTTP_ABORTED` also of that to the key set.
 * @throws {TypeError} An argument or option is of the wrong type or out of bounds.
 *
 * @example
 * ```ts
 * import { httpFailure } from '@pixkit/http/failure'
 * import { verifyLocation } from '@pixkit/payload/verify-location'
 *
 * async function codeOf(location: string) {
 *   try {
 *     const transport = () => Promise.reject(httpFailure('HTTP_DNS', { reason: 'not-found' }))
 *     await verifyLocation(location, { transport, trustAnchors: [], now: Date.now(), authorisedHosts: ['pix.banco.example'] })
 *   } catch (error) {
 *     return (error as { code: string }).code
 *   }
 * }
 *
 * await codeOf('pix.other.example/qr/8b3da2f3') // 'PAYLOAD_LOCATION_HOST_NOT_ALLOWED'
 * await codeOf('pix.banco.example/qr/8b3da2f3') // 'HTTP_DNS'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5.2 and 2.7; API Pix 2.9.0, tags "CobPayload" and "RecPayload"
 */
export async function verifyLocation(location: string, options: VerifyLocationOptions): Promise<VerifiedPayload> {
  assertString(location, 'location')
  const network = startCall(options)
  try {
    return await verifyOverNetwork(location, options, network)
  } finally {
    network.deadline.end()
  }
}
