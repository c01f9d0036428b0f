import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundleSource } from '../../../tests/lib/bundle-source.ts'
import { anyCob, anyCobV, anyRec } from '../../../tests/lib/payload-arbitraries.ts'
import { isPayable, type IsPayableOptions, type Payability } from './is-payable.ts'
import type { CobPayload, CobVPayload, RecPayload } from './types.ts'

interface Window {
  readonly id: string
  readonly dataDeVencimento: string
  readonly validadeAposVencimento: number
  readonly accepted: readonly string[]
  readonly refused: readonly string[]
}

const { cases, holidays } = JSON.parse(
  readFileSync(new URL('../../../vectors/payload-content/payment-windows.json', import.meta.url), 'utf8'),
) as { cases: Window[]; holidays: string[] }

const COB: CobPayload = {
  revisao: 0,
  calendario: { criacao: '2026-11-22T12:00:00Z', apresentacao: '2026-11-22T12:00:05Z', expiracao: 3600 },
  valor: { original: '37.50' },
  chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
  txid: 'fc9a4366ff3d4964b5dbc6c91a8722d3',
  status: 'ATIVA',
}

const pessoa = { cpf: '12345678909', nome: 'João da Silva' }

function cobv(dataDeVencimento: string, validadeAposVencimento?: number): { kind: 'cobv'; payload: CobVPayload } {
  const payload: CobVPayload = {
    ...COB,
    calendario: {
      criacao: '2020-01-01T00:00:00Z',
      apresentacao: '2020-01-01T00:00:00Z',
      dataDeVencimento,
      validadeAposVencimento,
    },
    devedor: pessoa,
    recebedor: { ...pessoa, logradouro: 'Rua 1', cidade: 'Recife', uf: 'PE', cep: '50000000' },
    valor: { final: '10.00' },
  }
  return { kind: 'cobv', payload }
}

function rec(...atualizacao: RecPayload['atualizacao']): { kind: 'rec'; payload: RecPayload } {
  const payload: RecPayload = {
    idRec: 'RN1234567820260115abcdefghijk',
    vinculo: { contrato: '1', devedor: pessoa },
    calendario: { dataInicial: '2026-12-01', periodicidade: 'MENSAL' },
    recebedor: { cnpj: '00000000000191', nome: 'Provedor Exemplo SA', ispbParticipante: '12345678' },
    politicaRetentativa: 'NAO_PERMITE',
    atualizacao,
  }
  return { kind: 'rec', payload }
}

const noon = (day: string): number => Date.parse(`${day}T15:00:00Z`)
const isWeekend = (day: string): boolean => new Date(day).getUTCDay() % 6 === 0
const isDiaUtil = (day: string): boolean => !isWeekend(day) && !holidays.includes(day)

