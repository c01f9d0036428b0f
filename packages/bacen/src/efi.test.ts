import { buildBrCode } from '@pixkit/brcode'
import { isPixkitError } from '@pixkit/core/error'
import type { TransportRequest, TransportResponse } from '@pixkit/http/transport'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { createBacenClient } from './bacen-client.ts'
import {
  createEfiExtras,
  type EfiEnvioSolicitado,
  type EfiExtras,
  type EfiSplitSolicitado,
  efiSkipMtlsChecking,
} from './efi.ts'
import { explainError } from './explain-error.ts'
import { explanations } from './explanations/en.ts'
import { failedCallOf } from './failed-call.ts'
import { efi } from './profiles/efi.ts'

type Answer = readonly [status: number, body?: unknown]

interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: TransportRequest['headers']
  readonly body: unknown
}

/** A client of Efí that gets these answers, one after another, to all but requests of tokens. */
function efiWith(...answers: readonly Answer[]) {
  const sent: Sent[] = []
  const queue = [...answers]
  const transport = (request: TransportRequest): Promise<TransportResponse> => {
    const url = new URL(request.url)
    if (url.pathname === '/oauth/token') {
      return Promise.resolve(answerOf([200, { access_token: 'invented', token_type: 'Bearer', expires_in: 3600 }]))
    }
    const text = new TextDecoder().decode(request.body)
    sent.push({
      method: request.method,
      path: url.pathname + url.search,
      headers: request.headers,
      body: text === '' ? undefined : JSON.parse(text),
    })
    const answer = queue.shift()
    if (answer === undefined) throw new Error('one request too many')
    return Promise.resolve(answerOf(answer))
  }
  const client = createBacenClient({
    profile: efi,
    ambiente: 'homologacao',
    credentials: { clientId: 'client', clientSecret: 'secret' },
    transport,
    retry: { baseMs: 1, maxMs: 1 },
  })
  return { client, extras: createEfiExtras(client), sent }
}

function answerOf([status, body]: Answer): TransportResponse {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  return { status, headers: {}, body: new TextEncoder().encode(text) }
}

const EVP = '345e4568-e89b-12d3-a456-006655440001'
const TXID = '7978c0c97ea847e78e8849634473c1f1'
const ENVIO: EfiEnvioSolicitado = {
  valor: '12.34',
  pagador: { chave: 'financeiro@loja.example', infoPagador: 'Pedido 7' },
  favorecido: { chave: 'fornecedor@loja.example' },
}
const POR_CONTA: EfiEnvioSolicitado = {
  ...ENVIO,
  favorecido: {
    contaBanco: {
      nome: 'Pessoa Inventada',
      cpf: '12345678909',
      codigoBanco: '09089356',
      agencia: '1',
      conta: '123453',
      tipoConta: 'cacc',
    },
  },
}
const SPLIT: EfiSplitSolicitado = {
  lancamento: { imediato: true },
  split: {
    divisaoTarifa: 'assumir_total',
    minhaParte: { tipo: 'porcentagem', valor: '60.00' },
    repasses: [{ tipo: 'porcentagem', valor: '40.00', favorecido: { cpf: '12345678909', conta: '1234567' } }],
  },
}

const LOC = { id: 66, location: 'pix.example.com/v2/9d36b84fc70b478fb95c12729b90ca25' }
const codeOf = (location: string) =>
  buildBrCode({ kind: 'dynamic', location, merchantName: 'Loja', merchantCity: 'Brasilia' })

/** Has what any of the answers must have. */
const ANSWER = { chave: EVP, id: 'loja1', qrcode: codeOf(LOC.location), status: 'ATIVA' }

type Call = (extras: EfiExtras) => Promise<unknown>

