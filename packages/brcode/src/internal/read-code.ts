/**
 * The one reader behind `parseBrCode` and `inspectBrCode`: text → frame → rules → code.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import type { ParsedBrCode } from '../types.ts'
import { checkHosts } from './checks.ts'
import { findEntry, type Frame, offsetOf, readFrame, valueOf, valueOffset } from './frame.ts'
import { type Context, type Draft, judge, type ObjectRule } from './judge.ts'
import { objectRules } from './objects.ts'
import { findPixTemplates, type PixTemplates } from './pix-templates.ts'
import { type BrCodeIssue, type Place, refuse, warn } from './place.ts'

export interface Analysis {
  readonly frame: Frame
  /** Findings in the order of the rules: frame, templates, fields. */
  readonly issues: readonly BrCodeIssue[]
  /** The code where it can be made out, with `issues` as its warnings; always where no issue is an error. */
  readonly code: ParsedBrCode | undefined
}

export function analyse(text: string): Analysis {
  assertString(text, 'text')
  const issues: BrCodeIssue[] = []
  const frame = readFrame(text, issues)
  return { frame, code: readCode(frame, issues), issues }
}

interface Reading extends Context {
  readonly frame: Frame
  readonly templates: PixTemplates
}

/**
 * Reads the fields of the code, or returns nothing where it cannot be said which code it is.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6 (static), 2.7 (dynamic), 2.8 (composite).
 */
function readCode(frame: Frame, issues: BrCodeIssue[]): ParsedBrCode | undefined {
  const before = issues.length
  const templates = findPixTemplates(frame, issues)
  if (templates.payment < 0 && frame.wellFormed) {
    issues.length = before
    refuse({ issues, offset: frame.start }, 'BRCODE_NOT_PIX')
    return undefined
  }
  const kind = kindOf(frame, templates, issues)
  const code: Draft = { kind, merchantName: '', merchantCity: '', crc: frame.crc, warnings: issues }
  const composite = templates.recurrence >= 0
  readObjects(objectRules(), 0, { frame, templates, code, composite, issues, at: 0, offset: 0 })
  return kind && (code as ParsedBrCode)
}

/** Decides the kind by which of 26-01, 26-25 and 80-25 are there, never by 01, 54 or 62-05. */
function kindOf({ entries }: Frame, templates: PixTemplates, issues: BrCodeIssue[]): Draft['kind'] {
  const { payment, recurrence, ambiguous } = templates
  if (payment < 0 || ambiguous) return undefined
  const hasChave = findEntry(entries, payment * 100 + 1) >= 0
  const hasLocation = findEntry(entries, payment * 100 + 25) >= 0
  if (hasChave !== hasLocation) return hasChave ? 'static' : 'dynamic'
  if (!hasChave && recurrence >= 0) return 'recurrence'
  const place = { issues, at: payment, offset: offsetOf(entries, findEntry(entries, payment)) }
  refuse(place, hasChave ? 'BRCODE_CHAVE_AND_LOCATION' : 'BRCODE_NOTHING_TO_PAY')
  return undefined
}

/** Reads the objects of the root (parent 0) or of a template by their rules. */
function readObjects(rules: readonly ObjectRule[], parent: number, reading: Reading): void {
  const { frame, code, templates } = reading
  const { entries } = frame
  // Most codes have their objects in the order of the rules.
  let next = 0
  for (const rule of rules) {
    const { field, template, children } = rule
    const tag = template ? templates[template] : parent * 100 + rule.number
    const index = tag < 0 ? -1 : findEntry(entries, tag, next)
    reading.at = tag
    if (index < 0) {
      reading.offset = frame.end
      if (rule.required && frame.wellFormed) reportMissing(rule, reading)
      continue
    }
    next = index + 3
    reading.offset = valueOffset(entries, index)
    if (children) {
      if (template && !code.kind) continue
      if (template) reportUnknown(children, index, reading)
      readObjects(children, tag, reading)
    } else if (field || rule.format) {
      const value = judge(valueOf(frame, index), rule, reading)
      if (field && value !== undefined) code[field] = value as never
      if (field === 'locationRec' && code.location) checkHosts(code.location, code.locationRec ?? '', reading)
    }
  }
}

function reportMissing({ refusal, expected = '' }: ObjectRule, place: Place): void {
  if (refusal) refuse(place, refusal, { expected })
  else warn(place, 'BRCODE_FIELD_MISSING')
}

/** Reports sub-objects that Pix does not define. */
function reportUnknown(known: readonly ObjectRule[], template: number, { frame, issues }: Reading): void {
  const { entries } = frame
  const end = entries[template + 2] as number
  for (let index = template + 3; (entries[index + 1] as number) < end; index += 3) {
    const at = entries[index] as number
    if (known.some(({ number }) => number === at % 100)) continue
    warn({ issues, at, offset: valueOffset(entries, index) }, 'BRCODE_FIELD_IGNORED')
  }
}
