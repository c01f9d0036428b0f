import type { CobRCompleta, CobRSolicitada, CobsRConsultadas, PixConsultados } from '@pixkit/bacen/types'
import { describe, expect, test } from 'vitest'
import { cobRBody, type Desk, newDesk, NOW } from '../../../../../tests/lib/automatico-desk.ts'
import { approveRec, failCobR, withdrawRec } from '../automatico/payer.ts'
import type { PayerWill } from '../automatico/payer-will.ts'

const TXID = 'a'.repeat(32)
const OTHER = 'b'.repeat(32)

/** With a recurrence that was approved. */
async function newPayer(politicaRetentativa: 'PERMITE_3R_7D' | 'NAO_PERMITE' = 'PERMITE_3R_7D') {
  const desk = newDesk()
  const { id: loc } = await desk.makeLocRec()
  const { idRec } = await desk.makeRec({ loc, politicaRetentativa })
  approveRec(desk.world, idRec)
  desk.events.length = 0
  return { ...desk, idRec }
}

/** Status of a charge, and of its tries. */
function stateOf({ status, tentativas = [] }: CobRCompleta): string {
  return [status, ...tentativas.map(({ dataLiquidacao, tipo, ...t }) => `${dataLiquidacao} ${tipo} ${t.status}`)].join(
    ', ',
  )
}

const retry = (data: string, txid: string = TXID) => ({ params: { txid, data } })
const stateAt = async ({ world, getCobR }: Pick<Desk, 'world' | 'getCobR'>, instant: string): Promise<string> => {
  await world.clock.set(instant)
  return stateOf(await getCobR(TXID))
}

