import { describe, expect, test } from 'vitest'
import { addCobR, cobROf, cobRsOf } from './cobrs-of.ts'
import { newCobR } from './new-cobr.ts'
import { cobRBody, newDesk } from '../../../../../tests/lib/automatico-desk.ts'

const ID_REC = 'RR9999900420261125abcdefghijk'
const OTHER_ID_REC = 'RR9999900420261125bcdefghijkl'

describe('the charges of a recurrence', () => {
  test('are found by it, in a world that was there before, too', () => {
    const { world } = newDesk()
    expect(cobRsOf(world, ID_REC)).toEqual([])
    for (const [txid, idRec] of [
      ['a', ID_REC],
      ['b', OTHER_ID_REC],
      ['c', ID_REC],
    ] as const) {
      addCobR(world, newCobR(world, txid.repeat(32), cobRBody(idRec)))
    }
    const txids = cobRsOf(world, ID_REC).map(({ txid }) => txid[0])
    expect(txids).toEqual(['a', 'c'])

    expect(cobRsOf({ ...world }, ID_REC).map(({ txid }) => txid[0])).toEqual(['a', 'c'])
  })

  test('are not those of a request that failed', () => {
    const { world } = newDesk()
    const cobr = newCobR(world, 'a'.repeat(32), cobRBody(ID_REC))
    const fail = (): never =>
      world.journal.together(() => {
        addCobR(world, cobr)
        throw new Error('it failed')
      })
    expect(fail).toThrow('it failed')
    expect(cobROf(world, cobr.txid)).toBeUndefined()
    expect(cobRsOf(world, ID_REC)).toEqual([])
    addCobR(world, cobr)
    expect(cobRsOf(world, ID_REC)).toEqual([cobr])
  })
})