describe('isPayable: cob', () => {
  const at = (now: string, options?: Partial<IsPayableOptions>): Payability =>
    isPayable({ kind: 'cob', payload: COB }, { now: Date.parse(now), ...options })
  const until = '2026-11-22T13:00:00.000Z'

  test('is payable until its last second, and as long as clocks may differ', () => {
    expect(at('2026-11-22T12:00:00Z')).toEqual({ payable: true, until })
    expect(at('2026-11-22T13:00:30Z')).toEqual({ payable: true, until })
    expect(at('2026-11-22T13:00:30.001Z')).toEqual({ payable: false, reason: 'expired', until })
    expect(at('2026-11-22T13:00:00Z', { clockToleranceSeconds: 0 })).toEqual({ payable: true, until })
    expect(at('2026-11-22T13:00:00.001Z', { clockToleranceSeconds: 0 })).toMatchObject({ reason: 'expired' })
    expect(at('2026-11-22T13:05:00Z', { clockToleranceSeconds: 300 })).toMatchObject({ payable: true })
  })

  test('lasts a day when nothing is said', () => {
    const { criacao, apresentacao } = COB.calendario
    const payload = { ...COB, calendario: { criacao, apresentacao } }
    const answer = isPayable({ kind: 'cob', payload }, { now: Date.parse('2026-11-23T12:00:30Z') })
    expect(answer).toEqual({ payable: true, until: '2026-11-23T12:00:00.000Z' })
  })

  test('reads instants of any offset', () => {
    const payload = { ...COB, calendario: { ...COB.calendario, criacao: '2026-11-22t09:00:00.000-03:00' } }
    expect(isPayable({ kind: 'cob', payload }, { now: noon('2026-11-22') })).toMatchObject({ until })
  })

  test.each([
    ['CONCLUIDA', 'paid'],
    ['REMOVIDA_PELO_PSP', 'removed'],
    ['REMOVIDA_PELO_USUARIO_RECEBEDOR', 'removed'],
  ] as const)('says why a charge that is %s is not', (status, reason) => {
    const answer = isPayable({ kind: 'cob', payload: { ...COB, status } }, { now: Date.parse('2026-11-22T12:00:00Z') })
    expect(answer).toEqual({ payable: false, reason })
  })

  test('has no day of payment', () => {
    expect(at('2026-11-22T12:00:00Z', { dpp: '2020-01-01' })).toMatchObject({ payable: true })
  })

  test.each([-1, 301, Number.NaN, '30' as unknown as number])('takes no tolerance of %s seconds', (seconds) => {
    expect(() => at('2026-11-22T12:00:00Z', { clockToleranceSeconds: seconds })).toThrow(TypeError)
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, '1795348800000', 0, -1, 1_795_348_800, 8.65e15])(
    'takes no clock that says %s',
    (now) => {
      const closed = { ...COB, status: 'CONCLUIDA' as const }
      for (const payload of [COB, closed]) {
        expect(() => isPayable({ kind: 'cob', payload }, { now: now as number })).toThrow(/milliseconds/)
      }
    },
  )
})

describe('isPayable: worked examples of the norm', () => {
  test.each(cases)('example $id', ({ dataDeVencimento, validadeAposVencimento, accepted, refused }) => {
    const charge = cobv(dataDeVencimento, validadeAposVencimento)
    for (const day of accepted) {
      expect(isPayable(charge, { now: noon(day), isDiaUtil })).toEqual({ payable: true, until: accepted.at(-1) })
      expect(isPayable(charge, { now: noon('2020-01-01'), dpp: day, isDiaUtil })).toMatchObject({ payable: true })
    }
    for (const day of refused) {
      const no = { payable: false, reason: 'overdue', until: accepted.at(-1) }
      expect(isPayable(charge, { now: noon(day), isDiaUtil })).toEqual(no)
      expect(isPayable(charge, { now: noon('2020-01-01'), dpp: day, isDiaUtil })).toEqual(no)
    }
  })

  test.each(cases)('example $id without a calendar never refuses a day of it', ({ accepted, ...window }) => {
    const charge = cobv(window.dataDeVencimento, window.validadeAposVencimento)
    for (const day of accepted) expect(isPayable(charge, { now: noon(day) }).payable).not.toBe(false)
  })
})

