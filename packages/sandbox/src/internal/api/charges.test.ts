/** @module */
import { parseBrCode } from '@pixkit/brcode/parse-brcode'
import { describe, expect, it } from 'vitest'
import { ask, refusal } from '../../../../../tests/lib/ask-sandbox.ts'
import { endDevolucao } from '../charges/devolucao.ts'
import { createContext } from '../create-context.ts'
import { settle } from '../payer/settle.ts'
import type { World } from '../world.ts'

const NOW = '2026-11-25T12:00:00.000Z'
const PERIOD = 'inicio=2026-11-01T00:00:00Z&fim=2026-12-01T00:00:00Z'
const TXID = 'a'.repeat(32)
const CHAVE = '71cdf9ba-c695-4e3c-b010-abb521a3f1be'
const DEVEDOR = { cpf: '12345678909', nome: 'Francisca da Silva' }

const newWorld = (): World => createContext({ clock: NOW, seed: 'charges' }).context.world

const cob = (valor = '10.00', more: object = {}) => ({
  calendario: {},
  valor: { original: valor },
  chave: CHAVE,
  ...more,
})
const cobv = (more: object = {}) => ({
  calendario: { dataDeVencimento: '2026-12-10' },
  devedor: DEVEDOR,
  valor: { original: '100.00' },
  chave: CHAVE,
  ...more,
})
const params = { txid: TXID }

const pay = (world: World, txid: string, valor: string) =>
  settle(world, { txid, valor, componentesValor: { original: { valor } }, pagador: DEVEDOR })

