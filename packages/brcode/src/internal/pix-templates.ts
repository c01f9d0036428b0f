/**
 * Finding Pix in a code: by its GUI, wherever it stands, beside card schemes and other arrangements.
 *
 * @module
 */
import type { Tlv, TlvInput, TlvTemplate } from '@pixkit/emv/tlv'
import { addError, addWarning, type BrCodeIssue, findObject } from './issues.ts'

const GUI = 'br.gov.bcb.pix'
/** First object of both templates; case does not matter to readers, writers use lower case. */
export const GUI_OBJECT: TlvInput = { id: '00', value: GUI }

export interface PixTemplates {
  /** The template of 26–51 with the GUI of Pix. */
  readonly payment: TlvTemplate | undefined
  /** The template of 80–99 with the GUI of Pix and a location. */
  readonly recurrence: TlvTemplate | undefined
  /** Whether there were two of either, so that there is no saying which one counts. */
  readonly ambiguous: boolean
}

/**
 * Finds the templates of Pix.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5: known by the GUI, at any of 26–51 and 80–99.
 */
export function findPixTemplates(tree: readonly Tlv[], issues: BrCodeIssue[]): PixTemplates {
  let payment: TlvTemplate | undefined
  let recurrence: TlvTemplate | undefined
  let ambiguous = false
  for (const object of tree) {
    if (object.children === undefined || object.id < '26' || !hasPixGui(object.children)) continue
    const unreserved = object.id >= '80'
    if (!unreserved && object.id > '51') continue
    if (unreserved && findObject(object.children, '25') === undefined) {
      addWarning(issues, 'BRCODE_FIELD_IGNORED', [object.id], object.offset)
    } else if ((unreserved ? recurrence : payment) !== undefined) {
      addError(issues, 'BRCODE_PIX_DUPLICATED', [object.id], object.offset)
      ambiguous = true
    } else if (unreserved) recurrence = object
    else payment = object
  }
  return { payment, recurrence, ambiguous }
}

export function hasPixGui(children: readonly Tlv[]): boolean {
  const value = findObject(children, '00')?.value
  return value === GUI || value?.toLowerCase() === GUI
}
