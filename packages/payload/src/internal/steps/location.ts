/**
 * Steps 1 and 2: what the location says, and whether its host may serve charges.
 *
 * @module
 */
import { type Location, safeParseLocation } from '@pixkit/brcode/location'
import type { ReasonOf } from '../../codes.ts'
import type { Proof } from '../../types.ts'
import { payloadFailure } from '../failure.ts'
import { areOnLists, listsOf } from '../host-names.ts'
import type { Verification } from '../verification.ts'

const LOCATION_REASONS = {
  BRCODE_FIELD_TOO_LONG: 'too-long',
  BRCODE_LOCATION_HOST: 'host',
  BRCODE_LOCATION_PATH: 'path',
  BRCODE_LOCATION_SCHEME: 'scheme',
} as const satisfies Record<string, ReasonOf<'PAYLOAD_LOCATION_SYNTAX'>>

/**
 * Reads the location before anything of it is used.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.2
 */
export function readLocation(text: string): Location {
  const result = safeParseLocation(text)
  if (result.ok) return result.value
  const { code, params } = result.error
  const { max } = params
  // The reason says all that the error of the grammar does.
  throw payloadFailure('PAYLOAD_LOCATION_SYNTAX', {
    reason: LOCATION_REASONS[code],
    params: max === undefined ? {} : { max },
  })
}

/**
 * Step 2, which is reported as not taken when there is no list.
 *
 * Of two lists, the host must be on both. A certificate of the list authorises while it is valid. A host in Punycode may look
 * like that of a bank: without a list it is refused (choices of pixkit).
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.2, note 14; Manual de Segurança do Pix, section 5.2
 *   (as quoted by its readers)
 */
export function authoriseHost(host: string, verification: Verification): Proof['hostAuthorised'] {
  const { options } = verification
  const lists = listsOf(options)
  if (lists.length === 0 && !isPunycode(host)) {
    verification.skip('LOCATION_HOST_NOT_ALLOWED')
    return 'not-checked'
  }
  return verification.step('LOCATION_HOST_NOT_ALLOWED', () => {
    if (lists.length === 0) throw payloadFailure('PAYLOAD_LOCATION_HOST_NOT_ALLOWED', { reason: 'punycode' })
    if (areOnLists([host], lists)) return true
    const isNamed = areOnLists([host], listsOf({ ...options, now: undefined }))
    throw payloadFailure('PAYLOAD_LOCATION_HOST_NOT_ALLOWED', {
      reason: isNamed ? 'certificate-expired' : 'not-listed',
    })
  })
}

/** @see RFC 5890, section 2.3.2.1: A-labels */
function isPunycode(host: string): boolean {
  return host.split('.').some((label) => label.startsWith('xn--'))
}
