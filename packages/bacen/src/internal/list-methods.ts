/**
 * `list`, `listPages` and `listAll` of a resource.
 *
 * @module
 */
import type { ListMethods } from './list-options.ts'
import { optionsOf } from './call-options.ts'
import type { Context } from './context.ts'
import { listAllItems } from './list-all.ts'
import type { OperationOptions } from './client-options.ts'
import type { OperationName } from '../operations.ts'
import { type ListParams, listSpec, queryOf, readPages } from './pages.ts'

interface Listing<Params, Page> {
  /** One page, as the bank sent it. */
  list(params: Params, options?: OperationOptions): Promise<Page>
}

export function listMethods<Params extends object, Page, Item>(
  context: Context,
  operation: OperationName,
): ListMethods<Params, Page, Item> & Listing<Params, Page> {
  const spec = listSpec(operation)
  return {
    async list(params, options) {
      return (await context.send(operation, { query: queryOf(paramsOf(params)), options })) as Page
    },
    async *listPages(params, options) {
      for await (const { body } of readPages(context, spec, paramsOf(params), optionsOf(options))) yield body as Page
    },
    listAll(params, options) {
      return listAllItems(context, spec, paramsOf(params), optionsOf(options)) as AsyncGenerator<Item, void, undefined>
    },
  }
}

function paramsOf(params: unknown): ListParams {
  if (typeof params === 'object' && params !== null) return params as ListParams
  throw new TypeError('"params" must be an object: { inicio, fim, … }')
}