describe('cob', () => {
  it('is made with a location and a code of its own', async () => {
    const world = newWorld()
    const { status, body } = await ask(world, 'cob.create', { params, body: cob() })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      calendario: { criacao: NOW, expiracao: 86_400 },
      txid: TXID,
      revisao: 0,
      status: 'ATIVA',
      loc: { id: 1, tipoCob: 'cob', criacao: NOW },
    })
    expect(body.location).toMatch(/^pix\.sandbox\.example\/qr\/v2\/[0-9a-f]{32}$/)
    expect(parseBrCode(body.pixCopiaECola ?? '')).toMatchObject({ kind: 'dynamic', location: body.location })
    expect((await ask(world, 'loc.get', { params: { id: '1' } })).body.txid).toBe(TXID)
    expect((await ask(world, 'cob.get', { params })).body).toEqual(body)
  })

  it('has a txid of the bank when there is none', async () => {
    const { body } = await ask(newWorld(), 'cob.createWithoutTxid', { body: cob() })
    expect(body.txid).toMatch(/^[a-zA-Z0-9]{26,35}$/)
  })

  it('is what it was when it is asked for again, and nothing else', async () => {
    const world = newWorld()
    const first = await ask(world, 'cob.create', { params, body: cob() })
    expect(await ask(world, 'cob.create', { params, body: cob() })).toEqual(first)
    const other = { params, body: cob('11.00') }
    expect(await refusal(world, 'cob.create', other)).toEqual([400, 'CobOperacaoInvalida', 'cob.txid'])
    expect(await refusal(world, 'cobv.create', { params, body: cobv() })).toEqual([
      400,
      'CobVOperacaoInvalida',
      'cobv.txid',
    ])
    pay(world, TXID, '10.00')
    expect(await refusal(world, 'cob.create', { params, body: cob() })).toEqual([
      400,
      'CobOperacaoInvalida',
      'cob.txid',
    ])
    expect(world.cobs.size).toBe(1)
  })

  it('is changed by a PUT where the bank does so', async () => {
    const { context } = createContext({ clock: NOW })
    const world: World = { ...context.world, personality: { ...context.world.personality, putRevises: true } }
    await ask(world, 'cob.create', { params, body: cob('10.00', { solicitacaoPagador: 'Mesa 4' }) })
    const { body } = await ask(world, 'cob.create', { params, body: cob('11.00') })
    expect(body).toMatchObject({ revisao: 1, valor: { original: '11.00' }, loc: { id: 1 } })
    expect(body).not.toHaveProperty('solicitacaoPagador')
  })

  it.each([
    ['a key of somebody else', { chave: 'outra@loja.example' }, 'cob.chave'],
    ['no location', { loc: { id: 9 } }, 'cob.loc.id'],
    ['a location of the other kind', { loc: { id: 1 } }, 'cob.loc.id'],
    ['a location of another charge', { loc: { id: 2 } }, 'cob.loc.id'],
    ['nothing to pay', { valor: { original: '0.00' } }, 'cob.valor.original'],
  ])('is refused with %s, and leaves nothing', async (_what, more, propriedade) => {
    const world = newWorld()
    await ask(world, 'loc.create', { body: { tipoCob: 'cobv' } })
    await ask(world, 'cob.createWithoutTxid', { body: cob() })
    const asked = { params, body: cob('10.00', more) }
    expect(await refusal(world, 'cob.create', asked)).toEqual([400, 'CobOperacaoInvalida', propriedade])
    expect([world.cobs.size, world.locs.size]).toEqual([1, 2])
  })

  it('knows its key in other spellings', async () => {
    const { body } = await ask(newWorld(), 'cob.create', { params, body: cob('1.00', { chave: CHAVE.toUpperCase() }) })
    expect(body.chave).toBe(CHAVE)
  })

  it('counts a revision for every change but of its location', async () => {
    const world = newWorld()
    const { body: made } = await ask(world, 'cob.create', { params, body: cob() })
    const second = await ask(world, 'cob.update', { params, body: { valor: { original: '12.00' } } })
    expect(second).toMatchObject({ status: 200, body: { revisao: 1, calendario: { expiracao: 86_400 } } })
    expect((await ask(world, 'cob.update', { params, body: {} })).body.revisao).toBe(1)
    await ask(world, 'loc.create', { body: { tipoCob: 'cob' } })
    const { body: moved } = await ask(world, 'cob.update', { params, body: { loc: { id: 2 } } })
    expect(moved).toMatchObject({ revisao: 1, loc: { id: 2 }, valor: { original: '12.00' } })
    expect(moved.pixCopiaECola).not.toBe(made.pixCopiaECola)
    expect(world.locs.get('1')).not.toHaveProperty('txid')
    const old = await ask(world, 'cob.get', { params, query: 'revisao=0' })
    expect(old.body).toMatchObject({ revisao: 0, valor: { original: '10.00' }, loc: { id: 2 } })
    const none = { params, query: 'revisao=2' }
    expect(await refusal(world, 'cob.get', none)).toEqual([400, 'CobConsultaInvalida', 'cob.revisao'])
  })

  it('is refused a change that would not make a charge', async () => {
    const world = newWorld()
    const free = cob('0.00', { valor: { original: '0.00', modalidadeAlteracao: 1 } })
    await ask(world, 'cob.create', { params, body: free })
    const change = { params, body: { valor: { modalidadeAlteracao: 0 } } }
    expect(await refusal(world, 'cob.update', change)).toEqual([400, 'CobOperacaoInvalida', 'cob.valor.original'])
    expect((await ask(world, 'cob.get', { params })).body.revisao).toBe(0)
  })

  it('lets go of its location when it is removed, and is not changed after', async () => {
    const world = newWorld()
    await ask(world, 'cob.create', { params, body: cob() })
    const removal = { params, body: { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' } }
    const { body } = await ask(world, 'cob.update', removal)
    expect(body).toMatchObject({ revisao: 1, status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' })
    expect(body.loc?.id).toBe(1)
    const next = await ask(world, 'cob.createWithoutTxid', { body: cob('1.00', { loc: { id: 1 } }) })
    expect(next.body.loc?.id).toBe(1)
    expect(world.locs.get('1')?.txid).toBe(next.body.txid)
    expect((await ask(world, 'cob.get', { params })).body).not.toHaveProperty('loc')
    expect(await refusal(world, 'cob.update', removal)).toEqual([400, 'CobOperacaoInvalida', 'cob.status'])
  })

  it('shows what was paid', async () => {
    const world = newWorld()
    await ask(world, 'cob.create', { params, body: cob() })
    const events: unknown[] = []
    world.on((event) => events.push(event))
    const pix = pay(world, TXID, '10.00')
    const { body } = await ask(world, 'cob.get', { params })
    expect(body).toMatchObject({ status: 'CONCLUIDA', revisao: 0, pix: [pix] })
    expect(pix).toMatchObject({ txid: TXID, chave: CHAVE, horario: NOW, componentesValor: { original: {} } })
    expect(events).toEqual([{ kind: 'pix', endToEndId: pix.endToEndId }])
    expect((await ask(world, 'pix.get', { params: { e2eid: pix.endToEndId } })).body).toEqual(pix)
  })

  it.each([
    ['', 3],
    ['&status=CONCLUIDA', 1],
    ['&cpf=12345678909', 1],
    ['&cnpj=12345678000195', 0],
    ['&locationPresente=false', 1],
    ['&locationPresente=true&status=ATIVA', 1],
  ])('is listed with "%s"', async (filters, count) => {
    const world = newWorld()
    const first = '1'.repeat(26)
    await ask(world, 'cob.create', { params: { txid: first }, body: cob('1.00', { devedor: DEVEDOR }) })
    await ask(world, 'cob.createWithoutTxid', { body: cob() })
    await ask(world, 'cob.createWithoutTxid', { body: cob() })
    pay(world, first, '1.00')
    await ask(world, 'loc.unlinkTxid', { params: { id: '2' } })
    const { body } = await ask(world, 'cob.list', { query: PERIOD + filters })
    expect(body.cobs).toHaveLength(count)
    expect(body.parametros.paginacao).toMatchObject({ quantidadeTotalDeItens: count, quantidadeDePaginas: 1 })
  })

  it('is listed by pages, with what was asked', async () => {
    const world = newWorld()
    for (let index = 0; index < 5; index += 1) await ask(world, 'cob.createWithoutTxid', { body: cob() })
    const query = `${PERIOD}&status=ATIVA&paginacao.paginaAtual=2&paginacao.itensPorPagina=2`
    const { body } = await ask(world, 'cob.list', { query })
    expect(body.cobs).toHaveLength(1)
    expect(body.parametros).toEqual({
      inicio: '2026-11-01T00:00:00Z',
      fim: '2026-12-01T00:00:00Z',
      status: 'ATIVA',
      paginacao: { paginaAtual: 2, itensPorPagina: 2, quantidadeDePaginas: 3, quantidadeTotalDeItens: 5 },
    })
  })

  it('is not there', async () => {
    const world = newWorld()
    expect(await refusal(world, 'cob.get', { params })).toEqual([404, 'CobNaoEncontrado'])
    expect(await refusal(world, 'cob.update', { params, body: {} })).toEqual([404, 'CobNaoEncontrado'])
    expect(await refusal(world, 'cobv.get', { params })).toEqual([404, 'CobVNaoEncontrada'])
    expect(await refusal(world, 'loc.get', { params: { id: '1' } })).toEqual([404, 'PayloadLocationNaoEncontrado'])
  })
})

describe('cobv', () => {
  it('is made for the account', async () => {
    const { status, body } = await ask(newWorld(), 'cobv.create', { params, body: cobv() })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      calendario: { criacao: NOW, dataDeVencimento: '2026-12-10', validadeAposVencimento: 30 },
      recebedor: { nome: 'Padaria do Bairro Ltda', cidade: 'Porto Alegre' },
    })
    expect(parseBrCode(body.pixCopiaECola ?? '')).toMatchObject({ locationKind: 'cobv', location: body.loc?.location })
  })

  it('does not fall due before it is made, nor is changed to', async () => {
    const world = newWorld()
    const past = { calendario: { dataDeVencimento: '2026-11-24' } }
    const refused = [400, 'CobVOperacaoInvalida', 'cobv.calendario.dataDeVencimento']
    expect(await refusal(world, 'cobv.create', { params, body: cobv(past) })).toEqual(refused)
    await ask(world, 'cobv.create', { params, body: cobv() })
    expect(await refusal(world, 'cobv.update', { params, body: past })).toEqual(refused)
    await world.clock.advance('30d')
    const then = { params, body: { calendario: { dataDeVencimento: '2026-11-25' } } }
    expect((await ask(world, 'cobv.update', then)).status).toBe(200)
  })
})