describe('a charge of a recurrence', () => {
  test('is told to the bank of the payer ten days before, and settled by 8 h', async () => {
    const desk = await newPayer()
    const { idRec } = desk
    const cobr = await desk.makeCobR(TXID, idRec)
    expect(cobr).toEqual({
      ...cobRBody(idRec),
      txid: TXID,
      calendario: { criacao: '2026-11-25', dataDeVencimento: '2026-12-15' },
      recebedor: { cnpj: '12345678000195', nome: 'Padaria do Bairro Ltda', ...cobRBody(idRec).recebedor },
      status: 'CRIADA',
      politicaRetentativa: 'PERMITE_3R_7D',
      atualizacao: [{ status: 'CRIADA', data: NOW }],
    })
    expect(await stateAt(desk, '2026-12-05T02:59:59Z')).toBe('CRIADA')
    expect(await stateAt(desk, '2026-12-05T03:00:00Z')).toBe('ATIVA, 2026-12-15 AGND AGENDADA')
    expect(await stateAt(desk, '2026-12-15T10:59:59Z')).toBe('ATIVA, 2026-12-15 AGND AGENDADA')
    expect(await stateAt(desk, '2026-12-15T11:00:00Z')).toBe('CONCLUIDA, 2026-12-15 AGND PAGA')
    await desk.world.clock.advance('30d')
    const paid = await desk.getCobR(TXID)
    expect(paid.atualizacao.map(({ status }) => status)).toEqual(['CRIADA', 'ATIVA', 'CONCLUIDA'])
    const endToEndId = paid.tentativas?.[0]?.endToEndId
    expect(endToEndId).toMatch(/^E99999004202612151100/)
    expect(paid.pix).toEqual([{ endToEndId, txid: TXID, valor: '35.00', horario: '2026-12-15T11:00:00.000Z' }])
    expect(desk.events).toEqual([
      { kind: 'cobr', txid: TXID },
      { kind: 'cobr', txid: TXID },
    ])
    const query = { inicio: '2026-12-15T00:00:00Z', fim: '2026-12-16T00:00:00Z', cpf: '12345678909' }
    const { pix } = await desk.ok<PixConsultados>('pix.list', { query })
    expect(pix).toMatchObject([{ endToEndId, txid: TXID }])
  })

  test('is told soon when its day is near, and settled on the next business day', async () => {
    const desk = await newPayer()
    // A Sunday.
    await desk.makeCobR(TXID, desk.idRec, { calendario: { dataDeVencimento: '2026-12-06' } })
    await desk.world.clock.set('2026-11-27T03:00:05Z')
    expect(stateOf(await desk.getCobR(TXID))).toBe('ATIVA, 2026-12-07 AGND AGENDADA')
    expect(await stateAt(desk, '2026-12-07T11:00:00Z')).toBe('CONCLUIDA, 2026-12-07 AGND PAGA')
  })

  test('is settled on its day where it is not to move', async () => {
    const desk = await newPayer()
    await desk.makeCobR(TXID, desk.idRec, { calendario: { dataDeVencimento: '2026-12-06' }, ajusteDiaUtil: false })
    expect(await stateAt(desk, '2026-12-06T11:00:00Z')).toBe('CONCLUIDA, 2026-12-06 AGND PAGA')
  })

  test('shows the returns of its payment', async () => {
    const desk = await newPayer()
    await desk.makeCobR(TXID, desk.idRec)
    await desk.world.clock.set('2026-12-15T11:00:00Z')
    const e2eid = (await desk.getCobR(TXID)).pix?.[0]?.endToEndId ?? ''
    await desk.ok('pix.createDevolucao', { params: { e2eid, id: 'devolucao1' }, body: { valor: '5.00' } })
    await desk.world.clock.advance('5s')
    expect((await desk.getCobR(TXID)).pix?.[0]?.devolucoes).toMatchObject([{ valor: '5.00', status: 'DEVOLVIDO' }])
  })

  test('is refused with what is wrong with it', async () => {
    const { world, idRec, makeCobR, makeRec, refused } = await newPayer()
    await makeCobR(TXID, idRec)
    const create = (changes: Partial<CobRSolicitada>, txid = OTHER) =>
      refused('cobr.create', { params: { txid }, body: cobRBody(idRec, changes) })
    const invalid = (...propriedades: string[]) => ['CobROperacaoInvalida', 400, ...propriedades]
    const due = (dataDeVencimento: string) => ({ calendario: { dataDeVencimento } })
    const data = 'cobr.calendario.dataDeVencimento'

    expect(await create({})).toEqual(invalid(data))
    expect(await create(due('2026-12-31'))).toEqual(invalid(data))
    expect(await create(due('2027-01-15'), TXID)).toEqual(invalid('cobr.txid'))
    const recebedor = { conta: '7654321', tipoConta: 'CORRENTE' } as const
    expect(await create({ ...due('2027-01-15'), recebedor })).toEqual(invalid('cobr.recebedor.conta'))
    expect(await create({ ...due('2027-01-15'), valor: { original: '36.00' } })).toEqual(invalid('cobr.valor.original'))
    expect(await create(due('2026-11-24'))).toEqual(invalid(data))
    expect(await create({ ...due('2026-11-30') })).toEqual(invalid(data))
    expect(await create({ ...due('2027-01-15'), idRec: 'R'.repeat(29) })).toEqual(invalid('cobr.idRec'))
    const { idRec: waiting } = await makeRec()
    expect(await create({ ...due('2027-01-15'), idRec: waiting })).toEqual(invalid('cobr.idRec'))
    // Two calendar days before at the latest.
    await world.clock.set('2027-01-14T02:59:59Z')
    expect(await create(due('2027-01-14'))).toEqual(invalid(data))
    await makeCobR(OTHER, idRec, due('2027-01-15'))
  })

  test('takes the place of one in the same cycle that was cancelled', async () => {
    const { idRec, makeCobR, ok } = await newPayer()
    await makeCobR(TXID, idRec)
    await ok('cobr.update', { params: { txid: TXID }, body: { status: 'CANCELADA' } })
    const other = await ok<CobRCompleta>('cobr.createWithoutTxid', { body: cobRBody(idRec) })
    expect(other.txid).toMatch(/^[a-zA-Z0-9]{26,35}$/)
    expect(other.status).toBe('CRIADA')
  })

  test('is cancelled until 22 h of the day before, and not paid then', async () => {
    const desk = await newPayer()
    const cancel = { params: { txid: TXID }, body: { status: 'CANCELADA' } }
    await desk.makeCobR(TXID, desk.idRec)
    await desk.world.clock.set('2026-12-15T01:00:00Z')
    expect(await desk.ok('cobr.update', cancel)).toMatchObject({
      status: 'CANCELADA',
      tentativas: [{ status: 'CANCELADA' }],
      encerramento: { cancelamento: { solicitante: 'USUARIO_RECEBEDOR', codigo: 'SLCR' } },
    })
    expect(await desk.refused('cobr.update', cancel)).toEqual(['CobROperacaoInvalida', 400, 'cobr.status'])
    expect(await stateAt(desk, '2026-12-16T00:00:00Z')).toBe('CANCELADA, 2026-12-15 AGND CANCELADA')
    await desk.makeCobR(OTHER, desk.idRec, { calendario: { dataDeVencimento: '2027-01-15' } })
    await desk.world.clock.set('2027-01-15T01:00:01Z')
    const late = { ...cancel, params: { txid: OTHER } }
    expect(await desk.refused('cobr.update', late)).toEqual(['CobROperacaoInvalida', 400, 'cobr.status'])
    expect(await desk.ok('cobr.update', { params: { txid: OTHER }, body: {} })).toHaveProperty('status', 'ATIVA')
  })

  test('ends when the payer withdraws', async () => {
    const desk = await newPayer()
    await desk.makeCobR(TXID, desk.idRec)
    withdrawRec(desk.world, desk.idRec)
    expect((await desk.getCobR(TXID)).encerramento).toMatchObject({
      cancelamento: { solicitante: 'USUARIO_PAGADOR', codigo: 'SLBD' },
    })
    expect((await desk.getRec(desk.idRec)).encerramento).toMatchObject({
      cancelamento: { solicitante: 'USUARIO_PAGADOR', codigo: 'SLDB' },
    })
  })

  test('is listed by recurrence, payer, status and page', async () => {
    const { world, idRec, makeCobR, ok } = await newPayer()
    await makeCobR(TXID, idRec)
    await world.clock.advance('1m')
    await makeCobR(OTHER, idRec, { calendario: { dataDeVencimento: '2027-01-15' } })
    await ok('cobr.update', { params: { txid: OTHER }, body: { status: 'CANCELADA' } })
    const txidsOf = async (query: Record<string, string>): Promise<string[]> => {
      const period = { inicio: NOW, fim: '2026-12-01T00:00:00Z' }
      const { cobsr } = await ok<CobsRConsultadas>('cobr.list', { query: { ...period, ...query } })
      return cobsr.map(({ txid }) => txid)
    }
    expect(await txidsOf({})).toEqual([TXID, OTHER])
    expect(await txidsOf({ idRec })).toEqual([TXID, OTHER])
    expect(await txidsOf({ idRec: 'R'.repeat(29) })).toEqual([])
    expect(await txidsOf({ cpf: '12345678909', status: 'CANCELADA' })).toEqual([OTHER])
    expect(await txidsOf({ cnpj: '12345678000195' })).toEqual([])
    expect(await txidsOf({ convenio: 'A1' })).toEqual([])
    expect(await txidsOf({ 'paginacao.itensPorPagina': '1', 'paginacao.paginaAtual': '1' })).toEqual([OTHER])
  })

  test('that is not there is not found', async () => {
    const { refused } = newDesk()
    const params = { txid: TXID }
    expect(await refused('cobr.get', { params })).toEqual(['CobRNaoEncontrado', 404])
    expect(await refused('cobr.update', { params, body: { status: 'CANCELADA' } })).toEqual(['CobRNaoEncontrado', 404])
    expect(await refused('cobr.retry', retry('2026-12-16'))).toEqual(['CobRNaoEncontrado', 404])
  })
})

