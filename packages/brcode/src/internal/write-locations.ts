/**
 * The locations of a code, as the strict writer emits them.
 *
 * @module
 */
import { type Location, readLocation } from '../location.ts'
import { failure } from './failure.ts'

/**
 * Checks a location of a charge or a recurrence, and that both have the same host.
 *
 * @throws {PixkitError} `BRCODE_LOCATION_…`, `BRCODE_FIELD_TOO_LONG`.
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.5.2 and 2.8.3.
 */
export function checkLocations(location: string | undefined, locationRec: string | undefined): void {
  const charge = location === undefined ? undefined : check('location', location)
  const rec = locationRec === undefined ? undefined : check('locationRec', locationRec)
  if (charge && rec && charge.host !== rec.host) throw failure('BRCODE_LOCATION_HOSTS_DIFFER', 'locationRec')
}

function check(field: 'location' | 'locationRec', text: string): Location {
  const read = readLocation(text)
  if ('code' in read) throw failure(read.code, field, read.params)
  if (!read.canonical) throw failure('BRCODE_LOCATION_NOT_CANONICAL', field)
  if ((read.kind === 'rec') !== (field === 'locationRec')) throw failure('BRCODE_LOCATION_KIND', field)
  return read
}