const CALLS: readonly (readonly [name: string, call: Call, line: string, body?: unknown])[] = [
  ['evp.create', ({ evp }) => evp.create(), 'POST /v2/gn/evp'],
  ['evp.list', ({ evp }) => evp.list(), 'GET /v2/gn/evp'],
  ['evp.delete', ({ evp }) => evp.delete(EVP), `DELETE /v2/gn/evp/${EVP}`],
  ['saldo.get', ({ saldo }) => saldo.get(), 'GET /v2/gn/saldo'],
  ['saldo.get with blocks', ({ saldo }) => saldo.get({ bloqueios: true }), 'GET /v2/gn/saldo?bloqueios=true'],
  ['envio.send', ({ envio }) => envio.send('pedido7', ENVIO), 'PUT /v3/gn/pix/pedido7', ENVIO],
  ['envio.send to an account', ({ envio }) => envio.send('p8', POR_CONTA), 'PUT /v3/gn/pix/p8', POR_CONTA],
  ['envio.get', ({ envio }) => envio.get('pedido7'), 'GET /v2/gn/pix/enviados/id-envio/pedido7'],
  [
    'envio.getByEndToEndId',
    ({ envio }) => envio.getByEndToEndId('E0908935620221025120800000000001'),
    'GET /v2/gn/pix/enviados/E0908935620221025120800000000001',
  ],
  [
    'envio.list',
    ({ envio }) =>
      envio.list({
        inicio: '2026-11-01T00:00:00Z',
        fim: new Date('2026-11-02T00:00:00Z'),
        paginacao: { paginaAtual: 1, itensPorPagina: 50 },
      }),
    'GET /v2/gn/pix/enviados?inicio=2026-11-01T00%3A00%3A00.000Z&fim=2026-11-02T00%3A00%3A00.000Z&paginacao.paginaAtual=1&paginacao.itensPorPagina=50',
  ],
  ['split.createConfig', ({ split }) => split.createConfig(SPLIT), 'POST /v2/gn/split/config', SPLIT],
  ['split.putConfig', ({ split }) => split.putConfig('loja1', SPLIT), 'PUT /v2/gn/split/config/loja1', SPLIT],
  [
    'split.getConfig',
    ({ split }) => split.getConfig('loja1', { revisao: 2, timeoutMs: 1_000 }),
    'GET /v2/gn/split/config/loja1?revisao=2',
  ],
  ['split.link', ({ split }) => split.link('cob', TXID, 'loja1'), `PUT /v2/gn/split/cob/${TXID}/vinculo/loja1`],
  ['split.unlink', ({ split }) => split.unlink('cobv', TXID), `DELETE /v2/gn/split/cobv/${TXID}/vinculo`],
  ['split.getCharge', ({ split }) => split.getCharge('cobv', TXID), `GET /v2/gn/split/cobv/${TXID}`],
  ['loc.qrCode', ({ loc }) => loc.qrCode(LOC), 'GET /v2/loc/66/qrcode'],
]

function callOf(wanted: string): Call {
  const found = CALLS.find(([name]) => name === wanted)
  if (found === undefined) throw new Error(`no call ${wanted}`)
  return found[1]
}

test.each(CALLS.map(([name, call, line, body]) => ({ name, call, line, body })))(
  '$name',
  async ({ name, call, line, body }) => {
    const { extras, sent } = efiWith([200, ANSWER])
    const answer = await call(extras)
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([line])
    expect(sent[0]?.body).toEqual(body)
    expect(sent[0]?.headers['authorization']).toBe('Bearer invented')
    expect(answer).toEqual(['evp.delete', 'split.link', 'split.unlink'].includes(name) ? undefined : ANSWER)
  },
)

test('every call gives its errors as Efí writes them', async () => {
  const { extras } = efiWith([400, { nome: 'limite_criacao_chave_atingido', mensagem: 'x' }])
  const error = await rejectionOf(extras.evp.create())
  expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 400 })
  expect(isPixkitError(error) && error.message).toBe('server refused efi.evp.create: 400 limite_criacao_chave_atingido')
  expect(explainError(error, explanations, { profile: efi })?.key).toBe('efi-limite-de-chaves')
})

test('a token is refused in the words of Efí, too', async () => {
  const client = createBacenClient({
    profile: efi,
    ambiente: 'homologacao',
    credentials: { clientId: 'client', clientSecret: 'secret' },
    transport: () => Promise.resolve(answerOf([401, { nome: 'credenciais_invalidas', mensagem: 'x' }])),
  })
  const error = await rejectionOf(createEfiExtras(client).saldo.get())
  expect(error).toMatchObject({ code: 'HTTP_TOKEN', params: { type: 'credenciais_invalidas' } })
})

test('a sentence for an answer is enough where nothing is to be read', async () => {
  const { extras, sent } = efiWith([200, 'Chave aleatória removida.'])
  await extras.evp.delete(EVP)
  expect(sent).toHaveLength(1)
})

