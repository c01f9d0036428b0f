import type { PixkitError } from '@pixkit/core/error'
import { describe, expect, test } from 'vitest'
import { newDesk } from '../../../../../tests/lib/automatico-desk.ts'
import { errorOf } from '../../../../../tests/lib/error-of.ts'
import { approveRec, failCobR, rejectRec, withdrawRec } from './payer.ts'

const UNKNOWN = 'R'.repeat(29)
const TXID = 'a'.repeat(32)
const reasonOf = (call: () => void) => {
  const { code, params } = errorOf(call) as PixkitError
  return [code, params['reason']]
}

describe('approving', () => {
  test('through its code is jornada 2, by the debtor, without the charge of jornada 3', async () => {
    const { world, makeRec, makeLocRec, getRec } = newDesk()
    const { id: loc } = await makeLocRec()
    const { idRec } = await makeRec({ loc, ativacao: { dadosJornada: { txid: TXID } } })
    approveRec(world, idRec)
    const rec = await getRec(idRec)
    expect(rec.ativacao).toEqual({ tipoJornada: 'JORNADA_2' })
    expect(rec.pagador).toEqual({ cpf: '12345678909', ispbParticipante: '99999011', codMun: '4314902' })
  })

  test('with a charge that was paid keeps its txid in jornada 3 alone', async () => {
    const { world, makeRec, makeLocRec, getRec } = newDesk()
    const dadosJornada = { txid: TXID }
    for (const jornada of ['JORNADA_3', 'JORNADA_4'] as const) {
      const { id: loc } = await makeLocRec()
      const { idRec } = await makeRec({ loc, ativacao: { dadosJornada } })
      approveRec(world, idRec, { jornada })
      const expected = jornada === 'JORNADA_3' ? { tipoJornada: jornada, dadosJornada } : { tipoJornada: jornada }
      expect((await getRec(idRec)).ativacao).toEqual(expected)
    }
  })

  test('with another charge than the one that it names is refused', async () => {
    const { world, makeRec, makeLocRec, getRec } = newDesk()
    const { id: loc } = await makeLocRec()
    const { idRec } = await makeRec({ loc, ativacao: { dadosJornada: { txid: TXID } } })
    const pay = (txid: string) => () => approveRec(world, idRec, { jornada: 'JORNADA_3', txid })
    expect(reasonOf(pay('b'.repeat(32)))).toEqual(['SANDBOX_PAYMENT', 'rec-other-charge'])
    expect(await getRec(idRec)).toHaveProperty('status', 'CRIADA')
    pay(TXID)()
    expect(await getRec(idRec)).toHaveProperty('status', 'APROVADA')
  })

  test('needs a recurrence that waits, and something that brought it', async () => {
    const { world, makeRec, makeLocRec } = newDesk()
    expect(reasonOf(() => approveRec(world, UNKNOWN))).toEqual(['SANDBOX_PAYMENT', 'rec-not-found'])
    const { idRec } = await makeRec()
    expect(reasonOf(() => approveRec(world, idRec))).toEqual(['SANDBOX_PAYMENT', 'rec-without-code'])
    const { id: loc } = await makeLocRec()
    const other = await makeRec({ loc })
    approveRec(world, other.idRec)
    expect(reasonOf(() => approveRec(world, other.idRec))).toEqual(['SANDBOX_PAYMENT', 'rec-status'])
    expect(reasonOf(() => rejectRec(world, other.idRec))).toEqual(['SANDBOX_PAYMENT', 'rec-status'])
  })
})

describe('withdrawing and failing', () => {
  test('need something that is under way', async () => {
    const { world, makeRec, makeLocRec, makeCobR, ok } = newDesk()
    const { id: loc } = await makeLocRec()
    const { idRec } = await makeRec({ loc })
    expect(reasonOf(() => withdrawRec(world, idRec))).toEqual(['SANDBOX_PAYMENT', 'rec-status'])
    expect(reasonOf(() => failCobR(world, TXID))).toEqual(['SANDBOX_PAYMENT', 'cobr-not-found'])
    approveRec(world, idRec)
    await makeCobR(TXID, idRec)
    await ok('cobr.update', { params: { txid: TXID }, body: { status: 'CANCELADA' } })
    expect(reasonOf(() => failCobR(world, TXID))).toEqual(['SANDBOX_PAYMENT', 'cobr-status'])
  })
})
