import fc from 'fast-check'
import { addDays } from '@pixkit/core/dates'
import { isDiaDeSemana } from '@pixkit/core/dias-uteis'
import { isDiaUtil } from '@pixkit/core/feriados'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import type { CobVSolicitada } from './internal/types/cobv.ts'
import { type CobVParaCalculo, valorFinal, type ValorFinal, type ValorFinalOptions } from './valor-final.ts'

type Valor = CobVParaCalculo['valor']

/** Due on Friday 20 February 2026; 4 March is a Wednesday twelve calendar and eight business days later. */
const DUE = '2026-02-20'

function cobv(valor: Partial<Valor>, dataDeVencimento = DUE, validadeAposVencimento = 30): CobVParaCalculo {
  return { calendario: { dataDeVencimento, validadeAposVencimento }, valor: { original: '1000.00', ...valor } }
}

const on = (date: string, valor: Partial<Valor>, options?: ValorFinalOptions): ValorFinal =>
  valorFinal(cobv(valor), date, options)

describe('valorFinal: what banks and the norm publish', () => {
  // API Pix 2.9.0, example cobBody1, with the modalities as numbers.
  const body1: Pick<CobVSolicitada, 'calendario' | 'valor'> = {
    calendario: { dataDeVencimento: '2020-12-31', validadeAposVencimento: 30 },
    valor: {
      original: '123.45',
      multa: { modalidade: 2, valorPerc: '15.00' },
      juros: { modalidade: 2, valorPerc: '2.00' },
      desconto: { modalidade: 1, descontoDataFixa: [{ data: '2020-11-30', valorPerc: '30.00' }] },
    },
  }

  test.each([
    ['2020-11-30', { desconto: '30.00', juros: '0.00', multa: '0.00', final: '93.45' }],
    ['2020-12-01', { desconto: '0.00', juros: '0.00', multa: '0.00', final: '123.45' }],
    ['2020-12-31', { desconto: '0.00', juros: '0.00', multa: '0.00', final: '123.45' }],
    ['2021-01-04', { desconto: '0.00', juros: '9.88', multa: '18.52', final: '151.85' }],
    ['2021-02-01', { desconto: '0.00', juros: '79.01', multa: '18.52', final: '220.98' }],
  ])('example cobBody1 on %s', (date, parts) => {
    expect(valorFinal(body1, date)).toEqual({
      original: '123.45',
      abatimento: '0.00',
      vencimento: '2020-12-31',
      ultimoDia: '2021-02-01',
      ...parts,
    })
  })

  test('reads the modalities of an answer that writes them as texts, as that example does', () => {
    const multa = { modalidade: '2' as unknown as number, valorPerc: '15.00' }
    expect(on('2026-02-23', { multa }).multa).toBe('150.00')
  })

  test('one percent a month of 30,000 reais is 10 reais a day: no rounding of the rate (bacen/pix-api, issue 607)', () => {
    const charge = cobv({ original: '30000.00', juros: { modalidade: 3, valorPerc: '1.00' } }, '2024-09-04')
    expect(valorFinal(charge, '2024-09-05').juros).toBe('10.00')
    expect(valorFinal(charge, '2024-10-04').juros).toBe('300.00')
  })

  test('days of interest begin at the due date as it moved (bacen/pix-api, issue 347)', () => {
    const charge = cobv({ original: '10.00', juros: { modalidade: 1, valorPerc: '0.10' } }, '2021-02-27')
    expect(valorFinal(charge, '2021-03-01').final).toBe('10.00')
    expect(valorFinal(charge, '2021-03-02').final).toBe('10.10')
  })

  test('half a centavo (bacen/pix-api, issue 404)', () => {
    const valor = { original: '10.00', abatimento: { modalidade: 2, valorPerc: '0.05' } }
    expect(on(DUE, valor)).toMatchObject({ abatimento: '0.01', final: '9.99' })
    expect(on(DUE, valor, { rounding: 'half-even' })).toMatchObject({ abatimento: '0.00', final: '10.00' })
    expect(on(DUE, valor, { rounding: 'down' })).toMatchObject({ abatimento: '0.00', final: '10.00' })
  })

  test('a limit for a discount that is a holiday moves to the next business day (bacen/pix-api, issue 390)', () => {
    const descontoDataFixa = [
      { data: '2021-04-02', valorPerc: '3.00' },
      { data: '2021-04-06', valorPerc: '2.00' },
    ]
    const charge = cobv({ desconto: { modalidade: 1, descontoDataFixa } }, '2021-04-09')
    const days = ['2021-04-01', '2021-04-02', '2021-04-03', '2021-04-04', '2021-04-05', '2021-04-06', '2021-04-07']
    expect(days.map((date) => valorFinal(charge, date).desconto)).toEqual([
      '3.00',
      '3.00',
      '3.00',
      '3.00',
      '3.00',
      '2.00',
      '0.00',
    ])
  })

  test('a discount by the day that reaches the amount is an error (bacen/pix-api, issue 408)', () => {
    const charge = cobv({ original: '123.45', desconto: { modalidade: 6, valorPerc: '10.00' } }, '2021-07-05')
    const error = errorOf(() => valorFinal(charge, '2021-05-06'))
    expect(error).toMatchObject({ code: 'BACEN_CALCULO', params: { reason: 'nothing-left' }, path: ['valor'] })
    expect(valorFinal(charge, '2021-06-30').desconto).toBe('37.04')
  })
})