test('a page for an answer is not', async () => {
  const { extras } = efiWith([200, '<html><body>login</body></html>'])
  expect(await rejectionOf(extras.evp.delete(EVP))).toMatchObject({
    code: 'HTTP_ANSWER',
    params: { reason: 'html' },
  })
})

describe('what may be done twice is not repeated', () => {
  test.each(['evp.create', 'split.createConfig', 'evp.delete', 'split.unlink'])('%s', async (name) => {
    const { extras, sent } = efiWith([503], [200, {}])
    const call = callOf(name)
    expect(await rejectionOf(call(extras))).toMatchObject({ status: 503 })
    expect(sent).toHaveLength(1)
  })

  test.each(['envio.send', 'split.putConfig', 'split.link', 'envio.get'])('but %s is', async (name) => {
    const { extras, sent } = efiWith([503], [200, ANSWER])
    const call = callOf(name)
    await call(extras)
    expect(sent).toHaveLength(2)
    expect(sent[0]).toEqual(sent[1])
  })
})

describe('a Pix whose answer was lost', () => {
  const DUPLICADO: Answer = [409, { nome: 'id_envio_duplicado', mensagem: 'x' }]
  const STORED = {
    endToEndId: 'E0908935620221025120800000000001',
    idEnvio: 'pedido7',
    valor: '12.34',
    chave: 'financeiro@loja.example',
    status: 'REALIZADO',
    horario: { solicitacao: '2026-11-25T12:00:00.000Z' },
    favorecido: { chave: 'fornecedor@loja.example', identificacao: { nome: 'Pessoa', cpf: '***.456.789-**' } },
  }

  test('is read, and found to be the one that was sent', async () => {
    const { extras, sent } = efiWith([504], DUPLICADO, [200, STORED])
    expect(await extras.envio.send('pedido7', ENVIO)).toEqual({
      idEnvio: 'pedido7',
      e2eId: 'E0908935620221025120800000000001',
      valor: '12.34',
      horario: { solicitacao: '2026-11-25T12:00:00.000Z' },
      status: 'REALIZADO',
    })
    expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'PUT /v3/gn/pix/pedido7',
      'PUT /v3/gn/pix/pedido7',
      'GET /v2/gn/pix/enviados/id-envio/pedido7',
    ])
  })

  test('to an account is compared by agency and account, as documents are masked', async () => {
    const contaBanco = { nome: 'Pessoa', cpf: '***.456.789-**', agencia: '1', conta: '123453', tipoConta: 'corrente' }
    const { extras } = efiWith([504], DUPLICADO, [200, { ...STORED, favorecido: { contaBanco } }])
    expect(await extras.envio.send('pedido7', POR_CONTA)).toMatchObject({ status: 'REALIZADO' })
  })

  test.each([
    ['amount', { valor: '12.35' }, ['valor']],
    ['payer', { chave: 'outra@loja.example' }, ['pagador', 'chave']],
    ['receiver', { favorecido: { chave: 'outra@loja.example' } }, ['favorecido', 'chave']],
    ['receiver, of whom a part is told', { favorecido: { chave: 'f***@outra.example' } }, ['favorecido', 'chave']],
    ['end: nobody was paid', { status: 'NAO_REALIZADO' }, ['status']],
  ])('is another one by its %s', async (_what, change, path) => {
    const { extras } = efiWith([504], DUPLICADO, [200, { ...STORED, ...change }])
    const error = await rejectionOf(extras.envio.send('pedido7', ENVIO))
    expect(error).toMatchObject({ code: 'BACEN_IN_USE', path, params: { reason: 'different' } })
    expect(JSON.stringify(error)).not.toContain('outra@')
    expect(failedCallOf(error)).toMatchObject({
      operation: 'efi.envio.send',
      mayBeDone: false,
      params: { idEnvio: 'pedido7' },
    })
  })

  test.each([
    ['receiver', { favorecido: null }],
    ['key', { favorecido: { identificacao: { nome: 'Pessoa' } } }],
    ['key but stars', { favorecido: { chave: 'f*********@loja.example' } }],
    ['key in the same case', { favorecido: { chave: 'Fornecedor@Loja.example' } }],
    ['payer', { chave: undefined }],
    ['id', { idEnvio: undefined }],
  ])('is the one that was sent, though Efí shows no %s', async (_what, change) => {
    const { extras } = efiWith([504], DUPLICADO, [200, { ...STORED, ...change }])
    expect(await extras.envio.send('pedido7', ENVIO)).toMatchObject({ idEnvio: 'pedido7', status: 'REALIZADO' })
  })

  test('is not that of another id', async () => {
    const { extras } = efiWith([504], DUPLICADO, [200, { ...STORED, idEnvio: 'pedido8' }])
    const error = await rejectionOf(extras.envio.send('pedido7', ENVIO))
    expect(error).toMatchObject({ code: 'BACEN_RESPONSE', path: ['idEnvio'], mayBeDone: true })
    expect(failedCallOf(error)).toMatchObject({ operation: 'efi.envio.send', params: { idEnvio: 'pedido7' } })
  })

  test('is compared with what was sent, whatever the caller makes of it meanwhile', async () => {
    const envio = { ...ENVIO }
    const { extras, sent } = efiWith([504], DUPLICADO, [200, STORED])
    const answer = extras.envio.send('pedido7', envio)
    Object.assign(envio, { valor: '9999.00' })
    expect(await answer).toMatchObject({ valor: '12.34' })
    expect(sent.slice(0, 2).map(({ body }) => body)).toEqual([ENVIO, ENVIO])
  })

  test.each([
    ['bank', { codigoBanco: '99999999' }, 'codigoBanco'],
    ['kind', { tipoConta: 'svgs' }, 'tipoConta'],
    ['account', { conta: '123454' }, 'conta'],
    ['holder', { cpf: '***.456.780-**' }, 'cpf'],
  ])('to an account is another one by its %s', async (_what, change, member) => {
    const contaBanco = { nome: 'Pessoa', cpf: '***.456.789-**', agencia: '1', conta: '123453', ...change }
    const { extras } = efiWith([504], DUPLICADO, [200, { ...STORED, favorecido: { contaBanco } }])
    const error = await rejectionOf(extras.envio.send('pedido7', POR_CONTA))
    expect(error).toMatchObject({ code: 'BACEN_IN_USE', path: ['favorecido', 'contaBanco', member] })
  })

  test.each([null, '', 7, []])('that is read as %j may be done: the refusal says so', async (stored) => {
    const { extras } = efiWith([504], DUPLICADO, [200, stored])
    const error = await rejectionOf(extras.envio.send('pedido7', ENVIO))
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 409, mayBeDone: true })
    expect(failedCallOf(error)?.params).toEqual({ idEnvio: 'pedido7' })
  })

  test.each([400, 403, 404, 429])('is looked for after a refusal with %i, too', async (status) => {
    const { extras } = efiWith([504], [status], ...(status === 429 ? [[429] as const] : []), [200, STORED])
    expect(await extras.envio.send('pedido7', ENVIO)).toMatchObject({ status: 'REALIZADO' })
  })

  test.each([[429], [401]])('is not looked for when the try before was not done: %i', async (status) => {
    const { extras } = efiWith([status], DUPLICADO)
    const error = await rejectionOf(extras.envio.send('pedido7', ENVIO))
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 409 })
    expect(failedCallOf(error)?.mayBeDone).toBe(false)
  })

  test.each([null, 'ok', {}, { idEnvio: 'pedido7' }])(
    'with success, and %j for an answer, may be done',
    async (body) => {
      const { extras } = efiWith([201, JSON.stringify(body)])
      const error = await rejectionOf(extras.envio.send('pedido7', ENVIO))
      expect(error).toMatchObject({ code: 'BACEN_RESPONSE', mayBeDone: true })
      expect(failedCallOf(error)).toMatchObject({ operation: 'efi.envio.send', params: { idEnvio: 'pedido7' } })
    },
  )

  test('is not looked for after a first refusal, for that id was taken before', async () => {
    const { extras, sent } = efiWith(DUPLICADO)
    const error = await rejectionOf(extras.envio.send('pedido7', ENVIO))
    expect(error).toMatchObject({ code: 'HTTP_STATUS', status: 409 })
    expect(failedCallOf(error)?.mayBeDone).toBe(false)
    expect(sent).toHaveLength(1)
  })

  test('is looked for after a first refusal when the caller sent it before', async () => {
    const { extras } = efiWith(DUPLICADO, [200, STORED])
    expect(await extras.envio.send('pedido7', ENVIO, { mayExist: true })).toMatchObject({ idEnvio: 'pedido7' })
  })

  test.each<readonly [string, Answer]>([
    ['404', [404]],
    ['400 of Efí', [400, { nome: 'pix_nao_encontrado', mensagem: 'x' }]],
  ])('that cannot be found (%s) leaves the refusal, and may be under way', async (_what, none) => {
    const { extras } = efiWith([504], [422, { nome: 'pagamento_negado' }], none)
    const error = await rejectionOf(extras.envio.send('pedido7', ENVIO))
    expect(error).toMatchObject({ status: 422 })
    expect(failedCallOf(error)?.mayBeDone).toBe(true)
  })

  test('whose id is taken may be done, though it is not to be seen yet', async () => {
    const { extras } = efiWith([504], DUPLICADO, [404])
    expect(failedCallOf(await rejectionOf(extras.envio.send('pedido7', ENVIO)))?.mayBeDone).toBe(true)
  })

  test.each<readonly [string, Answer]>([
    ['400', [400, { nome: 'valor_invalido' }]],
    ['401', [401]],
    ['429', [429]],
    ['409', DUPLICADO],
  ])('that was sent before, is refused with %s and cannot be found, may be done', async (_status, refusal) => {
    const none: Answer = [404, { nome: 'pix_enviado_nao_encontrado' }]
    const repeated: Readonly<Record<number, number>> = { 401: 1, 429: 2 }
    const more = Array.from({ length: repeated[refusal[0]] ?? 0 }, () => refusal)
    const { extras } = efiWith(refusal, ...more, none)
    const error = await rejectionOf(extras.envio.send('pedido7', ENVIO, { mayExist: true }))
    expect(error).toMatchObject({ status: refusal[0], mayBeDone: true })
    expect(failedCallOf(error)).toMatchObject({ params: { idEnvio: 'pedido7' }, mayBeDone: true })
  })

  test('whose amount Efí does not show comes without one', async () => {
    const { valor: _hidden, ...stored } = STORED
    const { extras } = efiWith([504], DUPLICADO, [200, stored])
    expect(await extras.envio.send('pedido7', ENVIO)).toMatchObject({ status: 'REALIZADO', valor: undefined })
  })

  test('that cannot be read may be done', async () => {
    const { extras } = efiWith([504], DUPLICADO, [403])
    expect(failedCallOf(await rejectionOf(extras.envio.send('pedido7', ENVIO)))?.mayBeDone).toBe(true)
  })

  test('for good may be done: the error says so, with its id', async () => {
    const { extras } = efiWith([504], [504], [504])
    const error = await rejectionOf(extras.envio.send('pedido7', ENVIO))
    expect(error).toMatchObject({ status: 504, mayBeDone: true })
    expect(failedCallOf(error)).toMatchObject({ params: { idEnvio: 'pedido7' }, mayBeDone: true })
    expect(JSON.stringify(error)).not.toContain('pedido7')
  })
})

