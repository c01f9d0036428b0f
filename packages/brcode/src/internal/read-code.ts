/**
 * From objects to a Pix code: which kind it is, and its fields.
 *
 * @module
 */
import type { ParsedBrCode } from '../types.ts'
import { checkHosts } from './checks.ts'
import { findEntry, type Frame, valueOf, valueOffset } from './frame.ts'
import { type Context, type Draft, judge, type ObjectRule } from './judge.ts'
import { objectRules } from './objects.ts'
import { findPixTemplates, type PixTemplates } from './pix-templates.ts'
import { type BrCodeIssue, refuse, warn } from './place.ts'

interface Reading extends Context {
  readonly frame: Frame
  readonly issues: BrCodeIssue[]
  readonly templates: PixTemplates
  /** The one place that moves from value to value. */
  readonly place: { readonly issues: BrCodeIssue[]; at: number; offset: number }
}

/**
 * Reads the fields of the code, or returns nothing where it cannot be said which code it is.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6 (static), 2.7 (dynamic), 2.8 (composite).
 */
export function readCode(frame: Frame, issues: BrCodeIssue[]): ParsedBrCode | undefined {
  const before = issues.length
  const templates = findPixTemplates(frame, issues)
  if (templates.payment < 0 && frame.wellFormed) {
    issues.length = before
    refuse({ issues, offset: frame.start }, 'BRCODE_NOT_PIX')
    return undefined
  }
  const kind = kindOf(frame, templates, issues)
  const code: Draft = { kind, merchantName: '', merchantCity: '', crc: frame.crc, warnings: issues }
  const place = { issues, at: 0, offset: 0 }
  readObjects(objectRules(), 0, { code, composite: templates.recurrence >= 0, frame, issues, templates, place })
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
  const place = { issues, at: payment, offset: valueOffset(entries, findEntry(entries, payment)) - 4 }
  refuse(place, hasChave ? 'BRCODE_CHAVE_AND_LOCATION' : 'BRCODE_NOTHING_TO_PAY')
  return undefined
}

/** Reads the objects of the root (parent 0) or of a template by their rules. */
function readObjects(rules: readonly ObjectRule[], parent: number, reading: Reading): void {
  const { frame, issues, code, templates, place } = reading
  const { entries } = frame
  // Most codes have their objects in the order of the rules.
  let from = 0
  for (const rule of rules) {
    const { field, template, children } = rule
    const tag = template ? templates[template] : parent * 100 + rule.number
    const index = findEntry(entries, tag, from)
    if (index >= 0) from = index + 3
    if (index < 0) {
      if (rule.required && frame.wellFormed) reportMissing(rule, { issues, at: tag, offset: frame.end })
    } else if (children) {
      if (template && !code.kind) continue
      if (template) reportUnknown(children, tag, reading)
      readObjects(children, tag, reading)
    } else if (field || rule.format) {
      place.at = tag
      place.offset = valueOffset(entries, index)
      const value = judge(valueOf(frame, index), rule, place, reading)
      if (field && value !== undefined) code[field] = value as never
      if (field === 'locationRec' && code.location) checkHosts(code.location, code.locationRec ?? '', place)
    }
  }
}

function reportMissing({ refusal, expected = '' }: ObjectRule, place: { issues: BrCodeIssue[]; at: number; offset: number }): void {
  if (refusal) refuse(place, refusal, { expected })
  else warn(place, 'BRCODE_FIELD_MISSING')
}

/** Reports sub-objects that Pix does not define. */
function reportUnknown(known: readonly ObjectRule[], template: number, { frame, issues }: Reading): void {
  const { entries } = frame
  const found = findEntry(entries, template)
  const end = entries[found + 2] as number
  for (let index = found + 3; (entries[index + 1] as number) < end; index += 3) {
    const tag = entries[index] as number
    if (isKnown(known, tag % 100)) continue
    warn({ issues, at: tag, offset: valueOffset(entries, index) }, 'BRCODE_FIELD_IGNORED')
  }
}

function isKnown(rules: readonly ObjectRule[], id: number): boolean {
  for (const { number } of rules) if (number === id) return true
  return false
}
