/**
 * Where the operations are, for a personality.
 *
 * @module
 */
import { type OperationName, operations, type Resource } from '@pixkit/bacen'
import type { Personality } from '../../personality.ts'

/** Path of an operation below the origin, as Hono writes it: `/api/v2/cob/:txid`. */
export function routeOf({ apiPath, prefixes, paths }: Personality, operation: OperationName): string {
  const prefix = prefixes[operation] ?? prefixes[operation.split('.')[0] as Resource] ?? ''
  const path = paths[operation] ?? operations[operation].path
  return `${apiPath}${prefix}${path}`.replaceAll(/\{(\w+)\}/g, ':$1')
}

export function operationNames(): readonly OperationName[] {
  return Object.keys(operations) as OperationName[]
}