describe('an answer about something else', () => {
  const E2E = 'E0908935620221025120800000000001'
  test.each<readonly [string, object, Call, readonly string[]]>([
    ['id', { idEnvio: 'pedido8' }, callOf('envio.send'), ['idEnvio']],
    ['amount', { valor: '1234.00' }, callOf('envio.send'), ['valor']],
    ['id of what was sent', { idEnvio: 'pedido8' }, callOf('envio.get'), ['idEnvio']],
    ['payment', { endToEndId: E2E.replace('1', '2') }, callOf('envio.getByEndToEndId'), ['endToEndId']],
    ['split', { id: 'loja2' }, callOf('split.putConfig'), ['id']],
    ['split that was read', { id: 'loja2' }, callOf('split.getConfig'), ['id']],
    ['charge', { txid: `${TXID}0` }, callOf('split.getCharge'), ['txid']],
  ])('is refused: another %s', async (_what, change, call, path) => {
    const { extras } = efiWith([200, { ...ANSWER, ...change }])
    const error = await rejectionOf(call(extras))
    expect(error).toMatchObject({ code: 'BACEN_RESPONSE', path, params: { reason: 'different' } })
    expect(failedCallOf(error)).toMatchObject({ answer: change })
  })

  test('not another spelling of the amount', async () => {
    const { extras } = efiWith([200, { ...ANSWER, idEnvio: 'pedido7', valor: '12.340' }])
    expect(await extras.envio.send('pedido7', ENVIO)).toMatchObject({ status: 'ATIVA' })
  })
})

