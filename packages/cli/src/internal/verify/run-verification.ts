/**
 * Verifies what a call is about, over the network or from saved files.
 *
 * @module
 */
import type { Certificate } from '@pixkit/certs/x509'
import type { VerifyLocationOptions, VerifyOptions } from '@pixkit/payload'
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'
import type { VerifyCall } from './call.ts'
import { type Proven, provenCode, provenPayload } from './proven.ts'
import type { Settings } from './read-options.ts'
import type { Trust } from './trust.ts'
import { verifySaved } from './verify-saved.ts'

export type VerifySettings = Trust & Settings & Pick<VerifyOptions, 'onStep'>

/** @throws {PixkitError} `PAYLOAD_…`, `BRCODE_…`, `HTTP_…`; `CLI_NETWORK_MISSING`, `CLI_LOCATION_AMBIGUOUS`. */
export async function runVerification(context: Context, call: VerifyCall, settings: VerifySettings): Promise<Proven> {
  const { roots, ...others } = settings
  const trustAnchors = roots ?? (await import('@pixkit/payload/node')).mozillaTrustAnchors()
  const options = { ...others, trustAnchors }
  if (call.saved !== undefined) return verifySaved(call, call.saved, options)
  const { network } = context.io
  if (network === undefined) throw failure('CLI_NETWORK_MISSING')
  const transport = await network.open(roots && (await pemOf(roots)))
  try {
    return await verifyOnline(call, { ...options, transport })
  } finally {
    await transport[Symbol.asyncDispose]()
  }
}

async function verifyOnline({ kind, text }: VerifyCall, options: VerifyLocationOptions): Promise<Proven> {
  const { verifyBrCode, verifyLocation } = await import('@pixkit/payload')
  return kind === 'code'
    ? provenCode(await verifyBrCode(text, options))
    : provenPayload(await verifyLocation(text, options))
}

async function pemOf(certificates: readonly Certificate[]): Promise<readonly string[]> {
  const { toPem } = await import('@pixkit/certs/to-pem')
  return certificates.map((certificate) => toPem(certificate))
}
