/**
 * Locations of charges and recurrences, as answers and codes spell them.
 *
 * @module
 */
import { isMembers, type Members } from './members.ts'

export const SCHEME: RegExp = /^https?:\/\//i

/** Both places where API Pix has it, `loc.location` and `location`, as they are. */
export function locationsOf(answer: Members): string[] {
  return [locOf(answer), answer['location']].filter((text) => typeof text === 'string' && text !== '') as string[]
}

function locOf({ loc }: Members): unknown {
  return isMembers(loc) ? loc['location'] : undefined
}

/** The host in lower case: its case means nothing, that of the path does. */
export function plainLocation(location: string): string {
  const text = location.replace(SCHEME, '')
  const host = hostOf(text)
  return host.toLowerCase() + text.slice(host.length)
}

export const hostOf = (location: string): string => location.split('/', 1)[0] ?? ''
