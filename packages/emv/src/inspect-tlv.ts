/**
 * The reader of EMV objects for people: keeps going after a defect, and says where each one is.
 *
 * @module
 */
import type { Issue } from '@pixkit/core/issue'
import { type ScannedTlv, scanTlv } from './scan-tlv.ts'
import { type EmvErrorCode, HEADER_LENGTH, type Tlv, type TlvOptions } from './tlv.ts'

export interface InspectedTlv {
  /** What could be read. A template with a defect inside is given as a value, so that nothing of it is lost. */
  readonly tree: readonly Tlv[]
  /** Every defect, all of severity `error`. Empty when the text is well-formed. */
  readonly issues: readonly Issue<EmvErrorCode>[]
  /** Where the root could be read up to: the end of the text unless a defect of the root stopped it. */
  readonly readTo: number
}

/**
 * Reads a text as EMV objects and collects every structural defect instead of stopping at the first.
 *
 * Structure only: no value, order or checksum is judged. Work grows linearly with the text.
 *
 * @param text - Any text.
 * @returns The tree, the defects and how far the root could be read.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { inspectTlv } from '@pixkit/emv/inspect-tlv'
 *
 * const { tree, issues } = inspectTlv('0002015802BR59')
 * tree.map((object) => object.id) // ['00', '58']
 * issues[0]?.code // 'EMV_OBJECT_TRUNCATED'
 * issues[0]?.offset // 12
 * ```
 *
 * @see EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1 (second-hand): ids, lengths, templates.
 */
export function inspectTlv(text: string, options: TlvOptions = {}): InspectedTlv {
  const scan = scanTlv(text, { lengthUnit: options.lengthUnit })
  return { tree: treeOf(text, scan), issues: scan.issues, readTo: scan.readTo }
}

/** Makes the objects that a scan of the text has found. */
export function treeOf(text: string, { entries }: Pick<ScannedTlv, 'entries'>): Tlv[] {
  let next = 0
  const level = (parent: number | undefined): Tlv[] => {
    const tree: Tlv[] = []
    while (next < entries.length) {
      const tag = entries[next] as number
      if (parent !== undefined && Math.floor(tag / 100) !== parent) break
      const offset = entries[next + 1] as number
      const end = entries[next + 2] as number
      next += 3
      const id = text.slice(offset, offset + 2)
      // Only a template is followed by an object inside it.
      const isTemplate = next < entries.length && (entries[next + 1] as number) < end
      if (isTemplate) tree.push({ id, value: undefined, children: level(tag), offset })
      else tree.push({ id, value: text.slice(offset + HEADER_LENGTH, end), children: undefined, offset })
    }
    return tree
  }
  return level(undefined)
}
