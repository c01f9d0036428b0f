/**
 * Who may move the clock, pay and look around.
 *
 * @module
 */
import type { MiddlewareHandler } from 'hono'
import { refusalAnswer } from '../api/problem-answer.ts'
import type { World } from '../world.ts'
import type { Edge } from './app.ts'
import { isSame } from './is-same.ts'

/** Refuses the pages of other sites, which a browser on this machine may show, and whoever lacks the token where one is set. */
export function guardAdmin(world: World): MiddlewareHandler<{ readonly Bindings: Edge }> {
  return async (c, next) => {
    const { adminToken, isOwnHost } = c.env.connection
    const { host, origin } = new URL(c.req.url)
    const from = c.req.header('origin')
    if (from !== undefined && from !== origin) {
      return refusalAnswer(world, 'AcessoNegado', { detail: 'A requisição vem da página de outro site.' })
    }
    if (isOwnHost !== undefined && !isOwnHost(host)) {
      return refusalAnswer(world, 'AcessoNegado', { detail: 'O sandbox não tem este nome.' })
    }
    if (adminToken !== undefined && !isSame(c.req.header('authorization'), `Bearer ${adminToken}`)) {
      return refusalAnswer(world, 'AcessoNegado', { detail: 'Falta o adminToken do sandbox.' })
    }
    return next()
  }
}
