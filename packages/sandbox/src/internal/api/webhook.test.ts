import { messages } from '@pixkit/bacen/messages/en'
import { checkResponse } from '@pixkit/bacen/schema'
import type { OperationName } from '@pixkit/bacen'
import { formatMessage } from '@pixkit/core/issue'
import { describe, expect, test } from 'vitest'
import { createSandboxWorld } from '../../create-sandbox.ts'
import type { World } from '../world.ts'
import { answerApi } from './router.ts'

const CLOCK = '2026-11-25T12:00:00.000Z'
const CHAVE = '71cdf9ba-c695-4e3c-b010-abb521a3f1be'
const WEBHOOK_URL = 'https://loja.example/pix'

interface Body {
  readonly type: string
  readonly violacoes: unknown
  readonly chave: string
  readonly webhookUrl: string
  readonly webhooks: readonly { readonly chave: string }[]
  readonly parametros: { readonly paginacao: { readonly quantidadeDePaginas: number } }
}

interface Answered {
  readonly status: number
  readonly body: Body
}

async function ask(
  world: World,
  operation: OperationName,
  { chave, query = {}, body }: { chave?: string | undefined; query?: Record<string, string>; body?: unknown } = {},
): Promise<Answered> {
  const response = answerApi(world, {
    operation,
    params: chave === undefined ? {} : { chave },
    query: new URLSearchParams(query),
    body: body === undefined ? '' : JSON.stringify(body),
  })
  const text = await response.text()
  const answer = { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
  const issues = response.ok ? checkResponse(operation, answer.body) : []
  expect(issues.map((issue) => formatMessage(issue, messages))).toEqual([])
  return answer
}

const newWorld = (): World => createSandboxWorld({ seed: 'webhooks', clock: CLOCK })
const problemOf = ({ status, body }: Answered): [number, string] => [status, body.type.split('/').at(-1) ?? '']

describe('the webhook of a key', () => {
  test('is set, told, changed and deleted', async () => {
    const world = newWorld()
    expect(await ask(world, 'webhook.set', { chave: CHAVE, body: { webhookUrl: WEBHOOK_URL } })).toEqual({
      status: 200,
      body: undefined,
    })
    expect(await ask(world, 'webhook.get', { chave: CHAVE })).toEqual({
      status: 200,
      body: { webhookUrl: WEBHOOK_URL, chave: CHAVE, cnpj: world.account.cnpj, criacao: CLOCK },
    })
    const webhookUrl = 'https://loja.example/outro'
    await ask(world, 'webhook.set', { chave: CHAVE, body: { webhookUrl } })
    expect((await ask(world, 'webhook.get', { chave: CHAVE })).body.webhookUrl).toBe(webhookUrl)
    expect(await ask(world, 'webhook.delete', { chave: CHAVE })).toEqual({ status: 204, body: undefined })
    expect(problemOf(await ask(world, 'webhook.get', { chave: CHAVE }))).toEqual([404, 'WebhookNaoEncontrado'])
    expect(problemOf(await ask(world, 'webhook.delete', { chave: CHAVE }))).toEqual([404, 'WebhookNaoEncontrado'])
  })

  test('is found however the key is written', async () => {
    const world = newWorld()
    await ask(world, 'webhook.set', { chave: CHAVE.toUpperCase(), body: { webhookUrl: WEBHOOK_URL } })
    expect((await ask(world, 'webhook.get', { chave: CHAVE })).body.chave).toBe(CHAVE)
  })

  test.each([
    ['of another', '01234567-0000-4000-8000-000000000000', WEBHOOK_URL, 'chave'],
    ['that is none', 'not-a-key', WEBHOOK_URL, 'chave'],
    ['with an address over http', CHAVE, 'http://loja.example/pix', 'webhook.webhookUrl'],
    ['with an address that is none', CHAVE, 'loja', 'webhook.webhookUrl'],
  ])('is refused for a key %s', async (_case, chave, webhookUrl, propriedade) => {
    const world = newWorld()
    const refused = await ask(world, 'webhook.set', { chave, body: { webhookUrl } })
    expect(problemOf(refused)).toEqual([400, 'WebhookOperacaoInvalida'])
    expect(refused.body.violacoes).toEqual([{ razao: expect.any(String), propriedade }])
    expect(world.webhooks.size).toBe(0)
  })

  test('may be of this machine, over http too', async () => {
    const answer = await ask(newWorld(), 'webhook.set', { chave: CHAVE, body: { webhookUrl: 'http://localhost:3000' } })
    expect(answer.status).toBe(200)
  })

  test('stands in the list, page by page', async () => {
    const world = newWorld()
    const { chaves } = world.account
    for (const chave of chaves) {
      await ask(world, 'webhook.set', { chave, body: { webhookUrl: WEBHOOK_URL } })
      await world.clock.advance('1h')
    }
    const { body } = await ask(world, 'webhook.list', { query: { 'paginacao.itensPorPagina': '2' } })
    expect(body.parametros).toEqual({
      paginacao: { paginaAtual: 0, itensPorPagina: 2, quantidadeDePaginas: 3, quantidadeTotalDeItens: 5 },
    })
    expect(body.webhooks.map(({ chave }) => chave)).toEqual(chaves.slice(0, 2))

    const query = { inicio: '2026-11-25T13:00:00Z', fim: '2026-11-25T14:00:00Z' }
    const within = await ask(world, 'webhook.list', { query })
    expect(within.body.webhooks.map(({ chave }) => chave)).toEqual(chaves.slice(1, 3))
    expect(within.body.parametros).toMatchObject(query)
  })

  test('has an empty page where there is none, and none for a period that ends before it begins', async () => {
    const { body } = await ask(newWorld(), 'webhook.list')
    expect([body.webhooks, body.parametros.paginacao.quantidadeDePaginas]).toEqual([[], 1])
    const query = { inicio: '2026-11-25T13:00:00Z', fim: '2026-11-24T13:00:00Z' }
    expect(problemOf(await ask(newWorld(), 'webhook.list', { query }))).toEqual([400, 'WebhookConsultaInvalida'])
  })
})

describe.each([
  ['recurrences', 'webhookRec', 'WebhookRecOperacaoInvalida'],
  ['charges of recurrences', 'webhookCobr', 'WebhookCobROperacaoInvalida'],
] as const)('the webhook of %s', (_case, resource, invalid) => {
  test('is set, told, changed and deleted', async () => {
    const world = newWorld()
    expect((await ask(world, `${resource}.set`, { body: { webhookUrl: WEBHOOK_URL } })).status).toBe(200)
    await world.clock.advance('1d')
    await ask(world, `${resource}.set`, { body: { webhookUrl: `${WEBHOOK_URL}/2` } })
    expect((await ask(world, `${resource}.get`)).body).toEqual({ webhookUrl: `${WEBHOOK_URL}/2`, criacao: CLOCK })
    expect(await ask(world, `${resource}.delete`)).toEqual({ status: 204, body: undefined })
    expect(problemOf(await ask(world, `${resource}.get`))).toEqual([404, 'NaoEncontrado'])
    expect(problemOf(await ask(world, `${resource}.delete`))).toEqual([404, 'NaoEncontrado'])
  })

  test('needs an address that can be called', async () => {
    const refused = await ask(newWorld(), `${resource}.set`, { body: { webhookUrl: 'ftp://loja.example' } })
    expect(problemOf(refused)).toEqual([400, invalid])
    expect(refused.body.violacoes).toEqual([{ razao: expect.any(String), propriedade: `${resource}.webhookUrl` }])
  })
})
