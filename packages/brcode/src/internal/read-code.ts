/**
 * From objects to a Pix code: which kind it is, and its fields.
 *
 * @module
 */
import type { Tlv } from '@pixkit/emv/tlv'
import type { ParsedBrCode } from '../types.ts'
import { checkHosts } from './checks.ts'
import type { Frame } from './frame.ts'
import { type Context, type Draft, judge, type ObjectRule } from './judge.ts'
import { objectRules } from './objects.ts'
import { findObject, findPixTemplates, type PixTemplates } from './pix-templates.ts'
import { type BrCodeIssue, refuse, warn } from './place.ts'

const HEADER_LENGTH = 4

interface Reading extends Context {
  readonly frame: Frame
  readonly issues: BrCodeIssue[]
  readonly templates: PixTemplates
}

/**
 * Reads the fields of the code, or returns nothing where it cannot be said which code it is.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6 (static), 2.7 (dynamic), 2.8 (composite).
 */
export function readCode(frame: Frame, issues: BrCodeIssue[]): ParsedBrCode | undefined {
  const found: BrCodeIssue[] = []
  const templates = findPixTemplates(frame.tree, found)
  if (!templates.payment && frame.wellFormed) {
    refuse({ issues, parent: '', id: '', offset: frame.start }, 'BRCODE_NOT_PIX')
    return undefined
  }
  issues.push(...found)
  const code: Draft = { kind: kindOf(templates, issues) }
  const composite = templates.recurrence !== undefined
  readObjects(objectRules(), frame.tree, '', { code, composite, frame, issues, templates })
  if (!code.kind) return undefined
  code.merchantName ??= ''
  code.merchantCity ??= ''
  code.crc = frame.crc
  code.warnings = issues
  return code as ParsedBrCode
}

/** Decides the kind by which of 26-01, 26-25 and 80-25 are there, never by 01, 54 or 62-05. */
function kindOf({ payment, recurrence, ambiguous }: PixTemplates, issues: BrCodeIssue[]): Draft['kind'] {
  if (!payment || ambiguous) return undefined
  const chave = findObject(payment.children, '01')
  const location = findObject(payment.children, '25')
  if (chave ? !location : location || recurrence) return chave ? 'static' : location ? 'dynamic' : 'recurrence'
  const code = chave ? 'BRCODE_CHAVE_AND_LOCATION' : 'BRCODE_NOTHING_TO_PAY'
  refuse({ issues, parent: '', id: payment.id, offset: payment.offset }, code)
  return undefined
}

function readObjects(rules: readonly ObjectRule[], objects: readonly Tlv[], parent: string, reading: Reading): void {
  const { frame, issues, code, templates } = reading
  for (const rule of rules) {
    const { field, template, children } = rule
    const object = template ? templates[template] : findObject(objects, rule.id)
    if (!object) {
      if (rule.required && frame.wellFormed) reportMissing(rule, parent, frame, issues)
    } else if (object.children) {
      if (!children || (template && !code.kind)) continue
      if (template) reportUnknown(object.children, children, object.id, issues)
      readObjects(children, object.children, object.id, reading)
    } else if (field || rule.format) {
      const place = { issues, parent, id: object.id, offset: object.offset + HEADER_LENGTH }
      const value = judge(object.value, rule, place, reading)
      if (field && value !== undefined) code[field] = value as never
      if (field === 'locationRec' && code.location) checkHosts(code.location, object.value, place)
    }
  }
}

function reportMissing({ id, refusal, expected = '' }: ObjectRule, parent: string, frame: Frame, issues: BrCodeIssue[]): void {
  const place = { issues, parent, id, offset: frame.end }
  if (refusal) refuse(place, refusal, { expected })
  else warn(place, 'BRCODE_FIELD_MISSING')
}

/** Reports sub-objects that Pix does not define. */
function reportUnknown(
  objects: readonly Tlv[],
  known: readonly ObjectRule[],
  parent: string,
  issues: BrCodeIssue[],
): void {
  for (const { id, offset } of objects) {
    if (!findObject(known, id)) warn({ issues, parent, id, offset: offset + HEADER_LENGTH }, 'BRCODE_FIELD_IGNORED')
  }
}
