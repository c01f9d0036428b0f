import type { RecSolicitada } from '@pixkit/bacen/types'
import { describe, expect, test } from 'vitest'
import { answerApi } from '../api/router.ts'
import { createContext } from '../create-context.ts'
import { startEventLog } from './event-log.ts'
import { adminRoutes } from './routes.ts'

const CLOCK = '2026-12-01T15:00:00.000Z'
const TXID = 'padaria00000000000000000000001'
const CHAVE = '+5551912345678'

function start() {
  const { context } = createContext({ clock: CLOCK, seed: 'admin' })
  const { faults, world } = context
  startEventLog(context)
  const app = adminRoutes(context)
  const request = async (path: string, body?: unknown) => {
    const init =
      body === undefined ? {} : { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }
    const response = await app.request(`/sandbox/${path}`, init)
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  const create = (operation: 'cob.create' | 'rec.create', body: object) => {
    const params: Record<string, string> = operation === 'cob.create' ? { txid: TXID } : {}
    return answerApi(world, { operation, params, query: new URLSearchParams(), body: JSON.stringify(body) }).json()
  }
  const addCob = () =>
    create('cob.create', { calendario: { expiracao: 3600 }, valor: { original: '37.00' }, chave: CHAVE })
  return { app, world, faults, request, create, addCob }
}

test('pays, returns, and tells what happened', async () => {
  const { request, addCob } = start()
  await addCob()
  const pagador = { nome: 'Comércio Novo Ltda', cnpj: '12345678000195' }
  const paid = await request('pay', { code: TXID, pagador })
  expect(paid).toEqual({ status: 200, body: { endToEndId: expect.any(String) as string, valor: '37.00', txid: TXID } })
  const { endToEndId } = paid.body
  const returned = await request('return', { endToEndId, valor: '1.00', natureza: 'MED_OPERACIONAL' })
  expect(returned).toMatchObject({ status: 200, body: { valor: '1.00', status: 'EM_PROCESSAMENTO' } })
  expect(await request('clock', { advance: '5s' })).toEqual({ status: 200, body: { now: '2026-12-01T15:00:05.000Z' } })

  const { events } = (await request('events')).body as { events: readonly { seq: number; at: string }[] }
  expect(events.slice(0, 2)).toEqual([
    { seq: 1, at: CLOCK, kind: 'pix', endToEndId },
    { seq: 2, at: CLOCK, kind: 'devolucao', endToEndId, devolucaoId: returned.body['id'] },
  ])
  expect((await request('events?since=2')).body).toEqual({ events: events.slice(2) })
  expect(await request('state')).toMatchObject({
    status: 200,
    body: { now: '2026-12-01T15:00:05.000Z', records: { cobs: 1, pixes: 1, cobvs: 0 }, faults: [] },
  })
})

test('refuses in the words of the catalogue', async () => {
  const { app, request, addCob } = start()
  await addCob()
  expect(await request('pay', { code: TXID, valor: '1.00' })).toEqual({
    status: 400,
    body: {
      code: 'SANDBOX_PAYMENT',
      reason: 'amount-fixed',
      path: ['valor'],
      message: 'o valor é o da cobrança',
      remedy: expect.stringContaining('Não informe o valor') as string,
    },
  })
  const headers = { 'accept-language': 'en-GB, pt;q=0.5' }
  const english = await app.request('/sandbox/pay', { method: 'POST', headers, body: '{"code":""}' })
  expect(await english.json()).toMatchObject({ reason: 'unreadable', message: 'no code that can be read' })
  expect(await request('clock', { set: '2026-11-30T00:00:00Z' })).toMatchObject({
    status: 400,
    body: { code: 'SANDBOX_CLOCK', reason: 'past' },
  })
})

test.each([
  ['pay', '{', 'O corpo não é JSON.'],
  ['pay', [], 'Envie um objeto JSON.'],
  ['pay', {}, 'Falta "code".'],
  ['pay', { code: 7 }, '"code" deve ser um texto.'],
  ['pay', { code: TXID, pagador: 'Francisca' }, '"pagador" deve ser um objeto.'],
  ['pay', { code: TXID, pagador: { nome: 'Francisca' } }, '"pagador" tem cpf ou cnpj.'],
  ['return', { endToEndId: 'E', natureza: 'OUTRA' }, '"natureza" deve ser um destes: '],
  ['approve', {}, 'Falta "idRec".'],
  ['fail', {}, 'Falta "txid".'],
  ['clock', {}, 'Informe "advance" ou "set".'],
  ['clock', { advance: '1d', set: CLOCK }, 'Informe "advance" ou "set".'],
  ['fault', { kind: 'rain' }, '"kind" deve ser um destes: '],
  ['fault', { kind: 'delay' }, 'Falta "ms".'],
  ['fault', { kind: 'delay', ms: '5' }, '"ms" deve ser um número inteiro.'],
  ['fault', { kind: 'edge-html', ms: 5 }, '"edge-html" não tem "ms".'],
  ['fault', { kind: 'edge-html', times: 0.5 }, '"times" deve ser um número inteiro.'],
  ['fault', { kind: 'edge-html', probability: 2 }, '"probability" deve ser de 0 a 1.'],
])('POST %s %j is no request', async (path, body, message) => {
  const { request, faults } = start()
  const answer = await request(path, body)
  expect(answer).toEqual({
    status: 400,
    body: { code: 'SANDBOX_REQUEST', message: expect.stringContaining(message) as string },
  })
  expect(faults.waiting).toEqual([])
})

describe('faults', () => {
  test('are injected, and removed', async () => {
    const { app, faults, request } = start()
    const { body } = await request('fault', { kind: 'busy', status: 503, on: 'cob.create', times: null })
    expect(faults.waiting).toEqual([{ kind: 'busy', status: 503, on: 'cob.create', times: Infinity }])
    expect((await app.request(`/sandbox/fault/${String(body['id'])}`, { method: 'DELETE' })).status).toBe(204)
    expect(faults.waiting).toEqual([])
  })
})

describe('a recurrence', () => {
  const rec: RecSolicitada = {
    vinculo: { contrato: '63100862', devedor: { cpf: '12345678909', nome: 'Francisca da Silva' }, objeto: 'Pães' },
    calendario: { dataInicial: '2027-01-01', periodicidade: 'MENSAL' },
    valor: { valorRec: '35.00' },
    politicaRetentativa: 'NAO_PERMITE',
  }

  test('is rejected', async () => {
    const { request, create, world } = start()
    const { idRec } = (await create('rec.create', rec)) as { idRec: string }
    expect(await request('reject', { idRec })).toEqual({ status: 200, body: { idRec, status: 'REJEITADA' } })
    expect(world.recs.get(idRec)?.status).toBe('REJEITADA')
  })

  test('that nothing brought to the payer is not approved', async () => {
    const { request, create, world } = start()
    const { idRec } = (await create('rec.create', rec)) as { idRec: string }
    expect(await request('approve', { idRec })).toMatchObject({ status: 400, body: { reason: 'rec-without-code' } })
    expect(world.recs.get(idRec)?.status).toBe('CRIADA')
  })

  test('or a charge of one that nobody knows', async () => {
    const { request } = start()
    expect(await request('approve', { idRec: 'RN9999900420261201abcdefghijk' })).toMatchObject({
      status: 400,
      body: { code: 'SANDBOX_PAYMENT', reason: 'rec-not-found' },
    })
    expect(await request('fail', { txid: TXID })).toMatchObject({ status: 400, body: { reason: 'cobr-not-found' } })
  })
})
