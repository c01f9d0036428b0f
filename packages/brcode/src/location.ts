/**
 * Locations: the address of a charge or a recurrence, as codes carry it.
 *
 * @module
 */
import { assertString, errorFromIssue, type PixkitError, unwrap } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'
import { excess } from './internal/place.ts'
import { messages } from './messages/en.ts'

export type LocationErrorCode =
  | 'BRCODE_FIELD_TOO_LONG'
  | 'BRCODE_LOCATION_HOST'
  | 'BRCODE_LOCATION_PATH'
  | 'BRCODE_LOCATION_SCHEME'

/** What the path says that the location serves: an immediate charge, a charge with a due date, a recurrence. */
export type LocationKind = 'cob' | 'cobv' | 'rec'

export interface Location {
  /** Host in lower case. */
  readonly host: string
  /** Path with its leading slash, as given: its case matters. */
  readonly path: string
  readonly kind: LocationKind
  /** Whether a strict writer would emit it: host in lower case, path of `A-Z a-z 0-9 . _ ~ - /`. */
  readonly canonical: boolean
}

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

/**
 * Reads a location and tells what it serves.
 *
 * Grammar only: nothing is resolved or fetched, and a well-formed host may still be one that nobody should call.
 *
 * @param text - Host and path without scheme, at most 77 characters of ASCII: `pix.example.com/cobv/8b3da2f3`.
 * @returns Host, path, and the kind that the path segment before the token names (`cob` when it names none).
 * @throws {PixkitError} `BRCODE_LOCATION_SCHEME`: begins with `https://` or the like. `BRCODE_LOCATION_HOST`: not a domain
 *   name with a dot, or has a port, a user or an IP address. `BRCODE_LOCATION_PATH`: no token, an empty or dot segment, a
 *   query, a fragment, or a character outside RFC 3986. `BRCODE_FIELD_TOO_LONG`.
 * @throws {TypeError} `text` is not a string.
 *
 * @example
 * ```ts
 * import { parseLocation } from '@pixkit/brcode/location'
 *
 * parseLocation('pix.example.com/qr/v2/cobv/8b3da2f3').kind // 'cobv'
 * ```
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.2.
 */
export function parseLocation(text: string): Location {
  return unwrap(safeParseLocation(text))
}

/** As {@link parseLocation}, but returns the error instead of throwing it. */
export function safeParseLocation(text: string): Result<Location, PixkitError<LocationErrorCode>> {
  const read = readLocation(text)
  if (!('code' in read)) return { ok: true, value: read }
  return { ok: false, error: errorFromIssue({ ...read, path: [] }, messages) }
}

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
