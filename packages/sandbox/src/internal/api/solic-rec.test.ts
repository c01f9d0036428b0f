import type { SolicRecCompleta } from '@pixkit/bacen/types'
import { describe, expect, test } from 'vitest'
import { type Desk, newDesk, NOW, solicRecBody } from '../../../../../tests/lib/automatico-desk.ts'
import { approveRec, rejectRec } from '../automatico/payer.ts'

const getSolicRec = ({ ok }: Desk, idSolicRec: string): Promise<SolicRecCompleta> =>
  ok('solicRec.get', { params: { idSolicRec } })
const CANCELADA = { body: { status: 'CANCELADA' } }

describe('a request to confirm a recurrence', () => {
  test('shows the recurrence, is sent, and arrives', async () => {
    const desk = newDesk()
    const { idRec } = await desk.makeRec()
    const solicRec = await desk.makeSolicRec(idRec)
    expect(solicRec).toMatchObject({
      ...solicRecBody(idRec),
      idSolicRec: expect.stringMatching(/^SC9999900420261125/),
      status: 'CRIADA',
      atualizacao: [{ status: 'CRIADA', data: NOW }],
      recPayload: { idRec, recebedor: { ispbParticipante: '99999004' }, politicaRetentativa: 'PERMITE_3R_7D' },
    })
    await desk.world.clock.advance('5s')
    expect(await getSolicRec(desk, solicRec.idSolicRec)).toHaveProperty('status', 'ENVIADA')
    await desk.world.clock.advance('5s')
    const arrived = await getSolicRec(desk, solicRec.idSolicRec)
    expect(arrived.atualizacao.map(({ status }) => status)).toEqual(['CRIADA', 'ENVIADA', 'RECEBIDA'])
    expect((await desk.getRec(idRec)).solicitacao).toEqual([arrived])
  })

  test('is accepted: jornada 1, and its account is that of the payer', async () => {
    const desk = newDesk()
    const { idRec } = await desk.makeRec()
    const { idSolicRec } = await desk.makeSolicRec(idRec)
    approveRec(desk.world, idRec)
    expect(await desk.getRec(idRec)).toMatchObject({
      status: 'APROVADA',
      ativacao: { tipoJornada: 'JORNADA_1' },
      pagador: { cpf: '12345678909', ispbParticipante: '99999010' },
      solicitacao: [{ idSolicRec, status: 'ACEITA' }],
    })
    await desk.world.clock.advance('30d')
    expect(await getSolicRec(desk, idSolicRec)).toHaveProperty('status', 'ACEITA')
  })

  test('is rejected with its recurrence', async () => {
    const desk = newDesk()
    const { idRec } = await desk.makeRec()
    const { idSolicRec } = await desk.makeSolicRec(idRec)
    rejectRec(desk.world, idRec)
    expect(await desk.getRec(idRec)).toMatchObject({
      status: 'REJEITADA',
      encerramento: { rejeicao: { codigo: 'AP13' } },
    })
    expect(await getSolicRec(desk, idSolicRec)).toHaveProperty('status', 'REJEITADA')
    expect(desk.events).toEqual([{ kind: 'rec', idRec }])
  })

  test('expires, and the recurrence can be asked about again', async () => {
    const desk = newDesk()
    const { idRec } = await desk.makeRec()
    const { idSolicRec } = await desk.makeSolicRec(idRec, '2026-11-26T12:00:00Z')
    await desk.world.clock.set('2026-11-26T12:00:00Z')
    expect(await getSolicRec(desk, idSolicRec)).toHaveProperty('status', 'EXPIRADA')
    expect(await desk.getRec(idRec)).toHaveProperty('status', 'CRIADA')
    await desk.makeSolicRec(idRec)
    expect((await desk.getRec(idRec)).solicitacao?.map(({ status }) => status)).toEqual(['EXPIRADA', 'CRIADA'])
  })

  test('is cancelled once', async () => {
    const desk = newDesk()
    const { idRec } = await desk.makeRec()
    const { idSolicRec } = await desk.makeSolicRec(idRec)
    const cancel = { params: { idSolicRec }, ...CANCELADA }
    expect(await desk.ok('solicRec.update', cancel)).toHaveProperty('status', 'CANCELADA')
    expect(await desk.refused('solicRec.update', cancel)).toEqual(['SolicRecOperacaoInvalida', 400, 'solicrec.status'])
  })

  test('is refused for one that is waiting, one that is over, and a time that cannot be', async () => {
    const desk = newDesk()
    const { idRec } = await desk.makeRec()
    await desk.makeSolicRec(idRec)
    const create = (body: object) => desk.refused('solicRec.create', { body })
    expect(await create(solicRecBody(idRec))).toEqual(['SolicRecOperacaoInvalida', 400, 'solicrec.idRec'])
    expect(await create(solicRecBody('R'.repeat(29)))).toEqual(['RecNaoEncontrada', 404])
    approveRec(desk.world, idRec)
    expect(await create(solicRecBody(idRec))).toEqual(['SolicRecOperacaoInvalida', 400, 'solicrec.idRec'])

    const other = await desk.makeRec()
    const past = await create(solicRecBody(other.idRec, '2026-11-25T11:59:59Z'))
    expect(past).toEqual(['SolicRecOperacaoInvalida', 400, 'solicrec.calendario.dataExpiracaoSolicitacao'])
    expect(await create(solicRecBody(other.idRec, '2026-12-25T12:00:01Z'))).toEqual([
      'SolicRecOperacaoInvalida',
      400,
      'solicrec.calendario.dataExpiracaoSolicitacao',
    ])
    await desk.makeSolicRec(other.idRec, '2026-12-25T12:00:00Z')
  })

  test('that is not there is not found', async () => {
    const { refused } = newDesk()
    const params = { idSolicRec: 'S'.repeat(29) }
    expect(await refused('solicRec.get', { params })).toEqual(['SolicRecNaoEncontrada', 404])
    expect(await refused('solicRec.update', { params, ...CANCELADA })).toEqual(['SolicRecNaoEncontrada', 404])
  })
})
