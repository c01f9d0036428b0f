import { withFeriadosLocais } from '@pixkit/core/feriados'
import { describe, expect, test } from 'vitest'
import { errorOf } from '../../../tests/lib/error-of.ts'
import { agendamentoOf } from './agendamento.ts'

const due = (dataDeVencimento: string, ajusteDiaUtil = true) => ({ calendario: { dataDeVencimento }, ajusteDiaUtil })

describe('agendamentoOf', () => {
  test.each([
    ['a weekday', '2026-11-24', '2026-11-24'],
    ['a Saturday', '2026-11-28', '2026-11-30'],
    ['Christmas, a Friday', '2026-12-25', '2026-12-28'],
    ['the last day of a year', '2026-12-31', '2026-12-31'],
  ])('moves settlement to a business day: %s', (_name, vencimento, liquidacao) => {
    expect(agendamentoOf(due(vencimento)).dataDeLiquidacao).toBe(liquidacao)
  })

  test('moves it also where an answer leaves out what is the default', () => {
    expect(agendamentoOf({ calendario: { dataDeVencimento: '2026-12-25' } }).dataDeLiquidacao).toBe('2026-12-28')
  })

  test('leaves the day alone without ajusteDiaUtil', () => {
    expect(agendamentoOf(due('2026-12-25', false))).toEqual({
      dataDeLiquidacao: '2026-12-25',
      instrucao: { desde: '2026-12-15', ate: '2026-12-23' },
      cancelavelAte: '2026-12-24T22:00:00-03:00',
    })
  })

  test('takes the calendar of a municipality', () => {
    const isDiaUtil = withFeriadosLocais(['01-25'])
    expect(agendamentoOf(due('2027-01-25'), { isDiaUtil }).dataDeLiquidacao).toBe('2027-01-26')
    expect(agendamentoOf(due('2027-01-25')).dataDeLiquidacao).toBe('2027-01-25')
  })

  test('the instant is that of Brasília', () => {
    expect(new Date(agendamentoOf(due('2026-11-24')).cancelavelAte).toISOString()).toBe('2026-11-24T01:00:00.000Z')
  })

  test('refuses what is no day, and a calendar without business days', () => {
    expect(errorOf(() => agendamentoOf(due('2026-02-30')))).toMatchObject({
      code: 'BACEN_CALCULO',
      path: ['calendario', 'dataDeVencimento'],
      params: { reason: 'date' },
    })
    expect(errorOf(() => agendamentoOf(due('2026-02-28'), { isDiaUtil: () => false }))).toMatchObject({
      code: 'BACEN_CALCULO',
      path: ['isDiaUtil'],
      params: { reason: 'dia-util' },
    })
  })
})
