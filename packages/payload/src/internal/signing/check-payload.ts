/**
 * What a writer reads again before it signs.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { CobPayload, CobVPayload, Payloads } from '../../types.ts'
import { payloadFailure } from '../failure.ts'
import { readPayload } from '../steps/json.ts'
import { startVerification } from '../verification.ts'

/**
 * Checks the bytes as a strict verifier will, and what readers mend in silence or fill in.
 *
 * @param written - What the bytes say.
 */
export function checkPayload(bytes: Uint8Array, written: unknown, kind: keyof Payloads, now: number): void {
  const verification = startVerification({ trustAnchors: [], now, strict: true })
  const payload = readPayload(bytes, kind, verification)
  const path = firstDifference(written, payload, [])
  if (path !== undefined) {
    throw payloadFailure('PAYLOAD_JSON', { reason: path.at(-1) === 'status' ? 'enum' : 'amount-format', path })
  }
  const needed = requiredOfWriters(kind, payload)
  if (needed !== undefined) throw payloadFailure('PAYLOAD_JSON', { reason: 'missing', path: needed })
}

/** @see API Pix 2.9.0, CobPayload and CobVPayload: required in payloads, whatever the manual has for a default. */
function requiredOfWriters(kind: keyof Payloads, payload: Payloads[keyof Payloads]): Path | undefined {
  if (kind === 'cob' && (payload as CobPayload).calendario.expiracao === undefined) return ['calendario', 'expiracao']
  if (kind === 'cobv' && (payload as CobVPayload).calendario.validadeAposVencimento === undefined) {
    return ['calendario', 'validadeAposVencimento']
  }
  return undefined
}

/** Statuses and amounts have spellings that readers understand and writers should not use. */
function firstDifference(written: unknown, read: unknown, path: Path): Path | undefined {
  if (typeof written !== 'object' || written === null) return written === read ? undefined : path
  for (const [name, value] of Object.entries(written)) {
    const step = Array.isArray(written) ? Number(name) : name
    const found = firstDifference(value, (read as Readonly<Record<string, unknown>>)[name], [...path, step])
    if (found !== undefined) return found
  }
  return undefined
}
