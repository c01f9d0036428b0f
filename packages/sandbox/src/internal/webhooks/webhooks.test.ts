import type { Pix } from '@pixkit/bacen/types'
import { webhookCobRBodySchema, webhookPixBodySchema, webhookRecBodySchema } from '@pixkit/bacen/schema'
import { httpFailure } from '@pixkit/http/failure'
import type { TransportRequest } from '@pixkit/http'
import { describe, expect, test } from 'vitest'
import type { DeliveryLog } from '../../hooks.ts'
import type { Fault } from '../../faults.ts'
import { messagesOf, type Standard } from '../../../../../tests/lib/standard-schema.ts'
import { bacen } from '../../personalities.ts'
import { ONLY } from '../api/one-webhook.ts'
import { createWorld } from '../create-world.ts'
import { defaultAccount } from '../default-account.ts'
import { createFaults } from '../faults/faults.ts'
import { createMemoryJournal, type Journal } from '../journal.ts'
import { createRandom } from '../random.ts'
import { createTime } from '../time.ts'
import type { World, WorldEvent } from '../world.ts'
import { deliver } from './deliver.ts'
import type { Delivery } from './delivery.ts'
import { startOutbox } from './outbox.ts'
import { replay } from './replay.ts'

const CLOCK = '2026-11-25T12:00:00.000Z'
const CHAVE = defaultAccount.chaves[0] as string
const OTHER_CHAVE = defaultAccount.chaves[1] as string

type Answer = number | 'drop'

interface Desk {
  readonly world: World
  /** `url body` of each request. */
  readonly received: { readonly url: string; readonly body: Record<string, readonly Record<string, unknown>[]> }[]
  readonly logs: DeliveryLog[]
  inject(fault: Fault): void
  /** What the receiver answers from now on. */
  answer: Answer
  /** While the receiver has not answered yet. */
  onRequest: () => void
}

/** A world with an outbox, and a receiver that writes down. */
function newDesk(journal: Journal = createMemoryJournal()): Desk {
  const random = createRandom('webhooks')
  let ids = 0
  const time = createTime(journal, () => `task-${(ids += 1)}`, Date.parse(CLOCK))
  const parts = { account: defaultAccount, personality: bacen, locationHost: 'pix.sandbox.example' }
  const world = createWorld({ ...parts, journal, random, time })
  const faults = createFaults(random)
  const desk: Desk = {
    world,
    received: [],
    logs: [],
    inject: (fault) => void faults.inject(fault),
    answer: 200,
    onRequest() {},
  }
  const transport = async ({ url, body }: TransportRequest) => {
    desk.received.push({ url, body: JSON.parse(new TextDecoder().decode(body)) })
    desk.onRequest()
    if (desk.answer === 'drop') throw httpFailure('HTTP_CONNECT')
    return { status: desk.answer, headers: {}, body: new Uint8Array(0) }
  }
  const hooks = { onDelivery: (log: DeliveryLog) => void desk.logs.push(log) }
  startOutbox({ world })
  time.start((task) => {
    return task.kind === 'webhook' ? deliver({ world, faults, hooks, transport }, task.deliveryId) : undefined
  })
  return desk
}

function register(world: World, chave = CHAVE, webhookUrl = 'https://loja.example/pix?s=1'): void {
  world.webhooks.add(chave, { webhookUrl, chave, criacao: CLOCK })
}

const e2eid = (n: number): string => `E99999004202611251200${String(n).padStart(12, '0')}`

function receive(world: World, n: number, rest: Partial<Pix> = {}): void {
  const pix: Pix = {
    endToEndId: e2eid(n),
    txid: 'pedido1024',
    valor: '10.00',
    chave: CHAVE,
    horario: CLOCK,
    ...rest,
  }
  world.pixes.add(pix.endToEndId, pix)
  world.emit({ kind: 'pix', endToEndId: pix.endToEndId })
}

const settled = (world: World): Promise<void> => world.clock.advance(0)
const minutesOf = ({ attempts }: Delivery): number[] =>
  attempts.map(({ at }) => (Date.parse(at) - Date.parse(CLOCK)) / 60_000)
