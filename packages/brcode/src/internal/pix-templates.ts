/**
 * Finding Pix in a code: by its GUI, wherever it stands, beside card schemes and other arrangements.
 *
 * @module
 */
import type { Tlv, TlvTemplate } from '@pixkit/emv/tlv'
import { type BrCodeIssue, refuse, warn } from './place.ts'

export const GUI = 'br.gov.bcb.pix'

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
    const which = object.id < '52' ? 'payment' : object.id >= '80' ? 'recurrence' : undefined
    if (!which || !object.children || !hasPixGui(object.children)) continue
    const place = { issues, parent: '', id: object.id, offset: object.offset }
    if (which === 'recurrence' && !findObject(object.children, '25')) warn(place, 'BRCODE_FIELD_IGNORED')
    else if (found[which]) {
      refuse(place, 'BRCODE_PIX_DUPLICATED')
      found.ambiguous = true
    } else found[which] = object
  }
  return found
}

export function hasPixGui(children: readonly Tlv[]): boolean {
  const gui = findObject(children, '00')?.value
  return gui === GUI || gui?.toLowerCase() === GUI
}

export function findObject<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item | undefined {
  for (const item of items) if (item.id === id) return item
  return undefined
}
