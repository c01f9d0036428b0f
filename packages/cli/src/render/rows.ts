/**
 * Labels with their values, in two columns.
 *
 * @module
 */
import type { Screen, Style } from './screen.ts'
import { padEnd, visible, widthOf } from './visible.ts'
import { hang, wrapWords } from './wrap.ts'

export type Row = readonly [label: string, value: string | undefined]

const GAP = 2

/** Lays out those that have a value, with what a terminal must not obey escaped. */
export function layRows(all: readonly Row[], style: Style, screen: Screen): string[] {
  const rows = all.flatMap(([label, value = '']) => (value === '' ? [] : [[label, visible(value)] as const]))
  const indent = Math.max(0, ...rows.map(([label]) => widthOf(label))) + GAP
  return rows.flatMap(([label, value]) =>
    hang(screen.style(style, padEnd(label, indent)), wrapWords(value, screen.columns - indent), indent),
  )
}
