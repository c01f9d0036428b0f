import { buildBrCode, parseBrCode } from '@pixkit/brcode'
import { checkResponse } from '@pixkit/bacen/schema'
import type { CobGerada, CobSolicitada, CobVGerada, CobVSolicitada, PayloadLocation } from '@pixkit/bacen/types'
import { parseEndToEndId } from '@pixkit/core/end-to-end-id'
import { describe, expect, test } from 'vitest'
import { newDesk } from '../../../../../tests/lib/automatico-desk.ts'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { answerApi } from '../api/router.ts'
import { approveRec, rejectRec } from '../automatico/payer.ts'
import { createContext } from '../create-context.ts'
import type { World, WorldEvent } from '../world.ts'
import { pay } from './pay.ts'
import { returnPix } from './return-pix.ts'

const CLOCK = '2026-12-01T15:00:00.000Z'
const TXID = 'padaria00000000000000000000001'
const CHAVE = '+5551912345678'
const DEVEDOR = { cpf: '12345678909', nome: 'Francisca da Silva' }
const AGENTE = { modalidadeAgente: 'AGTEC', prestadorDoServicoDeSaque: '99999004' } as const

function start(): { world: World; events: WorldEvent[] } {
  const { world } = createContext({ clock: CLOCK, seed: 'payer' }).context
  const events: WorldEvent[] = []
  world.on((event) => events.push(event))
  return { world, events }
}

async function call(world: World, operation: 'cob.create' | 'cobv.create' | 'loc.create', body: object, txid = TXID) {
  const params: Record<string, string> = operation === 'loc.create' ? {} : { txid }
  const query = new URLSearchParams()
  const response = answerApi(world, { operation, params, query, body: JSON.stringify(body) })
  const answer: unknown = await response.json()
  expect({ status: response.status, answer }).toMatchObject({ status: 201 })
  return answer
}

async function addCob(world: World, changes: Partial<CobSolicitada> = {}, txid = TXID) {
  const body = { calendario: { expiracao: 3600 }, valor: { original: '37.00' }, chave: CHAVE, ...changes }
  return (await call(world, 'cob.create', body, txid)) as CobGerada
}

async function addCobv(world: World, changes: Partial<CobVSolicitada> = {}) {
  const body = {
    calendario: { dataDeVencimento: '2026-12-10', validadeAposVencimento: 10 },
    devedor: DEVEDOR,
    valor: { original: '100.00', multa: { modalidade: 2, valorPerc: '2.00' } },
    chave: CHAVE,
    ...changes,
  }
  return (await call(world, 'cobv.create', body)) as CobVGerada
}

const merchant = { merchantName: 'Padaria', merchantCity: 'Porto Alegre' }

function refusal(world: World, options: Parameters<typeof pay>[1]) {
  const before = world.pixes.size
  const { code, params, path } = errorOf(() => pay(world, options)) as {
    code: string
    params: { reason?: string }
    path: readonly string[]
  }
  expect({ code, pixes: world.pixes.size }).toEqual({ code: 'SANDBOX_PAYMENT', pixes: before })
  return { reason: params.reason, path }
}

