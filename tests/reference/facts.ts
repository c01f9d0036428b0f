/** @module The facts that the rules look at, taken out of the objects of a code once. */
import { readLocation } from './location.ts'
import type { ReferenceLocation } from './location.ts'
import type { ReferenceObject } from './structure.ts'

export type ReferenceKind = 'static' | 'dynamic' | 'recurrence'

/** Everything the rules look at, taken out of the code once. */
export interface Facts {
  /** Objects of the root by id. */
  root: Map<string, string>
  additional: Map<string, string>
  pix: ReferenceObject
  /** The template 80-99 with the GUI and a location. */
  rec: ReferenceObject | undefined
  kind: ReferenceKind | undefined
  /** Sub-objects of the Pix template by id. */
  own: Map<string, string>
  charge: ReferenceLocation | undefined
  recurrence: ReferenceLocation | undefined
}

/** What is taken out of the objects of the root. */
export interface Gathered {
  /** Whether a template 26-51 has the GUI; without one `facts.pix` is empty. */
  isPix: boolean
  facts: Facts
  /** Pix templates beyond the first of their range. */
  duplicates: ReferenceObject[]
  /** Templates 80-99 with the GUI. */
  unreserved: ReferenceObject[]
}

/** Of objects with the same id the first counts. */
function byId(list: ReferenceObject[] = []): Map<string, string> {
  const map = new Map<string, string>()
  for (const { id, value } of list) if (!map.has(id)) map.set(id, value)
  return map
}

/** Takes the facts out of the objects of the root. */
export function gather(objects: ReferenceObject[]): Gathered {
  const has = (object: ReferenceObject, id: string): boolean =>
    object.children?.some((child) => child.id === id) ?? false
  const between = (low: number, high: number): ReferenceObject[] =>
    objects.filter((object) => {
      const gui = byId(object.children).get('00')
      return Number(object.id) >= low && Number(object.id) <= high && gui?.toLowerCase() === 'br.gov.bcb.pix'
    })
  const [found, ...otherPix] = between(26, 51)
  const unreserved = between(80, 99)
  const [rec, ...otherRec] = unreserved.filter((object) => has(object, '25'))
  const pix = found ?? { id: '', value: '', children: [] }
  const own = byId(pix.children)
  const location = (object: ReferenceObject | undefined): ReferenceLocation | undefined => {
    const text = byId(object?.children).get('25')
    return text === undefined ? undefined : readLocation(text)
  }
  let kind: ReferenceKind | undefined
  if (own.has('01') && !own.has('25')) kind = 'static'
  if (!own.has('01') && own.has('25')) kind = 'dynamic'
  if (found && !own.has('01') && !own.has('25') && rec) kind = 'recurrence'
  const additional = byId(objects.find(({ id }) => id === '62')?.children)
  const facts: Facts = {
    root: byId(objects),
    additional,
    pix,
    rec,
    kind,
    own,
    charge: location(pix),
    recurrence: location(rec),
  }
  return { isPix: found !== undefined, facts, duplicates: [...otherPix, ...otherRec], unreserved }
}
