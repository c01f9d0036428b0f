/**
 * @module The sandbox against the OpenAPI document of API Pix 2.9.0, where `PIXKIT_OPENAPI` says where it is: for each of the 51 operations a success
 * and the errors that its tables list. Every answer is valid by the document's own schema, once the document is repaired (lib/openapi-repairs.ts).
 */
import { createSandbox } from '@pixkit/sandbox'
import { operations } from '@pixkit/bacen/operations'
import { readProblem } from '@pixkit/http/problema'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answers, readAnswers } from './lib/openapi-answers.ts'
import { openapiPath } from './lib/openapi.ts'
import { REPAIRS } from './lib/openapi-repairs.ts'

const NOW = '2026-03-02T15:00:00Z'
const DAY = { inicio: '2026-03-02T00:00:00Z', fim: '2026-03-31T00:00:00Z' }
const BACKWARDS = { inicio: DAY.fim, fim: DAY.inicio }
const ANYWHERE = { 'paginacao.paginaAtual': '0', 'paginacao.itensPorPagina': '100' }
const NEGATIVE = { ...DAY, 'paginacao.paginaAtual': '-1' }
const BOTH = { ...DAY, cpf: '12345678909', cnpj: '12345678000195' }

/**
 * What each operation is refused with, by the tables of the document's `info`. `NaoEncontrado` and `RequisicaoInvalida` are for all of them; where a
 * table names another, that one is given.
 */
const LISTED: Readonly<Record<string, readonly string[]>> = {
  'PUT /cob/{txid}': ['CobOperacaoInvalida'],
  'PATCH /cob/{txid}': ['CobOperacaoInvalida', 'CobNaoEncontrado'],
  'GET /cob/{txid}': ['CobConsultaInvalida', 'CobNaoEncontrado'],
  'POST /cob': ['CobOperacaoInvalida'],
  'GET /cob': ['CobConsultaInvalida'],
  'PUT /cobv/{txid}': ['CobVOperacaoInvalida'],
  'PATCH /cobv/{txid}': ['CobVOperacaoInvalida', 'CobVNaoEncontrada'],
  'GET /cobv/{txid}': ['CobVConsultaInvalida', 'CobVNaoEncontrada'],
  'GET /cobv': ['CobVConsultaInvalida'],
  'PUT /lotecobv/{id}': ['LoteCobVOperacaoInvalida'],
  'PATCH /lotecobv/{id}': ['LoteCobVOperacaoInvalida', 'LoteCobVNaoEncontrado'],
  'GET /lotecobv/{id}': ['LoteCobVNaoEncontrado'],
  'GET /lotecobv': ['LoteCobVConsultaInvalida'],
  'POST /loc': ['PayloadLocationOperacaoInvalida'],
  'GET /loc': ['PayloadLocationConsultaInvalida'],
  'GET /loc/{id}': ['PayloadLocationNaoEncontrado'],
  'DELETE /loc/{id}/txid': ['PayloadLocationNaoEncontrado'],
  'POST /locrec': [],
  'GET /locrec': ['PayloadLocationRecConsultaInvalida'],
  'GET /locrec/{id}': ['PayloadLocationRecNaoEncontrado'],
  'DELETE /locrec/{id}/idRec': ['PayloadLocationRecNaoEncontrado'],
  'GET /pix/{e2eid}': ['PixNaoEncontrado'],
  'GET /pix': ['PixConsultaInvalida'],
  'PUT /pix/{e2eid}/devolucao/{id}': ['PixDevolucaoInvalida'],
  'GET /pix/{e2eid}/devolucao/{id}': ['PixDevolucaoNaoEncontrada'],
  'PUT /webhook/{chave}': ['WebhookOperacaoInvalida'],
  'GET /webhook/{chave}': ['WebhookNaoEncontrado'],
  'DELETE /webhook/{chave}': ['WebhookNaoEncontrado'],
  'GET /webhook': ['WebhookConsultaInvalida'],
  'PUT /webhookrec': ['WebhookRecOperacaoInvalida'],
  'GET /webhookrec': ['NaoEncontrado'],
  'DELETE /webhookrec': ['NaoEncontrado'],
  'PUT /webhookcobr': ['WebhookCobROperacaoInvalida'],
  'GET /webhookcobr': ['NaoEncontrado'],
  'DELETE /webhookcobr': ['NaoEncontrado'],
  'POST /rec': ['RecOperacaoInvalida'],
  'GET /rec/{idRec}': ['RecNaoEncontrada', 'RecConsultaInvalida'],
  'PATCH /rec/{idRec}': ['RecOperacaoInvalida', 'RecNaoEncontrada'],
  'GET /rec': ['RecConsultaInvalida'],
  'POST /solicrec': ['SolicRecOperacaoInvalida'],
  'GET /solicrec/{idSolicRec}': ['SolicRecNaoEncontrada'],
  'PATCH /solicrec/{idSolicRec}': ['SolicRecOperacaoInvalida'],
  'PUT /cobr/{txid}': ['CobROperacaoInvalida'],
  'POST /cobr': ['CobROperacaoInvalida'],
  'PATCH /cobr/{txid}': ['CobROperacaoInvalida', 'CobRNaoEncontrado'],
  'GET /cobr/{txid}': ['CobRNaoEncontrado'],
  'GET /cobr': ['CobRConsultaInvalida'],
  'POST /cobr/{txid}/retentativa/{data}': ['CobROperacaoInvalida', 'CobRNaoEncontrado'],
  'GET /{pixUrlAccessToken}': ['CobPayloadNaoEncontrado'],
  'GET /cobv/{pixUrlAccessToken}': ['CobPayloadNaoEncontrado', 'CobPayloadOperacaoInvalida'],
  'GET /rec/{recUrlAccessToken}': ['RecPayloadNaoEncontrado'],
}

