import type { PayloadLocationRecConsultadas } from '@pixkit/bacen/types'
import { describe, expect, test } from 'vitest'
import { newDesk, NOW } from '../../../../../tests/lib/automatico-desk.ts'

const PERIOD = { inicio: '2026-11-01T00:00:00Z', fim: '2026-12-01T00:00:00Z' }

describe('locations of recurrences', () => {
  test('are made without a body, each with a path of its own', async () => {
    const { makeLocRec, ok } = newDesk()
    const first = await makeLocRec()
    const second = await makeLocRec()
    expect(first).toEqual({ id: 1, location: expect.stringMatching(/\/qr\/v2\/rec\/[0-9a-f]{32}$/), criacao: NOW })
    expect(second.id).toBe(2)
    expect(second.location).not.toBe(first.location)
    expect(await ok('locRec.get', { params: { id: '2' } })).toEqual(second)
  })

  test('serve one recurrence, until it is unlinked', async () => {
    const { makeLocRec, makeRec, getRec, ok, refused } = newDesk()
    const { id } = await makeLocRec()
    const rec = await makeRec({ loc: id })
    expect(rec.loc).toMatchObject({ id, idRec: rec.idRec })
    expect(await refused('rec.create', { body: { ...rec2, loc: id } })).toEqual(['RecOperacaoInvalida', 400, 'rec.loc'])
    expect(await refused('rec.create', { body: { ...rec2, loc: 99 } })).toEqual(['RecOperacaoInvalida', 400, 'rec.loc'])
    expect(await ok('locRec.unlinkIdRec', { params: { id: String(id) } })).not.toHaveProperty('idRec')
    expect(await getRec(rec.idRec)).not.toHaveProperty('loc')
    const other = await makeRec({ loc: id })
    expect(await ok('locRec.get', { params: { id: String(id) } })).toMatchObject({ idRec: other.idRec })
  })

  test('are listed by what they show', async () => {
    const { makeLocRec, makeRec, ok } = newDesk()
    const [first, second, third] = [await makeLocRec(), await makeLocRec(), await makeLocRec()]
    await makeRec({ loc: first.id, recebedor: { convenio: 'A1' } })
    await makeRec({ loc: third.id })
    const idsOf = async (query: Record<string, string>): Promise<number[]> => {
      const { loc } = await ok<PayloadLocationRecConsultadas>('locRec.list', { query: { ...PERIOD, ...query } })
      return loc.map(({ id }) => id)
    }
    expect(await idsOf({})).toEqual([1, 2, 3])
    expect(await idsOf({ idRecPresente: 'true' })).toEqual([1, 3])
    expect(await idsOf({ idRecPresente: 'false' })).toEqual([second.id])
    expect(await idsOf({ convenio: 'A1' })).toEqual([1])
  })

  test('that are not there are not found', async () => {
    const { refused } = newDesk()
    const params = { id: '7' }
    expect(await refused('locRec.get', { params })).toEqual(['PayloadLocationRecNaoEncontrado', 404])
    expect(await refused('locRec.unlinkIdRec', { params })).toEqual(['PayloadLocationRecNaoEncontrado', 404])
    const query = { ...PERIOD, fim: '2026-10-01T00:00:00Z' }
    const [type, status] = await refused('locRec.list', { query })
    expect([type, status]).toEqual(['PayloadLocationRecConsultaInvalida', 400])
  })
})

const rec2 = {
  vinculo: { contrato: '2', devedor: { cnpj: '12345678000195', nome: 'Loja de Exemplo' } },
  calendario: { dataInicial: '2026-12-01', periodicidade: 'ANUAL' },
  politicaRetentativa: 'NAO_PERMITE',
}
