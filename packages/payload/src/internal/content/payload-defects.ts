/**
 * What schemas find wrong with a payload, and what a tolerant reader makes of it.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { BaseIssue } from 'valibot'
import type { ReasonOf } from '../../codes.ts'
import type { Tolerance } from '../../verify-options.ts'
import { isPayloadMember } from '../json/member-names.ts'
import { isMembers, type Members } from '../json/members.ts'
import { numberTextAt } from '../json/number-text.ts'

/** A defect, and how a tolerant reader reads it. */
export interface Defect {
  readonly reason: ReasonOf<'PAYLOAD_JSON'>
  readonly path: Path
  /** What is wanted: a pattern, or a number. */
  readonly form?: string | undefined
  readonly tolerance?: Tolerance | undefined
  readonly mend?: (() => void) | undefined
}

/** What was read. */
export interface Source {
  readonly value: Members
  readonly bytes: Uint8Array
  /** Where it has `null`. */
  readonly nulls: readonly Path[]
}

const WHOLE = /^\d{1,10}$/
/** Without a separator, or with a point and one or two decimals. A comma is never read: it could be one of thousands. */
const LOOSE_AMOUNT = /^\d{1,10}(?:\.\d{1,2})?$/

/**
 * The defects in the order of the document.
 *
 * Beside what the schema of its kind finds, a payload may not have `null` where another kind has a member; members that no kind
 * has are nobody's business.
 *
 * @param issues - Of the schema; the number of them is bounded, because lists are.
 */
export function payloadDefects(issues: readonly BaseIssue<unknown>[], source: Source): Defect[] {
  const found = issues.map((issue) => defectOf(issue, source))
  const isFound = new Set(source.nulls.length === 0 ? [] : found.map(({ path }) => path.join('.')))
  const nulls = source.nulls
    .filter((path) => isOfNorm(path) && !isFound.has(path.join('.')))
    .map((path) => nullMember(path, ownerOf(path, source.value)))
  const rankOf = ranking(source.value)
  return [...found, ...nulls]
    .map((defect) => ({ defect, rank: rankOf(defect.path) }))
    .sort((one, other) => compareRanks(one.rank, other.rank))
    .map(({ defect }) => defect)
}

/** Reasons that leave open what would be right. */
const FORMED: ReadonlySet<string> = /* @__PURE__ */ new Set(['enum', 'format', 'too-long', 'too-many'])

function defectOf({ expected, input, message, path: items }: BaseIssue<unknown>, { bytes }: Source): Defect {
  const path = (items ?? []).map(({ key }) => key as string | number)
  const name = path.at(-1)
  const owner: unknown = items?.at(-1)?.input
  const form = FORMED.has(message) && expected !== null ? { form: expected } : {}
  const plain: Defect = { reason: message as Defect['reason'], path, ...form }
  // The schemas ask an array for the members of an object.
  if (Array.isArray(owner) && typeof name === 'string') return { reason: 'type', path: path.slice(0, -1) }
  if (!isMembers(owner) || typeof name !== 'string') return plain
  if (!Object.hasOwn(owner, name)) return missingMember(path, name, owner)
  if (input === null) return nullMember(path, owner)
  const set = (value: unknown) => (): void => {
    owner[name] = value
  }
  if (message === 'number' && typeof input === 'string' && WHOLE.test(input)) {
    return { reason: 'number-as-text', path, tolerance: 'number-as-text', mend: set(Number(input)) }
  }
  if (message !== 'amount-format') return plain
  const amount = typeof input === 'number' ? numberTextAt(bytes, path) : input
  if (typeof amount !== 'string' || !LOOSE_AMOUNT.test(amount)) return plain
  return { reason: 'amount-format', path, tolerance: 'amount-format', mend: set(twoDecimals(amount)) }
}

function missingMember(path: Path, name: string, owner: Members): Defect {
  if (name !== 'periodicidade' || !Object.hasOwn(owner, 'peridiocidade')) return { reason: 'missing', path }
  const mend = (): void => {
    owner[name] = owner['peridiocidade']
    delete owner['peridiocidade']
  }
  const written = [...path.slice(0, -1), 'peridiocidade']
  return { reason: 'peridiocidade', path: written, tolerance: 'peridiocidade', mend }
}

function nullMember(path: Path, owner: unknown): Defect {
  const mend = (): void => {
    if (isMembers(owner)) delete owner[String(path.at(-1))]
  }
  return { reason: 'null-member', path, tolerance: 'null-member', mend }
}

function twoDecimals(amount: string): string {
  const [whole = '', decimals = ''] = amount.split('.')
  return `${whole}.${decimals.padEnd(2, '0')}`
}

/** Whether a member is there, and on the way to it, only what some kind of payload has. An element of a list is no member. */
function isOfNorm(path: Path): boolean {
  return typeof path.at(-1) === 'string' && path.every((step) => typeof step === 'number' || isPayloadMember(step))
}

function ownerOf(path: Path, value: Members): unknown {
  return path.slice(0, -1).reduce<unknown>((inner, step) => (inner as Members)[step], value)
}

/** Where a path stands in the document: the index of each step among its siblings; what is missing comes last. */
function ranking(root: Members): (path: Path) => number[] {
  // The names of an object are listed once: strangers say how many there are.
  const lists = new Map<unknown, ReadonlyMap<string, number>>()
  const indexOf = (step: string, owner: unknown): number => {
    let names = lists.get(owner)
    if (names === undefined) {
      names = new Map(isMembers(owner) ? Object.keys(owner).map((name, index) => [name, index]) : [])
      lists.set(owner, names)
    }
    return names.get(step) ?? names.size
  }
  return (path) => {
    let inner: unknown = root
    return path.map((step) => {
      const index = typeof step === 'number' ? step : indexOf(step, inner)
      inner = typeof inner === 'object' && inner !== null ? (inner as Members)[step] : undefined
      return index
    })
  }
}

function compareRanks(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((rank, index) => rank !== other[index])
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