interface Request {
  readonly params?: Readonly<Record<string, string | number>> | undefined
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly body?: unknown
}

interface Answer {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- of whatever operation it is
  readonly body: any
}

/** A sandbox, and what was seen of it: each answer is held against the document as it comes. */
async function createBench(answers: Answers) {
  const sandbox = createSandbox({ clock: NOW, seed: 'conformance' })
  const seen = new Map<string, Set<string>>()
  const faults: string[] = []

  const note = (operation: string, what: string): void => {
    seen.set(operation, (seen.get(operation) ?? new Set()).add(what))
  }
  const check = (operation: string, { status, body }: Answer): void => {
    const isDeclared = answers.statusesOf(operation).includes(status)
    if (!isDeclared && status < 400) faults.push(`${operation} ${status}: not declared`)
    const found = isDeclared ? answers.faults(operation, status, body) : answers.schemaFaults('Problema', body)
    faults.push(...found.map((fault) => `${operation} ${status} ${fault}`))
    note(operation, status < 400 ? 'success' : (readProblem(body, status)?.type.split('/').at(-1) ?? 'none'))
  }
  const read = async (response: Response): Promise<Answer> => {
    const text = await response.text()
    const type = response.headers.get('content-type') ?? ''
    // The document has the schema of what is signed.
    const json = type.includes('jose') ? Buffer.from(text.split('.')[1] ?? '', 'base64url').toString() : text
    return { status: response.status, body: /jose|json/.test(type) ? JSON.parse(json) : text }
  }
  const token = async (scope?: string): Promise<string> => {
    const { clientId, clientSecret } = sandbox.credentials
    const response = await sandbox.fetch(sandbox.tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope === undefined ? {} : { scope }) }),
    })
    return ((await response.json()) as { access_token: string }).access_token
  }
  let all = { value: await token(), at: sandbox.clock.now() }
  const anyToken = async (): Promise<string> => {
    if (sandbox.clock.now() - all.at > 60_000) all = { value: await token(), at: sandbox.clock.now() }
    return all.value
  }

  /** Asks, and holds the answer against the document. */
  const ask = async (operation: string, request: Request = {}, given?: string): Promise<Answer> => {
    const bearer = given ?? (await anyToken())
    const { params = {}, query, body } = request
    const [method = '', template = ''] = operation.split(' ')
    const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
    const search = query === undefined ? '' : `?${new URLSearchParams(query)}`
    const response = await sandbox.fetch(sandbox.apiUrl + path + search, {
      method,
      headers: {
        ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const answer = await read(response)
    check(operation, answer)
    return answer
  }
  /** Reads a location, as a payer does. */
  const open = async (operation: string, location: string, query?: Readonly<Record<string, string>>) => {
    const search = query === undefined ? '' : `?${new URLSearchParams(query)}`
    const answer = await read(await sandbox.fetch(`https://${location}${search}`))
    check(operation, answer)
    return answer
  }
  return { sandbox, seen, faults, ask, open, token }
}

type Bench = Awaited<ReturnType<typeof createBench>>

const CHAVE = 'pix@padaria.example'
const TXID = 'cobranca0000000000000000000001'
const OTHER_TXID = 'cobranca0000000000000000000002'
const UNKNOWN = 'desconhecida000000000000000000'
const DEVEDOR = { cpf: '12345678909', nome: 'Maria da Silva' }
const cob = { calendario: { expiracao: 3600 }, valor: { original: '12.34' }, chave: CHAVE }
const cobv = {
  calendario: { dataDeVencimento: '2026-03-20', validadeAposVencimento: 10 },
  devedor: { ...DEVEDOR, logradouro: 'Rua A, 1', cidade: 'Porto Alegre', uf: 'RS', cep: '90010000' },
  valor: {
    original: '100.00',
    multa: { modalidade: 2, valorPerc: '2.00' },
    juros: { modalidade: 2, valorPerc: '1.00' },
  },
  chave: CHAVE,
}
const removal = { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }

async function immediateCharges({ ask, open, sandbox }: Bench): Promise<void> {
  const { body: made } = await ask('PUT /cob/{txid}', { params: { txid: TXID }, body: cob })
  await ask('PUT /cob/{txid}', { params: { txid: OTHER_TXID }, body: { ...cob, valor: { original: '0.00' } } })
  await ask('POST /cob', { body: { ...cob, devedor: DEVEDOR } })
  await ask('POST /cob', { body: { ...cob, chave: 'outra@padaria.example' } })
  await ask('GET /cob/{txid}', { params: { txid: TXID } })
  await ask('GET /cob/{txid}', { params: { txid: UNKNOWN } })
  await ask('PATCH /cob/{txid}', { params: { txid: TXID }, body: { valor: { original: '13.00' } } })
  await ask('PATCH /cob/{txid}', { params: { txid: UNKNOWN }, body: { valor: { original: '13.00' } } })
  await ask('GET /cob/{txid}', { params: { txid: TXID }, query: { revisao: '0' } })
  await ask('GET /cob/{txid}', { params: { txid: TXID }, query: { revisao: '9' } })
  await ask('GET /cob', { query: { ...DAY, ...ANYWHERE } })
  for (const query of [BACKWARDS, NEGATIVE, BOTH]) await ask('GET /cob', { query })
  await open('GET /{pixUrlAccessToken}', made.location)
  const { body: removed } = await ask('PUT /cob/{txid}', { params: { txid: OTHER_TXID }, body: cob })
  await ask('PATCH /cob/{txid}', { params: { txid: OTHER_TXID }, body: removal })
  await ask('PATCH /cob/{txid}', { params: { txid: OTHER_TXID }, body: { valor: { original: '1.00' } } })
  await open('GET /{pixUrlAccessToken}', removed.location)
  await sandbox.clock.advance('1s')
}

async function dueCharges({ ask, open }: Bench): Promise<void> {
  const txid = 'vencimento00000000000000000001'
  const { body: made } = await ask('PUT /cobv/{txid}', { params: { txid }, body: cobv })
  const past = { ...cobv, calendario: { dataDeVencimento: '2026-03-01' } }
  await ask('PUT /cobv/{txid}', { params: { txid: `${txid}x` }, body: past })
  await ask('GET /cobv/{txid}', { params: { txid } })
  await ask('GET /cobv/{txid}', { params: { txid: UNKNOWN } })
  await ask('GET /cobv/{txid}', { params: { txid }, query: { revisao: '9' } })
  await ask('PATCH /cobv/{txid}', { params: { txid }, body: { solicitacaoPagador: 'Obrigado' } })
  await ask('PATCH /cobv/{txid}', { params: { txid: UNKNOWN }, body: { solicitacaoPagador: 'Obrigado' } })
  await ask('PATCH /cobv/{txid}', { params: { txid }, body: { ...removal, solicitacaoPagador: 'Obrigado' } })
  await ask('GET /cobv', { query: DAY })
  for (const query of [BACKWARDS, NEGATIVE, BOTH]) await ask('GET /cobv', { query })
  await open('GET /cobv/{pixUrlAccessToken}', made.loc.location)
  await open('GET /cobv/{pixUrlAccessToken}', made.loc.location, { DPP: '2026-03-25', codMun: '4314902' })
  for (const query of [{ DPP: '2026-03-01' }, { DPP: 'amanha' }, { codMun: '12' }]) {
    await open('GET /cobv/{pixUrlAccessToken}', made.loc.location, query)
  }
  await open('GET /cobv/{pixUrlAccessToken}', made.loc.location.replace(/[^/]+$/, 'desconhecida'))
}

async function batches({ ask, sandbox }: Bench): Promise<void> {
  const entries = ['lote000000000000000000000000001', 'lote000000000000000000000000002'].map((txid) => ({
    ...cobv,
    txid,
  }))
  const [first, second] = entries
  const impossible = { ...second, calendario: { dataDeVencimento: '2026-03-01' } }
  await ask('PUT /lotecobv/{id}', { params: { id: 7 }, body: { descricao: 'Março', cobsv: [first, impossible] } })
  await ask('GET /lotecobv/{id}', { params: { id: 7 } })
  await sandbox.clock.advance('1m')
  await ask('GET /lotecobv/{id}', { params: { id: 7 } })
  await ask('GET /lotecobv/{id}', { params: { id: 8 } })
  await ask('PUT /lotecobv/{id}', { params: { id: 9 }, body: { descricao: 'Sem cobranças' } })
  const change = { txid: first?.txid, solicitacaoPagador: 'Obrigado' }
  await ask('PATCH /lotecobv/{id}', { params: { id: 7 }, body: { cobsv: [change] } })
  await ask('PATCH /lotecobv/{id}', { params: { id: 7 }, body: { cobsv: [{ ...change, txid: UNKNOWN }] } })
  await ask('PATCH /lotecobv/{id}', { params: { id: 8 }, body: { cobsv: [change] } })
  await ask('GET /lotecobv', { query: DAY })
  for (const query of [BACKWARDS, NEGATIVE]) await ask('GET /lotecobv', { query })
}

async function locations({ ask }: Bench): Promise<void> {
  const { body: loc } = await ask('POST /loc', { body: { tipoCob: 'cob' } })
  await ask('POST /loc', { body: { tipoCob: 'outro' } })
  const { id } = loc
  await ask('GET /loc/{id}', { params: { id } })
  await ask('GET /loc/{id}', { params: { id: 999_999 } })
  await ask('PUT /cob/{txid}', { params: { txid: 'location0000000000000000000001' }, body: { ...cob, loc: { id } } })
  await ask('PUT /cob/{txid}', { params: { txid: 'location0000000000000000000002' }, body: { ...cob, loc: { id } } })
  await ask('DELETE /loc/{id}/txid', { params: { id } })
  await ask('DELETE /loc/{id}/txid', { params: { id: 999_999 } })
  await ask('GET /loc', { query: { ...DAY, tipoCob: 'cob' } })
  for (const query of [BACKWARDS, NEGATIVE]) await ask('GET /loc', { query })
}

async function payments({ ask, open, sandbox }: Bench): Promise<void> {
  const { body: charge } = await ask('POST /cob', { body: cob })
  const { endToEndId: e2eid } = await sandbox.pay({ code: charge.pixCopiaECola })
  await ask('GET /cob/{txid}', { params: { txid: charge.txid } })
  await ask('GET /pix/{e2eid}', { params: { e2eid } })
  await ask('GET /pix/{e2eid}', { params: { e2eid: e2eid.replaceAll(/\d/g, '0') } })
  await ask('GET /pix', { query: { ...DAY, txid: charge.txid } })
  for (const query of [BACKWARDS, NEGATIVE, BOTH]) await ask('GET /pix', { query })
  const part = { params: { e2eid, id: 'devolucao1' } }
  await ask('PUT /pix/{e2eid}/devolucao/{id}', { ...part, body: { valor: '2.34' } })
  await ask('PUT /pix/{e2eid}/devolucao/{id}', { params: { e2eid, id: 'devolucao2' }, body: { valor: '10.01' } })
  await ask('GET /pix/{e2eid}/devolucao/{id}', part)
  await sandbox.clock.advance('1m')
  await ask('GET /pix/{e2eid}/devolucao/{id}', part)
  await ask('GET /pix/{e2eid}', { params: { e2eid } })
  await ask('GET /pix/{e2eid}/devolucao/{id}', { params: { e2eid, id: 'outra' } })
  await ask('GET /pix', { query: { ...DAY, devolucaoPresente: 'true' } })
  await open('GET /{pixUrlAccessToken}', charge.location)

  const txid = 'vencimento00000000000000000009'
  const { body: due } = await ask('PUT /cobv/{txid}', { params: { txid }, body: cobv })
  const { endToEndId } = await sandbox.pay({ code: due.pixCopiaECola })
  await ask('GET /pix/{e2eid}', { params: { e2eid: endToEndId } })
  await ask('GET /cobv/{txid}', { params: { txid } })
  await ask('PUT /cobv/{txid}', { params: { txid }, body: cobv })
}

async function webhooks({ ask }: Bench): Promise<void> {
  const webhook = { webhookUrl: 'https://pix.example.com/webhook' }
  const plain = { webhookUrl: 'http://pix.example.com/webhook' }
  const chave = { chave: CHAVE }
  await ask('GET /webhook/{chave}', { params: chave })
  await ask('DELETE /webhook/{chave}', { params: chave })
  await ask('PUT /webhook/{chave}', { params: chave, body: webhook })
  await ask('PUT /webhook/{chave}', { params: chave, body: plain })
  await ask('PUT /webhook/{chave}', { params: { chave: 'outra@padaria.example' }, body: webhook })
  await ask('GET /webhook/{chave}', { params: chave })
  await ask('GET /webhook', { query: DAY })
  for (const query of [BACKWARDS, NEGATIVE]) await ask('GET /webhook', { query })
  await ask('DELETE /webhook/{chave}', { params: chave })
  for (const path of ['/webhookrec', '/webhookcobr']) {
    for (const method of ['GET', 'DELETE']) await ask(`${method} ${path}`)
    await ask(`PUT ${path}`, { body: webhook })
    await ask(`PUT ${path}`, { body: plain })
    for (const method of ['GET', 'DELETE']) await ask(`${method} ${path}`)
  }
}

const rec = {
  vinculo: { contrato: '63100862', devedor: DEVEDOR, objeto: 'Assinatura de pães' },
  calendario: { dataInicial: '2026-03-20', periodicidade: 'MENSAL' },
  valor: { valorRec: '35.00' },
  politicaRetentativa: 'PERMITE_3R_7D',
}
const cobrOf = (idRec: string, dataDeVencimento: string) => ({
  idRec,
  infoAdicional: 'Assinatura',
  calendario: { dataDeVencimento },
  valor: { original: '35.00' },
  ajusteDiaUtil: true,
  recebedor: { agencia: '0001', conta: '1234567', tipoConta: 'CORRENTE' },
})

async function recurrences({ ask, open, sandbox }: Bench): Promise<void> {
  const { body: loc } = await ask('POST /locrec')
  const { body: made } = await ask('POST /rec', { body: { ...rec, loc: loc.id } })
  const { idRec } = made
  await ask('POST /rec', { body: { ...rec, calendario: { ...rec.calendario, dataFinal: '2026-03-01' } } })
  await ask('GET /rec/{idRec}', { params: { idRec } })
  await ask('GET /rec/{idRec}', { params: { idRec }, query: { txid: UNKNOWN } })
  await ask('GET /rec/{idRec}', { params: { idRec: `${idRec.slice(0, -4)}zzzz` } })
  await ask('PATCH /rec/{idRec}', { params: { idRec }, body: { calendario: { dataInicial: '2026-03-21' } } })
  await ask('PATCH /rec/{idRec}', { params: { idRec }, body: { loc: 999_999 } })
  await ask('PATCH /rec/{idRec}', { params: { idRec: `${idRec.slice(0, -4)}zzzz` }, body: { loc: loc.id } })
  await ask('GET /rec', { query: DAY })
  for (const query of [BACKWARDS, NEGATIVE, BOTH]) await ask('GET /rec', { query })

  await ask('GET /locrec/{id}', { params: { id: loc.id } })
  await ask('GET /locrec/{id}', { params: { id: 999_999 } })
  await ask('GET /locrec', { query: DAY })
  for (const query of [BACKWARDS, NEGATIVE]) await ask('GET /locrec', { query })
  await open('GET /rec/{recUrlAccessToken}', loc.location)
  await ask('DELETE /locrec/{id}/idRec', { params: { id: loc.id } })
  await ask('DELETE /locrec/{id}/idRec', { params: { id: 999_999 } })
  await open('GET /rec/{recUrlAccessToken}', loc.location)

  const request = {
    idRec,
    calendario: { dataExpiracaoSolicitacao: '2026-03-10T12:00:00Z' },
    destinatario: { agencia: '1234', conta: '987654', cpf: DEVEDOR.cpf, ispbParticipante: '91193552' },
  }
  const { body: asked } = await ask('POST /solicrec', { body: request })
  await ask('POST /solicrec', { body: request })
  const { idSolicRec } = asked
  await ask('GET /solicrec/{idSolicRec}', { params: { idSolicRec } })
  await ask('GET /solicrec/{idSolicRec}', { params: { idSolicRec: `${idSolicRec.slice(0, -4)}zzzz` } })
  await ask('PATCH /solicrec/{idSolicRec}', { params: { idSolicRec }, body: { status: 'CANCELADA' } })
  await ask('PATCH /solicrec/{idSolicRec}', { params: { idSolicRec }, body: { status: 'CANCELADA' } })

  await ask('POST /solicrec', { body: request })
  await sandbox.approve(idRec)
  await ask('GET /rec/{idRec}', { params: { idRec } })
  const txid = 'recorrente00000000000000000001'
  await ask('PUT /cobr/{txid}', { params: { txid }, body: cobrOf(idRec, '2026-03-23') })
  await ask('PUT /cobr/{txid}', { params: { txid }, body: cobrOf(idRec, '2026-03-24') })
  const { body: next } = await ask('POST /cobr', { body: cobrOf(idRec, '2026-04-22') })
  await ask('POST /cobr', { body: cobrOf(idRec, '2026-02-22') })
  await ask('GET /cobr/{txid}', { params: { txid } })
  await ask('GET /cobr/{txid}', { params: { txid: UNKNOWN } })
  await ask('GET /cobr', { query: DAY })
  for (const query of [BACKWARDS, NEGATIVE, BOTH]) await ask('GET /cobr', { query })
  await ask('PATCH /cobr/{txid}', { params: { txid: UNKNOWN }, body: { status: 'CANCELADA' } })
  await ask('PATCH /cobr/{txid}', { params: { txid: next.txid }, body: { status: 'CANCELADA' } })
  await ask('GET /cobr/{txid}', { params: { txid: next.txid } })

  await sandbox.fetch(new URL('/sandbox/fail', sandbox.apiUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ txid, motivo: 'dia' }),
  })
  await sandbox.clock.set('2026-03-24T15:00:00Z')
  await ask('GET /cobr/{txid}', { params: { txid } })
  await ask('PATCH /cobr/{txid}', { params: { txid }, body: { status: 'CANCELADA' } })
  const retry = 'POST /cobr/{txid}/retentativa/{data}'
  await ask(retry, { params: { txid: UNKNOWN, data: '2026-03-26' } })
  await ask(retry, { params: { txid, data: '2026-03-20' } })
  await ask(retry, { params: { txid, data: '2026-03-26' } })
  await ask(retry, { params: { txid, data: '2026-03-26' } })
  await sandbox.clock.set('2026-03-27T15:00:00Z')
  await ask('GET /cobr/{txid}', { params: { txid } })
  await ask('GET /cobr', { query: DAY })
  await ask('PATCH /rec/{idRec}', { params: { idRec }, body: { status: 'CANCELADA' } })
  await ask('GET /rec/{idRec}', { params: { idRec } })
}

