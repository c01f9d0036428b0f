/**
 * Locations: the address of a charge or a recurrence, as codes carry it.
 *
 * @module
 */
import { errorFromIssue, type PixkitError, unwrap } from '@pixkit/core/error'
import type { Result } from '@pixkit/core/result'
import { readLocation } from './internal/read-location.ts'
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
