/** @module The 48 operations as the client sends them, held against the facts of API Pix; and their examples, executed. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runInNewContext } from 'node:vm'
import type { BacenClient } from '@pixkit/bacen'
import { type OperationName, operations } from '@pixkit/bacen/operations'
import { describe, expect, test } from 'vitest'
import { apiPix } from './lib/api-pix.ts'
import { leastAnswer, type RecordedRequest, recordingBank } from './lib/recording-bank.ts'

const TXID = '7978c0c97ea847e78e8849634473c1f1'
const E2EID = 'E12345678202611251221abcdef12345'
const ID_REC = 'RN1234567820261125abcdefghijk'
const ID_SOLIC_REC = 'SC876456782026112566f3ad1d63e'
const CHAVE = '7d9f0335-8dcc-4054-9bf9-0dbd61d36906'
const PERIODO = { inicio: new Date('2026-11-01T03:00:00Z'), fim: '2026-11-25T09:00:00-03:00' }
const PAGINACAO = { paginacao: { paginaAtual: 2, itensPorPagina: 50 } }
const URL_BODY = { webhookUrl: 'https://shop.example.com/webhook' }

const COB = { calendario: { expiracao: 3_600 }, valor: { original: '37.00' }, chave: CHAVE }
const COBV = {
  calendario: { dataDeVencimento: '2027-01-31' },
  devedor: { cpf: '12345678909', nome: 'Fulana de Tal' },
  valor: { original: '123.45' },
  chave: CHAVE,
}
const COBR = {
  idRec: ID_REC,
  calendario: { dataDeVencimento: '2027-02-01' },
  valor: { original: '35.00' },
  ajusteDiaUtil: true,
  recebedor: { conta: '012682', tipoConta: 'CORRENTE' },
} as const

/** One call of each operation, with every parameter that it takes. */
const calls: Readonly<Record<OperationName, (client: BacenClient) => Promise<unknown>>> = {
  'cob.create': ({ cob }) => cob.create(COB, { txid: TXID }),
  'cob.createWithoutTxid': ({ cob }) => cob.createWithoutTxid(COB),
  'cob.get': ({ cob }) => cob.get(TXID, { revisao: 1 }),
  'cob.update': ({ cob }) => cob.update(TXID, { valor: { original: '40.00' } }),
  'cob.list': ({ cob }) =>
    cob.list({ ...PERIODO, ...PAGINACAO, cpf: '12345678909', locationPresente: true, status: 'ATIVA' }),
  'cobv.create': ({ cobv }) => cobv.create(COBV, { txid: TXID }),
  'cobv.get': ({ cobv }) => cobv.get(TXID, { revisao: 0 }),
  'cobv.update': ({ cobv }) => cobv.update(TXID, { solicitacaoPagador: 'Pague até amanhã' }),
  'cobv.list': ({ cobv }) =>
    cobv.list({
      ...PERIODO,
      ...PAGINACAO,
      cnpj: '12345678000195',
      locationPresente: false,
      status: 'CONCLUIDA',
      loteCobVId: 7,
    }),
  'loteCobv.put': ({ loteCobv }) => loteCobv.put(7, { descricao: 'Janeiro', cobsv: [{ ...COBV, txid: TXID }] }),
  'loteCobv.get': ({ loteCobv }) => loteCobv.get(7),
  'loteCobv.update': ({ loteCobv }) => loteCobv.update('7', { cobsv: [{ txid: TXID, valor: { original: '9.00' } }] }),
  'loteCobv.list': ({ loteCobv }) => loteCobv.list({ ...PERIODO, ...PAGINACAO }),
  'loc.create': ({ loc }) => loc.create({ tipoCob: 'cobv' }),
  'loc.get': ({ loc }) => loc.get(7_716),
  'loc.list': ({ loc }) => loc.list({ ...PERIODO, ...PAGINACAO, txIdPresente: true, tipoCob: 'cob' }),
  'loc.unlinkTxid': ({ loc }) => loc.unlinkTxid('7716'),
  'locRec.create': ({ locRec }) => locRec.create(),
  'locRec.get': ({ locRec }) => locRec.get(108),
  'locRec.list': ({ locRec }) => locRec.list({ ...PERIODO, ...PAGINACAO, idRecPresente: true, convenio: 'abc' }),
  'locRec.unlinkIdRec': ({ locRec }) => locRec.unlinkIdRec(108),
  'pix.get': ({ pix }) => pix.get(E2EID),
  'pix.list': ({ pix }) =>
    pix.list({
      ...PERIODO,
      ...PAGINACAO,
      txid: 'caixa1',
      txIdPresente: true,
      devolucaoPresente: false,
      cpf: '12345678909',
    }),
  'pix.createDevolucao': ({ pix }) => pix.createDevolucao(E2EID, { valor: '7.89' }, { id: 'order1' }),
  'pix.getDevolucao': ({ pix }) => pix.getDevolucao(E2EID, 'order1'),
  'rec.create': ({ rec }) =>
    rec.create({
      vinculo: { contrato: '63100862', devedor: { cpf: '12345678909', nome: 'Fulana de Tal' }, objeto: 'Streaming' },
      calendario: { dataInicial: '2027-02-01', periodicidade: 'MENSAL' },
      valor: { valorRec: '35.00' },
      politicaRetentativa: 'NAO_PERMITE',
    }),
  'rec.get': ({ rec }) => rec.get(ID_REC, { txid: TXID }),
  'rec.update': ({ rec }) => rec.update(ID_REC, { status: 'CANCELADA' }),
  'rec.list': ({ rec }) =>
    rec.list({
      ...PERIODO,
      ...PAGINACAO,
      cpf: '12345678909',
      locationPresente: true,
      status: 'APROVADA',
      convenio: 'abc',
    }),
  'solicRec.create': ({ solicRec }) =>
    solicRec.create({
      idRec: ID_REC,
      calendario: { dataExpiracaoSolicitacao: '2026-12-20T12:17:11.926Z' },
      destinatario: { conta: '550689', cpf: '12345678909', ispbParticipante: '91193552' },
    }),
  'solicRec.get': ({ solicRec }) => solicRec.get(ID_SOLIC_REC),
  'solicRec.update': ({ solicRec }) => solicRec.update(ID_SOLIC_REC, { status: 'CANCELADA' }),
  'cobr.create': ({ cobr }) => cobr.create(COBR, { txid: TXID }),
  'cobr.createWithoutTxid': ({ cobr }) => cobr.createWithoutTxid(COBR),
  'cobr.get': ({ cobr }) => cobr.get(TXID),
  'cobr.update': ({ cobr }) => cobr.update(TXID, { status: 'CANCELADA' }),
  'cobr.list': ({ cobr }) =>
    cobr.list({ ...PERIODO, ...PAGINACAO, idRec: ID_REC, cnpj: '12345678000195', status: 'ATIVA', convenio: 'abc' }),
  'cobr.retry': ({ cobr }) => cobr.retry(TXID, '2027-02-04'),
  'webhook.set': ({ webhook }) => webhook.set(CHAVE, URL_BODY),
  'webhook.get': ({ webhook }) => webhook.get(CHAVE),
  'webhook.list': ({ webhook }) => webhook.list({ ...PERIODO, ...PAGINACAO }),
  'webhook.delete': ({ webhook }) => webhook.delete(CHAVE),
  'webhookRec.set': ({ webhookRec }) => webhookRec.set(URL_BODY),
  'webhookRec.get': ({ webhookRec }) => webhookRec.get(),
  'webhookRec.delete': ({ webhookRec }) => webhookRec.delete(),
  'webhookCobr.set': ({ webhookCobr }) => webhookCobr.set(URL_BODY),
  'webhookCobr.get': ({ webhookCobr }) => webhookCobr.get(),
  'webhookCobr.delete': ({ webhookCobr }) => webhookCobr.delete(),
}