const only = (world: World): Delivery => {
  expect(world.deliveries.size).toBe(1)
  return [...world.deliveries.values()][0] as Delivery
}

describe('a payment', () => {
  test('is told to the webhook of its key, in the shape of the norm', async () => {
    const { world, received, logs } = newDesk()
    register(world)
    receive(world, 1)
    await settled(world)
    expect(received).toEqual([{ url: 'https://loja.example/pix?s=1/pix', body: { pix: [world.pixes.get(e2eid(1))] } }])
    expect(messagesOf(webhookPixBodySchema, received[0]?.body)).toEqual([])
    expect(only(world)).toMatchObject({ state: 'delivered', chave: CHAVE, attempts: [{ at: CLOCK, status: 200 }] })
    expect(logs).toEqual([{ kind: 'pix', url: 'https://loja.example/pix', attempt: 1, status: 200 }])
  })

  test('goes with others of the same key that wait, and not with those of another', async () => {
    const { world, received } = newDesk()
    register(world)
    register(world, OTHER_CHAVE, 'https://outra.example/')
    for (const n of [1, 2, 3]) receive(world, n)
    receive(world, 4, { chave: OTHER_CHAVE })
    await settled(world)
    expect(received.map(({ url, body }) => [url, body['pix']?.map(({ endToEndId }) => endToEndId)])).toEqual([
      ['https://loja.example/pix?s=1/pix', [e2eid(1), e2eid(2), e2eid(3)]],
      ['https://outra.example/pix', [e2eid(4)]],
    ])
  })

  test('waits for the next post when one is under way', async () => {
    const desk = newDesk()
    register(desk.world)
    desk.onRequest = () => {
      desk.onRequest = () => {}
      receive(desk.world, 2)
      receive(desk.world, 3)
    }
    receive(desk.world, 1)
    await settled(desk.world)
    expect(desk.received.map(({ body }) => body['pix']?.length)).toEqual([1, 2])
  })

  test('goes in posts of no more than fifty', async () => {
    const { world, received } = newDesk()
    register(world)
    for (let n = 0; n < 120; n += 1) receive(world, n)
    await settled(world)
    expect(received.map(({ body }) => body['pix']?.length)).toEqual([50, 50, 20])
  })

  test.each<[string, Partial<Pix>]>([
    ['without a txid', { txid: undefined }],
    ['to a key without a webhook', { chave: OTHER_CHAVE }],
    ['of Pix Automático, which has no key', { chave: undefined }],
  ])('%s is told to nobody', async (_case, rest) => {
    const { world, received } = newDesk()
    register(world)
    receive(world, 1, rest)
    await settled(world)
    expect([received, world.deliveries.size]).toEqual([[], 0])
  })

  test('whose request fails is told to nobody', async () => {
    const { world, received } = newDesk()
    register(world)
    const failing = (): void =>
      world.journal.together(() => {
        receive(world, 1)
        throw new RangeError('late')
      })
    expect(failing).toThrow(RangeError)
    await settled(world)
    expect([received, world.deliveries.size]).toEqual([[], 0])
  })
})

