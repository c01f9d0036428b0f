import type { CobCompleta, CobVCompleta, RecCompleta } from '@pixkit/bacen/types'
import { fetchTransport } from '@pixkit/http/fetch-transport'
import { verifyLocation, type VerifyLocationOptions } from '@pixkit/payload'
import { describe, expect, test } from 'vitest'
import { rejectionOf } from '../../../../../tests/lib/rejection-of.ts'
import { createContext } from '../create-context.ts'
import { locationRoutes } from './routes.ts'

const CLOCK = '2026-12-01T15:00:00.000Z'
const HOST = 'pix.sandbox.example'
const TXID = 'padaria00000000000000000000001'
const DEVEDOR = { cpf: '12345678909', nome: 'Francisca da Silva' }

function start() {
  const { context } = createContext({ clock: CLOCK, seed: 'locations' })
  const { faults, world } = context
  const app = locationRoutes(context)
  const verify = async (path: string, options: Partial<VerifyLocationOptions> = {}) =>
    verifyLocation(HOST + path, {
      trustAnchors: [(await context.identities()).ca.certificate],
      now: world.clock.now(),
      transport: fetchTransport(async (url, init) => app.fetch(new Request(url, init))),
      ...options,
    })
  const problem = async (path: string) => {
    const response = await app.request(path)
    const { type, violacoes } = (await response.json()) as { type: string; violacoes?: readonly object[] }
    return { status: response.status, type: type.split('/').at(-1), violacoes }
  }
  return { world, faults, app, verify, problem }
}

type Start = ReturnType<typeof start>

function addCob({ world }: Start, changes: Partial<CobCompleta> = {}) {
  const cob: CobCompleta = {
    calendario: { criacao: CLOCK, expiracao: 3600 },
    txid: TXID,
    revisao: 0,
    status: 'ATIVA',
    devedor: DEVEDOR,
    valor: { original: '37.00' },
    chave: '+5551912345678',
    ...changes,
  }
  world.cobs.add(cob.txid, { revisoes: [cob] })
  world.locs.add('1', { id: 1, location: `${HOST}/qr/v2/um`, tipoCob: 'cob', criacao: CLOCK, txid: cob.txid })
}

function addCobv({ world }: Start, changes: Partial<CobVCompleta> = {}) {
  const cobv: CobVCompleta = {
    calendario: { criacao: CLOCK, dataDeVencimento: '2026-12-10', validadeAposVencimento: 10 },
    txid: TXID,
    revisao: 0,
    status: 'ATIVA',
    devedor: { ...DEVEDOR, logradouro: 'Rua do Sol, 1', cidade: 'Recife', uf: 'PE', cep: '50000000' },
    recebedor: {
      cnpj: '12345678000195',
      nome: 'Padaria do Bairro Ltda',
      logradouro: 'Rua das Flores, 100',
      cidade: 'Porto Alegre',
      uf: 'RS',
      cep: '90010000',
    },
    valor: { original: '100.00', multa: { modalidade: 2, valorPerc: '2.00' } },
    chave: '+5551912345678',
    ...changes,
  }
  world.cobvs.add(cobv.txid, { revisoes: [cobv] })
  world.locs.add('1', { id: 1, location: `${HOST}/qr/v2/cobv/um`, tipoCob: 'cobv', criacao: CLOCK, txid: cobv.txid })
}

function addRec({ world }: Start, status: string) {
  const idRec = 'RN9999900420261201abcdefghijk'
  const rec: RecCompleta = {
    idRec,
    vinculo: { contrato: '63100862', devedor: DEVEDOR, objeto: 'Pães' },
    calendario: { dataInicial: '2027-01-01', periodicidade: 'MENSAL' },
    valor: { valorRec: '35.00' },
    recebedor: { cnpj: '12345678000195', nome: 'Padaria do Bairro Ltda', convenio: '1' },
    status,
    politicaRetentativa: 'NAO_PERMITE',
    atualizacao: [{ nome: 'CRIADA', data: CLOCK }],
  }
  world.recs.add(idRec, rec)
  world.locRecs.add('1', { id: 1, location: `${HOST}/qr/v2/rec/um`, criacao: CLOCK, idRec })
}

describe('an immediate charge', () => {
  test('is signed, and verifies', async () => {
    const sandbox = start()
    addCob(sandbox)
    const { kind, payload, warnings, proof } = await sandbox.verify('/qr/v2/um')
    expect({ kind, warnings, alg: proof.alg }).toEqual({ kind: 'cob', warnings: [], alg: 'ES256' })
    expect(payload).toEqual({
      revisao: 0,
      calendario: { criacao: CLOCK, apresentacao: CLOCK, expiracao: 3600 },
      devedor: DEVEDOR,
      valor: { original: '37.00' },
      chave: '+5551912345678',
      txid: TXID,
      status: 'ATIVA',
    })
  })

  test('is found by any name of the sandbox, and when it was made after the first look', async () => {
    const sandbox = start()
    expect((await sandbox.app.request('/qr/v2/um')).status).toBe(404)
    addCob(sandbox)
    const response = await sandbox.app.request('https://localhost:8443/qr/v2/um')
    expect({ status: response.status, type: response.headers.get('content-type') }).toEqual({
      status: 200,
      type: 'application/jose',
    })
  })

  test('is gone once its time is over, paid or removed', async () => {
    const sandbox = start()
    addCob(sandbox)
    await sandbox.world.clock.advance('1h')
    expect((await sandbox.app.request('/qr/v2/um')).status).toBe(200)
    await sandbox.world.clock.advance(1)
    const gone = { status: 410, type: 'CobPayloadNaoEncontrado', violacoes: undefined }
    expect(await sandbox.problem('/qr/v2/um')).toEqual(gone)

    const paid = start()
    addCob(paid, { status: 'CONCLUIDA' })
    expect(await paid.problem('/qr/v2/um')).toEqual(gone)
  })

  test('is shown as the bank took it, though its signer would not', async () => {
    const sandbox = start()
    const devedor = { cpf: '12345678900', nome: 'Francisca da Silva' }
    addCob(sandbox, { devedor })
    const { payload } = await sandbox.verify('/qr/v2/um')
    expect(payload).toMatchObject({ devedor })
  })
})

