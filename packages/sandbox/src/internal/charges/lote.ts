/**
 * Batches of charges with a due date: asked for together, made one by one a moment later.
 *
 * @module
 */
import type { CobVSolicitada, LoteCobVConsultado, Problema, SolicitacaoDoLote } from '@pixkit/bacen/types'
import { problemaOf, refuse } from '../api/refusal.ts'
import { bodyViolacoes } from '../api/violacoes.ts'
import { instantNow } from '../instant.ts'
import type { World } from '../world.ts'
import { cobvKind } from './cobv-kind.ts'
import type { ChargeChange } from './charge-kind.ts'
import { createCharge } from './create-charge.ts'
import { patchCharge, rewriteCharge } from './revise-charge.ts'

/** What a batch asks for a charge. */
export type Pedido =
  | { readonly kind: 'whole'; readonly request: CobVSolicitada }
  | { readonly kind: 'change'; readonly change: ChargeChange }

export interface Lote {
  /** As answers show it. */
  readonly lote: LoteCobVConsultado
  /** By txid, what was asked last and is not done: under way, or refused. */
  readonly pedidos: Readonly<Record<string, Pedido>>
}

/** How long the bank takes over a batch (choice of pixkit). */
const LOTE_MS = 2_000

/** What became of a charge that a batch asked for. */
export function entryOf({ lotes, loteTxids }: World, txid: string): SolicitacaoDoLote | undefined {
  const id = loteTxids.get(txid)
  const found = id === undefined ? undefined : lotes.get(id)
  return found?.lote.cobsv.find((entry) => entry.txid === txid)
}

/** Takes up what a batch is asked for; the charges are made, or changed, when the task falls due. */
export function askLote(world: World, id: string, { lote, pedidos }: Lote, asked: ReadonlyMap<string, Pedido>): void {
  const cobsv = lote.cobsv.map((entry) =>
    asked.has(entry.txid) ? without(entry, { status: 'EM_PROCESSAMENTO' }) : entry,
  )
  const all = { ...pedidos }
  for (const [txid, pedido] of asked) all[txid] = together(pedidos[txid], pedido)
  world.lotes.replace(id, { lote: { ...lote, cobsv }, pedidos: all })
  if (asked.size === 0) return
  world.schedule.add(world.clock.now() + LOTE_MS, { kind: 'lote', loteId: id, entries: [...asked.keys()] })
}

/** Does what a batch was asked for: each charge by itself. */
export function runLote(
  world: World,
  { loteId, entries }: { readonly loteId: string; readonly entries: readonly string[] },
): void {
  const stored = world.lotes.get(loteId)
  if (stored === undefined) return
  const { lote } = stored
  const pedidos = { ...stored.pedidos }
  const due = new Set(entries)
  const cobsv = lote.cobsv.map((entry) => {
    const pedido = pedidos[entry.txid]
    if (pedido === undefined || entry.status !== 'EM_PROCESSAMENTO' || !due.has(entry.txid)) return entry
    const problema = problemaIn(() => perform(world, loteId, entry.txid, pedido))
    // What was refused of a charge that is there is over; one that is not there may still be completed.
    if (world.cobvs.get(entry.txid) !== undefined) delete pedidos[entry.txid]
    if (problema !== undefined) return { ...entry, status: 'NEGADA', problema }
    return { ...entry, status: 'CRIADA', criacao: entry.criacao ?? instantNow(world) }
  })
  world.lotes.replace(loteId, { lote: { ...lote, cobsv }, pedidos })
}

function perform(world: World, loteId: string, txid: string, pedido: Pedido): void {
  if (pedido.kind === 'change') {
    refuseBody(world, 'cobv.update', pedido.change)
    patchCharge(world, cobvKind, { txid, change: pedido.change })
  } else if (world.cobvs.get(txid) !== undefined) rewriteCharge(world, cobvKind, { txid, request: pedido.request })
  else {
    refuseBody(world, 'cobv.create', pedido.request)
    createCharge(world, cobvKind, { txid, request: pedido.request, loteId })
  }
}

/** Of the requests of a batch, the frame alone was looked at. */
function refuseBody(world: World, operation: 'cobv.create' | 'cobv.update', body: unknown): void {
  const violacoes = bodyViolacoes(world, operation, body)
  if (violacoes.length > 0) refuse('CobVOperacaoInvalida', { violacoes })
}

/** A change to what is not there yet completes what was asked before. */
function together(before: Pedido | undefined, pedido: Pedido): Pedido {
  if (before === undefined || pedido.kind === 'whole' || pedido.change.status !== undefined) return pedido
  const merged = (asked: ChargeChange): ChargeChange => ({
    ...asked,
    ...pedido.change,
    calendario: { ...asked.calendario, ...pedido.change.calendario },
    valor: { ...asked.valor, ...pedido.change.valor },
  })
  return before.kind === 'change'
    ? { kind: 'change', change: merged(before.change) }
    : { kind: 'whole', request: merged(before.request) as CobVSolicitada }
}

function without(entry: SolicitacaoDoLote, change: Pick<SolicitacaoDoLote, 'status'>): SolicitacaoDoLote {
  const { problema: _problema, ...rest } = entry
  return { ...rest, ...change }
}

/** Charges are refused before anything of them is written. */
function problemaIn(work: () => void): Problema | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    const problema = problemaOf(error)
    if (problema === undefined) throw error
    return problema
  }
}
