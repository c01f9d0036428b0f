/**
 * The way around the verification, for logs and support.
 *
 * @module
 */
import { decodeBase64Url } from './internal/base64.ts'
import { payloadFailure } from './internal/failure.ts'
import { readJsonOr } from './internal/json/read-json.ts'
import { assertJws } from './internal/assert-options.ts'
import { splitJws } from './internal/steps/body.ts'

/** What somebody wrote. */
export interface UnverifiedPayload {
  readonly header: unknown
  readonly payload: unknown
}

/**
 * Decodes a signed payload **without any proof**: whoever can reach the caller may have written it. Never show it to a payer, and
 * never pay it; that is what `verifyPayload` is for.
 *
 * @param jws - Compact JWS.
 * @returns Header and payload as JSON has them, whatever that is.
 * @throws {PixkitError} `PAYLOAD_BODY`: no compact JWS; `PAYLOAD_HEADER`, `PAYLOAD_JSON`: header or payload is no JSON that has
 *   one meaning.
 * @throws {TypeError} `jws` is neither text nor bytes.
 *
 * @example
 * ```ts
 * import { decodePayloadUnverified } from '@pixkit/payload/decode-payload-unverified'
 *
 * const { payload } = decodePayloadUnverified('eyJhbGciOiJub25lIn0.eyJyZXZpc2FvIjowfQ.AA')
 * payload // { revisao: 0 }
 * ```
 */
export function decodePayloadUnverified(jws: string | Uint8Array): UnverifiedPayload {
  assertJws(jws)
  const { header, payload } = splitJws(jws)
  return { header: decode(header, 'PAYLOAD_HEADER'), payload: decode(payload, 'PAYLOAD_JSON') }
}

function decode(part: string, code: 'PAYLOAD_HEADER' | 'PAYLOAD_JSON'): unknown {
  return readJsonOr(decodeBase64Url(part), ({ path, reason }) =>
    code === 'PAYLOAD_HEADER'
      ? payloadFailure(code, { reason: 'not-json', path })
      : payloadFailure(code, { reason, path }),
  )
}
