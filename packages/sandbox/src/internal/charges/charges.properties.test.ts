/** @module */
import type { CobCompleta, CobVCompleta, RequestBodies } from '@pixkit/bacen/types'
import { parseBrCode } from '@pixkit/brcode/parse-brcode'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ask, refusal } from '../../../../../tests/lib/ask-sandbox.ts'
import { anyRequest } from '../../../../../tests/lib/bacen-arbitraries.ts'
import { createContext } from '../create-context.ts'
import type { World } from '../world.ts'

/** Before every due date of the generators. */
const CLOCK = '2001-01-01T12:00:00.000Z'
const TXIDS = ['a', 'b', 'c'].map((letter) => letter.repeat(26))
const RUNS = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 10) }

const newWorld = (): World => createContext({ clock: CLOCK, seed: 'properties' }).context.world

type Step = (world: World, txid: string) => Promise<unknown>

/** Locations exist up to a number that is often exceeded; keys are those of the receiver. */
const fit =
  (loc: number, chave: number) =>
  (world: World, body: object): object => {
    const { chaves } = world.account
    return {
      ...body,
      ...('chave' in body ? { chave: chaves[chave % chaves.length] } : {}),
      ...('loc' in body ? { loc: { id: loc } } : {}),
    }
  }

const anyFit = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 9 })).map((choice) => fit(...choice))

const sending = <Name extends keyof RequestBodies>(operation: Name): fc.Arbitrary<Step> =>
  fc.tuple(anyRequest[operation] as fc.Arbitrary<object>, anyFit).map(
    ([body, fitted]) =>
      (world, txid) =>
        refusal(world, operation, { params: { txid }, body: fitted(world, body) }),
  )

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  sending('cob.create'),
  sending('cob.update'),
  sending('cobv.create'),
  sending('cobv.update'),
  sending('loc.create'),
  fc.integer({ min: 1, max: 6 }).map(
    (id): Step =>
      (world) =>
        refusal(world, 'loc.unlinkTxid', { params: { id: String(id) } }),
  ),
)

const snapshot = ({ cobs, cobvs, locs }: World): string =>
  JSON.stringify([cobs, cobvs, locs].map((collection) => [...collection.values()]))

/** Charges and locations say the same of each other, and codes lead to them. */
async function expectSound(world: World): Promise<void> {
  const shown = new Map<number, string>()
  for (const stored of [...world.cobs.values(), ...world.cobvs.values()]) {
    const { revisoes } = stored
    expect(revisoes.map(({ revisao }: CobCompleta | CobVCompleta) => revisao)).toEqual([...revisoes.keys()])
    const { txid } = revisoes[0]
    const operation = world.cobs.get(txid) === undefined ? 'cobv.get' : 'cob.get'
    const { body } = await ask(world, operation, { params: { txid } })
    const { loc, pixCopiaECola } = body
    expect(pixCopiaECola === undefined).toBe(loc === undefined)
    if (loc === undefined || pixCopiaECola === undefined) continue
    expect(parseBrCode(pixCopiaECola)).toMatchObject({ kind: 'dynamic', location: loc.location })
    shown.set(loc.id, txid)
  }
  const linked = [...world.locs.values()].flatMap(({ id, txid }) => (txid === undefined ? [] : [[id, txid] as const]))
  expect([...shown].toSorted(([one], [other]) => one - other)).toEqual(linked)
}

it('leaves charges and locations sound, and nothing where it refuses', async () => {
  const steps = fc.array(fc.tuple(anyStep, fc.constantFrom(...TXIDS)), { maxLength: 25 })
  const statuses = new Set<unknown>()
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const world = newWorld()
      for (const [step, txid] of sequence) {
        const before = snapshot(world)
        const [status] = (await step(world, txid)) as unknown[]
        statuses.add(status)
        expect([200, 201, 400, 404]).toContain(status)
        expect(status === 200 || status === 201 || snapshot(world) === before).toBe(true)
      }
      await expectSound(world)
    }),
    RUNS,
  )
  expect(statuses).toEqual(new Set([200, 201, 400, 404]))
})

it.each(['cob', 'cobv'] as const)('makes every %s of the norm, once, and reads it back', async (kind) => {
  const anyBody = anyRequest[`${kind}.create`] as fc.Arbitrary<RequestBodies['cob.create']>
  await fc.assert(
    fc.asyncProperty(anyBody, async ({ loc: _loc, ...request }) => {
      const world = newWorld()
      const body = { ...request, chave: world.account.chaves[0] }
      const params = { txid: 'a'.repeat(35) }
      const made = await ask(world, `${kind}.create`, { params, body })
      expect(made.body).toMatchObject(body)
      expect(await ask(world, `${kind}.create`, { params, body })).toEqual(made)
      expect((await ask(world, `${kind}.get`, { params })).body).toEqual(made.body)
      expect((await ask(world, `${kind}.update`, { params, body })).body).toEqual(made.body)
    }),
    RUNS,
  )
})
