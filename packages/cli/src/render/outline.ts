/**
 * The objects of a code as a flat list, with their place in the text.
 *
 * @module
 */
import { labelOf, type Labels } from '@pixkit/brcode/label-of'
import type { Tlv } from '@pixkit/emv/tlv'

export interface OutlineItem {
  readonly id: string
  /** Length as written in the code. */
  readonly length: string
  readonly label: string
  /** Absent for templates. */
  readonly value: string | undefined
  readonly path: readonly string[]
  readonly offset: number
}

const ID_LENGTH = 2
const HEADER_LENGTH = 4

/** Lists every object, templates before their children. */
export function outlineOf(text: string, tree: readonly Tlv[], labels: Labels): OutlineItem[] {
  return outlineLevel(text, tree, labels, undefined, [])
}

function outlineLevel(
  text: string,
  tree: readonly Tlv[],
  labels: Labels,
  parent: Tlv | undefined,
  parentPath: readonly string[],
): OutlineItem[] {
  return tree.flatMap((object) => {
    const { id, value, children, offset } = object
    const path = [...parentPath, id]
    const item: OutlineItem = {
      id,
      length: text.slice(offset + ID_LENGTH, offset + HEADER_LENGTH),
      label: labelOf(object, parent, labels),
      value,
      path,
      offset,
    }
    return children === undefined ? [item] : [item, ...outlineLevel(text, children, labels, object, path)]
  })
}

/** Where an object ends in the text, in UTF-16 units. */
export function endOf(object: Tlv): number {
  const last = object.children?.at(-1)
  return last === undefined ? object.offset + HEADER_LENGTH + (object.value?.length ?? 0) : endOf(last)
}
