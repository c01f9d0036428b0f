/**
 * The log of the webhooks, and its replay, over HTTP.
 *
 * @module
 */
import { Hono } from 'hono'
import type { SandboxContext } from '../context.ts'
import { hasEnded } from './delivery.ts'
import { deliveriesOf, replay } from './replay.ts'

const LAST = 100

/** `GET /sandbox/deliveries?last=100`, `POST /sandbox/deliveries/:id/replay`; without an id, all of those that have ended are sent again. */
export function deliveryRoutes({ world }: Pick<SandboxContext, 'world'>): Hono {
  const app = new Hono()
  app.get('/sandbox/deliveries', (c) => {
    const last = Number(c.req.query('last') ?? LAST)
    if (!Number.isSafeInteger(last) || last < 1) return c.json({ message: '"last" deve ser um número inteiro.' }, 400)
    return c.json({ deliveries: deliveriesOf(world).slice(-last) })
  })
  app.post('/sandbox/deliveries/replay', (c) => {
    const ended = deliveriesOf(world).filter(hasEnded)
    const ids = world.journal.together(() => ended.map(({ id }) => replay(world, id)))
    return c.json({ ids }, 202)
  })
  app.post('/sandbox/deliveries/:id/replay', (c) => {
    const id = world.journal.together(() => replay(world, c.req.param('id')))
    return id === undefined ? c.json({ message: 'Não há entrega com este id.' }, 404) : c.json({ id }, 202)
  })
  return app
}
