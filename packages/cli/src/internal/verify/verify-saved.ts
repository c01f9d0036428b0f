/**
 * Verifies files that were saved, without a network.
 *
 * @module
 */
import { parseBrCode } from '@pixkit/brcode/parse-brcode'
import type { VerifyOptions } from '@pixkit/payload'
import { failure } from '../failure.ts'
import type { Saved, VerifyCall } from './call.ts'
import { type Proven, provenCode, provenPayload } from './proven.ts'

/** @throws {PixkitError} `CLI_LOCATION_AMBIGUOUS`: the code has two locations, and the files are those of one; `PAYLOAD_…`. */
export async function verifySaved(call: VerifyCall, saved: Saved, options: VerifyOptions): Promise<Proven> {
  const { verifyBrCode, verifyPayload } = await import('@pixkit/payload')
  const verify = async (location: string): Promise<Proven> =>
    provenPayload(await verifyPayload(saved.jws, { ...options, location, jwks: saved.jwks }))
  if (call.kind === 'location') return verify(call.text)
  const code = parseBrCode(call.text, { strict: options.strict })
  // Whatever was saved, what this code asks for is not signed.
  if (code.kind === 'static') return provenCode(await verifyBrCode(call.text, { ...options, transport: noNetwork }))
  if (code.kind === 'dynamic' && code.locationRec !== undefined) throw failure('CLI_LOCATION_AMBIGUOUS')
  const proven = await verify(code.kind === 'dynamic' ? code.location : code.locationRec)
  return { ...proven, warnings: [...code.warnings, ...proven.warnings] }
}

function noNetwork(): never {
  throw failure('CLI_NETWORK_MISSING')
}
