/** @module Rules of a location (Manual de Padrões para Iniciação do Pix 2.10.0, section 2.5.2; RFC 3986). */

/** A location taken apart; `fault` is the first rule it breaks. */
export interface ReferenceLocation {
  fault?: 'BRCODE_LOCATION_SCHEME' | 'BRCODE_LOCATION_HOST' | 'BRCODE_LOCATION_PATH'
  host: string
  canonical: boolean
  /** The path segment before the token, '' when there is none. */
  resource: string
}

const label = /^(?!-)[A-Za-z0-9-]{1,63}(?<!-)$/
const segment = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+$/
/** `.` and `..`, also encoded and with parameters; and encoded slashes, backslashes and controls: our choice. */
const dotSegment = /^(?:\.|%2[Ee]){1,2}(?:;|$)/
const treacherousEscape = /%(?:2[Ff]|5[Cc]|7[Ff]|[01])/

function isHost(host: string): boolean {
  const labels = host.split('.')
  return labels.length >= 2 && labels.every((part) => label.test(part)) && /^[A-Za-z]/.test(labels.at(-1) ?? '')
}

/** Judges host and path; the host is all that precedes the first slash. */
export function readLocation(text: string): ReferenceLocation {
  const cut = text.indexOf('/')
  const host = cut < 0 ? text : text.slice(0, cut)
  const path = cut < 0 ? '' : text.slice(cut)
  const segments = path.split('/').slice(1)
  const result: ReferenceLocation = {
    host,
    canonical: !/[A-Z]/.test(host) && /^[A-Za-z0-9._~/-]*$/.test(path),
    resource: segments.at(-2) ?? '',
  }
  const pathIsGood =
    segments.length > 0 &&
    segments.every((part) => segment.test(part) && !dotSegment.test(part) && !treacherousEscape.test(part))
  if (/^[A-Za-z][A-Za-z0-9+.-]*:\/\//.test(text)) result.fault = 'BRCODE_LOCATION_SCHEME'
  else if (!isHost(host)) result.fault = 'BRCODE_LOCATION_HOST'
  else if (!pathIsGood) result.fault = 'BRCODE_LOCATION_PATH'
  return result
}
