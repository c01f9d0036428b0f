import { addDays, dayOfDate } from '@pixkit/core/dates'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { type CobRParaRetentativa, diasDeRetentativa } from './retentativas.ts'
import type { TentativaCobR } from './internal/types/cobr.ts'

const tentativa = (dataLiquidacao: string, tipo = 'NTAG', status = 'EXPIRADA'): TentativaCobR => ({
  dataLiquidacao,
  tipo,
  status,
  endToEndId: 'E12345678202409160300abcdef12345',
})

const COBR: CobRParaRetentativa = {
  idRec: 'RR1234567820240115abcdefghijk',
  status: 'ATIVA',
  calendario: { criacao: '2024-09-01', dataDeVencimento: '2024-09-16' },
  ajusteDiaUtil: true,
  politicaRetentativa: 'PERMITE_3R_7D',
  tentativas: [tentativa('2024-09-16', 'AGND')],
}

const after = (...tentativas: TentativaCobR[]): CobRParaRetentativa => ({
  ...COBR,
  tentativas: [tentativa('2024-09-16', 'AGND'), ...tentativas],
})

describe('diasDeRetentativa', () => {
  // The example of Open Finance Brasil: settled on 16 September, tried again on 18, 20 and 22.
  test('three tries on different days within seven days', () => {
    expect(diasDeRetentativa(COBR, { today: '2024-09-17' })).toEqual({
      dias: ['2024-09-18', '2024-09-19', '2024-09-20', '2024-09-21', '2024-09-22', '2024-09-23'],
      restantes: 3,
    })
    expect(diasDeRetentativa(after(tentativa('2024-09-18')), { today: '2024-09-19' })).toMatchObject({
      dias: ['2024-09-20', '2024-09-21', '2024-09-22', '2024-09-23'],
      restantes: 2,
    })
    expect(diasDeRetentativa(after(tentativa('2024-09-18'), tentativa('2024-09-20')), { today: '2024-09-21' })).toEqual(
      {
        dias: ['2024-09-22', '2024-09-23'],
        restantes: 1,
      },
    )
    const all = after(tentativa('2024-09-18'), tentativa('2024-09-20'), tentativa('2024-09-22'))
    expect(diasDeRetentativa(all, { today: '2024-09-22' })).toEqual({ dias: [], restantes: 0, motivo: 'esgotada' })
  })

  test('a day is used once', () => {
    const { dias } = diasDeRetentativa(after(tentativa('2024-09-21', 'NTAG', 'REJEITADA')), { today: '2024-09-19' })
    expect(dias).toEqual(['2024-09-20', '2024-09-22', '2024-09-23'])
  })

  test('on the evening of the first day, tomorrow is a day; the last one is the seventh', () => {
    expect(diasDeRetentativa(COBR, { today: '2024-09-16' }).dias).toHaveLength(7)
    expect(diasDeRetentativa(COBR, { today: '2024-09-22' }).dias).toEqual(['2024-09-23'])
    expect(diasDeRetentativa(COBR, { today: '2024-09-23' })).toEqual({ dias: [], restantes: 3, motivo: 'prazo' })
  })

  test('without a try on record, the days run from the day that it is scheduled for', () => {
    // A Saturday, and the Monday after it.
    const none = { ...COBR, calendario: { criacao: '2026-11-01', dataDeVencimento: '2026-11-21' }, tentativas: [] }
    expect(diasDeRetentativa(none, { today: '2026-11-22' })).toMatchObject({ dias: [], motivo: 'aguardando' })
    expect(diasDeRetentativa(none, { today: '2026-11-23' })).toMatchObject({ dias: [], motivo: 'aguardando' })
    const { dias } = diasDeRetentativa(none, { today: '2026-11-24' })
    expect([dias[0], dias.at(-1)]).toEqual(['2026-11-25', '2026-11-30'])
    const asWritten = diasDeRetentativa({ ...none, ajusteDiaUtil: false }, { today: '2026-11-22' }).dias
    expect([asWritten[0], asWritten.at(-1)]).toEqual(['2026-11-23', '2026-11-28'])
    const isDiaUtil = (date: string): boolean => date > '2026-11-24'
    expect(diasDeRetentativa(none, { today: '2026-11-24', isDiaUtil })).toMatchObject({ motivo: 'aguardando' })
  })

  test('the days run from the first settlement, also where it was moved', () => {
    const moved = { ...COBR, tentativas: [tentativa('2024-09-18', 'AGND'), tentativa('2024-09-18', 'RIFL')] }
    expect(diasDeRetentativa(moved, { today: '2024-09-23' }).dias).toEqual(['2024-09-24', '2024-09-25'])
  })

  test('without tries on record they run from the due date, and not before it is over', () => {
    const { tentativas: _none, ...cobr } = COBR
    expect(diasDeRetentativa(cobr, { today: '2024-09-16' })).toMatchObject({ dias: [], motivo: 'aguardando' })
    expect(diasDeRetentativa(cobr, { today: '2024-09-22' }).dias).toEqual(['2024-09-23'])
  })

  test.each([
    ['politica', { politicaRetentativa: 'NAO_PERMITE' }],
    ['politica', { politicaRetentativa: 'PERMITE_5R_9D' }],
    ['politica', { politicaRetentativa: undefined, idRec: 'RN1234567820240115abcdefghijk' }],
    ['status', { status: 'CONCLUIDA' }],
    ['status', { status: 'CRIADA' }],
    ['tentativa-aberta', { tentativas: [tentativa('2024-09-16', 'AGND', 'AGENDADA')] }],
    ['tentativa-aberta', after(tentativa('2024-09-18', 'NTAG', 'SOLICITADA'))],
    ['tentativa-aberta', after(tentativa('2024-09-18', 'NTAG', 'PAGA'))],
    ['aguardando', { tentativas: [tentativa('2024-09-18', 'AGND', 'REJEITADA')] }],
  ] as const)('no day: %s of %o', (motivo, cobr) => {
    expect(diasDeRetentativa({ ...COBR, ...cobr }, { today: '2024-09-17' })).toMatchObject({ dias: [], motivo })
  })

  test('the idRec tells the policy where the charge does not', () => {
    expect(diasDeRetentativa({ ...COBR, politicaRetentativa: undefined }, { today: '2024-09-22' }).dias).toHaveLength(1)
  })

  test('ends before the next cycle, and after five days where cycles are weeks', () => {
    const calendario = { dataInicial: '2024-08-20', periodicidade: 'MENSAL' }
    expect(diasDeRetentativa(COBR, { today: '2024-09-16', calendario }).dias).toEqual([
      '2024-09-17',
      '2024-09-18',
      '2024-09-19',
    ])
    const semanal = { dataInicial: '2024-09-16', periodicidade: 'SEMANAL' }
    expect(diasDeRetentativa(COBR, { today: '2024-09-19', calendario: semanal }).dias).toEqual([
      '2024-09-20',
      '2024-09-21',
    ])
    // A due date before the first cycle is in none.
    const later = { dataInicial: '2024-10-01', periodicidade: 'MENSAL' }
    expect(diasDeRetentativa(COBR, { today: '2024-09-22', calendario: later }).dias).toEqual(['2024-09-23'])
  })

  test('days are in the future, within the seven, unused, and there is a reason where there are none', () => {
    const day = fc.integer({ min: 0, max: 12 }).map((days) => addDays('2024-09-16', days))
    const any = fc.record({
      today: day,
      extras: fc.array(day, { maxLength: 4 }),
      calendario: fc.option(fc.record({ dataInicial: day, periodicidade: fc.constantFrom('SEMANAL', 'MENSAL') }), {
        nil: undefined,
      }),
    })
    fc.assert(
      fc.property(any, ({ today, extras, calendario }) => {
        const { dias, restantes, motivo } = diasDeRetentativa(after(...extras.map((dia) => tentativa(dia))), {
          today,
          calendario,
        })
        expect(dias.length === 0).toBe(motivo !== undefined)
        expect(restantes).toBe(Math.max(0, 3 - extras.length))
        for (const dia of dias) {
          expect(dia > today && !extras.includes(dia) && dayOfDate(dia) - dayOfDate('2024-09-16') <= 7).toBe(true)
        }
      }),
    )
  })

  test.each([
    ['today', COBR, { today: 'today' }, { code: 'BACEN_CALCULO', path: ['today'] }],
    [
      'the first try',
      { ...COBR, tentativas: [tentativa('2024-20-08', 'AGND')] },
      { today: '2024-09-17' },
      { code: 'BACEN_CALCULO', path: ['tentativas', 'dataLiquidacao'], params: { reason: 'date' } },
    ],
    [
      'the due date',
      { ...COBR, tentativas: [], calendario: { criacao: '', dataDeVencimento: '' } },
      { today: '2024-09-17' },
      { code: 'BACEN_CALCULO', path: ['calendario', 'dataDeVencimento'], params: { reason: 'date' } },
    ],
    [
      'the idRec',
      { ...COBR, politicaRetentativa: undefined, idRec: 'x' },
      { today: '2024-09-17' },
      { code: 'ID_FORMAT' },
    ],
  ] as const)('refuses what it cannot reckon with: %s', (_name, cobr, options, error) => {
    expect(errorOf(() => diasDeRetentativa(cobr, options))).toMatchObject(error)
  })
})
