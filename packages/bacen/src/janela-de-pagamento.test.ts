import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { janelaDePagamento } from './janela-de-pagamento.ts'

const { cases } = JSON.parse(
  readFileSync(new URL('../../../vectors/payload-content/payment-windows.json', import.meta.url), 'utf8'),
) as { cases: { id: string; dataDeVencimento: string; validadeAposVencimento: number; accepted: string[] }[] }

describe('janelaDePagamento', () => {
  test.each(cases)('example $id of the norm, with the holidays of Brazil', ({ accepted, ...calendario }) => {
    expect(janelaDePagamento(calendario).ultimoDia).toBe(accepted.at(-1))
  })

  test.each([
    ['2020-10-20', '2020-10-20'],
    ['2020-12-25', '2020-12-28'],
    ['2021-08-27', '2021-08-27'],
    ['2021-08-28', '2021-08-30'],
    ['2026-02-16', '2026-02-18'],
  ])('a charge due on %s is due on %s', (dataDeVencimento, vencimento) => {
    expect(janelaDePagamento({ dataDeVencimento }).vencimento).toBe(vencimento)
  })

  test('has 30 days of validity when nothing is said', () => {
    expect(janelaDePagamento({ dataDeVencimento: '2026-11-03' })).toEqual({
      vencimento: '2026-11-03',
      ultimoDia: '2026-12-03',
    })
  })

  test('asks the calendar of the payer', () => {
    const calendario = { dataDeVencimento: '2027-01-25', validadeAposVencimento: 0 }
    expect(janelaDePagamento(calendario).ultimoDia).toBe('2027-01-25')
    const isDiaUtil = (date: string): boolean => date !== '2027-01-25'
    expect(janelaDePagamento(calendario, { isDiaUtil }).ultimoDia).toBe('2027-01-26')
  })

  test.each<[string, string]>([
    ['2026-02-29', 'dataDeVencimento'],
    ['', 'dataDeVencimento'],
  ])('refuses the day %j', (dataDeVencimento, member) => {
    const error = errorOf(() => janelaDePagamento({ dataDeVencimento }))
    expect(error).toMatchObject({ code: 'BACEN_CALCULO', params: { reason: 'date' }, path: ['calendario', member] })
  })

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '30' as unknown as number])(
    'refuses a validity of %s days',
    (validadeAposVencimento) => {
      const error = errorOf(() => janelaDePagamento({ dataDeVencimento: '2026-11-25', validadeAposVencimento }))
      expect(error).toMatchObject({
        code: 'BACEN_CALCULO',
        params: { reason: 'validade' },
        path: ['calendario', 'validadeAposVencimento'],
      })
    },
  )

  test('does not guess beyond the calendar', () => {
    const isDiaUtil = (date: string): boolean => date.startsWith('2026')
    expect(janelaDePagamento({ dataDeVencimento: '2026-11-25' }, { isDiaUtil }).ultimoDia).toBe('2026-12-25')
    const error = errorOf(() => janelaDePagamento({ dataDeVencimento: '2026-12-25' }, { isDiaUtil }))
    expect(error).toMatchObject({ code: 'BACEN_CALCULO', params: { reason: 'dia-util' }, path: ['isDiaUtil'] })
  })
})
