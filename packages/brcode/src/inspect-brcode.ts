/**
 * Looks into a code without refusing it: for people who must find out what is wrong.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import { treeOf } from '@pixkit/emv/inspect-tlv'
import type { Tlv } from '@pixkit/emv/tlv'
import type { BrCodeErrorCode } from './codes.ts'
import { analyse } from './internal/read-code.ts'
import type { ParsedBrCode } from './types.ts'

export interface InspectedBrCode {
  /** Every object that could be read, known to Pix or not, with its position in the text. */
  readonly tree: readonly Tlv[]
  /** Every defect; sentences for them are in `messages/en` and `messages/pt-br`. Errors make the code unusable. */
  readonly issues: readonly Issue<BrCodeErrorCode>[]
  /** The code where it can be made out. Do not pay by it when `issues` holds an error. */
  readonly code?: ParsedBrCode | undefined
}

/**
 * Takes a code apart and collects everything that is wrong with it.
 *
 * @param text - Any text; nothing is read beyond 1024 characters.
 * @returns Objects, issues in the order of the rules, and the code where it can be made out.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { inspectBrCode } from '@pixkit/brcode'
 *
 * const { issues } = inspectBrCode(
 *   '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***6304FFFF',
 * )
 * issues.map((issue) => issue.code) // ['BRCODE_CRC_MISMATCH']
 * issues[0]?.params // { expected: '1D3D', found: 'FFFF' }
 * ```
 */
export function inspectBrCode(text: string): InspectedBrCode {
  const { frame, issues, code } = analyse(text)
  const tree = treeOf(text, frame)
  if (code === undefined) return { tree, issues }
  return { tree, issues, code: { ...code, warnings: issues.filter((issue) => issue.severity === 'warning') } }
}