describe('an immediate charge', () => {
  test.each([
    ['its code', ({ pixCopiaECola }: CobGerada) => ` ${pixCopiaECola}\n`],
    ['its location', ({ location }: CobGerada) => `${location}`],
    ['the address of its location', ({ location }: CobGerada) => `https://${location}`],
    ['its txid', ({ txid }: CobGerada) => txid],
  ])('is paid by %s, once', async (_, codeOf) => {
    const { world, events } = start()
    const code = codeOf(await addCob(world))
    const payment = pay(world, { code, infoPagador: 'Pães' })
    expect(payment).toEqual({ endToEndId: expect.any(String) as string, valor: '37.00', txid: TXID })
    expect(parseEndToEndId(payment.endToEndId).warnings).toEqual([])
    const pix = world.pixes.get(payment.endToEndId)
    expect(pix).toMatchObject({ chave: CHAVE, infoPagador: 'Pães', componentesValor: { original: { valor: '37.00' } } })
    expect(checkResponse('pix.get', pix)).toEqual([])
    expect(world.cobs.get(TXID)?.revisoes.at(-1)?.status).toBe('CONCLUIDA')
    expect(events).toEqual([{ kind: 'pix', endToEndId: payment.endToEndId }])
    expect(refusal(world, { code })).toEqual({ reason: 'paid', path: ['code'] })
  })

  test('that says its amount takes no other', async () => {
    const { world } = start()
    await addCob(world)
    expect(refusal(world, { code: TXID, valor: '36.99' })).toEqual({ reason: 'amount-fixed', path: ['valor'] })
    expect(refusal(world, { code: TXID, valor: '37' })).toEqual({ reason: 'amount-format', path: ['valor'] })
    expect(pay(world, { code: TXID, valor: '37.00' }).valor).toBe('37.00')
  })

  test('that leaves the amount to the payer', async () => {
    const { world } = start()
    await addCob(world, { valor: { original: '0.00', modalidadeAlteracao: 1 } })
    expect(refusal(world, { code: TXID })).toEqual({ reason: 'amount-missing', path: ['valor'] })
    expect(refusal(world, { code: TXID, valor: '0.00' }).reason).toBe('amount-missing')
    expect(pay(world, { code: TXID, valor: '12.34' }).valor).toBe('12.34')
  })

  test('is not paid after its time, nor when it was removed', async () => {
    const { world } = start()
    await addCob(world)
    const other = 'padaria00000000000000000000002'
    const { txid } = await addCob(world, {}, other)
    const [stored] = world.cobs.get(txid)?.revisoes ?? []
    if (stored !== undefined) {
      world.cobs.replace(txid, { revisoes: [{ ...stored, status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }] })
    }
    expect(refusal(world, { code: other })).toEqual({ reason: 'removed', path: ['code'] })
    await world.clock.advance(3_600_001)
    expect(refusal(world, { code: TXID })).toEqual({ reason: 'expired', path: ['code'] })
  })
})

describe('cash', () => {
  test('alone', async () => {
    const { world } = start()
    await addCob(world, { valor: { original: '0.00', retirada: { saque: { valor: '50.00', ...AGENTE } } } })
    expect(refusal(world, { code: TXID, valor: '60.00' }).reason).toBe('amount-fixed')
    const { endToEndId, valor } = pay(world, { code: TXID })
    expect(valor).toBe('50.00')
    expect(world.pixes.get(endToEndId)?.componentesValor).toEqual({ saque: { valor: '50.00', ...AGENTE } })
  })

  test('as much as the payer wants', async () => {
    const { world } = start()
    const saque = { valor: '0.00', modalidadeAlteracao: 1, ...AGENTE } as const
    await addCob(world, { valor: { original: '0.00', retirada: { saque } } })
    expect(pay(world, { code: TXID, valor: '80.00' }).valor).toBe('80.00')
  })

  test.each([
    [0, undefined, '57.00', '20.00'],
    [1, '100.00', '100.00', '63.00'],
    [1, '37.00', '37.00', '0.00'],
  ] as const)('with a purchase (modalidadeAlteracao %i, %s)', async (modalidadeAlteracao, wanted, valor, change) => {
    const { world } = start()
    const troco = { valor: '20.00', modalidadeAlteracao, ...AGENTE }
    await addCob(world, { valor: { original: '37.00', retirada: { troco } } })
    const payment = pay(world, { code: TXID, valor: wanted })
    expect(payment.valor).toBe(valor)
    expect(world.pixes.get(payment.endToEndId)?.componentesValor).toEqual({
      original: { valor: '37.00' },
      troco: { valor: change, ...AGENTE },
    })
  })

  test('never costs the receiver', async () => {
    const { world } = start()
    const troco = { valor: '20.00', modalidadeAlteracao: 1, ...AGENTE } as const
    await addCob(world, { valor: { original: '37.00', retirada: { troco } } })
    expect(refusal(world, { code: TXID, valor: '36.99' })).toEqual({ reason: 'amount-below-price', path: ['valor'] })
  })
})

