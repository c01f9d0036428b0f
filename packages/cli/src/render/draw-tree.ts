/**
 * The objects of a code as an annotated tree.
 *
 * @module
 */
import type { InspectedBrCode } from '@pixkit/brcode'
import type { Texts } from '../texts/texts.ts'
import { endOf, type OutlineItem, outlineOf } from './outline.ts'
import type { Screen, Style } from './screen.ts'
import { padEnd, visible, widthOf } from './visible.ts'
import { hang, wrapCharacters, wrapWords } from './wrap.ts'

const INDENT = 3
const MIN_VALUE_COLUMNS = 24
const NARROW_INDENT = 8
const MAX_DEPTH = 3
/** More of an unreadable rest tells nothing. */
const MAX_REST = 160
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
  const marks = new Map<string, 'error' | 'warning'>()
  for (const { path, severity } of issues) {
    if (path.length > 0 && marks.get(path.join('-')) !== 'error') marks.set(path.join('-'), severity)
  }
  const items: OutlineItem[] = outlineOf(text, tree, labels)
  const rest = unread(text, tree)
  if (rest !== '') {
    const value = rest.length > MAX_REST ? `${rest.slice(0, MAX_REST)}…` : rest
    items.push({ id: '?', length: '', label: texts.unreadLabel, value, path: ['?'], offset: text.length })
    marks.set('?', 'error')
  }

  const deepest = Math.max(0, ...items.map(depthOf))
  const head = 2 + INDENT * deepest + 'ii ll  '.length
  const labelWidth = Math.max(0, ...items.map(({ label }) => widthOf(label)))
  const wide = screen.columns - head - labelWidth - 2 >= MIN_VALUE_COLUMNS
  return items.flatMap((item) => {
    const severity = marks.get(item.path.join('-'))
    const gloss = severity === undefined ? glossOf(item) : undefined
    const note = gloss === undefined ? '' : ` (${texts[gloss]})`
    const ids = padEnd(`${' '.repeat(depthOf(item) * INDENT)}${item.id} ${visible(item.length)}`, head - 2)
    return drawItem(
      { start: drawMark(severity, screen) + ids, item, note, head, labelWidth: wide ? labelWidth : undefined },
      screen,
    )
  })
}

function depthOf({ path }: OutlineItem): number {
  return Math.min(path.length - 1, MAX_DEPTH)
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
  const labelled = (style: Style): string[] =>
    hang(
      start,
      wrapWords(label, screen.columns - head).map((line) => screen.style(style, line)),
      head,
    )
  if (value === undefined) return labelled('bold')
  const fits = labelWidth === undefined && head + widthOf(`${label}  ${visible(value)}${note}`) <= screen.columns
  const indent = labelWidth === undefined && !fits ? NARROW_INDENT : head + (labelWidth ?? widthOf(label)) + 2
  const values = wrapCharacters(visible(value), screen.columns - indent)
  const noted = values.map((line, index) =>
    index < values.length - 1 || widthOf(line + note) > screen.columns - indent
      ? line
      : line + screen.style('dim', note),
  )
  if (labelWidth === undefined && !fits) {
    return [...labelled('cyan'), ...hang(' '.repeat(indent), noted, indent)]
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