describe('valorFinal: juros', () => {
  test.each([
    [1, '0.50', '6.00', 'an amount a calendar day'],
    [2, '0.50', '60.00', 'percent a calendar day'],
    [3, '2.00', '8.00', 'percent a month of 30 days'],
    [4, '12.00', '3.95', 'percent a year of 365 days'],
    [5, '0.50', '4.00', 'an amount a business day'],
    [6, '0.50', '40.00', 'percent a business day'],
    [7, '2.00', '7.62', 'percent a month of 21 business days'],
    [8, '12.00', '3.81', 'percent a year of 252 business days'],
  ])('modality %i, %s: %s (%s)', (modalidade, valorPerc, juros) => {
    const valor = { juros: { modalidade, valorPerc } }
    expect(on('2026-03-04', valor)).toMatchObject({ juros, multa: '0.00' })
    expect(on(DUE, valor).juros).toBe('0.00')
  })

  test('takes a year of 360 days, on request', () => {
    const valor = { juros: { modalidade: 4, valorPerc: '12.00' } }
    expect(on('2026-03-04', valor, { daysOfYear: 360 }).juros).toBe('4.00')
    const uteis = { juros: { modalidade: 8, valorPerc: '12.00' } }
    expect(on('2026-03-04', uteis, { daysOfYear: 360 }).juros).toBe('3.81')
  })

  test('is of what the abatimento leaves, simple and not compound', () => {
    const valor = { abatimento: { modalidade: 1, valorPerc: '100.00' }, juros: { modalidade: 2, valorPerc: '1.00' } }
    expect(on('2026-02-23', valor)).toMatchObject({ juros: '27.00', final: '927.00' })
    expect(on('2026-02-24', valor)).toMatchObject({ juros: '36.00', final: '936.00' })
  })
})

describe('valorFinal: multa', () => {
  test.each([
    [1, '12.34', '12.34'],
    [2, '2.00', '20.00'],
  ])('modality %i, %s: %s, however late', (modalidade, valorPerc, multa) => {
    const valor = { multa: { modalidade, valorPerc } }
    expect(['2026-02-20', '2026-02-23', '2026-03-23'].map((date) => on(date, valor).multa)).toEqual([
      '0.00',
      multa,
      multa,
    ])
  })

  test('is of what the abatimento leaves', () => {
    const valor = { abatimento: { modalidade: 2, valorPerc: '50.00' }, multa: { modalidade: 2, valorPerc: '2.00' } }
    expect(on('2026-02-23', valor)).toMatchObject({ abatimento: '500.00', multa: '10.00', final: '510.00' })
  })
})

