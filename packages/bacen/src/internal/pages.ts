/**
 * Page after page of a list.
 *
 * @module
 */
import type { ListPagesOptions, PaginacaoSolicitada } from './list-options.ts'
import { type OperationName, operations } from '../operations.ts'
import type { Context, OperationInput } from './context.ts'
import { bacenFailure } from './failure.ts'
import { saysNoneSuch } from './fate.ts'
import { isMembers, type Members } from './members.ts'
import { pageSize } from './page-size.ts'
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
  /** Its number. */
  readonly page: number
  /** How many items there were until now, those of the pages before the first one included where they are known. */
  readonly count: number | undefined
  readonly isLast: boolean
}

const MAX_PAGES = 10_000
/** Pages without items, one after another, of a bank that says there are more. */
const MAX_EMPTY = 10
/** How often a page comes again before it is the last one. */
const MAX_AGAIN = 2
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
 * Reads pages until the last one: by how many there are; where the bank does not say, until one is empty, or has come three times (a bank
 * that counts from 1 sends its first one twice). How many items there are is the proof: those that were read, and those of the pages before
 * the first one, as they were counted (`before`) or as long as pages are.
 *
 * A page that comes three times, without any count, is the end unless it is full: then it may be all that a bank which does not turn pages shows
 * of more. Full is a page of as many items as were asked for or the bank says that a page has, of a hundred in any case; and one after the
 * first that is no shorter than that. All of this is a choice of pixkit.
 *
 * @param before - How many items the pages before the first one had.
 * @throws {PixkitError} `BACEN_LIST`: `endless`, `repeats`, `incomplete`: fewer items than the bank counts.
 */
export async function* readPages(
  context: Context,
  spec: ListSpec,
  params: ListParams,
  { maxPages = MAX_PAGES, ...options }: ListPagesOptions,
  before?: number,
): AsyncGenerator<ReadPage, void, undefined> {
  if (!Number.isInteger(maxPages) || maxPages < 1) throw new TypeError('"maxPages" must be a whole number above 0')
  const { paginaAtual: first = 0, ...paginacao } = (params['paginacao'] ?? {}) as PaginacaoSolicitada
  const sizes = pageSize(paginacao.itensPorPagina)
  const prints = new Set<string>()
  let latest: string | undefined
  let counted: number | undefined
  let [count, empty, again] = [0, 0, 0]
  let mayBeOver = false
  for (let page = first; ; page += 1) {
    if (page - first === maxPages) throw endless(maxPages)
    const query = queryOf({ ...params, paginacao: { ...paginacao, paginaAtual: page } })
    const body = await readBody(context, spec, { query, options }, mayBeOver)
    const { items, pages, size, total = counted } = readPage(body ?? {}, spec)
    counted = total
    const print = items.length === 0 ? undefined : printOf(items, spec, pages === undefined)
    const isAgain = print !== undefined && prints.has(print)
    if (isAgain && (pages !== undefined || print !== latest)) throw bacenFailure('BACEN_LIST', { reason: 'repeats' })
    if (print?.startsWith('[') === true) prints.clear()
    if (print !== undefined) prints.add(print)
    latest = print
    again = isAgain ? again + 1 : 0
    empty = items.length === 0 ? empty + 1 : 0
    if (!isAgain) {
      count += items.length
      sizes.see(items.length, size)
    }
    const held = before ?? (first === 0 ? 0 : sizes.before(first))
    const sum = held === undefined ? undefined : held + count
    const isShort = sum !== undefined && total !== undefined && sum < total
    mayBeOver = pages === undefined ? count > 0 : page + 1 >= pages
    const isLast = pages === undefined ? empty > 0 || again === MAX_AGAIN : mayBeOver && (!isShort || empty > 0)
    if (body !== undefined && !isAgain) yield { body, items, page, count: sum, isLast }
    if (isLast && isShort) throw bacenFailure('BACEN_LIST', { reason: 'incomplete', params: { count: sum, total } })
    if (again === MAX_AGAIN && total === undefined && sizes.isFull(items.length)) {
      throw bacenFailure('BACEN_LIST', { reason: 'repeats' })
    }
    if (isLast) return
    if (empty === MAX_EMPTY) throw endless(page - first + 1)
  }
}

/** @returns `undefined` beyond the last page, where some banks have nothing instead of an empty one. */
async function readBody(
  context: Context,
  { operation }: ListSpec,
  input: OperationInput,
  mayBeOver: boolean,
): Promise<Members | undefined> {
  try {
    return (await context.send(operation, input)) as Members
  } catch (error) {
    if (mayBeOver && saysNoneSuch(error)) return undefined
    throw error
  }
}

const endless = (max: number): Error => bacenFailure('BACEN_LIST', { reason: 'endless', params: { max } })

/** What a bank says of its pages; numbers may come as texts. */
function readPage(
  body: Members,
  spec: ListSpec,
): {
  items: readonly unknown[]
  pages: number | undefined
  size: number | undefined
  total: number | undefined
} {
  const list = body[spec.items]
  const { paginacao } = isMembers(body['parametros']) ? body['parametros'] : {}
  const { itensPorPagina, quantidadeDePaginas, quantidadeTotalDeItens } = isMembers(paginacao) ? paginacao : {}
  return {
    items: Array.isArray(list) ? list : [],
    pages: wholeOf(quantidadeDePaginas),
    size: wholeOf(itensPorPagina),
    total: wholeOf(quantidadeTotalDeItens),
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
