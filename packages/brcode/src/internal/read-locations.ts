/**
 * The locations of a code: of the charge (26-25) and of the recurrence (80-25).
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { TlvPrimitive, TlvTemplate } from '@pixkit/emv/tlv'
import { type Location, readLocation } from '../location.ts'
import type { ParsedDynamicBrCode } from '../types.ts'
import { addError, addWarning, type BrCodeIssue, findPrimitive, valueOffset } from './issues.ts'

export interface ReadLocationOptions {
  readonly acceptHttpsScheme?: boolean | undefined
}

/** A location as the code gives it and, where its grammar holds, what it says. */
export interface ReadLocation {
  readonly text: string
  readonly parsed?: Location | undefined
  readonly object: TlvPrimitive
  readonly path: Path
}

const HTTPS = /^https:\/\//i
const REC_OBJECTS = ['00', '25']

/**
 * Reads the location of the charge; with a recurrence beside it both hosts must be the same.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5.2 and 2.8.3.
 */
export function readCharge(
  object: TlvPrimitive,
  path: Path,
  rec: ReadLocation | undefined,
  issues: BrCodeIssue[],
  options: ReadLocationOptions,
): Pick<ParsedDynamicBrCode, 'kind' | 'location' | 'locationKind'> {
  const { text, parsed } = read(object, path, issues, options)
  if (parsed?.kind === 'rec') warn('BRCODE_LOCATION_KIND', object, path, issues)
  if (parsed && rec?.parsed && parsed.host !== rec.parsed.host) {
    addError(issues, 'BRCODE_LOCATION_HOSTS_DIFFER', rec.path, valueOffset(rec.object))
  }
  return { kind: 'dynamic', location: text, locationKind: parsed?.kind === 'cobv' ? 'cobv' : 'cob' }
}

/**
 * Reads the location of the recurrence out of its template.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.2: the path holds `/rec/`.
 */
export function readRecurrence(
  template: TlvTemplate,
  issues: BrCodeIssue[],
  options: ReadLocationOptions,
): ReadLocation {
  for (const child of template.children) {
    if (!REC_OBJECTS.includes(child.id)) {
      addWarning(issues, 'BRCODE_FIELD_IGNORED', [template.id, child.id], child.offset)
    }
  }
  const path = [template.id, '25']
  const rec = read(findPrimitive(template.children, '25') as TlvPrimitive, path, issues, options)
  if (rec.parsed && rec.parsed.kind !== 'rec') warn('BRCODE_LOCATION_KIND', rec.object, path, issues)
  return rec
}

function read(object: TlvPrimitive, path: Path, issues: BrCodeIssue[], options: ReadLocationOptions): ReadLocation {
  const stripped = options.acceptHttpsScheme && HTTPS.test(object.value)
  if (stripped) warn('BRCODE_LOCATION_SCHEME', object, path, issues)
  const text = stripped ? object.value.replace(HTTPS, '') : object.value
  const read = readLocation(text)
  if ('code' in read) {
    const skipped = object.value.length - text.length
    addError(issues, read.code, path, valueOffset(object) + skipped + read.offset, read.params)
    return { text, object, path }
  }
  if (!read.canonical) warn('BRCODE_LOCATION_NOT_CANONICAL', object, path, issues)
  return { text, parsed: read, object, path }
}

function warn(
  code: 'BRCODE_LOCATION_KIND' | 'BRCODE_LOCATION_NOT_CANONICAL' | 'BRCODE_LOCATION_SCHEME',
  object: TlvPrimitive,
  path: Path,
  issues: BrCodeIssue[],
): void {
  addWarning(issues, code, path, valueOffset(object))
}
