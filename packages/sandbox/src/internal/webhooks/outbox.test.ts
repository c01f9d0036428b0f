import { toPem, toPemPair } from '@pixkit/certs'
import { httpFailure } from '@pixkit/http/failure'
import type { Transport } from '@pixkit/http'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SandboxOptions } from '../../options.ts'
import { createContext, type OpenContext } from '../create-context.ts'
import { settle } from '../payer/settle.ts'
import type { World } from '../world.ts'
import type { Delivery } from './delivery.ts'
import { startOutbox } from './outbox.ts'
import { deliveriesOf } from './replay.ts'
import { deliveryRoutes } from './routes.ts'

const CLOCK = '2026-11-25T12:00:00.000Z'
const CHAVE = 'pix@padaria.example'

function open(options: SandboxOptions): OpenContext {
  const opened = createContext({ clock: CLOCK, ...options })
  startOutbox(opened.context)
  return opened
}

function register(world: World, webhookUrl = 'https://loja.example'): void {
  world.webhooks.add(CHAVE, { webhookUrl, chave: CHAVE, criacao: CLOCK })
}

function receive(world: World): string {
  const pagador = { nome: 'Maria', cpf: '12345678909' }
  return world.journal.together(() =>
    settle(world, { txid: 'pedido1024', chave: CHAVE, valor: '10.00', componentesValor: {}, pagador }),
  ).endToEndId
}

/** Takes everything, and keeps it. */
function receiver(): Transport & { bodies: string[] } {
  const bodies: string[] = []
  const transport: Transport = async ({ body }) => {
    bodies.push(new TextDecoder().decode(body))
    return { status: 200, headers: {}, body: new Uint8Array(0) }
  }
  return Object.assign(transport, { bodies })
}

const away: Transport = async () => {
  throw httpFailure('HTTP_CONNECT')
}

describe('over TLS', () => {
  test('a receiver that demands the certificate of the webhooks gets its message', async () => {
    const { context, close } = open({})
    const { world } = context
    const { ca, server } = await context.identities()
    const seen: string[] = []
    const asked = { ca: toPem(ca.certificate), requestCert: true, rejectUnauthorized: true }
    const shop = createServer({ ...toPemPair(server), ...asked }, (request, response) => {
      seen.push(`${String((request.socket as TLSSocket).getPeerCertificate().subject?.CN)} ${request.url ?? ''}`)
      response.end()
    })
    await new Promise<void>((resolve) => {
      shop.listen(0, '127.0.0.1', resolve)
    })
    register(world, `https://localhost:${(shop.address() as AddressInfo).port}/webhook`)
    receive(world)
    await world.clock.advance(0)
    expect(seen).toEqual(['pixkit sandbox webhook /webhook/pix'])
    expect(deliveriesOf(world)).toMatchObject([{ state: 'delivered', attempts: [{ status: 200 }] }])
    await close()
    shop.close()
  })
})

describe('over a restart', () => {
  let data = ''
  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'pixkit-webhooks-'))
  })
  afterEach(() => {
    rmSync(data, { recursive: true, force: true })
  })

  test('what was not sent is sent', async () => {
    const transport = receiver()
    const before = open({ data, transport })
    register(before.context.world)
    const endToEndId = receive(before.context.world)
    await before.close()
    expect(transport.bodies).toEqual([])

    const after = open({ data, transport })
    await after.context.world.clock.advance(0)
    expect(transport.bodies).toEqual([expect.stringContaining(endToEndId)])
    await after.close()
  })

  test('what did not arrive is tried again in its time, and not what did', async () => {
    const before = open({ data, transport: away })
    register(before.context.world)
    receive(before.context.world)
    await before.context.world.clock.advance(0)
    await before.close()

    const transport = receiver()
    const after = open({ data, transport })
    await after.context.world.clock.advance('4m')
    expect(transport.bodies).toEqual([])
    await after.context.world.clock.advance('1m')
    expect(transport.bodies.length).toBe(1)
    await after.close()

    const later = open({ data, transport, clock: '2026-12-25T12:00:00.000Z' })
    await later.context.world.clock.advance('30d')
    expect(transport.bodies.length).toBe(1)
    expect(deliveriesOf(later.context.world)).toMatchObject([{ state: 'delivered', attempts: [{}, {}] }])
    await later.close()
  })

  test('what is on its way is waited for', async () => {
    const under: { answer?: () => void } = {}
    const slow: Transport = (request) =>
      new Promise((resolve) => {
        under.answer = () => void receiver()(request).then(resolve)
      })
    const before = open({ data, transport: slow })
    register(before.context.world)
    receive(before.context.world)
    const sending = before.context.world.clock.advance(0)
    await new Promise((resolve) => setTimeout(resolve))
    const closing = before.close()
    under.answer?.()
    await Promise.all([sending, closing])

    const after = open({ data, transport: away })
    expect(deliveriesOf(after.context.world)).toMatchObject([{ state: 'delivered' }])
    await after.close()
  })
})

describe('the log', () => {
  test('is told and replayed over HTTP', async () => {
    const transport = receiver()
    const { context, close } = open({ transport })
    const { world } = context
    register(world)
    receive(world)
    await world.clock.advance(0)
    receive(world)
    await world.clock.advance(0)

    const app = deliveryRoutes(context)
    const told = async (path: string): Promise<readonly Delivery[]> =>
      ((await (await app.request(path)).json()) as { deliveries: Delivery[] }).deliveries
    const [first, second] = await told('/sandbox/deliveries')
    expect([first?.state, second?.state]).toEqual(['delivered', 'delivered'])
    expect(await told('/sandbox/deliveries?last=1')).toEqual([second])
    expect((await app.request('/sandbox/deliveries?last=x')).status).toBe(400)

    const again = await app.request(`/sandbox/deliveries/${first?.id ?? ''}/replay`, { method: 'POST' })
    expect(again.status).toBe(202)
    await world.clock.advance(0)
    expect((await told('/sandbox/deliveries?last=1'))[0]).toMatchObject({ replayOf: first?.id, body: first?.body })
    expect((await app.request('/sandbox/deliveries/none/replay', { method: 'POST' })).status).toBe(404)

    const all = await app.request('/sandbox/deliveries/replay', { method: 'POST' })
    expect(((await all.json()) as { ids: string[] }).ids.length).toBe(3)
    await world.clock.advance(0)
    expect(transport.bodies.length).toBe(6)
    await close()
  })

  test.each([
    ['forgets the oldest', 'delivered', 10_000],
    ['forgets nothing that is still to be sent', 'waiting', 10_001],
  ] as const)('%s when it is full', async (_case, state, size) => {
    const { context, close } = open({ transport: receiver() })
    const { world } = context
    register(world)
    for (let n = 0; n < 10_000; n += 1) {
      world.deliveries.add(`${n}`, { id: `${n}`, url: '', kind: 'rec', body: '{}', attempts: [], state })
    }
    receive(world)
    expect([world.deliveries.size, world.deliveries.get('0') === undefined]).toEqual([size, size === 10_000])
    await close()
  })
})
