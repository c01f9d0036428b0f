/**
 * The objects of a code as an annotated tree.
 *
 * @module
 */
import type { InspectedBrCode } from '@pixkit/brcode'
import type { Texts } from '../texts/texts.ts'
import { endOf, type OutlineItem, outlineOf } from './outline.ts'
import type { Screen } from './screen.ts'
import { padEnd, visible, widthOf } from './visible.ts'
import { hang, wrapCharacters } from './wrap.ts'

const INDENT = 3
const MIN_VALUE_COLUMNS = 24
const NARROW_INDENT = 8
const MAX_DEPTH = 3
const OUTER_SPACE = /[\t\n\r\f\v \ufeff]+$/
const GLOSSES: Readonly<Record<string, keyof Texts>> = {
  '01=11': 'glossMany',
  '01=12': 'glossOnce',
  '52=0000': 'glossNoCategory',
  '53=986': 'glossBrl',
  '62-05=***': 'glossNoTxid',
}

/** Draws one line per object: mark of a defect, id, length, label, value. What could not be read comes last. */
export function drawTree(text: string, { tree, issues }: InspectedBrCode, screen: Screen): string[] {
  const { texts, labels } = screen.language
  const items = outlineOf(text, tree, labels)
  const marks = new Map<string, 'error' | 'warning'>()
  for (const { path, severity } of issues) {
    if (path.length > 0 && marks.get(path.join('-')) !== 'error') marks.set(path.join('-'), severity)
  }
  const deepest = Math.max(0, ...items.map(({ path }) => Math.min(path.length - 1, MAX_DEPTH)))
  const head = 2 + INDENT * deepest + 'ii ll  '.length
  const labelWidth = Math.max(0, ...items.map(({ label }) => widthOf(label)))
  const wide = screen.columns - head - labelWidth - 2 >= MIN_VALUE_COLUMNS

  const lines = items.flatMap((item) => {
    const severity = marks.get(item.path.join('-'))
    const mark = drawMark(severity, screen)
    const depth = Math.min(item.path.length - 1, MAX_DEPTH)
    const ids = padEnd(`${' '.repeat(depth * INDENT)}${item.id} ${item.length}`, head - 2)
    const gloss = severity === undefined ? glossOf(item) : undefined
    const note = gloss === undefined ? '' : ` (${texts[gloss]})`
    return drawItem({ start: mark + visible(ids), item, note, head, labelWidth: wide ? labelWidth : undefined }, screen)
  })
  const rest = unread(text, tree)
  if (rest === '') return lines
  const label = texts.unreadLabel
  const indent = wide ? head + labelWidth + 2 : NARROW_INDENT
  const start =
    drawMark('error', screen) +
    padEnd('?', head - 2) +
    screen.style('dim', wide ? padEnd(label, labelWidth + 2) : label)
  const values = wrapCharacters(clip(visible(rest), screen), screen.columns - indent)
  return [...lines, ...(wide ? hang(start, values, indent) : [start, ...hang(' '.repeat(indent), values, indent)])]
}

interface Row {
  readonly start: string
  readonly item: OutlineItem
  readonly note: string
  /** Columns that `start` takes. */
  readonly head: number
  /** Columns of the labels; absent where the values have no column of their own. */
  readonly labelWidth: number | undefined
}

function drawItem({ start, item, note, head, labelWidth }: Row, screen: Screen): string[] {
  const { label, value } = item
  if (value === undefined) return [start + screen.style('bold', label)]
  const fits = labelWidth === undefined && head + widthOf(`${label}  ${visible(value)}${note}`) <= screen.columns
  const indent = labelWidth === undefined && !fits ? NARROW_INDENT : head + (labelWidth ?? widthOf(label)) + 2
  const values = wrapCharacters(visible(value), screen.columns - indent)
  const noted = values.map((line, index) =>
    index < values.length - 1 || widthOf(line + note) > screen.columns - indent
      ? line
      : line + screen.style('dim', note),
  )
  if (labelWidth === undefined && !fits) {
    return [start + screen.style('cyan', label), ...hang(' '.repeat(indent), noted, indent)]
  }
  return hang(start + screen.style('cyan', padEnd(label, indent - head)), noted, indent)
}

function glossOf({ path, value }: OutlineItem): keyof Texts | undefined {
  const place = path.join('-')
  return place === '63' ? 'glossCrc' : GLOSSES[`${place}=${value}`]
}

function drawMark(severity: 'error' | 'warning' | undefined, screen: Screen): string {
  if (severity === undefined) return '  '
  return severity === 'error' ? screen.style('red', '✗ ') : screen.style('yellow', '! ')
}

/** What stands behind the last object that could be read. */
function unread(text: string, tree: InspectedBrCode['tree']): string {
  const last = tree.at(-1)
  return text.slice(last === undefined ? 0 : endOf(last)).replace(OUTER_SPACE, '')
}

function clip(text: string, screen: Screen): string {
  const limit = screen.proseColumns * 2
  return text.length <= limit ? text : `${text.slice(0, limit)}…`
}