describe('valorFinal: days off right after the due date', () => {
  const valor = { multa: { modalidade: 1, valorPerc: '5.00' }, juros: { modalidade: 1, valorPerc: '1.00' } }

  test.each([
    [undefined, '1.00', '0.00'],
    ['multa', '1.00', '0.00'],
    ['multa-e-juros', '0.00', '0.00'],
    ['nothing', '1.00', '5.00'],
  ] as const)('on Saturday with %s', (waivedOnDaysOff, juros, multa) => {
    expect(on('2026-02-21', valor, { waivedOnDaysOff })).toMatchObject({ juros, multa })
    expect(on('2026-02-23', valor, { waivedOnDaysOff })).toMatchObject({ juros: '3.00', multa: '5.00' })
    expect(on('2026-02-28', valor, { waivedOnDaysOff })).toMatchObject({ juros: '8.00', multa: '5.00' })
  })

  test('asks the calendar of the payer', () => {
    const local = (date: string): boolean => date !== '2026-02-23' && isDiaUtil(date)
    expect(on('2026-02-23', valor).multa).toBe('5.00')
    expect(on('2026-02-23', valor, { isDiaUtil: local }).multa).toBe('0.00')
    expect(on('2026-02-24', valor, { isDiaUtil: local }).multa).toBe('5.00')
  })
})

describe('valorFinal: abatimento', () => {
  test.each([
    [1, '100.00', '100.00'],
    [2, '12.50', '125.00'],
  ])('modality %i, %s: %s, early and late', (modalidade, valorPerc, abatimento) => {
    for (const date of ['2026-01-02', DUE, '2026-03-04']) {
      expect(on(date, { abatimento: { modalidade, valorPerc } }).abatimento).toBe(abatimento)
    }
  })
})