describe.runIf(openapiPath !== undefined)('the sandbox, by the OpenAPI document', () => {
  let answers: Answers
  beforeAll(() => {
    answers = readAnswers(openapiPath as string)
  })

  it('has schemas that an answer can break', () => {
    expect(answers.faults('GET /cob/{txid}', 200, {})).not.toEqual([])
    expect(answers.faults('GET /cob/{txid}', 404, { type: 'not a URI', title: 1 })).not.toEqual([])
    expect(answers.operations).toHaveLength(51)
  })

  it('is a document that every repair is needed for', () => {
    const unneeded = REPAIRS.filter((_, index) => answers.repaired[index] === 0).map(({ why }) => why)
    expect(unneeded).toEqual([])
  })

  it('answers each operation as its schema says, and refuses with what its tables list', async () => {
    expect(Object.keys(LISTED).toSorted()).toEqual([...answers.operations].toSorted())
    const bench = await createBench(answers)
    for (const scenario of [immediateCharges, dueCharges, batches, locations, payments, webhooks, recurrences]) {
      await scenario(bench)
    }
    const missing = Object.entries(LISTED).flatMap(([operation, types]) =>
      ['success', ...types]
        .filter((what) => !bench.seen.get(operation)?.has(what))
        .map((what) => `${operation}: ${what}`),
    )
    await bench.sandbox.close()
    expect({ missing, faults: bench.faults }).toEqual({ missing: [], faults: [] })
  })

  it('lets nobody in without a token, or without the scope, and may be busy', async () => {
    const bench = await createBench(answers)
    const params = {
      txid: TXID,
      id: '7',
      e2eid: `E${'0'.repeat(31)}`,
      chave: CHAVE,
      idRec: 'R'.repeat(29),
      data: '2026-03-24',
    }
    const other = await bench.token('webhook.read')
    const reader = await bench.token('cob.read')
    for (const { method, path, scope } of Object.values(operations)) {
      const request = { params: { ...params, idSolicRec: 'S'.repeat(29) } }
      expect((await bench.ask(`${method} ${path}`, request, '')).status).toBe(401)
      const { status, body } = await bench.ask(`${method} ${path}`, request, scope === 'webhook.read' ? reader : other)
      expect([status, String(body.type).split('/').at(-1)]).toEqual([403, 'AcessoNegado'])
      bench.sandbox.inject({ kind: 'busy', status: 503 })
      expect((await bench.ask(`${method} ${path}`, request)).status).toBe(503)
    }
    await bench.sandbox.close()
    expect(bench.faults).toEqual([])
  })
})
