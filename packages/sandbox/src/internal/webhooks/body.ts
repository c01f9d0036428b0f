/**
 * Bodies of webhooks: lists, to which more can be put.
 *
 * @module
 */
import type { Delivery } from './delivery.ts'
import type { Notice } from './notice.ts'

/** Name of the list, and what an entry is known by. */
const LISTS: Readonly<Record<Delivery['kind'], readonly [list: string, id: string]>> = {
  pix: ['pix', 'endToEndId'],
  rec: ['recs', 'idRec'],
  cobr: ['cobsr', 'txid'],
}

/** In one post (choice of pixkit). */
const MAX_ENTRIES = 50

type Entry = Readonly<Record<string, unknown>>

export function newBody({ kind, entry }: Notice): string {
  return JSON.stringify({ [LISTS[kind][0]]: [entry] })
}

/** With one entry more, or with the newer in the place of the older; `undefined` when it is full. */
export function joinBody(body: string, { kind, entry }: Notice): string | undefined {
  const [list, id] = LISTS[kind]
  const entries = (JSON.parse(body) as Readonly<Record<string, readonly Entry[]>>)[list] ?? []
  const at = entries.findIndex((other) => other[id] === (entry as unknown as Entry)[id])
  if (at < 0 && entries.length >= MAX_ENTRIES) return undefined
  return JSON.stringify({ [list]: at < 0 ? [...entries, entry] : entries.with(at, entry as unknown as Entry) })
}