describe('valorFinal: desconto', () => {
  // 12 February is a Thursday; Carnival is on 16 and 17.
  const tiers = [
    { data: '2026-02-16', valorPerc: '2.00' },
    { data: '2026-02-11', valorPerc: '5.00' },
    { data: '2026-02-20', valorPerc: '1.00' },
  ]
  const days = ['2026-02-11', '2026-02-12', '2026-02-16', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-21']

  test.each([
    [1, ['5.00', '2.00', '2.00', '2.00', '1.00', '1.00', '0.00']],
    [2, ['50.00', '20.00', '20.00', '20.00', '10.00', '10.00', '0.00']],
  ])('modality %i: the first limit that has not passed, in whatever order they are written', (modalidade, expected) => {
    const valor = { desconto: { modalidade, descontoDataFixa: tiers } }
    expect(days.map((date) => on(date, valor).desconto)).toEqual(expected)
  })

  test.each([
    [3, '1.00', '8.00'],
    [4, '1.00', '4.00'],
    [5, '0.10', '8.00'],
    [6, '0.10', '4.00'],
  ])('modality %i, %s for each day that it is early', (modalidade, valorPerc, desconto) => {
    const valor = { desconto: { modalidade, valorPerc } }
    expect(on('2026-02-12', valor).desconto).toBe(desconto)
    expect([DUE, '2026-02-23'].map((date) => on(date, valor).desconto)).toEqual(['0.00', '0.00'])
  })

  test('by the day counts up to the due date as it moved', () => {
    const charge = cobv({ desconto: { modalidade: 3, valorPerc: '1.00' } }, '2026-02-14')
    expect(valorFinal(charge, '2026-02-17')).toMatchObject({ vencimento: '2026-02-18', desconto: '1.00' })
  })

  test('is of the original amount, whatever the abatimento', () => {
    const abatimento = { modalidade: 2, valorPerc: '50.00' }
    const desconto = { modalidade: 2, descontoDataFixa: [{ data: DUE, valorPerc: '10.00' }] }
    expect(on(DUE, { abatimento, desconto })).toMatchObject({ desconto: '100.00', final: '400.00' })
  })
})

describe('valorFinal: what banks write', () => {
  test('null is as good as absent', () => {
    const nothing = { abatimento: null, desconto: null, juros: null, multa: null } as unknown as Valor
    const calendario = {
      dataDeVencimento: DUE,
      validadeAposVencimento: null,
      criacao: null,
    } as unknown as CobVParaCalculo['calendario']
    expect(valorFinal({ calendario, valor: { ...nothing, original: '10.00' } }, '2026-03-04')).toMatchObject({
      final: '10.00',
      ultimoDia: '2026-03-23',
    })
  })

  test.each([null, {}, 'text', 7])('no list of discounts, %j', (descontoDataFixa) => {
    const desconto = { modalidade: 1, descontoDataFixa } as unknown as NonNullable<Valor['desconto']>
    expect(errorOf(() => on(DUE, { desconto }))).toMatchObject({
      params: { reason: 'desconto' },
      path: ['valor', 'desconto', 'descontoDataFixa'],
    })
  })

  test('nothing where something has to be', () => {
    for (const nothing of [null, undefined, [], 'cobv']) {
      const call = (): unknown => valorFinal(nothing as unknown as CobVParaCalculo, DUE)
      expect(call).toThrow(TypeError)
      expect(call).toThrow('"cobv" must be a charge')
    }
    const charge = cobv({})
    const without = { ...charge, valor: null } as unknown as CobVParaCalculo
    expect(errorOf(() => valorFinal(without, DUE))).toMatchObject({
      params: { reason: 'valor' },
      path: ['valor', 'original'],
    })
    const undated = { ...charge, calendario: null } as unknown as CobVParaCalculo
    expect(() => valorFinal(undated, DUE)).toThrow('"calendario.dataDeVencimento" must be a string')
    const desconto = { modalidade: 1, descontoDataFixa: [null] } as unknown as NonNullable<Valor['desconto']>
    expect(() => on(DUE, { desconto })).toThrow('"valor.desconto.descontoDataFixa.0.data" must be a string')
  })

  test('a discount that lasts longer than the charge is not late, is given until it is due', () => {
    const desconto = { modalidade: 1, descontoDataFixa: [{ data: '2026-03-10', valorPerc: '5.00' }] }
    expect(on(DUE, { desconto }).desconto).toBe('5.00')
    expect(on('2026-02-23', { desconto }).desconto).toBe('0.00')
  })
})

describe('valorFinal: what it refuses', () => {
  const rule = { modalidade: 1, valorPerc: '1.00' }

  test.each<[string, Partial<Valor>, (string | number)[]]>([
    ['valor', { original: '10' }, ['valor', 'original']],
    ['valor', { original: '10,00' }, ['valor', 'original']],
    ['valor', { original: 10 as unknown as string }, ['valor', 'original']],
    ['valor', { abatimento: { ...rule, valorPerc: '1' } }, ['valor', 'abatimento', 'valorPerc']],
    ['valor', { multa: { ...rule, valorPerc: '' } }, ['valor', 'multa', 'valorPerc']],
    ['valor', { juros: { ...rule, valorPerc: '-1.00' } }, ['valor', 'juros', 'valorPerc']],
    ['modalidade', { abatimento: { ...rule, modalidade: 3 } }, ['valor', 'abatimento', 'modalidade']],
    ['modalidade', { multa: { ...rule, modalidade: 0 } }, ['valor', 'multa', 'modalidade']],
    ['modalidade', { juros: { ...rule, modalidade: 9 } }, ['valor', 'juros', 'modalidade']],
    ['modalidade', { juros: { ...rule, modalidade: 1.5 } }, ['valor', 'juros', 'modalidade']],
    ['nothing-left', { original: '0.00' }, ['valor']],
    ['nothing-left', { abatimento: { modalidade: 2, valorPerc: '100.00' } }, ['valor']],
    ['nothing-left', { abatimento: { modalidade: 1, valorPerc: '1000.01' } }, ['valor']],
    ['too-large', { multa: { modalidade: 1, valorPerc: '9999999999.00' } }, ['valor']],
    ['too-large', { juros: { modalidade: 2, valorPerc: '9999999999.99' } }, ['valor']],
  ])('late: %s of %j', (reason, valor, path) => {
    expect(errorOf(() => on('2026-03-04', valor))).toMatchObject({ code: 'BACEN_CALCULO', params: { reason }, path })
  })

  test('what is wrong on one day is wrong on every day', () => {
    const wrong = { modalidade: 9, valorPerc: '1.00' }
    for (const name of ['abatimento', 'multa', 'juros', 'desconto']) {
      for (const date of ['2026-02-10', DUE, '2026-02-21', '2026-03-04']) {
        const path = ['valor', name, 'modalidade']
        expect(errorOf(() => on(date, { [name]: wrong }))).toMatchObject({ params: { reason: 'modalidade' }, path })
      }
    }
  })

  const desconto = ['valor', 'desconto']

  test.each<[string, Valor['desconto'], (string | number)[]]>([
    ['modalidade', { modalidade: 7, valorPerc: '1.00' }, [...desconto, 'modalidade']],
    ['desconto', { modalidade: 1 }, [...desconto, 'descontoDataFixa']],
    ['desconto', { modalidade: 2, descontoDataFixa: [] }, [...desconto, 'descontoDataFixa']],
    ['desconto', { modalidade: 2, valorPerc: '1.00' }, [...desconto, 'descontoDataFixa']],
    ['desconto', { modalidade: 3 }, [...desconto, 'valorPerc']],
    ['valor', { modalidade: 4, valorPerc: '1' }, [...desconto, 'valorPerc']],
    [
      'date',
      { modalidade: 1, descontoDataFixa: [{ data: '2026-02-30', valorPerc: '1.00' }] },
      [...desconto, 'descontoDataFixa', 0, 'data'],
    ],
    [
      'valor',
      {
        modalidade: 1,
        descontoDataFixa: [
          { data: DUE, valorPerc: '1.00' },
          { data: DUE, valorPerc: '1' },
        ],
      },
      [...desconto, 'descontoDataFixa', 1, 'valorPerc'],
    ],
  ])('early: %s of %j', (reason, value, path) => {
    const error = errorOf(() => on(DUE, { desconto: value }))
    expect(error).toMatchObject({ code: 'BACEN_CALCULO', params: { reason }, path })
  })

  test('a day after the last', () => {
    const charge = cobv({}, DUE, 0)
    expect(valorFinal(charge, DUE).final).toBe('1000.00')
    expect(errorOf(() => valorFinal(charge, '2026-02-21'))).toMatchObject({
      params: { reason: 'overdue' },
      path: ['date'],
    })
  })

  test('a day before the charge, as São Paulo has it', () => {
    const charge = cobv({})
    const created = (criacao: string): CobVParaCalculo => ({
      ...charge,
      calendario: { ...charge.calendario, criacao },
    })
    expect(valorFinal(created('2026-02-11T02:59:59Z'), '2026-02-10').final).toBe('1000.00')
    expect(errorOf(() => valorFinal(created('2026-02-11T03:00:00Z'), '2026-02-10'))).toMatchObject({
      code: 'BACEN_CALCULO',
      params: { reason: 'before-creation' },
      path: ['date'],
    })
    expect(errorOf(() => valorFinal(created('yesterday'), '2026-02-10'))).toMatchObject({
      params: { reason: 'date' },
      path: ['calendario', 'criacao'],
    })
  })

  test.each(['2026-02-29', '', '2026-02-20T00:00:00Z'])('the day %j', (date) => {
    expect(errorOf(() => on(date, {}))).toMatchObject({
      code: 'BACEN_CALCULO',
      params: { reason: 'date' },
      path: ['date'],
    })
  })

  test('a day a century and more from the due date', () => {
    const juros = { modalidade: 5, valorPerc: '1.00' }
    const charge = cobv({ juros }, '1926-02-22', 2_147_483_647)
    expect(valorFinal(charge, '2026-02-22').vencimento).toBe('1926-02-22')
    const dates = ['1826-02-20', '2026-02-23', '9999-12-31']
    for (const date of dates) {
      expect(errorOf(() => valorFinal(charge, date))).toMatchObject({
        code: 'BACEN_CALCULO',
        params: { reason: 'too-far', max: 100 },
        path: ['date'],
      })
    }
  })

  test('a calendar that ends before the charge', () => {
    const isDiaUtil = (date: string): boolean => date < '2026-03-01' && isDiaDeSemana(date)
    expect(errorOf(() => on(DUE, {}, { isDiaUtil }))).toMatchObject({
      code: 'BACEN_CALCULO',
      params: { reason: 'dia-util' },
    })
  })
})

describe('valorFinal: properties', () => {
  const text = (max: bigint): fc.Arbitrary<string> =>
    fc.bigInt({ min: 0n, max }).map((n) => `${n / 100n}.${String(n % 100n).padStart(2, '0')}`)
  const rule = (max: number): fc.Arbitrary<{ modalidade: number; valorPerc: string } | undefined> =>
    fc.option(fc.record({ modalidade: fc.integer({ min: 1, max }), valorPerc: text(900n) }), { nil: undefined })
  const day = (min: number, max: number): fc.Arbitrary<string> =>
    fc.integer({ min, max }).map((days) => addDays(DUE, days))
  /** Discounts of less than two reais or percent, larger the earlier they end. */
  const desconto = fc.oneof(
    fc.constant(undefined),
    fc.record({ modalidade: fc.integer({ min: 3, max: 6 }), valorPerc: text(90n) }),
    fc
      .record({
        modalidade: fc.integer({ min: 1, max: 2 }),
        dates: fc.uniqueArray(day(-40, 0), { minLength: 1, maxLength: 3 }),
      })
      .map(({ modalidade, dates }) => ({
        modalidade,
        descontoDataFixa: dates.map((data) => ({
          data,
          valorPerc: `1.${50 - (Date.parse(data) - Date.parse(addDays(DUE, -40))) / 86_400_000 / 2}`.slice(0, 4),
        })),
      })),
  )
  const valor: fc.Arbitrary<Valor> = fc.record({
    original: fc
      .bigInt({ min: 10_000n, max: 99_999_999n })
      .map((n) => `${n / 100n}.${String(n % 100n).padStart(2, '0')}`),
    abatimento: rule(2),
    multa: rule(2),
    juros: rule(8),
    desconto,
  })
  const options = fc.record({
    rounding: fc.constantFrom('half-up', 'half-even', 'down'),
    daysOfYear: fc.constantFrom(360, 365),
    waivedOnDaysOff: fc.constantFrom('multa', 'multa-e-juros', 'nothing'),
  }) as fc.Arbitrary<Required<Omit<ValorFinalOptions, 'isDiaUtil'>>>
  const number = (amount: string): number => Number(amount.replace('.', ''))
  const scaled = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 1_000) / 4) }

  test('equals sums of fractions day by day, rounded by another program', () => {
    fc.assert(
      fc.property(valor, day(-40, 31), options, (value, date, choices) => {
        const found = valorFinal(cobv(value), date, choices)
        expect(found).toEqual({ ...reckon(value, date, choices), vencimento: DUE, ultimoDia: '2026-03-23' })
      }),
      scaled,
    )
  })

  test('adds up', () => {
    fc.assert(
      fc.property(valor, day(-40, 31), (value, date) => {
        const { original, abatimento, desconto, juros, multa, final } = valorFinal(cobv(value), date)
        expect(number(final)).toBe(
          number(original) - number(abatimento) - number(desconto) + number(juros) + number(multa),
        )
      }),
      scaled,
    )
  })

  test('never costs less on a later day', () => {
    fc.assert(
      fc.property(valor, day(-40, 31), fc.nat({ max: 20 }), options, (value, date, days, choices) => {
        const later = addDays(date, days)
        fc.pre(later <= '2026-03-23')
        const costs = (each: string): number => number(valorFinal(cobv(value), each, choices).final)
        expect(costs(later)).toBeGreaterThanOrEqual(costs(date))
      }),
      scaled,
    )
  })

  test('costs the same on a day off as on the business day to which the due date moves', () => {
    fc.assert(
      fc.property(valor, fc.constantFrom('2026-02-14', '2026-02-15', '2026-02-16', '2026-04-03'), (value, due) => {
        const charge = cobv({ ...value, desconto: undefined }, due)
        const { vencimento } = valorFinal(charge, due)
        expect(vencimento > due).toBe(true)
        expect(valorFinal(charge, vencimento)).toEqual(valorFinal(charge, due))
      }),
      scaled,
    )
  })

  test('gives a result or says why not, whatever is in the charge', () => {
    const odd = fc.oneof(fc.constant('1.00'), fc.string(), fc.integer(), fc.constant(undefined), fc.constant(null))
    const odds = fc.option(fc.record({ modalidade: fc.oneof(fc.nat({ max: 9 }), odd), valorPerc: odd }), {
      nil: undefined,
    })
    fc.assert(
      fc.property(odd, odds, odds, odds, odds, day(-40, 31), (original, abatimento, multa, juros, desconto, date) => {
        const charge = cobv({ original, abatimento, multa, juros, desconto } as unknown as Valor)
        const error = errorOf(() => valorFinal(charge, date))
        expect(error === undefined || (error as { code?: string }).code === 'BACEN_CALCULO').toBe(true)
      }),
    )
  })
})