describe('isPayable: cobv', () => {
  test('has 30 days when nothing is said', () => {
    expect(isPayable(cobv('2026-11-02'), { now: noon('2026-11-01'), isDiaUtil })).toEqual({
      payable: true,
      until: '2026-12-02',
    })
  })

  test('does not know without a calendar, then does', () => {
    const charge = cobv('2026-12-23', 1)
    const on = (dpp: string): Payability => isPayable(charge, { now: noon('2026-12-01'), dpp })
    const unknown = { payable: 'unknown', reason: 'holidays', until: '2026-12-24' }
    expect(on('2026-12-24')).toEqual({ payable: true, until: '2026-12-24' })
    expect(on('2026-12-25')).toEqual(unknown)
    // Three holidays after the due date and three after the last day are reckoned with: 2026-12-28, then 2027-01-01.
    expect(on('2027-01-01')).toEqual(unknown)
    expect(on('2027-01-02')).toMatchObject({ payable: false, reason: 'overdue', until: '2026-12-24' })
  })

  test('judges the day of payment', () => {
    const charge = cobv('2026-12-01', 0)
    const on = (dpp: string): Payability => isPayable(charge, { now: noon('2026-11-22'), dpp, isDiaUtil })
    expect(on('2026-11-21')).toEqual({ payable: false, reason: 'dpp-past' })
    expect(on('2026-11-22')).toMatchObject({ payable: true })
    expect(on('2026-12-02')).toMatchObject({ payable: false, reason: 'overdue' })
    for (const dpp of ['2026-02-29', '', '2026-1-1', '20261201', '2026-12-01T00:00:00Z']) {
      expect(on(dpp)).toEqual({ payable: false, reason: 'dpp-format' })
    }
    expect(on(20_261_201 as unknown as string)).toEqual({ payable: false, reason: 'dpp-format' })
  })

  test('ends with the calendar of texts', () => {
    const charge = cobv('9999-12-31', 2_147_483_647)
    expect(isPayable(charge, { now: noon('2026-11-22') })).toEqual({ payable: true, until: '9999-12-31' })
  })

  test.each<[string, number, (date: string) => boolean]>([
    ['2026-12-01', 30, () => false],
    ['2099-01-02', 30, (date) => date.startsWith('2026') && isDiaUtil(date)],
    ['2026-12-01', 400, (date) => date.startsWith('2026') && isDiaUtil(date)],
    ['9999-12-31', 0, (date) => date !== '9999-12-31' && isDiaUtil(date)],
    ['2026-12-01', 2_147_483_647, (date) => !date.endsWith('12-31') && isDiaUtil(date)],
  ])('is as without a calendar where the calendar does not reach: %s and %d days', (due, validade, told) => {
    const charge = cobv(due, validade)
    for (const dpp of [undefined, '2027-06-01', '9999-12-31']) {
      const without = isPayable(charge, { now: noon('2026-11-23'), dpp })
      expect(isPayable(charge, { now: noon('2026-11-23'), dpp, isDiaUtil: told })).toEqual(without)
    }
  })

  test('does not know the days after the last, where the calendar does not reach', () => {
    const told = (date: string): boolean => date.startsWith('2026') && isDiaUtil(date)
    const on = (dpp: string): Payability =>
      isPayable(cobv('2099-01-05', 0), { now: noon('2026-11-23'), dpp, isDiaUtil: told })
    expect(on('2099-01-05')).toEqual({ payable: true, until: '2099-01-05' })
    expect(on('2099-01-06')).toEqual({ payable: 'unknown', reason: 'holidays', until: '2099-01-05' })
    expect(on('2099-02-06')).toEqual({ payable: false, reason: 'overdue', until: '2099-01-05' })
  })

  test('never ends later without holidays than with any', () => {
    const days = fc
      .integer({ min: 0, max: 400 })
      .map((days) => new Date(noon('2026-01-01') + days * 86_400_000).toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, fc.nat({ max: 40 }), fc.array(days, { maxLength: 40 }), days, (due, validade, free, day) => {
        const told = (date: string): boolean => !isWeekend(date) && !free.includes(date)
        const now = noon('2025-12-01')
        const without = isPayable(cobv(due, validade), { now, dpp: day })
        const withThem = isPayable(cobv(due, validade), { now, dpp: day, isDiaUtil: told })
        expect(without.payable === true && withThem.payable !== true).toBe(false)
        expect(withThem.payable).not.toBe('unknown')
      }),
    )
  })
})

describe('isPayable: rec', () => {
  const created = { status: 'CRIADA', data: '2026-11-20T10:00:00Z' } as const

  test('can be authorised while its latest entry is CRIADA', () => {
    expect(isPayable(rec(created), { now: noon('2026-11-22') })).toEqual({ payable: true })
  })

  test.each([
    ['APROVADA', 'approved'],
    ['REJEITADA', 'rejected'],
    ['EXPIRADA', 'authorisation-expired'],
    ['CANCELADA', 'cancelled'],
  ] as const)('cannot once it is %s', (status, reason) => {
    const later = { status, data: '2026-11-20T07:00:00.001-03:00' }
    expect(isPayable(rec(later, created), { now: noon('2026-11-22') })).toEqual({ payable: false, reason })
  })
})

