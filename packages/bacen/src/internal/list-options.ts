/**
 * What lists are asked for, and how to go through all of one.
 *
 * @module
 */
import type { OperationOptions } from './client-options.ts'

/** Which page of a list. */
export interface PaginacaoSolicitada {
  /** From 0. */
  readonly paginaAtual?: number | undefined
  /** 1 to 1,000, or what the bank allows; its default is 100. */
  readonly itensPorPagina?: number | undefined
}

/** What every list takes. */
export interface Periodo {
  /** Begin of the period: a `Date`, or a text of RFC 3339 with its zone. Sent in UTC. */
  readonly inicio: Date | string
  /** End of the period. */
  readonly fim: Date | string
  readonly paginacao?: PaginacaoSolicitada | undefined
}

/** Where `listAll` is; JSON. Holds instants and a number, nothing about who paid. */
export interface ListCheckpoint {
  /** Of the whole list. */
  readonly inicio: string
  readonly fim: string
  /** Of the window that comes next. */
  readonly window: { readonly inicio: string; readonly fim: string }
  /** The page that comes next. */
  readonly page: number
  /** How many items the pages of this window before it had: with the rest, no fewer than the bank counts. */
  readonly count?: number | undefined
  /** Everything was listed. */
  readonly done: boolean
}

export interface ListPagesOptions extends OperationOptions {
  /**
   * A list that has more pages is taken for one without end; 10,000 by default, in each window. So is one of ten pages without items, one after
   * another.
   */
  readonly maxPages?: number | undefined
}

export interface ListAllOptions extends ListPagesOptions {
  /** Longest period of one request, in days; what the profile says by default, and the whole period where it says nothing. */
  readonly windowDays?: number | undefined
  /** Goes on where another list stopped: with the same period and filters, else items are missing. */
  readonly checkpoint?: ListCheckpoint | undefined
  /** Called before each page, when every item of the pages before was handed out. */
  readonly onCheckpoint?: ((checkpoint: ListCheckpoint) => void) | undefined
}

/** The ways through more than one page of a list. */
export interface ListMethods<Params, Page, Item> {
  /** Page by page, from `paginacao.paginaAtual` on. Where the bank does not say how many there are, until one is empty or comes a third time and is not full. */
  listPages(params: Params, options?: ListPagesOptions): AsyncIterableIterator<Page>
  /**
   * Item by item, through a period of any length: oldest window first, in each window as the bank orders it.
   *
   * No item comes twice, but after a `checkpoint`: then those of the page that was not finished come again, and what stands on the
   * seam of two windows may.
   */
  listAll(params: Params, options?: ListAllOptions): AsyncIterableIterator<Item>
}