describe('a charge with a due date', () => {
  test('costs what it costs on the day', async () => {
    const { world } = start()
    const { pixCopiaECola = '' } = await addCobv(world)
    await world.clock.set('2026-12-14T12:00:00-03:00')
    expect(refusal(world, { code: pixCopiaECola, valor: '100.00' }).reason).toBe('amount-fixed')
    const { endToEndId, valor } = pay(world, { code: pixCopiaECola })
    expect(valor).toBe('102.00')
    expect(world.pixes.get(endToEndId)?.componentesValor).toEqual({
      original: { valor: '100.00' },
      multa: { valor: '2.00' },
    })
    expect(world.cobvs.get(TXID)?.revisoes.at(-1)?.status).toBe('CONCLUIDA')
    expect(refusal(world, { code: TXID }).reason).toBe('paid')
  })

  test('is not paid after its last day', async () => {
    const { world } = start()
    await addCobv(world)
    await world.clock.set('2026-12-22T00:00:00-03:00')
    expect(refusal(world, { code: TXID })).toEqual({ reason: 'overdue', path: ['code'] })
  })
})

describe('a static code', () => {
  test('is paid as often as one likes', () => {
    const { world } = start()
    const code = buildBrCode({ kind: 'static', chave: CHAVE, txid: 'BALCAO1', transactionAmount: '5.00', ...merchant })
    const payments = [pay(world, { code }), pay(world, { code })]
    expect(payments.map(({ txid, valor }) => [txid, valor])).toEqual([
      ['BALCAO1', '5.00'],
      ['BALCAO1', '5.00'],
    ])
    expect(world.pixes.size).toBe(2)
    expect(checkResponse('pix.get', world.pixes.get(payments[0]?.endToEndId ?? ''))).toEqual([])
  })

  test('without an amount takes any', () => {
    const { world } = start()
    const code = buildBrCode({ kind: 'static', chave: CHAVE, ...merchant })
    expect(refusal(world, { code })).toEqual({ reason: 'amount-missing', path: ['valor'] })
    expect(pay(world, { code, valor: '7.00' })).toEqual({ endToEndId: expect.any(String) as string, valor: '7.00' })
  })

  test('of somebody else is not paid here', () => {
    const { world } = start()
    const code = buildBrCode({ kind: 'static', chave: 'outra@loja.example', ...merchant })
    expect(refusal(world, { code, valor: '7.00' })).toEqual({ reason: 'other-receiver', path: ['code'] })
  })
})

test('what cannot be paid says why', async () => {
  const { world } = start()
  const { location } = (await call(world, 'loc.create', { tipoCob: 'cob' })) as PayloadLocation
  const at = (place: string) => buildBrCode({ kind: 'dynamic', location: place, ...merchant })
  const rows = [
    ['padaria00000000000000000000009', 'unknown'],
    ['pix.sandbox.example/qr/v2/nenhuma', 'unknown'],
    [at('pix.sandbox.example/qr/v2/nenhuma'), 'unknown'],
    [location, 'nothing-shown'],
    [at('pix.banco.example/qr/v2/um'), 'other-bank'],
    [`${at(location).slice(0, -4)}0000`, 'unreadable'],
    ['', 'unreadable'],
    [buildBrCode({ kind: 'recurrence', locationRec: 'pix.banco.example/qr/v2/rec/um', ...merchant }), 'recurrence'],
  ] as const
  expect(rows.map(([code]) => refusal(world, { code }).reason)).toEqual(rows.map(([, reason]) => reason))
})