describe('a return', () => {
  const devolvido = (status: string): Partial<Pix> => ({
    devolucoes: [{ id: '1', rtrId: e2eid(9), valor: '1.00', horario: { solicitacao: CLOCK }, status }],
  })

  test.each(['DEVOLVIDO', 'NAO_REALIZADO'])('is told when it is %s', async (status) => {
    const { world, received } = newDesk()
    register(world)
    world.pixes.add(e2eid(1), {
      endToEndId: e2eid(1),
      txid: 'a',
      valor: '1.00',
      chave: CHAVE,
      horario: CLOCK,
      ...devolvido(status),
    })
    world.emit({ kind: 'devolucao', endToEndId: e2eid(1), devolucaoId: '1' })
    await settled(world)
    expect(received[0]?.body['pix']?.[0]?.['devolucoes']).toMatchObject([{ id: '1', status }])
    expect(messagesOf(webhookPixBodySchema, received[0]?.body)).toEqual([])
  })

  test('is not told while it is under way', async () => {
    const { world, received } = newDesk()
    register(world)
    world.pixes.add(e2eid(1), {
      endToEndId: e2eid(1),
      txid: 'a',
      valor: '1.00',
      chave: CHAVE,
      horario: CLOCK,
      ...devolvido('EM_PROCESSAMENTO'),
    })
    world.emit({ kind: 'devolucao', endToEndId: e2eid(1), devolucaoId: '1' })
    await settled(world)
    expect(received).toEqual([])
  })

  test('takes the place of its payment, where that still waits', async () => {
    const { world, received } = newDesk()
    register(world)
    receive(world, 1)
    world.pixes.replace(e2eid(1), { ...(world.pixes.get(e2eid(1)) as Pix), ...devolvido('DEVOLVIDO') })
    world.emit({ kind: 'devolucao', endToEndId: e2eid(1), devolucaoId: '1' })
    await settled(world)
    expect(received.map(({ body }) => body['pix'])).toEqual([[expect.objectContaining(devolvido('DEVOLVIDO'))]])
  })
})

describe('Pix Automático', () => {
  const atualizacao = [{ status: 'CRIADA', data: CLOCK }]
  const idRec = 'RR9999900420261125abcdefghijk'
  const txid = '33beb661beda44a8928fef47dbeb2dc5'

  function fill(world: World): void {
    world.webhooksRec.add(ONLY, { webhookUrl: 'https://loja.example/a', criacao: CLOCK })
    world.webhooksCobr.add(ONLY, { webhookUrl: 'https://loja.example/b', criacao: CLOCK })
    const vinculo = { contrato: '1', devedor: { nome: 'Maria', cpf: '12345678909' } }
    const calendario = { dataInicial: '2026-12-01', periodicidade: 'MENSAL' as const }
    const recebedor = { cnpj: defaultAccount.cnpj, nome: defaultAccount.nome }
    world.recs.add(idRec, { idRec, vinculo, calendario, recebedor, status: 'APROVADA', atualizacao })
    world.cobrs.add(txid, {
      revisoes: [
        {
          idRec,
          txid,
          calendario: { criacao: '2026-11-25', dataDeVencimento: '2026-12-01' },
          valor: { original: '10.00' },
          ajusteDiaUtil: true,
          recebedor: { conta: '1', tipoConta: 'CORRENTE' },
          status: 'ATIVA',
          atualizacao,
        },
      ],
    })
  }

  test.each<[WorldEvent, string, Standard, unknown]>([
    [
      { kind: 'rec', idRec },
      'https://loja.example/a/rec',
      webhookRecBodySchema,
      { recs: [{ idRec, status: 'APROVADA', atualizacao }] },
    ],
    [
      { kind: 'cobr', txid },
      'https://loja.example/b/cobr',
      webhookCobRBodySchema,
      { cobsr: [{ idRec, txid, status: 'ATIVA', atualizacao }] },
    ],
  ])('tells what becomes of %o', async (event, url, schema, body) => {
    const { world, received } = newDesk()
    fill(world)
    world.emit(event)
    await settled(world)
    expect(received).toEqual([{ url, body }])
    expect(messagesOf(schema, received[0]?.body)).toEqual([])
  })

  test('tells nobody where nobody asked', async () => {
    const { world, received } = newDesk()
    fill(world)
    world.webhooksRec.delete(ONLY)
    world.emit({ kind: 'rec', idRec })
    await settled(world)
    expect(received).toEqual([])
  })
})

