/**
 * Reads Pix codes.
 *
 * @module
 */
import { errorFromIssue, type PixkitError, unwrap } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'
import type { BrCodeErrorCode } from './codes.ts'
import { analyse } from './internal/read-code.ts'
import { messages } from './messages/en.ts'
import type { ParsedBrCode } from './types.ts'

export interface ParseBrCodeOptions {
  /** Refuses a code with warnings; `false` by default. */
  readonly strict?: boolean | undefined
}

/**
 * Reads a Pix code (*copia e cola*) of any kind: static, Pix Saque, dynamic, recurrence, composite.
 *
 * Refuses what the norm tells readers to refuse; the rest comes back in `warnings`. Spaces and line ends around the code are
 * not part of it. Proves nothing about who is paid: a right checksum says only that the text arrived whole. What a dynamic
 * code charges is at its location, and the receiver's name is what DICT answers.
 *
 * @param text - Code as scanned or pasted, at most 1024 characters.
 * @returns The code by kind, with its warnings and checksum; key normalised, amount with two decimals.
 * @throws {PixkitError} The first defect: `EMV_…` (structure), `BRCODE_CRC_…`, `BRCODE_NOT_PIX`, `BRCODE_LOCATION_…` and the
 *   other codes of `BrCodeErrorCode`, with the path (`['26', '01']`) and the offset in `text`.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { parseBrCode } from '@pixkit/brcode'
 *
 * const code = parseBrCode(
 *   '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
 * )
 * code.kind // 'static'
 * code.merchantName // 'Fulano de Tal'
 * code.kind === 'static' && code.chaveTipo // 'evp'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.4 to 2.8; EMVCo MPM 1.1 (second-hand)
 */
export function parseBrCode(text: string, options: ParseBrCodeOptions = {}): ParsedBrCode {
  return unwrap(safeParseBrCode(text, options))
}

/** As {@link parseBrCode}, but returns the error instead of throwing it. */
export function safeParseBrCode(
  text: string,
  options: ParseBrCodeOptions = {},
): Result<ParsedBrCode, PixkitError<BrCodeErrorCode>> {
  const { code, issues } = analyse(text)
  const refused = issues.find(({ severity }) => severity === 'error') ?? (options.strict ? issues[0] : undefined)
  if (refused !== undefined) return { ok: false, error: errorFromIssue(refused, messages) }
  return { ok: true, value: code as ParsedBrCode }
}
