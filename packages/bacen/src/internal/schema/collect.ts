/**
 * What schemas find, put together as they go.
 *
 * @module
 */
import type * as v from 'valibot'

/** Nobody reads more, and a list from outside can be wrong in millions of places: an object or a list looks no further. */
export const MAX_ISSUES = 50

/** What schemas are told while they run. */
export interface SchemaConfig extends v.Config<v.BaseIssue<unknown>> {
  readonly allowsUnknownMembers?: boolean | undefined
}

/** Datasets of the library change their type on their way. */
export interface Found {
  typed: boolean
  value: unknown
  issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]] | undefined
}

/** Where a member or an entry is. */
export interface Place {
  readonly type: 'object' | 'array'
  readonly input: unknown
  readonly key: string | number
  readonly value: unknown
}

/** What came of a member or an entry that something is wrong with. */
interface Part {
  readonly typed?: boolean
  readonly issues: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]
}

type Placed = { path?: [v.IssuePathItem, ...v.IssuePathItem[]] | undefined }

export function isEnough({ issues }: { readonly issues?: readonly unknown[] | undefined }): boolean {
  return issues !== undefined && issues.length >= MAX_ISSUES
}

/** What is wrong with a member or an entry is wrong with the whole. */
export function take(whole: Found, { typed, issues }: Part, place: Place): void {
  if (typed !== true) whole.typed = false
  const item = { ...place, origin: 'value' } as unknown as v.IssuePathItem
  for (const issue of issues as readonly Placed[]) {
    if (issue.path === undefined) issue.path = [item]
    else issue.path.unshift(item)
  }
  if (whole.issues === undefined) whole.issues = issues
  else whole.issues.push(...issues)
}