describe('a charge that is not settled at once', () => {
  const failing = async (will: PayerWill, policy?: 'PERMITE_3R_7D' | 'NAO_PERMITE') => {
    const desk = await newPayer(policy)
    await desk.makeCobR(TXID, desk.idRec)
    await desk.world.clock.set('2026-12-05T03:00:00Z')
    failCobR(desk.world, TXID, will)
    return desk
  }

  test('is paid in the evening', async () => {
    const desk = await failing('manha')
    expect(await stateAt(desk, '2026-12-15T23:59:59Z')).toBe('ATIVA, 2026-12-15 AGND AGENDADA')
    expect(await stateAt(desk, '2026-12-16T00:00:00Z')).toBe('CONCLUIDA, 2026-12-15 AGND PAGA')
  })

  test('is over after its day where the policy allows nothing else', async () => {
    const desk = await failing('dia', 'NAO_PERMITE')
    expect(await stateAt(desk, '2026-12-16T00:00:00Z')).toBe('EXPIRADA, 2026-12-15 AGND EXPIRADA')
    expect(await desk.refused('cobr.retry', retry('2026-12-17'))).toEqual([
      'CobROperacaoInvalida',
      400,
      'cobr.tentativas',
    ])
  })

  test('is tried again on a day that is asked for', async () => {
    const desk = await failing('dia')
    const refused = async (data: string) => (await desk.refused('cobr.retry', retry(data))).at(-1)
    expect(await refused('2026-12-16')).toBe('cobr.tentativas')
    expect(await stateAt(desk, '2026-12-16T00:00:00Z')).toBe('ATIVA, 2026-12-15 AGND EXPIRADA')
    expect(await refused('2026-12-15')).toBe('cobr.data')
    expect(await refused('2026-12-23')).toBe('cobr.data')
    const asked = await desk.ok<CobRCompleta>('cobr.retry', retry('2026-12-17'))
    expect(stateOf(asked)).toBe('ATIVA, 2026-12-15 AGND EXPIRADA, 2026-12-17 NTAG SOLICITADA')
    expect(await refused('2026-12-18')).toBe('cobr.tentativas')
    await desk.world.clock.advance('5s')
    expect(stateOf(await desk.getCobR(TXID))).toBe('ATIVA, 2026-12-15 AGND EXPIRADA, 2026-12-17 NTAG AGENDADA')
    expect(await stateAt(desk, '2026-12-17T11:00:00Z')).toBe(
      'CONCLUIDA, 2026-12-15 AGND EXPIRADA, 2026-12-17 NTAG PAGA',
    )
  })

  test('is over when the days are, or the tries', async () => {
    const desk = await failing('dia')
    expect(await stateAt(desk, '2026-12-22T02:59:59Z')).toBe('ATIVA, 2026-12-15 AGND EXPIRADA')
    expect(await stateAt(desk, '2026-12-22T03:00:00Z')).toBe('EXPIRADA, 2026-12-15 AGND EXPIRADA')

    const other = await failing('dia')
    await other.world.clock.set('2026-12-16T00:00:00Z')
    for (const day of ['16', '17', '18']) {
      await other.ok('cobr.retry', retry(`2026-12-${day}`))
      failCobR(other.world, TXID)
      await other.world.clock.set(`2026-12-${Number(day) + 1}T00:00:00Z`)
    }
    const { status, tentativas = [] } = await other.getCobR(TXID)
    expect([status, ...tentativas.map((tentativa) => tentativa.status)]).toEqual(Array(5).fill('EXPIRADA'))
  })

  test('is rejected with some codes, and may be tried again with others', async () => {
    const rejected = await failing('MIDI')
    expect(await stateAt(rejected, '2026-12-15T11:00:00Z')).toBe('REJEITADA, 2026-12-15 AGND REJEITADA')
    expect((await rejected.getCobR(TXID)).encerramento).toMatchObject({ rejeicao: { codigo: 'MIDI' } })

    const waiting = await failing('AM02')
    expect(await stateAt(waiting, '2026-12-15T11:00:00Z')).toBe('ATIVA, 2026-12-15 AGND REJEITADA')
    await waiting.ok('cobr.retry', retry('2026-12-16'))
    expect(await stateAt(waiting, '2026-12-16T11:00:00Z')).toBe(
      'CONCLUIDA, 2026-12-15 AGND REJEITADA, 2026-12-16 NTAG PAGA',
    )
  })

  test('is rejected by the bank of the payer when it is told', async () => {
    const desk = await newPayer()
    await desk.makeCobR(TXID, desk.idRec)
    failCobR(desk.world, TXID, 'AM02')
    expect(await stateAt(desk, '2026-12-05T03:00:00Z')).toBe('ATIVA, 2026-12-15 AGND REJEITADA')
    expect(await stateAt(desk, '2026-12-22T03:00:00Z')).toBe('EXPIRADA, 2026-12-15 AGND REJEITADA')

    const other = await newPayer('NAO_PERMITE')
    await other.makeCobR(TXID, other.idRec)
    failCobR(other.world, TXID, 'AM02')
    expect(await stateAt(other, '2026-12-05T03:00:00Z')).toBe('EXPIRADA, 2026-12-15 AGND REJEITADA')
  })
})