describe('a charge with a due date', () => {
  test('shows what is to be paid on the day, and no address', async () => {
    const sandbox = start()
    addCobv(sandbox)
    const today = await sandbox.verify('/qr/v2/cobv/um')
    expect(today.payload).toMatchObject({ valor: { original: '100.00', final: '100.00' }, devedor: DEVEDOR })
    const late = await sandbox.verify('/qr/v2/cobv/um', { dpp: '2026-12-14', codMun: '4314902' })
    expect(late.payload).toMatchObject({ valor: { original: '100.00', multa: '2.00', final: '102.00' } })
  })

  test.each([
    ['codMun=43149', 'codMun'],
    ['codMun=9914902', 'codMun'],
    ['DPP=14/12/2026', 'DPP'],
    ['DPP=2026-02-30', 'DPP'],
    ['DPP=2026-11-30', 'DPP'],
    ['DPP=2026-12-22', 'DPP'],
  ])('refuses ?%s', async (query, propriedade) => {
    const sandbox = start()
    addCobv(sandbox)
    expect(await sandbox.problem(`/qr/v2/cobv/um?${query}`)).toEqual({
      status: 400,
      type: 'CobPayloadOperacaoInvalida',
      violacoes: [{ razao: expect.any(String) as string, propriedade }],
    })
    expect((await sandbox.app.request('/qr/v2/cobv/um?DPP=2026-12-21')).status).toBe(200)
  })

  test('is gone after its last day', async () => {
    const sandbox = start()
    addCobv(sandbox)
    await sandbox.world.clock.set('2026-12-21T23:59:59-03:00')
    expect((await sandbox.app.request('/qr/v2/cobv/um')).status).toBe(200)
    await sandbox.world.clock.advance('1s')
    expect(await sandbox.problem('/qr/v2/cobv/um')).toMatchObject({ status: 410, type: 'CobPayloadNaoEncontrado' })
  })
})

describe('a recurrence', () => {
  test('is signed, and verifies', async () => {
    const sandbox = start()
    addRec(sandbox, 'CRIADA')
    const { kind, payload, warnings } = await sandbox.verify('/qr/v2/rec/um')
    expect({ kind, warnings }).toEqual({ kind: 'rec', warnings: [] })
    expect(payload).toMatchObject({
      recebedor: { cnpj: '12345678000195', nome: 'Padaria do Bairro Ltda', ispbParticipante: '99999004' },
      atualizacao: [{ status: 'CRIADA', data: CLOCK }],
    })
  })

  test.each(['EXPIRADA', 'REJEITADA', 'CANCELADA'])('that is %s is refused', async (status) => {
    const sandbox = start()
    addRec(sandbox, status)
    expect(await sandbox.problem('/qr/v2/rec/um')).toEqual({
      status: 400,
      type: 'RecPayloadOperacaoInvalida',
      violacoes: [{ razao: `A recorrência está ${status}.`, propriedade: 'recUrlAccessToken' }],
    })
  })
})

test.each([
  ['/qr/v2/nenhuma', 'CobPayloadNaoEncontrado'],
  ['/qr/v2/cobv/nenhuma', 'CobPayloadNaoEncontrado'],
  ['/qr/v2/rec/nenhuma', 'RecPayloadNaoEncontrado'],
])('%s shows nothing', async (path, type) => {
  expect(await start().problem(path)).toEqual({ status: 404, type, violacoes: undefined })
})

test('is valid long after it was made', async () => {
  const sandbox = start()
  await sandbox.world.clock.advance('9000d')
  const criacao = new Date(sandbox.world.clock.now()).toISOString()
  addCob(sandbox, { calendario: { criacao, expiracao: 3600 } })
  expect((await sandbox.verify('/qr/v2/um')).kind).toBe('cob')
})

test.each([
  ['expired-certificate', 'PAYLOAD_CERT_VALIDITY', 'expired'],
  ['wrong-jku', 'PAYLOAD_JKU', 'other-host'],
  ['wrong-signature', 'PAYLOAD_SIGNATURE', undefined],
] as const)('goes wrong as told: %s, once', async (kind, code, reason) => {
  const sandbox = start()
  addCob(sandbox)
  sandbox.faults.inject({ kind })
  const { code: found, params } = (await rejectionOf(sandbox.verify('/qr/v2/um'))) as {
    code: string
    params: { reason?: string }
  }
  expect({ code: found, reason: params.reason }).toEqual({ code, reason })
  expect((await sandbox.verify('/qr/v2/um')).kind).toBe('cob')
})

test.each([
  ['location', 'PAYLOAD_HTTP_STATUS', 'unavailable'],
  ['jwks', 'PAYLOAD_JWKS_FETCH', 'status'],
] as const)('is busy as told: %s, once', async (on, code, reason) => {
  const sandbox = start()
  addCob(sandbox)
  sandbox.faults.inject({ kind: 'busy', status: 503, on })
  expect(await rejectionOf(sandbox.verify('/qr/v2/um'))).toMatchObject({ code, params: { reason } })
  expect((await sandbox.verify('/qr/v2/um')).kind).toBe('cob')
})