describe('a receiver that fails', () => {
  test.each<[Answer, object]>([
    [500, { status: 500 }],
    [429, { status: 429 }],
    ['drop', { error: 'HTTP_CONNECT' }],
  ])('with %s is asked again after 5, 10, 20, 40 … minutes, ten times', async (answer, attempt) => {
    const desk = newDesk()
    register(desk.world)
    desk.answer = answer
    receive(desk.world, 1)
    await desk.world.clock.advance('10d')
    const delivery = only(desk.world)
    expect(minutesOf(delivery)).toEqual([0, 5, 15, 35, 75, 155, 315, 635, 1275, 2555, 5115])
    expect(delivery).toMatchObject({ state: 'given-up', attempts: Array(11).fill(attempt) })
    expect(desk.logs.at(-1)).toEqual({ kind: 'pix', url: 'https://loja.example/pix', attempt: 11, ...attempt })
  })

  test('is asked no more once it has it', async () => {
    const desk = newDesk()
    register(desk.world)
    desk.answer = 503
    receive(desk.world, 1)
    await desk.world.clock.advance('5m')
    desk.answer = 204
    await desk.world.clock.advance('10d')
    expect(minutesOf(only(desk.world))).toEqual([0, 5, 15])
    expect(only(desk.world).state).toBe('delivered')
    expect(new Set(desk.received.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  test('is asked where it is by then, and not at all when it has gone', async () => {
    const desk = newDesk()
    register(desk.world)
    desk.answer = 404
    receive(desk.world, 1)
    await settled(desk.world)
    desk.world.webhooks.replace(CHAVE, { webhookUrl: 'https://nova.example', chave: CHAVE, criacao: CLOCK })
    await desk.world.clock.advance('5m')
    expect(desk.received.map(({ url }) => new URL(url).host)).toEqual(['loja.example', 'nova.example'])
    desk.world.webhooks.delete(CHAVE)
    await desk.world.clock.advance('10d')
    expect([desk.received.length, only(desk.world).state]).toEqual([2, 'given-up'])
  })
})

describe('on demand', () => {
  test('a message comes twice', async () => {
    const desk = newDesk()
    register(desk.world)
    desk.inject({ kind: 'duplicate', on: 'webhook' })
    receive(desk.world, 1)
    await settled(desk.world)
    receive(desk.world, 2)
    await settled(desk.world)
    const ids = desk.received.map(({ body }) => body['pix']?.[0]?.['endToEndId'])
    expect(ids).toEqual([e2eid(1), e2eid(1), e2eid(2)])
  })

  test('a message comes after later ones', async () => {
    const desk = newDesk()
    register(desk.world)
    desk.inject({ kind: 'disorder', on: 'webhook' })
    receive(desk.world, 1)
    await settled(desk.world)
    receive(desk.world, 2)
    await desk.world.clock.advance('10s')
    expect(desk.received.map(({ body }) => body['pix']?.[0]?.['endToEndId'])).toEqual([e2eid(2), e2eid(1)])
  })

  test('a message comes late, once, however many are held back', async () => {
    const desk = newDesk()
    register(desk.world)
    desk.inject({ kind: 'delay', ms: 60_000, on: 'webhook', times: Infinity })
    receive(desk.world, 1)
    await desk.world.clock.advance('59s')
    expect(desk.received.length).toBe(0)
    await desk.world.clock.advance('1s')
    expect(desk.received.length).toBe(1)
  })

  test('an answer is lost, and the message comes again', async () => {
    const desk = newDesk()
    register(desk.world)
    desk.inject({ kind: 'store-then-drop', on: 'webhook' })
    receive(desk.world, 1)
    await desk.world.clock.advance('1h')
    expect(only(desk.world)).toMatchObject({
      state: 'delivered',
      attempts: [{ error: 'HTTP_PROTOCOL' }, { status: 200 }],
    })
  })

  test('a message is sent once more, as another', async () => {
    const desk = newDesk()
    register(desk.world)
    receive(desk.world, 1)
    await settled(desk.world)
    const { id, body } = only(desk.world)
    const again = replay(desk.world, id) as string
    receive(desk.world, 2)
    await settled(desk.world)
    expect(desk.world.deliveries.get(again)).toMatchObject({ body, replayOf: id, state: 'delivered' })
    expect(desk.received.map(({ body: { pix } }) => pix?.length)).toEqual([1, 1, 1])
    expect(replay(desk.world, 'none')).toBeUndefined()
  })
})