describe('isPayable: a rec with an entry from the future', () => {
  const cancelled = { status: 'CANCELADA', data: '2026-11-21T10:00:00Z' } as const
  const at = (now: string, ...atualizacao: RecPayload['atualizacao']): unknown =>
    isPayable(rec(...atualizacao), { now: Date.parse(now) }).payable

  test('that opens it does not outrank one of today that closes it', () => {
    const future = { status: 'CRIADA', data: '2099-01-01T00:00:00Z' } as const
    expect(at('2026-11-22T12:00:00Z', cancelled, future)).toBe(false)
    expect(at('2026-11-22T12:00:00Z', future, cancelled)).toBe(false)
    expect(at('2026-11-22T12:00:00Z', future)).toBe(true)
  })

  test('is one beyond the tolerance of clocks', () => {
    const soon = { status: 'CRIADA', data: '2026-11-22T12:00:30Z' } as const
    expect(at('2026-11-22T12:00:00Z', cancelled, soon)).toBe(true)
    expect(at('2026-11-22T11:59:59.999Z', cancelled, soon)).toBe(false)
  })

  test('that closes it counts', () => {
    const created = { status: 'CRIADA', data: '2026-11-20T10:00:00Z' } as const
    expect(at('2026-11-22T12:00:00Z', created, { status: 'EXPIRADA', data: '2099-01-01T00:00:00Z' })).toBe(false)
  })
})

describe('isPayable: whatever is generated', () => {
  const now = Date.parse('2026-11-23T15:00:00Z')

  test('can be paid at the time it was generated for', () => {
    const any = fc.oneof(
      anyCob(now).map((payload) => ({ kind: 'cob' as const, payload })),
      anyCobV(now).map((payload) => ({ kind: 'cobv' as const, payload })),
      anyRec(now).map((payload) => ({ kind: 'rec' as const, payload })),
    )
    fc.assert(
      fc.property(any, (charge) => {
        expect(isPayable(charge, { now })).toMatchObject({ payable: true })
      }),
    )
  })
})

describe('today', () => {
  /** Runs where the machine is in another zone; a process reads its zone once. */
  const SCRIPT = `
const { charge, instants } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
const answers = instants.map((now) => module.exports.isPayable(charge, { now: Date.parse(now) }).payable)
require('node:fs').writeSync(1, JSON.stringify({ hour: new Date('2026-01-01T00:00:00Z').getHours(), answers }))`

  test.each([
    ['America/Sao_Paulo', 21],
    ['UTC', 0],
    ['Asia/Tokyo', 9],
    ['Pacific/Kiritimati', 14],
  ])('is that of São Paulo on a machine in %s', async (zone, hour) => {
    const code = await bundleSource(new URL('is-payable.ts', import.meta.url), 'node')
    const { payload } = cobv('2026-11-24', 0)
    // Tuesday 23:30, the last minute of it, Wednesday 00:00, and beyond all holidays that might be: 23:30 and 00:30 again.
    const instants = [
      '2026-11-25T02:30:00Z',
      '2026-11-25T02:59:59.999Z',
      '2026-11-25T03:00:00Z',
      '2026-11-25T03:30:00Z',
      '2026-12-03T02:30:00Z',
      '2026-12-03T03:30:00Z',
    ]
    const child = spawnSync(process.execPath, ['-e', `${code}\n${SCRIPT}`], {
      input: JSON.stringify({ charge: { kind: 'cobv', payload }, instants }),
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    })
    expect(child.stderr).toBe('')
    expect(JSON.parse(child.stdout)).toEqual({ hour, answers: [true, true, 'unknown', 'unknown', 'unknown', false] })
  })

  test('keeps to the summer time of the years that had it', () => {
    const charge = cobv('2018-12-31', 0)
    const at = (now: string): unknown => isPayable(charge, { now: Date.parse(now), isDiaUtil: () => true }).payable
    expect(at('2019-01-01T01:59:59Z')).toBe(true)
    expect(at('2019-01-01T02:00:00Z')).toBe(false)
  })
})