const names = Object.keys(operations) as OperationName[]

/** Sends one operation; the bank answers as the norm says it does, with as little as can be. */
async function sent(name: OperationName, status = operations[name].success): Promise<RecordedRequest> {
  const { client, requests } = recordingBank((request) => ({ status, body: leastAnswer(request) }))
  await calls[name](client)
  expect(requests).toHaveLength(1)
  return requests[0] as RecordedRequest
}

describe('operations', () => {
  test('there are 48, and each has a call here', () => {
    expect(names).toHaveLength(48)
    expect(Object.keys(calls).toSorted()).toEqual(names.toSorted())
  })

  test.each(names)('%s: one request, authorised, under its path', async (name) => {
    const { method, path } = operations[name]
    const request = await sent(name)
    expect(request.method).toBe(method)
    expect(request.path).toMatch(patternOf(`/api/v2${path}`))
    expect(request.headers['authorization']).toBe('Bearer token')
    expect(request.headers['content-type']).toBe(request.body === undefined ? undefined : 'application/json')
  })

  test.each(names)('%s: any status of success is success', async (name) => {
    const { method } = await sent(name, operations[name].success === 200 ? 201 : 200)
    expect(method).toBe(operations[name].method)
  })

  test('instants are in UTC, pages by the names of the norm', async () => {
    const { query } = await sent('cob.list')
    expect(query).toEqual({
      inicio: '2026-11-01T03:00:00.000Z',
      fim: '2026-11-25T12:00:00.000Z',
      cpf: '12345678909',
      locationPresente: 'true',
      status: 'ATIVA',
      'paginacao.paginaAtual': '2',
      'paginacao.itensPorPagina': '50',
    })
  })
})

