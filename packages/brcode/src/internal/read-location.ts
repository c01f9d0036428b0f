/**
 * The grammar of locations.
 *
 * @module
 */
import { assertString } from '@pixkit/core/error'
import type { Location, LocationErrorCode, LocationKind } from '../location.ts'
import { excess } from './place.ts'

const MAX_LOCATION_LENGTH = 77

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i
// A last label that begins with a letter keeps IPv4 addresses out in every notation.
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i
// Segments of pchar (RFC 3986), none of them empty, `.` or `..`, also when percent-encoded, and no encoded slash, backslash or
// control: servers differ in what they make of those.
const PATH = /^(?:\/(?!(?:\.|%2e){1,2}(?:[/;]|$))(?:[\w.~!$&'()*+,;=:@-]|%(?!2f|5c|7f|[01])[\da-f]{2})+)+$/i
// Both, as a strict writer emits them: no capitals in the host, no escapes or other marks in the path.
const CANONICAL =
  /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)+$/

/** A fault, with its index in the text. */
export interface LocationFault {
  readonly code: LocationErrorCode
  readonly offset: number
  readonly params: Readonly<Record<string, number>>
}

/** Reads a location or names its first fault. */
export function readLocation(text: string): Location | LocationFault {
  assertString(text, 'text')
  if (text.length > MAX_LOCATION_LENGTH) {
    return {
      code: 'BRCODE_FIELD_TOO_LONG',
      offset: MAX_LOCATION_LENGTH,
      params: excess(text.length, MAX_LOCATION_LENGTH),
    }
  }
  const slash = text.indexOf('/')
  const host = slash < 0 ? text : text.slice(0, slash)
  const path = text.slice(host.length)
  const canonical = CANONICAL.test(text)
  if (!canonical && !HOST.test(host)) {
    return { code: SCHEME.test(text) ? 'BRCODE_LOCATION_SCHEME' : 'BRCODE_LOCATION_HOST', offset: 0, params: {} }
  }
  if (!canonical && !PATH.test(path)) return { code: 'BRCODE_LOCATION_PATH', offset: host.length, params: {} }
  return { host: host.toLowerCase(), path, kind: kindOf(path), canonical }
}

function kindOf(path: string): LocationKind {
  const beforeToken = path.slice(0, path.lastIndexOf('/'))
  if (beforeToken.endsWith('/cobv')) return 'cobv'
  return beforeToken.endsWith('/rec') ? 'rec' : 'cob'
}
