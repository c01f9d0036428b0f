/**
 * The front of the bank: which request goes where.
 *
 * @module
 */
import { type OperationName, operations } from '@pixkit/bacen'
import { type Context, Hono } from 'hono'
import { plainProblem, refusalAnswer } from '../api/problem-answer.ts'
import { answerApi, json } from '../api/router.ts'
import { createCollection } from '../collection.ts'
import type { SandboxContext } from '../context.ts'
import { extrasOf } from '../extras/extra.ts'
import { answerWithFaults } from '../faults/at-the-edge.ts'
import { adminRoutes, publicRoutes } from '../parts.ts'
import { refuseReceiver } from '../webhooks/registration.ts'
import { guardAdmin } from './admin.ts'
import { authorise } from './authorise.ts'
import type { Connection } from './caller.ts'
import { isDropped } from './dropped.ts'
import { answerToken, type OAuthParts } from './oauth.ts'
import { operationNames, routeOf } from './paths.ts'
import { readText } from './read-text.ts'
import { createTokens } from './tokens.ts'

/** What goes with each request beside its bytes. */
export interface Edge {
  readonly connection: Connection
  /** For the log: what it turned out to be. */
  readonly seen: { operation?: OperationName | 'token' }
}

type Env = { readonly Bindings: Edge }

/** @returns Answers each request; fails as `fetch` does when the connection is to be dropped. */
export function createApp(
  context: SandboxContext,
  credentials: OAuthParts['credentials'],
): (request: Request, edge: Edge) => Promise<Response> {
  const { world } = context
  const app = new Hono<Env>()
  const tokens = createTokens(world)
  const oauth: OAuthParts = { world, tokens, credentials }

  app.post(world.personality.tokenPath, (c) => {
    c.env.seen.operation = 'token'
    return answerWithFaults(context, 'token', async () => {
      const body = await readText(c.req.raw)
      if (body === undefined) return tooLarge(context)
      const authorization = c.req.header('authorization')
      const query = new URL(c.req.url).searchParams
      return answerToken(oauth, { authorization, contentType: contentTypeOf(c), query, body }, c.env.connection)
    })
  })

  const allowed = new Map<string, string[]>([[world.personality.tokenPath, ['POST']]])
  for (const operation of operationNames()) {
    const { method, scope } = operations[operation]
    const route = routeOf(world.personality, operation)
    allowed.set(route, [...(allowed.get(route) ?? []), method])
    app.on(method, route, (c) => {
      c.env.seen.operation = operation
      return answerWithFaults(context, operation, async () => {
        const refused = authorise(oauth, scope, c.req.header('authorization'), c.env.connection)
        if (refused !== undefined) return refused
        const body = method === 'GET' ? '' : await readText(c.req.raw)
        if (body === undefined) return tooLarge(context)
        if (body !== '' && !isJson(contentTypeOf(c))) {
          return plainProblem(world, 415, 'O corpo deve ser application/json.')
        }
        const at = c.req.url.indexOf('?')
        const query = new URLSearchParams(at < 0 ? '' : c.req.url.slice(at))
        const request = { operation, params: c.req.param(), query, body }
        const skipsMtls = c.req.header('x-skip-mtls-checking') === 'true'
        return (await refuseReceiver(context, request, skipsMtls)) ?? answerApi(world, request)
      })
    })
  }
  const collection = <Value>(kind: string) => createCollection<Value>(kind, world.journal, () => world.clock.now())
  for (const { method, route, scope, answer } of extrasOf({ world, collection })) {
    app.on(method, route, async (c) => {
      const refused = authorise(oauth, scope, c.req.header('authorization'), c.env.connection)
      if (refused !== undefined) return refused
      const text = await readText(c.req.raw)
      if (text === undefined) return tooLarge(context)
      const call = { params: c.req.param(), query: c.req.query(), body: parsed(text) }
      const { status = 200, body } = world.journal.together(() => answer(call))
      return body === undefined ? new Response(null, { status }) : json(status, body)
    })
  }
  for (const [route, methods] of allowed) {
    app.all(route, () => plainProblem(world, 405, 'Método não permitido.', { allow: methods.join(', ') }))
  }

  for (const routes of publicRoutes) app.route('/', routes(context))
  app.use('/sandbox/*', guardAdmin(world))
  for (const routes of adminRoutes) app.route('/', routes(context))

  app.notFound(() => refusalAnswer(world, 'NaoEncontrado'))
  app.onError((error) => {
    if (isDropped(error)) throw error
    context.hooks.onError?.(error)
    return refusalAnswer(world, 'ErroInternoDoServidor')
  })
  return async (request, edge) => app.fetch(request, edge)
}

/** Without its parameters. */
function contentTypeOf(c: Context<Env>): string {
  return (c.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function isJson(contentType: string): boolean {
  return contentType === 'application/json' || contentType.endsWith('+json')
}

/** What is no JSON is nothing. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function tooLarge({ world }: SandboxContext): Response {
  return plainProblem(world, 413, 'O corpo passa de 1 MiB.')
}
