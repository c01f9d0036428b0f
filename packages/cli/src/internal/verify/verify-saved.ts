/**
 * Verifies files that were saved, without a network.
 *
 * @module
 */
import { parseBrCode } from '@pixkit/brcode/parse-brcode'
import type { VerifyOptions } from '@pixkit/payload'
import { failure } from '../failure.ts'
import type { Saved, VerifyCall } from './call.ts'
import { type Proven, provenPayload } from './proven.ts'

/** @throws {PixkitError} `CLI_LOCATION_AMBIGUOUS`: the code has two locations, and the files are those of one; `PAYLOAD_…`. */
export async function verifySaved(call: VerifyCall, saved: Saved, options: VerifyOptions): Promise<Proven> {
  const location = call.kind === 'location' ? call.text : locationOf(call.text)
  if (location === undefined) return { parts: [], warnings: [], remaining: ['nothing-is-signed', 'query-dict'] }
  const { verifyPayload } = await import('@pixkit/payload')
  return provenPayload(await verifyPayload(saved.jws, { ...options, location, jwks: saved.jwks }))
}

function locationOf(text: string): string | undefined {
  const code = parseBrCode(text)
  if (code.kind === 'dynamic' && code.locationRec !== undefined) throw failure('CLI_LOCATION_AMBIGUOUS')
  return code.kind === 'dynamic' ? code.location : code.locationRec
}
