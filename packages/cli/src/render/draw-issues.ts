/**
 * Defects, each with carets under the fault and what to do.
 *
 * @module
 */
import type { InspectedBrCode } from '@pixkit/brcode'
import { formatMessage, type Issue } from '@pixkit/core/issue'
import { fill } from '../internal/fill.ts'
import type { Texts } from '../texts/texts.ts'
import { type OutlineItem, outlineOf } from './outline.ts'
import type { Screen } from './screen.ts'
import { type Cell, cellsOf, visible } from './visible.ts'
import { hang, wrapWords } from './wrap.ts'

const INDENT = 4
const HEADER_LENGTH = 4
const ID_LENGTH = 2
/** Codes of the text as a whole: no place in it is wrong. */
const WHOLE_TEXT = ['BRCODE_EMPTY', 'BRCODE_LENGTH_UNIT', 'BRCODE_NOT_PIX', 'BRCODE_TOO_LONG']
const CRC_LENGTH = 4
/** Room before the fault, as a part of the line. */
const LEAD = 0.6

/** Draws every defect of a text, errors first. */
export function drawIssues(text: string, { tree, issues }: InspectedBrCode, screen: Screen): string[] {
  const items = outlineOf(text, tree, screen.language.labels)
  const sorted = [...issues].sort((a, b) => rank(a) - rank(b) || (a.offset ?? 0) - (b.offset ?? 0))
  return sorted.flatMap((issue, index) => [...(index === 0 ? [] : ['']), ...drawIssue(text, issue, items, screen)])
}

function rank(issue: Issue): number {
  return issue.severity === 'error' ? 0 : 1
}

function drawIssue(text: string, issue: Issue, items: readonly OutlineItem[], screen: Screen): string[] {
  const { texts, messages, remedies } = screen.language
  const color = issue.severity === 'error' ? 'red' : 'yellow'
  const columns = screen.proseColumns
  const item = items.find(({ path }) => path.join('-') === issue.path.join('-'))
  const path = issue.path.join('-')
  const offset = WHOLE_TEXT.includes(issue.code) ? undefined : issue.offset
  const place = [item === undefined ? path : `${path} ${item.label}`, position(text, offset, texts)].filter(
    (part) => part !== '',
  )

  const paint = (line: string): string => screen.style(color, line)
  const severity = `${texts[issue.severity]}: `
  const sentence = wrapWords(visible(formatMessage(issue, messages)), columns - severity.length)
  return [
    ...hang(
      paint(severity),
      sentence.map((line) => screen.style('bold', line)),
      severity.length,
    ),
    ...wrapWords(visible([...place, issue.code].join(' · ')), columns - 2).map(
      (line) => `  ${screen.style('dim', line)}`,
    ),
    ...(offset === undefined ? [] : drawExcerpt(text, offset, spanOf(issue, items), columns, paint)),
    ...hang('  → ', wrapWords(visible(formatMessage(issue, remedies)), columns - INDENT), INDENT),
  ]
}

function position(text: string, offset: number | undefined, texts: Texts): string {
  if (offset === undefined) return ''
  return offset < text.length ? fill(texts.position, { position: offset + 1 }) : texts.positionEnd
}

/** How many characters of the text the fault takes. */
function spanOf(issue: Issue, items: readonly OutlineItem[]): number {
  const { code, offset, params } = issue
  if (code === 'BRCODE_CRC_NOT_LAST' || code === 'EMV_OBJECT_TRUNCATED') return Number(params['found'] ?? 1)
  if (code === 'BRCODE_CHARSET') return 1
  if (code === 'BRCODE_CRC_MISMATCH') return CRC_LENGTH
  if (code.startsWith('EMV_LENGTH_') || code === 'EMV_ID_NOT_NUMERIC') return ID_LENGTH
  if (code === 'BRCODE_PAYLOAD_FORMAT') return '000201'.length
  const object = items.find((item) => item.offset === offset || item.offset + HEADER_LENGTH === offset)
  if (object === undefined) return 1
  return object.offset === offset ? ID_LENGTH : (object.value?.length ?? 1)
}

/** One line of the text around the fault, and carets under the fault. */
function drawExcerpt(
  text: string,
  offset: number,
  span: number,
  columns: number,
  paint: (line: string) => string,
): string[] {
  const room = columns - INDENT - 2
  // A character takes one column at least, so no more of the text than this can matter.
  const before = cellsOf(slice(text, offset - room, offset))
  const fault = cellsOf(slice(text, offset, offset + Math.min(span, room)))
  const after = cellsOf(slice(text, offset + unitsOf(fault), offset + unitsOf(fault) + room))

  const shownFault = takeFirst(fault, room)
  const faultWidth = Math.max(1, total(shownFault))
  const lead = Math.min(room - faultWidth, Math.max(Math.floor(room * LEAD), room - faultWidth - total(after)))
  const shownBefore = takeFirst(before.toReversed(), lead).toReversed()
  const shownAfter = takeFirst(after, room - faultWidth - total(shownBefore))

  const cutBefore = offset > unitsOf(shownBefore)
  const cutAfter = offset + unitsOf(shownFault) + unitsOf(shownAfter) < text.length
  const head = `${' '.repeat(INDENT)}${cutBefore ? '…' : ''}`
  return [
    `${head}${join(shownBefore)}${paint(join(shownFault))}${join(shownAfter)}${cutAfter ? '…' : ''}`,
    `${' '.repeat(head.length + total(shownBefore))}${paint('^'.repeat(faultWidth))}`,
  ]
}

/** As `text.slice`, but a pair of surrogates at either end stays whole. */
function slice(text: string, start: number, end: number): string {
  const from = Math.max(0, start)
  return text.slice(splitsPair(text, from) ? from + 1 : from, splitsPair(text, end) ? end + 1 : end)
}

function splitsPair(text: string, index: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, index - 1), index + 1))
}

function takeFirst(cells: readonly Cell[], room: number): Cell[] {
  const taken: Cell[] = []
  let used = 0
  for (const cell of cells) {
    used += cell.width
    if (used > room) break
    taken.push(cell)
  }
  return taken
}

function total(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0)
}

function unitsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.units, 0)
}

function join(cells: readonly Cell[]): string {
  return cells.map((cell) => cell.text).join('')
}
