/**
 * Steps 3 to 5: the way to a location and back.
 *
 * @module
 */
import type { Location } from '@pixkit/brcode/location'
import { isPixkitError } from '@pixkit/core/error'
import type { TransportRequest, TransportResponse } from '@pixkit/http/transport'
import type { VerifyStep } from '../../verify-steps.ts'
import { payloadFailure } from '../failure.ts'
import { locationFailure } from './network-failure.ts'
import type { Network } from './start-call.ts'
import { sendRequest } from './send-request.ts'
import { siteCertificateFault } from './site-certificate.ts'
import { MAX_BODY_BYTES } from '../compact-jws.ts'
import { checkStatusCode } from '../steps/http-status.ts'
import type { Verification } from '../verification.ts'

/**
 * Gets a location.
 *
 * Sends nothing that tells who asks: no cookie, no referrer, no name of the program beyond the transport's own. Addresses and TLS
 * are the work of the transport, so they are reported as far as it tells.
 *
 * @param query - With its question mark, or empty.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.2 (HTTPS), section 2.7.2, note 49 (application/jose)
 */
export async function fetchLocation(
  { host, kind, path }: Location,
  query: string,
  network: Network,
  verification: Verification,
): Promise<TransportResponse> {
  const { now, siteCertificates } = verification.options
  const url = `https://${host}${path}${query}`
  const headers = { accept: 'application/jose, */*;q=0.1' }
  const response = await send(network, { method: 'GET', url, headers, maxBodyBytes: MAX_BODY_BYTES }).catch(
    (error: unknown) => fail(locationFailure(error), verification),
  )

  if (response.addressChecked === true) verification.step('LOCATION_ADDRESS_FORBIDDEN', () => {})
  else verification.skip('LOCATION_ADDRESS_FORBIDDEN')
  if (response.tlsChecked !== true && siteCertificates === undefined) verification.skip('TLS')
  else {
    verification.step('TLS', () => {
      if (siteCertificates === undefined) return
      const { peerCertificate } = response
      const reason = siteCertificateFault({ host, now, peerCertificate, siteCertificates })
      if (reason !== undefined) throw payloadFailure('PAYLOAD_TLS', { reason })
    })
  }
  verification.step('HTTP_STATUS', () => checkStatusCode(response, kind))
  return response
}

async function send(
  { deadline, timeoutMs, transport }: Network,
  request: TransportRequest,
): Promise<TransportResponse> {
  if (deadline.failure !== undefined) throw deadline.failure
  return deadline.race(sendRequest(transport, { ...request, timeoutMs, signal: deadline.signal }))
}

const STEPS: readonly VerifyStep[] = ['LOCATION_ADDRESS_FORBIDDEN', 'TLS', 'HTTP_STATUS', 'BODY']

/** Reports the step that failed; of those before it nothing is known. */
function fail(failure: unknown, verification: Verification): never {
  const failed = STEPS.findIndex((step) => isPixkitError(failure, `PAYLOAD_${step}`))
  for (const step of STEPS.slice(0, Math.max(failed, 0))) {
    verification.skip(step)
  }
  const step = STEPS[failed]
  if (step === undefined) throw failure
  return verification.step(step, () => {
    throw failure
  })
}
