/** @module */
import type { LoteCobVConsultado } from '@pixkit/bacen/types'
import { expect, it } from 'vitest'
import { ask, refusal } from '../../../../../tests/lib/ask-sandbox.ts'
import { createContext } from '../create-context.ts'
import type { World } from '../world.ts'

const NOW = '2026-11-25T12:00:00.000Z'
const PERIOD = 'inicio=2026-11-01T00:00:00Z&fim=2026-12-01T00:00:00Z'
const params = { id: '7' }
const A = 'a'.repeat(26)
const B = 'b'.repeat(26)

const newWorld = (): World => createContext({ clock: NOW, seed: 'lote' }).context.world

const cobv = (txid: string, more: object = {}) => ({
  txid,
  calendario: { dataDeVencimento: '2026-12-10' },
  devedor: { cpf: '12345678909', nome: 'Francisca da Silva' },
  valor: { original: '100.00' },
  chave: '71cdf9ba-c695-4e3c-b010-abb521a3f1be',
  ...more,
})
const lote = (...cobsv: object[]) => ({ params, body: { descricao: 'Turma da tarde', cobsv } })
const PAST = { calendario: { dataDeVencimento: '2026-11-24' } }

const read = async (world: World): Promise<LoteCobVConsultado> => (await ask(world, 'loteCobv.get', { params })).body
const statuses = async (world: World) => (await read(world)).cobsv.map(({ status }) => status)

it('makes its charges a moment later, each by itself', async () => {
  const world = newWorld()
  const { status, body } = await ask(world, 'loteCobv.put', lote(cobv(A), cobv(B, PAST)))
  expect([status, body]).toEqual([202, undefined])
  expect(await statuses(world)).toEqual(['EM_PROCESSAMENTO', 'EM_PROCESSAMENTO'])
  expect(await refusal(world, 'cobv.get', { params: { txid: A } })).toEqual([404, 'CobVNaoEncontrada'])
  await world.clock.advance('2s')
  const done = await read(world)
  expect(done).toMatchObject({ id: 7, descricao: 'Turma da tarde', criacao: NOW })
  expect(done.cobsv).toMatchObject([
    { txid: A, status: 'CRIADA', criacao: '2026-11-25T12:00:02.000Z' },
    {
      txid: B,
      status: 'NEGADA',
      problema: { status: 400, violacoes: [{ propriedade: 'cobv.calendario.dataDeVencimento' }] },
    },
  ])
  expect((await ask(world, 'cobv.get', { params: { txid: A } })).body.status).toBe('ATIVA')
  expect(await refusal(world, 'cobv.get', { params: { txid: B } })).toEqual([404, 'CobVNaoEncontrada'])
})

it('refuses a charge that breaks the schema later, and its frame at once', async () => {
  const world = newWorld()
  const broken = { valor: { original: 'dez' }, devedor: null }
  expect(await refusal(world, 'loteCobv.put', lote(cobv(A, broken)))).toEqual([202])
  await world.clock.advance('2s')
  const [entry] = (await read(world)).cobsv
  const propriedades = entry?.problema?.violacoes?.map(({ propriedade }) => propriedade)
  expect(propriedades?.toSorted()).toEqual(['cobv.devedor', 'cobv.valor.original'])

  const other = newWorld()
  const frame = (body: object) => refusal(other, 'loteCobv.put', { params, body })
  expect(await frame({ cobsv: [] })).toEqual([400, 'LoteCobVOperacaoInvalida', 'loteCobV.descricao'])
  expect(await frame({ descricao: '' })).toEqual([400, 'LoteCobVOperacaoInvalida', 'loteCobV.cobsv'])
  const twice = { descricao: '', cobsv: [cobv(A), cobv(A)] }
  expect(await frame(twice)).toEqual([400, 'LoteCobVOperacaoInvalida', 'loteCobV.cobsv.1.txid'])
  const many = { descricao: '', cobsv: [{ ...cobv('x'), txid: 'x' }] }
  expect(await frame(many)).toEqual([400, 'LoteCobVOperacaoInvalida', 'loteCobV.cobsv.0.txid'])
  const id = { params: { id: 'abc' }, body: { descricao: '', cobsv: [] } }
  expect(await refusal(other, 'loteCobv.put', id)).toEqual([400, 'LoteCobVOperacaoInvalida', 'loteCobV.id'])
  expect(other.lotes.size).toBe(0)
})

it('has the charges that it was made with, which are no other batch’s', async () => {
  const world = newWorld()
  const refused = [400, 'LoteCobVOperacaoInvalida', 'loteCobV.cobsv']
  await ask(world, 'loteCobv.put', lote(cobv(A)))
  expect(await refusal(world, 'loteCobv.put', lote(cobv(A), cobv(B)))).toEqual(refused)
  expect(await refusal(world, 'loteCobv.put', lote(cobv(B)))).toEqual(refused)
  expect(await refusal(world, 'loteCobv.update', lote({ txid: B }))).toEqual(refused)
  const { body } = lote(cobv(A))
  expect(await refusal(world, 'loteCobv.put', { params: { id: '8' }, body })).toEqual(refused)
  expect(await refusal(world, 'loteCobv.update', { params: { id: '8' }, body: {} })).toEqual([
    404,
    'LoteCobVNaoEncontrado',
  ])
  expect(await refusal(world, 'loteCobv.get', { params: { id: '8' } })).toEqual([404, 'LoteCobVNaoEncontrado'])
})