describe('operations of API Pix', () => {
  const ours = new Map(names.map((name) => [`${operations[name].method} ${operations[name].path}`, name]))
  const published = apiPix.map((facts) => ({ ...facts, key: `${facts.method} ${facts.path}` }))

  test('are ours, all 48 of them', () => {
    expect(published.map(({ key }) => key).toSorted()).toEqual([...ours.keys()].toSorted())
  })

  test.each(published)(
    '$key: scope, status of success, query and body',
    async ({ key, request: body, response, ...facts }) => {
      const name = ours.get(key) as OperationName
      const { scope, success, query, required, list } = operations[name]
      const request = await sent(name)

      expect({ scope, success: [success] }).toEqual({ scope: facts.scope, success: facts.success })
      expect(Object.fromEntries(query.map((parameter) => [parameter, required.includes(parameter)]))).toEqual(
        facts.query,
      )
      expect(Object.keys(request.query).filter((parameter) => !query.includes(parameter))).toEqual([])
      // Of cpf and cnpj only one may be sent.
      const unsent = query.filter((parameter) => request.query[parameter] === undefined)
      expect(unsent.filter((parameter) => parameter !== 'cpf' && parameter !== 'cnpj')).toEqual([])
      expect(unsent.length).toBeLessThanOrEqual(1)
      expect(request.body !== undefined).toBe(body !== undefined)
      expect(list !== undefined).toBe(name.endsWith('.list'))
      // The document has cnpj where its example has chave.
      const { items, id } = list ?? {}
      expect(items === undefined ? 'array' : response?.[items]?.type).toBe('array')
      const isKnown = name === 'webhook.list' || response?.[`${items}.[].${id}`] !== undefined
      expect(items === undefined || isKnown).toBe(true)
    },
  )
})

function patternOf(template: string): RegExp {
  return new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`)
}

const resources = fileURLToPath(new URL('../packages/bacen/src/internal/resources/', import.meta.url))

/** The blocks `js` of the documentation, by the operation that they are written at. */
function documented(): { name: string; code: string }[] {
  return readdirSync(resources)
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const text = readFileSync(resources + name, 'utf8')
      return [...text.matchAll(/```js\n([^]*?)```[^]*?@see API Pix 2\.9\.0, (\w+ \/[\w{}/]+)/g)].map(
        ([, block = '', key]) => ({
          name: String(key),
          code: block.replaceAll(/^ *\* ?/gm, ''),
        }),
      )
    })
}

describe('examples of resources', () => {
  const examples = documented()
  const methods = new Map(
    names.map((name) => [`${operations[name].method} ${operations[name].path}`, operations[name]]),
  )

  test('there is one for each operation', () => {
    expect(examples.map(({ name }) => name).toSorted()).toEqual([...methods.keys()].toSorted())
  })

  test.each(examples)('$name', async ({ name, code }) => {
    const { client, requests } = recordingBank((request) => ({ body: leastAnswer(request) }))
    await runInNewContext(`(async () => {${code}})()`, { client, console: { log: () => {} }, Date })
    const operation = methods.get(name)
    expect(requests.map(({ method }) => method)).toEqual([operation?.method])
    expect(requests[0]?.path).toMatch(patternOf(`/api/v2${operation?.path}`))
  })
})
