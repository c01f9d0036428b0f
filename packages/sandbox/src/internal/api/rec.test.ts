import { checkCopiaECola } from '@pixkit/bacen/copia-e-cola'
import type { CobGerada, CobVGerada, RecsConsultadas } from '@pixkit/bacen/types'
import { parseBrCode } from '@pixkit/brcode'
import { describe, expect, test } from 'vitest'
import { cobRBody, type Desk, newDesk, NOW, recBody } from '../../../../../tests/lib/automatico-desk.ts'
import { approveRec, rejectRec } from '../automatico/payer.ts'

const COB_TXID = 'c'.repeat(32)
const COBV_TXID = 'd'.repeat(32)
const CHAVE = '71cdf9ba-c695-4e3c-b010-abb521a3f1be'
const DEVEDOR = { cpf: '12345678909', nome: 'Fulana de Tal' }

const makeCob = ({ ok }: Desk, txid = COB_TXID): Promise<CobGerada> =>
  ok('cob.create', {
    params: { txid },
    body: { calendario: { expiracao: 3_600 }, valor: { original: '35.00' }, chave: CHAVE },
  })
const makeCobV = ({ ok }: Desk): Promise<CobVGerada> =>
  ok('cobv.create', {
    params: { txid: COBV_TXID },
    body: {
      calendario: { dataDeVencimento: '2026-12-10' },
      devedor: DEVEDOR,
      valor: { original: '35.00' },
      chave: CHAVE,
    },
  })
const rev = (idRec: string, body: object) => ({ params: { idRec }, body })

describe('a recurrence', () => {
  test('begins CRIADA, with its policy in its id', async () => {
    const { makeRec, getRec } = newDesk()
    const rec = await makeRec()
    expect(rec).toEqual({
      ...recBody(),
      idRec: expect.stringMatching(/^RR9999900420261125[A-Za-z0-9]{11}$/),
      recebedor: { cnpj: '12345678000195', nome: 'Padaria do Bairro Ltda' },
      status: 'CRIADA',
      atualizacao: [{ status: 'CRIADA', data: NOW }],
      ativacao: { tipoJornada: 'AGUARDANDO_DEFINICAO' },
    })
    expect(await getRec(rec.idRec)).toEqual(rec)
    const { idRec } = await makeRec({ politicaRetentativa: 'NAO_PERMITE' })
    expect(idRec).toMatch(/^RN/)
  })

  test('is refused with what is wrong with it', async () => {
    const { refused } = newDesk()
    const create = (changes: object) => refused('rec.create', { body: { ...recBody(), ...changes } })
    const calendario = { dataInicial: '2026-11-24', periodicidade: 'MENSAL' }
    expect(await create({ calendario })).toEqual(['RecOperacaoInvalida', 400, 'rec.calendario.dataInicial'])
    const valor = { valorRec: '35.00', valorMinimoRecebedor: '10.00' }
    expect(await create({ valor })).toEqual(['RecOperacaoInvalida', 400, 'rec.valor.valorMinimoRecebedor'])
    expect(await refused('rec.get', { params: { idRec: 'R'.repeat(29) } })).toEqual(['RecNaoEncontrada', 404])
  })

  test('is revised while it waits, and less afterwards', async () => {
    const { world, makeRec, makeLocRec, ok, refused } = newDesk()
    const [first, second] = [await makeLocRec(), await makeLocRec()]
    const { idRec } = await makeRec({ loc: first.id })
    const calendario = { dataInicial: '2027-01-10' }
    const vinculo = { devedor: { nome: 'Fulana da Silva' } }
    const revised = await ok('rec.update', rev(idRec, { loc: second.id, calendario, vinculo }))
    expect(revised).toMatchObject({ loc: { id: 2, idRec }, calendario, vinculo })
    expect(await ok('locRec.get', { params: { id: '1' } })).not.toHaveProperty('idRec')
    expect(await ok('locRec.get', { params: { id: '2' } })).toHaveProperty('idRec', idRec)
    const past = { calendario: { dataInicial: '2026-11-24' } }
    expect(await refused('rec.update', rev(idRec, past))).toEqual([
      'RecOperacaoInvalida',
      400,
      'rec.calendario.dataInicial',
    ])

    approveRec(world, idRec)
    const late = { loc: first.id, calendario: { dataInicial: '2027-02-10' } }
    expect(await refused('rec.update', rev(idRec, late))).toEqual([
      'RecOperacaoInvalida',
      400,
      'rec.loc',
      'rec.calendario.dataInicial',
    ])
    expect(await ok('rec.update', rev(idRec, { vinculo: { devedor: { nome: 'Fulana' } } }))).toHaveProperty(
      'status',
      'APROVADA',
    )
  })

  test('is cancelled once, with what hangs on it', async () => {
    const { world, events, makeRec, makeSolicRec, makeCobR, getCobR, getRec, ok, refused } = newDesk()
    const { idRec } = await makeRec()
    const { idSolicRec } = await makeSolicRec(idRec)
    approveRec(world, idRec)
    await makeCobR('e'.repeat(32), idRec)
    events.length = 0
    expect(await ok('rec.update', rev(idRec, { status: 'CANCELADA' }))).toMatchObject({
      status: 'CANCELADA',
      encerramento: { cancelamento: { solicitante: 'USUARIO_RECEBEDOR', codigo: 'SLCR' } },
      atualizacao: [{ status: 'CRIADA' }, { status: 'APROVADA' }, { status: 'CANCELADA' }],
    })
    expect(await getCobR('e'.repeat(32))).toHaveProperty('status', 'CANCELADA')
    expect(events).toEqual([
      { kind: 'cobr', txid: 'e'.repeat(32) },
      { kind: 'rec', idRec },
    ])
    expect((await getRec(idRec)).solicitacao).toMatchObject([{ idSolicRec, status: 'ACEITA' }])
    expect(await refused('rec.update', rev(idRec, { status: 'CANCELADA' }))).toEqual([
      'RecOperacaoInvalida',
      400,
      'rec.status',
    ])
    const body = cobRBody(idRec, { calendario: { dataDeVencimento: '2027-01-15' } })
    expect(await refused('cobr.createWithoutTxid', { body })).toEqual(['CobROperacaoInvalida', 400, 'cobr.idRec'])
  })

  test('expires after its last day, approved or not', async () => {
    const { world, events, makeRec, getRec, refused } = newDesk()
    const calendario = { dataInicial: '2026-12-01', dataFinal: '2026-12-31', periodicidade: 'MENSAL' as const }
    const { idRec } = await makeRec({ calendario })
    await world.clock.set('2027-01-01T02:59:59Z')
    expect(await getRec(idRec)).toHaveProperty('status', 'CRIADA')
    await world.clock.set('2027-01-01T03:00:00Z')
    expect(await getRec(idRec)).toHaveProperty('status', 'EXPIRADA')
    expect(events).toEqual([{ kind: 'rec', idRec }])
    expect(await refused('rec.update', rev(idRec, { status: 'CANCELADA' }))).toEqual([
      'RecOperacaoInvalida',
      400,
      'rec.status',
    ])
  })

  test('is listed by payer, status, location and agreement', async () => {
    const { world, makeRec, makeLocRec, ok } = newDesk()
    const { id: loc } = await makeLocRec()
    const first = await makeRec({ loc, recebedor: { convenio: 'A1' } })
    await world.clock.advance('1m')
    const devedor = { cnpj: '12345678000195', nome: 'Loja de Exemplo' }
    const second = await makeRec({ vinculo: { contrato: '2', devedor } })
    rejectRec(world, second.idRec)
    const idsOf = async (query: Record<string, string>): Promise<string[]> => {
      const period = { inicio: NOW, fim: '2026-12-01T00:00:00Z' }
      const { recs } = await ok<RecsConsultadas>('rec.list', { query: { ...period, ...query } })
      return recs.map(({ idRec }) => idRec)
    }
    expect(await idsOf({})).toEqual([first.idRec, second.idRec])
    expect(await idsOf({ fim: '2026-11-25T12:00:30Z' })).toEqual([first.idRec])
    expect(await idsOf({ cpf: '12345678909' })).toEqual([first.idRec])
    expect(await idsOf({ cnpj: '12345678000195' })).toEqual([second.idRec])
    expect(await idsOf({ locationPresente: 'true' })).toEqual([first.idRec])
    expect(await idsOf({ status: 'REJEITADA' })).toEqual([second.idRec])
    expect(await idsOf({ convenio: 'A1' })).toEqual([first.idRec])
    expect(await idsOf({ 'paginacao.paginaAtual': '1', 'paginacao.itensPorPagina': '1' })).toEqual([second.idRec])
  })
})

