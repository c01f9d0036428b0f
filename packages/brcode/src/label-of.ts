/**
 * What an object of a code is called, for people.
 *
 * @module
 */
import type { Tlv } from '@pixkit/emv/tlv'
import { isPixGui } from './internal/pix-templates.ts'

/**
 * Names by path of ids, with `pix` for the payment template of Pix, `rec` for the template of a recurrence, `card` for 02–25,
 * `other` for templates of other arrangements, `unknown` for the rest.
 */
export type Labels = Readonly<Record<string, string>>

/**
 * Names an object of an inspected code.
 *
 * @param object - Object of the tree.
 * @param parent - The template it stands in; absent for objects of the root.
 * @param labels - Names in a language: `labels` of `@pixkit/brcode/labels/en` or `/pt-br`.
 *
 * @example
 * ```ts
 * import { inspectBrCode } from '@pixkit/brcode'
 * import { labelOf } from '@pixkit/brcode/label-of'
 * import { labels } from '@pixkit/brcode/labels/en'
 *
 * const { tree } = inspectBrCode('0002015802BR')
 * tree.map((object) => labelOf(object, undefined, labels)) // ['Payload format indicator', 'Country']
 * ```
 *
 * @see EMVCo MPM 1.1 (second-hand); Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5 to 2.8.
 */
export function labelOf(object: Tlv, parent: Tlv | undefined, labels: Labels): string {
  const key = parent === undefined ? keyOf(object) : `${keyOf(parent)}-${object.id}`
  return (Object.hasOwn(labels, key) ? labels[key] : labels['unknown']) ?? key
}

function keyOf({ id, children }: Tlv): string {
  if (id >= '02' && id <= '25') return 'card'
  if (id < '26' || (id > '51' && id < '80')) return id
  const isPix = children?.some((child) => child.id === '00' && isPixGui(child.value))
  if (isPix && id < '80') return 'pix'
  // Without a location it is the layout of BR Code v1, which readers ignore.
  return isPix && children?.some((child) => child.id === '25') ? 'rec' : 'other'
}
