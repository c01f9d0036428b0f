/**
 * Page after page of a list.
 *
 * @module
 */
import type { ListPagesOptions, PaginacaoSolicitada } from './list-options.ts'
import { type OperationName, operations } from '../operations.ts'
import type { Context } from './context.ts'
import { bacenFailure } from './failure.ts'
import { isMembers, type Members } from './members.ts'
import type { Query, QueryValue } from './write-query.ts'

/** One list, and what it is like. */
export interface ListSpec {
  readonly operation: OperationName
  readonly items: string
  readonly id: string
}

export type ListParams = Readonly<Record<string, unknown>>

export interface ReadPage {
  readonly body: Members
  readonly items: readonly unknown[]
  readonly isLast: boolean
}

const MAX_PAGES = 10_000
/** Pages without items, one after another, of a bank that says there are more. */
const MAX_EMPTY = 10
const MAX_ID = 100

export function listSpec(operation: OperationName): ListSpec {
  const { list } = operations[operation]
  if (list === undefined) throw new TypeError(`"${operation}" is no list`)
  return { operation, ...list }
}

/** Nested members as API Pix names them in a query: `paginacao.paginaAtual`. */
export function queryOf({ paginacao, ...filters }: ListParams): Query {
  const query: Record<string, QueryValue> = { ...(filters as Query) }
  if (paginacao === undefined) return query
  if (!isMembers(paginacao)) throw new TypeError('"paginacao" must be an object')
  for (const name of Object.keys(paginacao)) query[`paginacao.${name}`] = paginacao[name] as QueryValue
  return query
}

/**
 * Reads pages until the last one: by how many there are; where the bank does not say, until one is empty, comes again, or has fewer items
 * than the bank says a page has.
 *
 * @throws {PixkitError} `BACEN_LIST`: `endless`, more pages than `maxPages`, or page after page without items; `repeats`, the items of an
 *   earlier page once more, though there were to be others.
 */
export async function* readPages(
  context: Context,
  spec: ListSpec,
  params: ListParams,
  { maxPages = MAX_PAGES, ...options }: ListPagesOptions,
): AsyncGenerator<ReadPage, void, undefined> {
  if (!Number.isInteger(maxPages) || maxPages < 1) throw new TypeError('"maxPages" must be a whole number above 0')
  const { paginaAtual = 0, ...paginacao } = (params['paginacao'] ?? {}) as PaginacaoSolicitada
  const before = new Set<string>()
  let empty = 0
  for (let count = 0, page = paginaAtual; ; count += 1, page += 1) {
    if (count === maxPages) throw endless(maxPages)
    const query = queryOf({ ...params, paginacao: { ...paginacao, paginaAtual: page } })
    const body = (await context.send(spec.operation, { query, options })) as Members
    const { items, pages, size } = readPage(body, spec)
    const print = items.length === 0 ? undefined : printOf(items, spec, pages === undefined)
    if (print !== undefined && before.has(print)) {
      if (pages === undefined) return
      throw bacenFailure('BACEN_LIST', { reason: 'repeats' })
    }
    if (print?.startsWith('[') === true) before.clear()
    if (print !== undefined) before.add(print)
    empty = items.length === 0 ? empty + 1 : 0
    const isLast = pages === undefined ? items.length < (size ?? 1) : page + 1 >= pages
    yield { body, items, isLast }
    if (isLast) return
    if (empty === MAX_EMPTY) throw endless(count + 1)
  }
}

const endless = (max: number): Error => bacenFailure('BACEN_LIST', { reason: 'endless', params: { max } })

/** What a bank says of its pages; numbers may come as texts. */
function readPage(
  body: Members,
  spec: ListSpec,
): { items: readonly unknown[]; pages: number | undefined; size: number | undefined } {
  const list = body[spec.items]
  const { paginacao } = isMembers(body['parametros']) ? body['parametros'] : {}
  const { quantidadeDePaginas, itensPorPagina } = isMembers(paginacao) ? paginacao : {}
  return {
    items: Array.isArray(list) ? list : [],
    pages: wholeOf(quantidadeDePaginas),
    size: wholeOf(itensPorPagina),
  }
}

function wholeOf(value: unknown): number | undefined {
  const isWhole = typeof value === 'string' ? /^\d{1,15}$/.test(value) : Number.isInteger(value)
  return isWhole ? Number(value) : undefined
}

/** By what a page is known: how many items, the first and the last one; where they have no id, the whole page, kept until the next. */
function printOf(items: readonly unknown[], spec: ListSpec, mayBeWhole: boolean): string | undefined {
  const [first, last] = [idOf(items[0], spec), idOf(items.at(-1), spec)]
  if (first !== '' && last !== '') return `${items.length} ${first} ${last}`
  return mayBeWhole ? JSON.stringify(items) : undefined
}

/** An id that is longer than any of API Pix is none. */
export function idOf(item: unknown, { id }: ListSpec): string {
  const value = isMembers(item) ? item[id] : undefined
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return text.length > MAX_ID ? '' : text
}
