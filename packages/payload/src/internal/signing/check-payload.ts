/**
 * What a writer reads again before it signs.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import type { PayloadErrorCode, ReasonOf } from '../../codes.ts'
import type { CobPayload, CobVPayload, Payloads } from '../../types.ts'
import { signedPayloadFailure } from '../failure.ts'
import { readPayload } from '../steps/json.ts'
import { checkRules } from '../steps/rules.ts'
import { checkPresentation } from '../steps/stale.ts'
import { startVerification, type Verification } from '../verification.ts'

/**
 * Checks the bytes as a strict verifier will, and what readers mend in silence or fill in.
 *
 * @param written - What the bytes say.
 * @throws {PixkitError} `PAYLOAD_SIGNING_PAYLOAD`: what readers would say, told to the one who can mend it.
 */
export function checkPayload(bytes: Uint8Array, written: unknown, kind: keyof Payloads, now: number): void {
  const verification = startVerification({ trustAnchors: [], now, strict: true })
  try {
    checkAsReader(bytes, written, kind, verification)
  } catch (error) {
    if (!isPixkitError<PayloadErrorCode>(error) || error.code === 'PAYLOAD_SIGNING_PAYLOAD') throw error
    const { params, path } = error
    const reason = params['reason'] as SigningFault
    throw signedPayloadFailure({ reason, path, params: params as Record<string, string | number> })
  }
}

type SigningFault = ReasonOf<'PAYLOAD_SIGNING_PAYLOAD'>

function checkAsReader(bytes: Uint8Array, written: unknown, kind: keyof Payloads, verification: Verification): void {
  const payload = readPayload(bytes, kind, verification)
  const difference = firstDifference(written, payload, [])
  if (difference !== undefined) {
    const { path, read } = difference
    throw path.at(-1) === 'status' ? failure('enum', path, { form: String(read) }) : failure('amount-format', path)
  }
  checkRules(kind, payload, verification)
  if (kind === 'cob') checkCob(payload as CobPayload, verification)
  else if (kind === 'cobv') checkCobV(payload as CobVPayload, verification)
}

/** @see API Pix 2.9.0, CobPayload: `expiracao` is required in payloads, whatever the manual has for a default */
function checkCob(payload: CobPayload, verification: Verification): void {
  if (payload.calendario.expiracao === undefined) throw failure('missing', ['calendario', 'expiracao'])
  checkPresentation({ kind: 'cob', payload }, verification)
}

/**
 * @see API Pix 2.9.0, CobVPayload: `validadeAposVencimento` is required in payloads
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2: what changes the amount by nothing is left out
 */
function checkCobV(payload: CobVPayload, verification: Verification): void {
  if (payload.calendario.validadeAposVencimento === undefined) {
    throw failure('missing', ['calendario', 'validadeAposVencimento'])
  }
  for (const name of ['abatimento', 'desconto', 'juros', 'multa'] as const) {
    if (payload.valor[name] === '0.00') throw failure('written-zero', ['valor', name])
  }
  checkPresentation({ kind: 'cobv', payload }, verification)
}

function failure(reason: SigningFault, path: Path, params: Readonly<Record<string, string>> = {}): Error {
  return signedPayloadFailure({ reason, path, params })
}

interface Difference {
  readonly path: Path
  readonly read: unknown
}

/** Statuses and amounts have spellings that readers understand and writers should not use. */
function firstDifference(written: unknown, read: unknown, path: Path): Difference | undefined {
  if (typeof written !== 'object' || written === null) return written === read ? undefined : { path, read }
  for (const [name, value] of Object.entries(written)) {
    const inner: unknown = Object.hasOwn(Object(read) as object, name) ? (read as Members)[name] : undefined
    const found = firstDifference(value, inner, [...path, Array.isArray(written) ? Number(name) : name])
    if (found !== undefined) return found
  }
  return undefined
}

type Members = Readonly<Record<string, unknown>>
