/**
 * Every item of a period that may be longer than a bank takes at once.
 *
 * @module
 */
import type { ListAllOptions, ListCheckpoint } from './list-options.ts'
import type { Context } from './context.ts'
import { bacenFailure } from './failure.ts'
import { idOf, type ListParams, type ListSpec, readPages } from './pages.ts'
import { msOf } from './write-query.ts'

const DAY_MS = 86_400_000

interface Window {
  readonly inicio: number
  readonly fim: number
}

/** Where to go on: a window, a page of it, and how many items those before it had. */
interface Place {
  readonly window: Window
  readonly page: number
  readonly held: number | undefined
}

/**
 * Goes through the windows of the period, oldest first.
 *
 * Both ends of a window belong to it (API Pix 2.9.0 does not say; so nothing is lost): the next one begins where it ended, and what
 * stands there is handed out once. Within a window too, as items move between pages while others are added.
 *
 * @throws {PixkitError} `BACEN_LIST`: `checkpoint`, of another period; and as `readPages`.
 */
export async function* listAllItems(
  context: Context,
  spec: ListSpec,
  params: ListParams,
  options: ListAllOptions,
): AsyncGenerator<unknown, void, undefined> {
  const { windowDays = context.settings.listWindowDays, checkpoint, onCheckpoint, ...calls } = options
  const all = periodOf(params)
  if (all === undefined) {
    for await (const { items } of readPages(context, spec, params, calls)) yield* items
    return
  }
  if (windowDays !== undefined && !(windowDays > 0)) throw new TypeError('"windowDays" must be above 0')
  if (checkpoint?.done === true) return
  const start = checkpoint === undefined ? undefined : resume(checkpoint, all)
  let before = new Set<string>()
  for (const { window, page, held } of windowsOf(all, (windowDays ?? Infinity) * DAY_MS, start)) {
    let next = page
    let count = held
    const seen = new Set<string>()
    const period = { inicio: new Date(window.inicio), fim: new Date(window.fim) }
    const paginacao = { ...(params['paginacao'] as object | undefined), paginaAtual: page }
    onCheckpoint?.(checkpointOf(all, { window, page: next, held: count }, false))
    for await (const { items, page: read, count: sum, isLast } of readPages(
      context,
      spec,
      { ...params, ...period, paginacao },
      calls,
      held,
    )) {
      for (const item of items) {
        const id = idOf(item, spec)
        if (id !== '' && (seen.has(id) || before.has(id))) continue
        seen.add(id)
        yield item
      }
      next = read + 1
      count = sum
      if (!isLast) onCheckpoint?.(checkpointOf(all, { window, page: next, held: count }, false))
    }
    before = seen
    if (window.fim >= all.fim) onCheckpoint?.(checkpointOf(all, { window, page: next, held: count }, true))
  }
}

/** `undefined` when no period is asked for, as the list of webhooks allows, or one that is refused when it is sent. */
function periodOf(params: ListParams): Window | undefined {
  const [inicio, fim] = [msOf(params['inicio']), msOf(params['fim'])]
  return inicio <= fim ? { inicio, fim } : undefined
}

function* windowsOf({ inicio, fim }: Window, lengthMs: number, start: Place | undefined): Generator<Place> {
  if (start !== undefined) yield start
  let from = start === undefined ? inicio : start.window.fim
  if (start !== undefined && from >= fim) return
  do {
    const to = Math.min(from + lengthMs, fim)
    yield { window: { inicio: from, fim: to }, page: 0, held: 0 }
    from = to
  } while (from < fim)
}

function checkpointOf(all: Window, { window, page, held }: Place, done: boolean): ListCheckpoint {
  return { ...textsOf(all), window: textsOf(window), page, count: held, done }
}

const textsOf = ({ inicio, fim }: Window): { inicio: string; fim: string } => ({
  inicio: new Date(inicio).toISOString(),
  fim: new Date(fim).toISOString(),
})

function resume(checkpoint: ListCheckpoint, all: Window): Place {
  const { inicio, fim, page, count } = checkpoint
  const window = { inicio: msOf(checkpoint.window?.inicio), fim: msOf(checkpoint.window?.fim) }
  const isOfThis = msOf(inicio) === all.inicio && msOf(fim) === all.fim
  const isInside = window.inicio >= all.inicio && window.inicio <= window.fim && window.fim <= all.fim
  if (!isOfThis || !isInside || !isCount(page) || !(count === undefined || isCount(count))) {
    throw bacenFailure('BACEN_LIST', { reason: 'checkpoint', path: ['checkpoint'] })
  }
  return { window, page, held: count }
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= 0