describe('the code of a recurrence', () => {
  test('is absent without a location', async () => {
    const { makeRec, getRec } = newDesk()
    const { idRec } = await makeRec()
    expect(await getRec(idRec)).not.toHaveProperty('dadosQR')
  })

  test('offers the recurrence alone: jornada 2', async () => {
    const { makeRec, makeLocRec, getRec } = newDesk()
    const { id: loc, location } = await makeLocRec()
    const { idRec } = await makeRec({ loc })
    const rec = await getRec(idRec)
    expect(rec.dadosQR?.jornada).toBe('JORNADA_2')
    expect(parseBrCode(rec.dadosQR?.pixCopiaECola ?? '')).toMatchObject({ kind: 'recurrence', locationRec: location })
    expect(checkCopiaECola(rec, null)).toEqual([])
  })

  test('holds the immediate charge of jornada 3, and no other', async () => {
    const desk = newDesk()
    const { makeRec, makeLocRec, getRec, refused } = desk
    const cob = await makeCob(desk)
    await makeCob(desk, 'f'.repeat(32))
    const { id: loc } = await makeLocRec()
    const { idRec } = await makeRec({ loc, ativacao: { dadosJornada: { txid: COB_TXID } } })
    const rec = await getRec(idRec, { txid: COB_TXID })
    expect(rec.dadosQR?.jornada).toBe('JORNADA_3')
    expect(checkCopiaECola(rec, cob)).toEqual([])
    for (const txid of ['f'.repeat(32), '0'.repeat(32)]) {
      expect(await refused('rec.get', { params: { idRec }, query: { txid } })).toEqual([
        'RecConsultaInvalida',
        400,
        'txid',
      ])
    }
  })

  test('holds the charge with a due date of jornada 4, not after jornada 3', async () => {
    const desk = newDesk()
    const { world, makeRec, makeLocRec, getRec, refused } = desk
    const cobv = await makeCobV(desk)
    await makeCob(desk)
    const [one, two] = [await makeLocRec(), await makeLocRec()]
    const { idRec } = await makeRec({ loc: one.id })
    const rec = await getRec(idRec, { txid: COBV_TXID })
    expect(rec.dadosQR?.jornada).toBe('JORNADA_4')
    expect(checkCopiaECola(rec, cobv)).toEqual([])

    const other = await makeRec({ loc: two.id, ativacao: { dadosJornada: { txid: COB_TXID } } })
    approveRec(world, other.idRec, { jornada: 'JORNADA_3' })
    const asked = { params: { idRec: other.idRec }, query: { txid: COBV_TXID } }
    expect(await refused('rec.get', asked)).toEqual(['RecConsultaInvalida', 400, 'txid'])
  })
})
