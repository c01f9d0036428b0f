import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cobRBody, NOW, recBody } from '../../../../../tests/lib/automatico-desk.ts'
import { answerApi } from '../api/router.ts'
import { createContext } from '../create-context.ts'
import type { World } from '../world.ts'
import { cobROf, cobRsOf } from './cobrs-of.ts'
import { approveRec } from './payer.ts'

const TXID = 'a'.repeat(32)

async function send<Body>(world: World, operation: 'locRec.create' | 'rec.create' | 'cobr.create', body?: object) {
  const params: Record<string, string> = operation === 'cobr.create' ? { txid: TXID } : {}
  const answer = answerApi(world, { operation, params, query: new URLSearchParams(), body: JSON.stringify(body) ?? '' })
  expect(answer.status).toBe(201)
  return (await answer.json()) as Body
}

test('a charge is settled by the sandbox that comes after', async () => {
  const data = await mkdtemp(join(tmpdir(), 'pixkit-automatico-'))
  onTestFinished(() => rm(data, { recursive: true }))
  const first = createContext({ data, clock: NOW })
  const { world } = first.context
  const { id: loc } = await send<{ id: number }>(world, 'locRec.create')
  const { idRec } = await send<{ idRec: string }>(world, 'rec.create', recBody({ loc }))
  approveRec(world, idRec)
  await send(world, 'cobr.create', cobRBody(idRec))
  await world.clock.set('2026-12-05T03:00:00Z')
  expect(cobROf(world, TXID)).toHaveProperty('status', 'ATIVA')
  await first.close()

  const second = createContext({ data, clock: '2026-12-15T09:00:00Z' })
  onTestFinished(() => second.close())
  expect(cobRsOf(second.context.world, idRec)).toMatchObject([{ txid: TXID, status: 'ATIVA' }])
  await second.context.world.clock.advance('2h')
  expect(cobROf(second.context.world, TXID)).toHaveProperty('status', 'CONCLUIDA')
})