test('what is checked is what is sent', async () => {
  const hidden = { ...ENVIO, toJSON: () => ({ ...ENVIO, valor: 'all of it' }) }
  const { extras, sent } = efiWith()
  expect(await rejectionOf(extras.envio.send('pedido7', hidden))).toMatchObject({
    code: 'BACEN_REQUEST',
    path: ['valor'],
  })
  expect(sent).toEqual([])
})

describe('before a byte is sent', () => {
  const contaBanco = (POR_CONTA.favorecido as { contaBanco: object }).contaBanco

  test.each<readonly [string, unknown, readonly (string | number)[], string]>([
    ['nothing', undefined, [], 'missing'],
    ['an amount of nothing', { ...ENVIO, valor: '0.00' }, ['valor'], 'zero'],
    ['a number for an amount', { ...ENVIO, valor: 12.34 }, ['valor'], 'type'],
    ['no payer', { ...ENVIO, pagador: undefined }, ['pagador'], 'missing'],
    [
      'a long message',
      { ...ENVIO, pagador: { chave: 'a', infoPagador: 'x'.repeat(141) } },
      ['pagador', 'infoPagador'],
      'too-long',
    ],
    ['nobody to receive', { ...ENVIO, favorecido: {} }, ['favorecido', 'chave'], 'missing'],
    ['two to receive', { ...ENVIO, favorecido: { chave: 'a', contaBanco } }, ['favorecido'], 'chave-and-conta'],
    [
      'two documents',
      { ...ENVIO, favorecido: { chave: 'a', cpf: '12345678909', cnpj: '12345678000195' } },
      ['favorecido'],
      'cpf-and-cnpj',
    ],
    [
      'an account without a document',
      { ...ENVIO, favorecido: { contaBanco: { ...contaBanco, cpf: undefined } } },
      ['favorecido', 'contaBanco'],
      'no-document',
    ],
    [
      'a bank of three digits',
      { ...ENVIO, favorecido: { contaBanco: { ...contaBanco, codigoBanco: '364' } } },
      ['favorecido', 'contaBanco', 'codigoBanco'],
      'format',
    ],
    ['a misspelled member', { ...ENVIO, descricao: 'x' }, ['descricao'], 'unknown-member'],
  ])('a Pix with %s is refused', async (_what, envio, path, reason) => {
    const { extras, sent } = efiWith()
    const error = await rejectionOf(extras.envio.send('pedido7', envio as EfiEnvioSolicitado))
    expect(error).toMatchObject({ code: 'BACEN_REQUEST', path, params: { reason, operation: 'efi.envio.send' } })
    expect(sent).toEqual([])
  })

  const repasse = SPLIT.split.repasses[0]

  test.each<readonly [string, object, readonly (string | number)[], string]>([
    ['percentages of less than all', { repasses: [{ ...repasse, valor: '39.99' }] }, ['repasses'], 'split-sum'],
    ['percentages of more than all', { repasses: [{ ...repasse, valor: '40.01' }] }, ['repasses'], 'split-sum'],
    ['a share of nothing', { repasses: [repasse, { ...repasse, valor: '0.00' }] }, ['repasses', 1, 'valor'], 'zero'],
    ['nobody to share with', { repasses: [] }, ['repasses'], 'too-few'],
    ['too many to share with', { repasses: Array.from({ length: 21 }, () => repasse) }, ['repasses'], 'too-many'],
    ['a kind that there is not', { minhaParte: { tipo: 'metade', valor: '60.00' } }, ['minhaParte', 'tipo'], 'enum'],
    [
      'an account of nobody',
      { repasses: [{ ...repasse, favorecido: { conta: '1' } }] },
      ['repasses', 0, 'favorecido'],
      'no-document',
    ],
  ])('a split with %s is refused', async (_what, change, path, reason) => {
    const { extras, sent } = efiWith()
    const config = { ...SPLIT, split: { ...SPLIT.split, ...change } } as EfiSplitSolicitado
    for (const run of [() => extras.split.createConfig(config), () => extras.split.putConfig('a', config)]) {
      expect(await rejectionOf(run())).toMatchObject({
        code: 'BACEN_REQUEST',
        path: ['split', ...path],
        params: { reason },
      })
    }
    expect(sent).toEqual([])
  })

  test('a split of amounts, or of both kinds, is left to Efí', async () => {
    const fixo = { ...SPLIT, split: { ...SPLIT.split, minhaParte: { tipo: 'fixo', valor: '5.00' } } } as const
    const { extras, sent } = efiWith([201, { id: 'loja1' }])
    await extras.split.createConfig(fixo)
    expect(sent).toHaveLength(1)
  })

  test.each<readonly [string, (extras: EfiExtras) => Promise<unknown>, string]>([
    ['idEnvio', ({ envio }) => envio.send('a-b', ENVIO), '[a-zA-Z0-9]{1,35}'],
    ['idEnvio', ({ envio }) => envio.get('x'.repeat(36)), '[a-zA-Z0-9]{1,35}'],
    ['endToEndId', ({ envio }) => envio.getByEndToEndId('../saldo'), '[a-zA-Z0-9]{32}'],
    ['chave', ({ evp }) => evp.delete('maria@loja.example'), 'UUID'],
    ['id', ({ split }) => split.putConfig('', SPLIT), '[a-zA-Z0-9]{1,64}'],
    ['id', ({ split }) => split.getConfig('..'), '[a-zA-Z0-9]{1,64}'],
    ['txid', ({ split }) => split.unlink('cob', 'curto'), '[a-zA-Z0-9]{26,35}'],
    ['splitConfigId', ({ split }) => split.link('cob', TXID, 'a/b'), '[a-zA-Z0-9]{1,64}'],
  ])('a wrong %s is refused: case %#', async (name, call, form) => {
    const { extras, sent } = efiWith()
    const error = await rejectionOf(call(extras))
    expect(error).toMatchObject({ code: 'BACEN_REQUEST', path: [name], params: { reason: 'format', form } })
    expect(JSON.stringify(error)).not.toContain('maria')
    expect(sent).toEqual([])
  })

  test.each<readonly [string, (extras: EfiExtras) => Promise<unknown>]>([
    ['loc', ({ loc }) => loc.qrCode(66 as never)],
    ['loc', ({ loc }) => loc.qrCode({ ...LOC, location: '' })],
    ['tipo', ({ split }) => split.getCharge('cobr' as never, TXID)],
    ['idEnvio', ({ envio }) => envio.get(7 as never)],
  ])('"%s" of another type is a TypeError', async (name, call) => {
    const error = await rejectionOf(call(efiWith().extras))
    expect(error).toBeInstanceOf(TypeError)
    expect((error as TypeError).message).toContain(`"${name}"`)
  })
})