/** The same reckoning in another way: fractions of centavos with one denominator, a term for each day. */
function reckon(
  valor: Valor,
  date: string,
  { rounding, daysOfYear, waivedOnDaysOff }: Required<Omit<ValorFinalOptions, 'isDiaUtil'>>,
): Omit<ValorFinal, 'vencimento' | 'ultimoDia'> {
  /** A centavo in parts that all divisors share. */
  const PARTS = 10_000n * 30n * 365n * 360n * 21n * 252n
  const cents = (amount: string): bigint => BigInt(amount.replace('.', ''))
  const round = (parts: bigint): bigint => {
    const [low, rest] = [parts / PARTS, (parts % PARTS) * 2n]
    if (rounding === 'half-up') return (parts * 2n + PARTS) / (PARTS * 2n)
    if (rounding === 'down') return low
    return rest > PARTS || (rest === PARTS && low % 2n === 1n) ? low + 1n : low
  }
  const between = (from: string, to: string): string[] => {
    const days: string[] = []
    for (let ms = Date.parse(from) + 86_400_000; ms <= Date.parse(to); ms += 86_400_000) {
      days.push(new Date(ms).toISOString().slice(0, 10))
    }
    return days
  }
  const terms = (base: bigint, percent: string, days: number, divisor: number): bigint =>
    Array.from({ length: days }, () => (base * cents(percent) * PARTS) / 10_000n / BigInt(divisor)).reduce(
      (sum, term) => sum + term,
      0n,
    )

  const original = cents(valor.original)
  const once = (rule: Valor['multa'], base: bigint): bigint =>
    rule === undefined ? 0n : rule.modalidade === 1 ? cents(rule.valorPerc) : round(terms(base, rule.valorPerc, 1, 1))
  const abatimento = once(valor.abatimento, original)
  const base = original - abatimento

  const late = between(DUE, date)
  const lateUteis = late.filter(isDiaUtil)
  const free = lateUteis.length === 0
  const multa = late.length === 0 || (free && waivedOnDaysOff !== 'nothing') ? 0n : once(valor.multa, base)
  let juros = 0n
  if (valor.juros !== undefined && !(free && waivedOnDaysOff === 'multa-e-juros')) {
    const { modalidade, valorPerc } = valor.juros
    const days = modalidade >= 5 ? lateUteis.length : late.length
    const divisor = [0, 0, 1, 30, daysOfYear, 0, 1, 21, 252][modalidade] ?? 0
    juros = divisor === 0 ? cents(valorPerc) * BigInt(days) : round(terms(base, valorPerc, days, divisor))
  }

  let desconto = 0n
  if (late.length === 0 && valor.desconto !== undefined) {
    const { modalidade, valorPerc = '0.00', descontoDataFixa = [] } = valor.desconto
    const early = between(date, DUE)
    const days = modalidade % 2 === 1 ? early.length : early.filter(isDiaUtil).length
    // A limit on days off is good until there is a business day between it and the day of payment, that day left out.
    const tier = descontoDataFixa
      .toSorted((one, other) => Date.parse(one.data) - Date.parse(other.data))
      .find(({ data }) =>
        isDiaUtil(data)
          ? date <= data
          : between(data, date)
              .filter((d) => d < date)
              .every((d) => !isDiaUtil(d)),
      )
    if (modalidade === 1) desconto = cents(tier?.valorPerc ?? '0.00')
    else if (modalidade === 2) desconto = round(terms(original, tier?.valorPerc ?? '0.00', 1, 1))
    else if (modalidade <= 4) desconto = cents(valorPerc) * BigInt(days)
    else desconto = round(terms(original, valorPerc, days, 1))
  }

  const write = (amount: bigint): string => `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`
  return {
    original: write(original),
    abatimento: write(abatimento),
    desconto: write(desconto),
    juros: write(juros),
    multa: write(multa),
    final: write(base - desconto + juros + multa),
  }
}
