/**
 * Slow and literal reader of Pix codes, written from the norm and sharing no code with the packages: it exists to disagree with them.
 *
 * @module
 */
import { type Facts, gather, type ReferenceKind } from './facts.ts'
import { readKey } from './key.ts'
import { commonRules, contentRules, ignoredObjects, kindRules } from './rules.ts'
import { codePoints, readStructure, utf16Units, utf8Bytes } from './structure.ts'
import type { ReferenceStructure } from './structure.ts'

/** Meaning of a code that was accepted. */
export interface ReferenceFields {
  chave?: string
  chaveTipo?: string
  infoAdicional?: string
  fss?: string
  transactionAmount?: string
  txid?: string
  location?: string
  locationKind?: string
  locationRec?: string
  merchantName: string
  merchantCity: string
  postalCode?: string
  merchantCategoryCode?: string
  pointOfInitiationMethod?: string
  crc: string
}

/** Every violated rule as `CODE@path`; `kind` and `fields` only without errors. */
export interface ReferenceReading {
  errors: string[]
  warnings: string[]
  /** Violations, with severity, that a reader may leave out because the kind of the code cannot be told. */
  optional: string[]
  /** Broken or repeated objects follow the checksum: what the others mean need not be judged. */
  cutShort: boolean
  kind?: ReferenceKind
  fields?: ReferenceFields
}

function judgeCrc({ objects, goesOn, crc }: ReferenceStructure, optional: string[]): string[] {
  const field = objects.find(({ id }) => id === '63')
  if (!field) return ['BRCODE_CRC_MISSING@63']
  if (!/^[0-9A-Fa-f]{4}$/.test(field.value)) {
    // Where a checksum of another length ends is anyone's guess.
    if (goesOn) optional.push('error:BRCODE_CRC_NOT_LAST@63')
    return ['BRCODE_CRC_FORMAT@63']
  }
  return [
    ...(goesOn ? ['BRCODE_CRC_NOT_LAST@63'] : []),
    ...(field.value.toUpperCase() === crc ? [] : ['BRCODE_CRC_MISMATCH@63']),
  ]
}

/** How a code can be read: in code points; failing that, in bytes or UTF-16 units if only one thing comes out of them. */
function readObjects(text: string): { structure: ReferenceStructure; otherUnit: boolean; ambiguous: boolean } {
  const structure = readStructure(text, codePoints)
  const whole = (read: ReferenceStructure): boolean =>
    read.errors.length + read.beyond.length === 0 && !read.goesOn && judgeCrc(read, []).length === 0
  const others = [utf8Bytes, utf16Units].map((width) => readStructure(text, width)).filter(whole)
  const readings = whole(structure) ? [structure, ...others] : others
  const ambiguous = new Set(readings.map(({ objects }) => JSON.stringify(objects))).size > 1
  const [other] = others
  if (whole(structure)) return { structure, otherUnit: false, ambiguous }
  return other && !ambiguous
    ? { structure: other, otherUnit: true, ambiguous: false }
    : { structure, otherUnit: false, ambiguous: false }
}

function normalAmount(text: string): string | undefined {
  if (/^[0.]*$/.test(text)) return undefined
  const [reais = '', centavos = ''] = text.split('.')
  return `${reais.replace(/^0+(?=.)/, '')}.${centavos.padEnd(2, '0')}`
}

