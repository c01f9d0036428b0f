/**
 * What a writer reads again before it signs.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { CobPayload, CobVPayload, Payloads } from '../../types.ts'
import { payloadFailure } from '../failure.ts'
import { readPayload } from '../steps/json.ts'
import { checkRules } from '../steps/rules.ts'
import { checkPresentation } from '../steps/stale.ts'
import { startVerification, type Verification } from '../verification.ts'

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
  checkRules(kind, payload, verification)
  if (kind === 'cob') checkCob(payload as CobPayload, verification)
  else if (kind === 'cobv') checkCobV(payload as CobVPayload, verification)
}

/** @see API Pix 2.9.0, CobPayload: `expiracao` is required in payloads, whatever the manual has for a default */
function checkCob(payload: CobPayload, verification: Verification): void {
  if (payload.calendario.expiracao === undefined) throw missing(['calendario', 'expiracao'])
  checkPresentation({ kind: 'cob', payload }, verification)
}

/**
 * @see API Pix 2.9.0, CobVPayload: `validadeAposVencimento` is required in payloads
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2: what changes the amount by nothing is left out
 */
function checkCobV(payload: CobVPayload, verification: Verification): void {
  if (payload.calendario.validadeAposVencimento === undefined) throw missing(['calendario', 'validadeAposVencimento'])
  for (const name of ['abatimento', 'desconto', 'juros', 'multa'] as const) {
    if (payload.valor[name] === '0.00') {
      throw payloadFailure('PAYLOAD_RULES', { reason: 'written-zero', path: ['valor', name] })
    }
  }
  checkPresentation({ kind: 'cobv', payload }, verification)
}

function missing(path: Path): Error {
  return payloadFailure('PAYLOAD_JSON', { reason: 'missing', path })
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