describe('loc', () => {
  it('is made, listed, taken and left', async () => {
    const world = newWorld()
    const { status, body } = await ask(world, 'loc.create', { body: { tipoCob: 'cobv' } })
    expect(status).toBe(201)
    expect(body.location).toMatch(/\/qr\/v2\/cobv\//)
    await ask(world, 'cobv.create', { params, body: cobv({ loc: { id: 1 } }) })
    const listed = await ask(world, 'loc.list', { query: `${PERIOD}&txIdPresente=true&tipoCob=cobv` })
    expect(listed.body.loc).toEqual([{ ...body, txid: TXID }])
    expect(await ask(world, 'loc.unlinkTxid', { params: { id: '1' } })).toEqual({ status: 200, body })
    const charge = await ask(world, 'cobv.get', { params })
    expect(charge.body).toMatchObject({ status: 'ATIVA', revisao: 0 })
    expect(charge.body).not.toHaveProperty('pixCopiaECola')
    expect((await ask(world, 'loc.list', { query: `${PERIOD}&txIdPresente=true` })).body.loc).toEqual([])
  })
})

const paid = async (world: World, valor = '10.00'): Promise<string> => {
  await ask(world, 'cob.create', { params, body: cob(valor) })
  return pay(world, TXID, valor).endToEndId
}

describe('devolucao', () => {
  it('is under way, then done', async () => {
    const world = newWorld()
    const e2eid = await paid(world)
    const id = 'd1'
    const { status, body } = await ask(world, 'pix.createDevolucao', {
      params: { e2eid, id },
      body: { valor: '4.00', descricao: 'Faltou um pão' },
    })
    expect(status).toBe(201)
    expect(body).toMatchObject({ id, status: 'EM_PROCESSAMENTO', horario: { solicitacao: NOW } })
    expect(body.rtrId).toMatch(/^D99999004\d{12}\w{11}$/)
    const events: unknown[] = []
    world.on((event) => events.push(event))
    await world.clock.advance('5s')
    const done = await ask(world, 'pix.getDevolucao', { params: { e2eid, id } })
    expect(done.body).toMatchObject({ status: 'DEVOLVIDO', horario: { liquidacao: '2026-11-25T12:00:05.000Z' } })
    expect(events).toEqual([{ kind: 'devolucao', endToEndId: e2eid, devolucaoId: id }])
    const { body: charge } = await ask(world, 'cob.get', { params })
    expect(charge.pix?.[0]?.devolucoes).toEqual([done.body])
  })

  it('is never more than the payment, in all', async () => {
    const world = newWorld()
    const e2eid = await paid(world)
    const give = (id: string, valor: string, more: object = {}) =>
      refusal(world, 'pix.createDevolucao', { params: { e2eid, id }, body: { valor, ...more } })
    expect(await give('d1', '10.01')).toEqual([400, 'PixDevolucaoInvalida', 'devolucao.valor'])
    expect(await give('d1', '6.00')).toEqual([201])
    expect(await give('d2', '4.01')).toEqual([400, 'PixDevolucaoInvalida', 'devolucao.valor'])
    expect(await give('d1', '1.00')).toEqual([400, 'PixDevolucaoInvalida', 'devolucao.id'])
    expect(await give('d2', '0.00')).toEqual([400, 'PixDevolucaoInvalida', 'devolucao.valor'])
    const cash = await give('d2', '1.00', { natureza: 'RETIRADA' })
    expect(cash).toEqual([400, 'PixDevolucaoInvalida', 'devolucao.natureza'])
    expect(await give('d2', '4.00')).toEqual([201])
  })

  it('gives nothing back when it is not done', async () => {
    const world = newWorld()
    const e2eid = await paid(world)
    const give = (id: string) => ({ params: { e2eid, id }, body: { valor: '10.00' } })
    await ask(world, 'pix.createDevolucao', give('d1'))
    endDevolucao(world, { endToEndId: e2eid, devolucaoId: 'd1' }, 'Conta encerrada')
    await world.clock.advance('5s')
    const { body } = await ask(world, 'pix.getDevolucao', give('d1'))
    expect(body).toMatchObject({ status: 'NAO_REALIZADO', motivo: 'Conta encerrada' })
    expect(body.horario).not.toHaveProperty('liquidacao')
    expect((await ask(world, 'pix.createDevolucao', give('d2'))).status).toBe(201)
  })

  it('gives purchase and cash back apart', async () => {
    const world = newWorld()
    const troco = { valor: '20.00', modalidadeAgente: 'AGTEC', prestadorDoServicoDeSaque: '12345678' }
    const componentesValor = { original: { valor: '80.00' }, troco }
    const { endToEndId } = settle(world, {
      txid: 'mesa4',
      chave: CHAVE,
      valor: '100.00',
      componentesValor,
      pagador: DEVEDOR,
    })
    const give = async (id: string, valor: string, natureza: string) =>
      (await refusal(world, 'pix.createDevolucao', { params: { e2eid: endToEndId, id }, body: { valor, natureza } }))[0]
    expect(await give('a', '80.01', 'ORIGINAL')).toBe(400)
    expect(await give('a', '80.00', 'ORIGINAL')).toBe(201)
    expect(await give('b', '20.01', 'RETIRADA')).toBe(400)
    expect(await give('b', '20.00', 'RETIRADA')).toBe(201)
  })

  it('is too late after 90 days', async () => {
    const world = newWorld()
    const e2eid = await paid(world)
    const give = (id: string) =>
      refusal(world, 'pix.createDevolucao', { params: { e2eid, id }, body: { valor: '1.00' } })
    await world.clock.advance('90d')
    expect(await give('d1')).toEqual([201])
    await world.clock.advance('1s')
    expect(await give('d2')).toEqual([400, 'PixDevolucaoInvalida', 'devolucao.horario'])
  })

  it('has a payment that is there', async () => {
    const world = newWorld()
    const asked = { params: { e2eid: 'E'.repeat(32), id: 'd1' }, body: { valor: '1.00' } }
    expect(await refusal(world, 'pix.createDevolucao', asked)).toEqual([404, 'PixNaoEncontrado'])
    expect(await refusal(world, 'pix.getDevolucao', asked)).toEqual([404, 'PixDevolucaoNaoEncontrada'])
    expect(await refusal(world, 'pix.get', asked)).toEqual([404, 'PixNaoEncontrado'])
  })

  it.each([
    ['', 2],
    ['&txid=mesa4', 1],
    ['&txIdPresente=false', 0],
    ['&devolucaoPresente=true', 1],
    ['&cpf=12345678909', 2],
    ['&cnpj=12345678000195', 0],
  ])('finds payments with "%s"', async (filters, count) => {
    const world = newWorld()
    const e2eid = await paid(world)
    await ask(world, 'pix.createDevolucao', { params: { e2eid, id: 'd1' }, body: { valor: '1.00' } })
    pay(world, 'mesa4', '5.00')
    const { body } = await ask(world, 'pix.list', { query: PERIOD + filters })
    expect(body.pix).toHaveLength(count)
  })
})

it('says where parameters are wrong', async () => {
  const world = newWorld()
  const period = 'inicio=2026-11-02T00:00:00Z&fim=2026-11-01T00:00:00Z'
  expect(await refusal(world, 'cob.list', { query: period })).toEqual([400, 'CobConsultaInvalida', 'cob.fim'])
  const revisao = { params, query: 'revisao=-1' }
  expect(await refusal(world, 'cobv.get', revisao)).toEqual([400, 'CobVConsultaInvalida', 'cobv.revisao'])
  expect(await refusal(world, 'cob.create', { params: { txid: 'curto' }, body: cob() })).toEqual([
    400,
    'CobOperacaoInvalida',
    'cob.txid',
  ])
  const returned = { params: { e2eid: 'E'.repeat(32), id: 'd1' }, body: { valor: '1' } }
  expect(await refusal(world, 'pix.createDevolucao', returned)).toEqual([
    400,
    'PixDevolucaoInvalida',
    'devolucao.valor',
  ])
})

it('minds check digits where the bank does', async () => {
  const { context } = createContext({ clock: NOW })
  const asked = { params, body: cob('1.00', { devedor: { cpf: '12345678900', nome: 'Francisca da Silva' } }) }
  const strict: World = { ...context.world, personality: { ...context.world.personality, checksDigits: true } }
  expect(await refusal(strict, 'cob.create', asked)).toEqual([400, 'CobOperacaoInvalida', 'cob.devedor.cpf'])
  expect(await refusal(context.world, 'cob.create', asked)).toEqual([201])
})
