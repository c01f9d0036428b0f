/**
 * Finding Pix in a code: by its GUI, wherever it stands, beside card schemes and other arrangements.
 *
 * @module
 */
import type { Tlv, TlvTemplate } from '@pixkit/emv/tlv'
import { GUI } from './objects.ts'
import { type BrCodeIssue, refuse, warn } from './place.ts'

export interface PixTemplates {
  /** The template of 26–51 with the GUI of Pix. */
  payment?: TlvTemplate
  /** The template of 80–99 with the GUI of Pix and a location. */
  recurrence?: TlvTemplate
  /** Whether there were two of either, so that there is no saying which one counts. */
  ambiguous?: boolean
}

/**
 * Finds the templates of Pix.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5: known by the GUI in any letter case, at any of 26–51 and
 *   80–99.
 */
export function findPixTemplates(tree: readonly Tlv[], issues: BrCodeIssue[]): PixTemplates {
  const found: PixTemplates = {}
  for (const object of tree) {
    if (!object.children || !hasPixGui(object.children)) continue
    const place = { issues, path: [object.id], offset: object.offset }
    const which = object.id <= '51' ? 'payment' : 'recurrence'
    if (which === 'recurrence' && !object.children.some(({ id }) => id === '25')) warn(place, 'BRCODE_FIELD_IGNORED')
    else if (found[which]) {
      refuse(place, 'BRCODE_PIX_DUPLICATED')
      found.ambiguous = true
    } else found[which] = object
  }
  return found
}

export function hasPixGui(children: readonly Tlv[]): boolean {
  return children.some(({ id, value }) => id === '00' && value?.toLowerCase() === GUI)
}
