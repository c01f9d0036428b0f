import type { CobRCompleta } from '@pixkit/bacen/types'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newDesk } from '../../../../../tests/lib/automatico-desk.ts'
import { answerApi } from '../api/router.ts'
import type { World } from '../world.ts'
import { cobROf } from './cobrs-of.ts'
import { approveRec } from './payer.ts'
import { type PayerWill, setWill } from './payer-will.ts'

const TXID = 'a'.repeat(32)
const RUNS = Math.ceil(Number(process.env['PIXKIT_RUNS'] ?? 100) / 4)

type Act = (world: World) => void | Promise<void>

/** What anybody may do, in any order; what is refused changes nothing. */
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.integer({ min: 1, max: 72 }).map(
      (hours): Act =>
        ({ clock }) =>
          clock.advance(`${hours}h`),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<PayerWill>('manha', 'dia', 'dia', 'AM02', 'MIDI').map(
      (will): Act =>
        (world) =>
          setWill(world, TXID, will),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: 9, max: 24 }).map((day): Act => (world) => {
      const data = `2026-12-${String(day).padStart(2, '0')}`
      call(world, 'cobr.retry', { txid: TXID, data }, '')
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Act>((world) => call(world, 'cobr.update', { txid: TXID }, '{"status":"CANCELADA"}')),
  },
)

function call(
  world: World,
  operation: 'cobr.retry' | 'cobr.update',
  params: Record<string, string>,
  body: string,
): void {
  const before = cobROf(world, TXID)
  const { status } = answerApi(world, { operation, params, query: new URLSearchParams(), body })
  expect([200, 201, 400]).toContain(status)
  if (status === 400) expect(cobROf(world, TXID)).toBe(before)
}

const NEXT: Readonly<Record<string, readonly string[]>> = {
  CRIADA: ['ATIVA', 'REJEITADA', 'CANCELADA'],
  ATIVA: ['CONCLUIDA', 'EXPIRADA', 'REJEITADA', 'CANCELADA'],
}

function check({ status, atualizacao, tentativas = [], pix = [], valor }: CobRCompleta): void {
  const statuses = atualizacao.map((change) => change.status)
  expect(statuses.at(-1)).toBe(status)
  for (const [index, next] of statuses.slice(1).entries()) expect(NEXT[statuses[index] ?? '']).toContain(next)
  const open = tentativas.filter((tentativa) => ['SOLICITADA', 'AGENDADA'].includes(tentativa.status))
  expect(open.length).toBeLessThanOrEqual(status === 'ATIVA' ? 1 : 0)
  const days = tentativas.map(({ dataLiquidacao }) => dataLiquidacao)
  expect(days).toEqual([...new Set(days)].sort())
  expect(tentativas.slice(1).length).toBeLessThanOrEqual(3)
  expect(
    tentativas.slice(1).every(({ tipo, dataLiquidacao }) => tipo === 'NTAG' && dataLiquidacao <= '2026-12-22'),
  ).toBe(true)
  const paid = tentativas.filter((tentativa) => tentativa.status === 'PAGA')
  expect(pix.map(({ endToEndId, ...payment }) => [endToEndId, payment.valor])).toEqual(
    paid.map(({ endToEndId }) => [endToEndId, valor.original]),
  )
  expect(paid.length).toBe(status === 'CONCLUIDA' ? 1 : 0)
}

test('whatever is done to a charge, it is paid once at most, in its days, and then over', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyAct, { maxLength: 30 }), async (acts) => {
      const { world, makeLocRec, makeRec, makeCobR } = newDesk('2026-12-08T12:00:00Z')
      const { id: loc } = await makeLocRec()
      const calendario = { dataInicial: '2026-12-08', periodicidade: 'MENSAL' as const }
      const { idRec } = await makeRec({ loc, calendario })
      approveRec(world, idRec)
      await makeCobR(TXID, idRec)
      for (const act of acts) {
        await act(world)
        check(cobROf(world, TXID) as CobRCompleta)
      }
      await world.clock.advance('60d')
      expect(['CONCLUIDA', 'EXPIRADA', 'REJEITADA', 'CANCELADA']).toContain(cobROf(world, TXID)?.status)
      expect(world.schedule.next()).toBeUndefined()
    }),
    { numRuns: RUNS },
  )
})