it('does not take a charge that is there', async () => {
  const world = newWorld()
  const { txid, ...body } = cobv(A)
  await ask(world, 'cobv.create', { params: { txid }, body })
  expect(await refusal(world, 'loteCobv.put', lote(cobv(A), cobv(B)))).toEqual([
    400,
    'LoteCobVOperacaoInvalida',
    'loteCobV.cobsv',
  ])
  expect(world.loteTxids.size).toBe(0)
})

it('keeps its charges to itself until they are there', async () => {
  const world = newWorld()
  const { txid, ...body } = cobv(B)
  const alone = { params: { txid }, body }
  const refused = [400, 'CobVOperacaoInvalida', 'cobv.txid']
  await ask(world, 'loteCobv.put', lote(cobv(A), cobv(B, PAST)))
  expect(await refusal(world, 'cobv.create', alone)).toEqual(refused)
  await world.clock.advance('2s')
  expect(await refusal(world, 'cobv.create', alone)).toEqual(refused)
  expect(await refusal(world, 'cobv.update', { params: { txid: A }, body: { valor: { original: '90.00' } } })).toEqual([
    200,
  ])
})

it('changes charges, and completes what was refused', async () => {
  const world = newWorld()
  await ask(world, 'loteCobv.put', lote(cobv(A), cobv(B, PAST)))
  await world.clock.advance('2s')
  const change = { descricao: 'Turma da noite', cobsv: [{ txid: B, calendario: { dataDeVencimento: '2026-12-20' } }] }
  expect((await ask(world, 'loteCobv.update', { params, body: change })).status).toBe(202)
  expect(await statuses(world)).toEqual(['CRIADA', 'EM_PROCESSAMENTO'])
  await world.clock.advance('2s')
  expect(await read(world)).toMatchObject({ descricao: 'Turma da noite', cobsv: [{}, { status: 'CRIADA' }] })
  const made = await ask(world, 'cobv.get', { params: { txid: B } })
  expect(made.body).toMatchObject({ valor: { original: '100.00' }, calendario: { dataDeVencimento: '2026-12-20' } })

  await ask(world, 'loteCobv.put', lote(cobv(A, { valor: { original: '90.00' } }), cobv(B)))
  await world.clock.advance('2s')
  expect(await statuses(world)).toEqual(['CRIADA', 'CRIADA'])
  const changed = await ask(world, 'cobv.get', { params: { txid: A } })
  expect(changed.body).toMatchObject({ revisao: 1, valor: { original: '90.00' } })
})

it('forgets a change that was refused', async () => {
  const world = newWorld()
  await ask(world, 'loteCobv.put', lote(cobv(A)))
  await world.clock.advance('2s')
  await ask(world, 'loteCobv.update', { params, body: { cobsv: [{ txid: A, ...PAST }] } })
  await world.clock.advance('2s')
  expect(await statuses(world)).toEqual(['NEGADA'])
  const alone = { params: { txid: A }, body: { solicitacaoPagador: 'Obrigado' } }
  expect(await refusal(world, 'cobv.update', alone)).toEqual([400, 'CobVOperacaoInvalida', 'cobv.txid'])
  await ask(world, 'loteCobv.update', { params, body: { cobsv: [{ txid: A, valor: { original: '90.00' } }] } })
  await world.clock.advance('2s')
  expect(await statuses(world)).toEqual(['CRIADA'])
  const { body } = await ask(world, 'cobv.get', { params: { txid: A } })
  expect(body).toMatchObject({ valor: { original: '90.00' }, calendario: { dataDeVencimento: '2026-12-10' } })
})

it('takes what was asked for twice together, once', async () => {
  const world = newWorld()
  await ask(world, 'loteCobv.put', lote(cobv(A)))
  await world.clock.advance('1s')
  await ask(world, 'loteCobv.update', { params, body: { cobsv: [{ txid: A, valor: { original: '90.00' } }] } })
  await world.clock.advance('5s')
  const { body } = await ask(world, 'cobv.get', { params: { txid: A } })
  expect(body).toMatchObject({ revisao: 0, valor: { original: '90.00' } })
  expect(world.cobvs.size).toBe(1)
})

it('is listed, and so are its charges', async () => {
  const world = newWorld()
  await ask(world, 'loteCobv.put', lote(cobv(A)))
  await world.clock.advance('2s')
  const { body } = await ask(world, 'loteCobv.list', { query: PERIOD })
  expect(body.lotes).toMatchObject([{ id: 7, cobsv: [{ txid: A, status: 'CRIADA' }] }])
  expect((await ask(world, 'cobv.list', { query: `${PERIOD}&loteCobVId=7` })).body.cobs).toHaveLength(1)
  expect((await ask(world, 'cobv.list', { query: `${PERIOD}&loteCobVId=8` })).body.cobs).toHaveLength(0)
})