function readFields({ root, additional, own, rec, kind, charge }: Facts): ReferenceFields {
  const fields: ReferenceFields = {
    merchantName: root.get('59') ?? '',
    merchantCity: root.get('60') ?? '',
    crc: root.get('63') ?? '',
  }
  const set = (name: keyof ReferenceFields, value: string | undefined): void => {
    if (value !== undefined) fields[name] = value
  }
  if (kind === 'static') {
    const key = readKey(own.get('01') ?? '')
    const txid = additional.get('05')
    set('chave', key.chave)
    set('chaveTipo', key.chaveTipo)
    set('infoAdicional', own.get('02'))
    set('fss', own.get('03'))
    set('transactionAmount', root.has('54') ? normalAmount(root.get('54') ?? '') : undefined)
    set('txid', txid === '***' ? undefined : txid)
  }
  if (kind === 'dynamic') {
    set('location', own.get('25'))
    set('locationKind', charge?.resource === 'cobv' ? 'cobv' : 'cob')
  }
  set('locationRec', rec?.children?.find(({ id }) => id === '25')?.value)
  set('postalCode', root.get('61'))
  const category = root.get('52')
  if (/^[0-9]{4}$/.test(category ?? '') && category !== '0000') set('merchantCategoryCode', category)
  const method = root.get('01')
  set('pointOfInitiationMethod', method === '11' || method === '12' ? method : undefined)
  return fields
}

/** Reads a code and collects every rule it violates. */
export function referenceRead(input: string): ReferenceReading {
  const text = input.replace(/^[\t\n\v\f\r \uFEFF]+/, '').replace(/[\t\n\v\f\r \uFEFF]+$/, '')
  const refuse = (error: string): ReferenceReading => ({ errors: [error], warnings: [], optional: [], cutShort: false })
  if (text === '') return refuse('BRCODE_EMPTY@')
  if (text.length > 1024) return refuse('BRCODE_TOO_LONG@')
  if (/\p{Surrogate}/u.test(text)) return refuse('EMV_NOT_UNICODE@')

  const errors = text.startsWith('000201') ? [] : ['BRCODE_PAYLOAD_FORMAT@00']
  const warnings = Buffer.byteLength(text) > 512 ? ['BRCODE_TOO_LONG@'] : []
  const optional: string[] = []
  const { structure, otherUnit, ambiguous } = readObjects(text)
  if (structure.errors.length > 0) {
    return { errors: [...errors, ...structure.errors], warnings, optional, cutShort: false }
  }
  if (otherUnit) warnings.push('BRCODE_LENGTH_UNIT@')
  if (ambiguous) warnings.push('BRCODE_LENGTH_AMBIGUOUS@')
  errors.push(...judgeCrc(structure, optional))
  const reading: ReferenceReading = { errors, warnings, optional, cutShort: structure.beyond.length > 0 }

  const report = (severity: string, rule: string, mayBeLeftOut = false): void => {
    if (mayBeLeftOut) optional.push(`${severity}:${rule}`)
    else (severity === 'error' ? errors : warnings).push(rule)
  }
  const { isPix, facts, duplicates, unreserved } = gather(structure.objects)
  if (!isPix) {
    report('error', 'BRCODE_NOT_PIX@')
    return reading
  }
  const undecided = duplicates.length > 0 || facts.kind === undefined
  for (const { id } of duplicates) report('error', `BRCODE_PIX_DUPLICATED@${id}`)
  for (const [severity, code, path, broken] of commonRules) {
    if (broken(facts)) report(severity, `${code}@${path(facts)}`)
  }
  for (const [severity, code, path, broken] of kindRules) {
    if (broken(facts)) report(severity, `${code}@${path(facts)}`, duplicates.length > 0)
  }
  for (const [severity, code, path, broken] of contentRules) {
    if (broken(facts)) report(severity, `${code}@${path(facts)}`, undecided)
  }
  for (const { path, certain } of ignoredObjects(facts, unreserved)) {
    report('warning', `BRCODE_FIELD_IGNORED@${path}`, undecided && !certain)
  }
  const key = facts.own.get('01')
  const keyWarning = key === undefined ? undefined : readKey(key).warning
  if (keyWarning !== undefined) report('warning', `${keyWarning}@${facts.pix.id}-01`, undecided)
  if (errors.length > 0 || !facts.kind) return reading
  return { ...reading, kind: facts.kind, fields: readFields(facts) }
}
