/**
 * `/lotecobv`: batches of charges with a due date.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { LoteCobVBody, LoteCobVBodyRevisado } from '@pixkit/bacen/types'
import { isTxid } from '@pixkit/core/txid'
import { askLote, type Lote, type Pedido } from '../charges/lote.ts'
import { isTxidTaken } from '../charges/txids.ts'
import { instantNow } from '../instant.ts'
import type { World } from '../world.ts'
import type { Handler } from './call.ts'
import { pageOf } from './list-answer.ts'
import { refuse } from './refusal.ts'

/** @see API Pix 2.9.0: text in the path, int64 in answers, int32 in the filter `loteCobVId`; what all of them can say. */
const ID = /^(?:0|[1-9]\d{0,9})$/
const MAX_ID = 2_147_483_647

export const loteCobvHandlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'loteCobv.put'({ world, params: { id = '' }, body }) {
    const { descricao, cobsv } = body as LoteCobVBody
    const asked = byTxid(cobsv, (request): Pedido => ({ kind: 'whole', request }))
    const stored = world.lotes.get(id)
    if (stored === undefined) make(world, id, descricao, [...asked.keys()])
    else if (stored.lote.cobsv.length !== asked.size || !hasAll(stored.lote, asked)) {
      refuseCharges('Um lote que já existe é alterado com exatamente as cobranças que tem.')
    }
    const lote = stored ?? found(world, id)
    askLote(world, id, { ...lote, lote: { ...lote.lote, descricao } }, asked)
    return {}
  },
  'loteCobv.update'({ world, params: { id = '' }, body }) {
    const { descricao, cobsv = [] } = body as LoteCobVBodyRevisado
    const stored = world.lotes.get(id) ?? refuse('LoteCobVNaoEncontrado')
    const asked = byTxid(cobsv, (change): Pedido => ({ kind: 'change', change }))
    if (!hasAll(stored.lote, asked)) refuseCharges('O lote não tem uma destas cobranças, e não se pode acrescentá-la.')
    const lote = descricao === undefined ? stored.lote : { ...stored.lote, descricao }
    askLote(world, id, { ...stored, lote }, asked)
    return {}
  },
  'loteCobv.get': ({ world, params: { id = '' } }) => ({ body: found(world, id).lote }),
  'loteCobv.list'({ world, query }) {
    const { items, parametros } = pageOf(world.lotes, query)
    return { body: { parametros, lotes: items.map(({ lote }) => lote) } }
  },
}

function make(world: World, id: string, descricao: string, txids: readonly string[]): void {
  if (!ID.test(id) || Number(id) > MAX_ID) {
    const razao = `O id de um lote é um número inteiro de até ${MAX_ID}.`
    refuse('LoteCobVOperacaoInvalida', { violacoes: [{ razao, propriedade: 'loteCobV.id' }] })
  }
  if (txids.some((txid) => isTxidTaken(world, txid))) refuseCharges('Uma das cobranças já existe.')
  const cobsv = txids.map((txid) => ({ txid, status: 'EM_PROCESSAMENTO' }))
  world.lotes.add(id, { lote: { id: Number(id), descricao, criacao: instantNow(world), cobsv }, pedidos: {} })
  for (const txid of txids) world.loteTxids.add(txid, id)
}

/** The rest of a charge is looked at when its turn comes; that each has a txid of its own, now. */
function byTxid<Charge extends { readonly txid: string }>(
  cobsv: readonly Charge[],
  pedidoOf: (charge: Omit<Charge, 'txid'>) => Pedido,
): ReadonlyMap<string, Pedido> {
  const asked = new Map(cobsv.map(({ txid, ...charge }) => [txid, pedidoOf(charge)]))
  const areTxids = [...asked.keys()].every((txid) => typeof txid === 'string' && isTxid(txid))
  if (!areTxids || asked.size < cobsv.length) refuseCharges('Cada cobrança de um lote tem um txid só seu.')
  return asked
}

function found({ lotes }: World, id: string): Lote {
  return lotes.get(id) ?? refuse('LoteCobVNaoEncontrado')
}

function hasAll(
  { cobsv }: { readonly cobsv: readonly { readonly txid: string }[] },
  asked: ReadonlyMap<string, Pedido>,
): boolean {
  const own = new Set(cobsv.map(({ txid }) => txid))
  return [...asked.keys()].every((txid) => own.has(txid))
}

/** @see API Pix 2.9.0, info, LoteCobVOperacaoInvalida. */
function refuseCharges(razao: string): never {
  return refuse('LoteCobVOperacaoInvalida', { violacoes: [{ razao, propriedade: 'loteCobV.cobsv' }] })
}