test('a webhook is set without its certificate being demanded', async () => {
  const { client, sent } = efiWith([201, { webhookUrl: 'https://loja.example.com/pix' }])
  await client.webhook.set(EVP, { webhookUrl: 'https://loja.example.com/pix' }, { headers: efiSkipMtlsChecking() })
  expect(sent[0]?.path).toBe(`/v2/webhook/${EVP}`)
  expect(sent[0]?.headers['x-skip-mtls-checking']).toBe('true')
})

describe('the QR Code of a location', () => {
  test.each([
    ['another location', codeOf('pix.example.com/v2/0000000000000000000000000000ffff'), 'location'],
    ['another host', codeOf('pix.attacker.example/v2/9d36b84fc70b478fb95c12729b90ca25'), 'host'],
    [
      'a key',
      buildBrCode({ kind: 'static', chave: 'maria@loja.example', merchantName: 'L', merchantCity: 'B' }),
      'kind',
    ],
    ['nothing', '000201', 'unreadable'],
  ])('that leads to %s is refused', async (_what, qrcode, reason) => {
    const { extras } = efiWith([200, { qrcode, imagemQrcode: 'data:image/svg+xml;base64,' }])
    const error = await rejectionOf(extras.loc.qrCode(LOC))
    const params = { reason, operation: 'efi.loc.qrCode' }
    expect(error).toMatchObject({ code: 'BACEN_COPIA_E_COLA', path: ['qrcode'], params })
    expect(JSON.stringify(error)).not.toContain('pix.')
    expect(failedCallOf(error)).toMatchObject({ params: { id: 66 }, mayBeDone: false, answer: { qrcode } })
  })
})

test('what is no client of Efí is refused', () => {
  const { client } = efiWith()
  const other = { ...client, settings: { ...client.settings, id: 'sicredi' } }
  expect(errorOf(() => createEfiExtras(other))).toMatchObject({
    name: 'TypeError',
    message: expect.stringContaining('profiles/efi'),
  })
  expect(errorOf(() => createEfiExtras({} as never))).toBeInstanceOf(TypeError)
  expect(errorOf(() => createEfiExtras(undefined as never))).toBeInstanceOf(TypeError)
})
