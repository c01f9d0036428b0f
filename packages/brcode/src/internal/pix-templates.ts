/**
 * Finding Pix in a code: by its GUI, wherever it stands, beside card schemes and other arrangements.
 *
 * @module
 */
import { findEntry, type Frame, offsetOf, valueOf } from './frame.ts'
import { type BrCodeIssue, refuse, warn } from './place.ts'

export const GUI = 'br.gov.bcb.pix'

/** Tags of the templates of Pix; -1 where there is none. */
export interface PixTemplates {
  /** The one of 26–51 with the GUI of Pix. */
  payment: number
  /** The one of 80–99 with the GUI of Pix and a location. */
  recurrence: number
  /** Whether there were two of either, so that there is no saying which one counts. */
  ambiguous: boolean
}

/**
 * Finds the templates of Pix.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5: known by the GUI in any letter case, at any of 26–51 and
 *   80–99.
 */
export function findPixTemplates(frame: Frame, issues: BrCodeIssue[]): PixTemplates {
  const { entries } = frame
  const found: PixTemplates = { payment: -1, recurrence: -1, ambiguous: false }
  for (let index = 0; index < entries.length; index += 3) {
    const tag = entries[index] as number
    const which = tag >= 26 && tag <= 51 ? 'payment' : tag >= 80 && tag <= 99 ? 'recurrence' : undefined
    if (!which || !isPixGui(valueOf(frame, findEntry(entries, tag * 100)))) continue
    const place = { issues, at: tag, offset: offsetOf(entries, index) }
    if (which === 'recurrence' && findEntry(entries, tag * 100 + 25) < 0) warn(place, 'BRCODE_FIELD_IGNORED')
    else if (found[which] >= 0) {
      refuse(place, 'BRCODE_PIX_DUPLICATED')
      found.ambiguous = true
    } else found[which] = tag
  }
  return found
}

export function isPixGui(text: string | undefined): boolean {
  return text === GUI || text?.toLowerCase() === GUI
}