describe('a code with a recurrence', () => {
  async function compose(operation: 'cob.create' | 'cobv.create') {
    const desk = newDesk()
    const calendario = operation === 'cob.create' ? { expiracao: 3600 } : { dataDeVencimento: '2026-12-10' }
    const more = operation === 'cob.create' ? {} : { devedor: DEVEDOR }
    await call(desk.world, operation, { calendario, ...more, valor: { original: '37.00' }, chave: CHAVE })
    const { id: loc } = await desk.makeLocRec()
    const ativacao = operation === 'cob.create' ? { ativacao: { dadosJornada: { txid: TXID } } } : {}
    const { idRec } = await desk.makeRec({ loc, ...ativacao })
    const { dadosQR } = await desk.getRec(idRec, { txid: TXID })
    return { ...desk, idRec, code: dadosQR?.pixCopiaECola ?? '' }
  }

  test('and an immediate charge pays, and authorises', async () => {
    const { world, idRec, code, getRec, events } = await compose('cob.create')
    const { endToEndId } = pay(world, { code })
    expect(await getRec(idRec)).toMatchObject({ status: 'APROVADA', ativacao: { tipoJornada: 'JORNADA_3' } })
    expect(events).toContainEqual({ kind: 'pix', endToEndId })
    expect(events).toContainEqual({ kind: 'rec', idRec })
  })

  test('that waits no more is not paid either', async () => {
    const { world, idRec, code } = await compose('cob.create')
    rejectRec(world, idRec)
    expect(refusal(world, { code }).reason).toBe('rec-status')
    expect(world.cobs.get(TXID)?.revisoes.at(-1)?.status).toBe('ATIVA')
  })

  test('of which nobody knows is not paid either', async () => {
    const { world, code } = await compose('cob.create')
    const { location } = parseBrCode(code) as { location: string }
    const locationRec = 'pix.sandbox.example/qr/v2/rec/nenhuma'
    const other = buildBrCode({ kind: 'dynamic', location, locationRec, ...merchant })
    expect(refusal(world, { code: other }).reason).toBe('unknown')
  })

  test('and a charge with a due date pays, and leaves the offer open', async () => {
    const { world, idRec, code, getRec } = await compose('cobv.create')
    expect(pay(world, { code }).txid).toBe(TXID)
    expect((await getRec(idRec)).status).toBe('CRIADA')
    approveRec(world, idRec, { jornada: 'JORNADA_4' })
    expect((await getRec(idRec)).ativacao).toEqual({ tipoJornada: 'JORNADA_4' })
  })
})

describe('a return that the payer asks for', () => {
  test('takes what is left, and is done a moment later', async () => {
    const { world, events } = start()
    await addCob(world)
    const { endToEndId } = pay(world, { code: TXID })
    const { id } = returnPix(world, { endToEndId, valor: '7.00', natureza: 'MED_OPERACIONAL' })
    expect(returnPix(world, { endToEndId })).toMatchObject({ valor: '30.00', natureza: 'MED_FRAUDE' })
    expect(checkResponse('pix.get', world.pixes.get(endToEndId))).toEqual([])
    await world.clock.advance('5s')
    expect(world.pixes.get(endToEndId)?.devolucoes?.map(({ status }) => status)).toEqual(['DEVOLVIDO', 'DEVOLVIDO'])
    expect(events).toContainEqual({ kind: 'devolucao', endToEndId, devolucaoId: id })
  })

  test.each([
    [{ valor: '37.01' }, 'not-returnable'],
    [{ valor: '0.00' }, 'not-returnable'],
    [{ valor: '1' }, 'amount-format'],
    [{ endToEndId: 'E99999004202612011500abcdefghijk' }, 'unknown-payment'],
  ])('that cannot be: %j', async (changes, reason) => {
    const { world } = start()
    await addCob(world)
    const { endToEndId } = pay(world, { code: TXID })
    expect(errorOf(() => returnPix(world, { endToEndId, ...changes }))).toMatchObject({
      code: 'SANDBOX_PAYMENT',
      params: { reason },
    })
    expect(world.pixes.get(endToEndId)?.devolucoes).toBeUndefined()
  })
})
