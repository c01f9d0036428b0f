/**
 * Page after page of a list.
 *
 * @module
 */
import type { ListPagesOptions, PaginacaoSolicitada } from '../list-options.ts'
import type { OperationName } from '../operations.ts'
import type { Context } from './context.ts'
import { bacenFailure } from './failure.ts'
import { isMembers, type Members } from './members.ts'
import type { Query, QueryValue } from './write-query.ts'

/** What one list is like. */
export interface ListSpec {
  readonly operation: OperationName
  /** The member of a page that has the items. */
  readonly items: string
  /** The member of an item by which it is known. */
  readonly id: string
}

export type ListParams = Readonly<Record<string, unknown>>

export interface ReadPage {
  readonly body: Members
  readonly items: readonly unknown[]
  readonly isLast: boolean
}

const MAX_PAGES = 10_000

/** Nested members as API Pix names them in a query: `paginacao.paginaAtual`. */
export function queryOf({ paginacao, ...filters }: ListParams): Query {
  const { paginaAtual, itensPorPagina } = (paginacao ?? {}) as PaginacaoSolicitada
  return {
    ...(filters as Record<string, QueryValue>),
    'paginacao.paginaAtual': paginaAtual,
    'paginacao.itensPorPagina': itensPorPagina,
  }
}

/**
 * Reads pages until the last one.
 *
 * @throws {PixkitError} `BACEN_LIST`: `endless`, more pages than `maxPages`; `repeats`, the items of the page before once more.
 */
export async function* readPages(
  context: Context,
  spec: ListSpec,
  params: ListParams,
  { maxPages = MAX_PAGES, ...options }: ListPagesOptions,
): AsyncGenerator<ReadPage, void, undefined> {
  const paginacao = (params['paginacao'] ?? {}) as PaginacaoSolicitada
  let before: string | undefined
  for (let count = 0, page = paginacao.paginaAtual ?? 0; ; count += 1, page += 1) {
    if (count === maxPages) throw bacenFailure('BACEN_LIST', { reason: 'endless', params: { max: maxPages } })
    const query = queryOf({ ...params, paginacao: { ...paginacao, paginaAtual: page } })
    const { body } = await context.send(spec.operation, { query, options })
    const read = readPage(body as Members, spec, page, paginacao.itensPorPagina)
    const ids = read.items.map((item) => idOf(item, spec))
    const known = ids.length > 0 && !ids.includes('') ? ids.join() : undefined
    if (known !== undefined && known === before) throw bacenFailure('BACEN_LIST', { reason: 'repeats' })
    before = known
    yield read
    if (read.isLast) return
  }
}

/** By how many pages there are; where the bank does not say, a page that is not full is the last one. */
function readPage(body: Members, spec: ListSpec, page: number, asked: number | undefined): ReadPage {
  const list = body[spec.items]
  const items: readonly unknown[] = Array.isArray(list) ? list : []
  const { paginacao } = isMembers(body['parametros']) ? body['parametros'] : {}
  const { quantidadeDePaginas: pages, itensPorPagina: size = asked } = isMembers(paginacao) ? paginacao : {}
  if (Number.isInteger(pages)) return { body, items, isLast: page + 1 >= (pages as number) }
  return { body, items, isLast: items.length === 0 || !Number.isInteger(size) || items.length < (size as number) }
}

export function idOf(item: unknown, { id }: ListSpec): string {
  const value = isMembers(item) ? item[id] : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
