/**
 * The objects of a code as JSON, with names and lengths.
 *
 * @module
 */
import { labelOf, type Labels } from '@pixkit/brcode/label-of'
import type { Tlv } from '@pixkit/emv/tlv'

export interface JsonObject {
  readonly id: string
  readonly label: string
  readonly offset: number
  readonly value?: string | undefined
  readonly children?: readonly JsonObject[] | undefined
}

export function jsonTree(tree: readonly Tlv[], labels: Labels, parent?: Tlv): JsonObject[] {
  return tree.map((object) => ({
    id: object.id,
    label: labelOf(object, parent, labels),
    offset: object.offset,
    value: object.value,
    children: object.children === undefined ? undefined : jsonTree(object.children, labels, object),
  }))
}
