/**
 * Makes a sandbox.
 *
 * @module
 */
import { approveRec, rejectRec } from './internal/automatico/payer.ts'
import { createContext } from './internal/create-context.ts'
import { openCredentials } from './internal/credentials.ts'
import { abortable } from './internal/edge/abortable.ts'
import { createApp, type Edge } from './internal/edge/app.ts'
import { IN_PROCESS } from './internal/edge/caller.ts'
import { listen } from './internal/edge/listen.ts'
import { starters } from './internal/parts.ts'
import { pay } from './internal/payer/pay.ts'
import type { World } from './internal/world.ts'
import { deliveriesOf, replay } from './internal/webhooks/replay.ts'
import type { Listening, Sandbox, SandboxOptions } from './options.ts'

/** The world of a sandbox, for its own tests; `createSandbox` is what stands on it. */
export function createSandboxWorld(options: SandboxOptions = {}): World {
  return createContext(options).context.world
}

/**
 * Makes a PSP: API Pix, tokens, signed locations, webhooks, a payer, and a clock that can be moved.
 *
 * It is reached without any port through `fetch`, and over TLS after `listen()`. Its keys and certificates are made when they are
 * needed first; nobody trusts them but who is told to.
 *
 * @throws {PixkitError} `SANDBOX_OPTION`.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@pixkit/sandbox'
 *
 * const sandbox = createSandbox()
 * const { clientId, clientSecret } = sandbox.credentials
 * const answer = await sandbox.fetch(
 *   new Request(sandbox.tokenUrl, {
 *     method: 'POST',
 *     headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
 *     body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'cob.write cob.read' }),
 *   }),
 * )
 * answer.status // 200
 * await sandbox.close()
 * ```
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const opened = createContext(options)
  const { context } = opened
  const { world, faults, hooks } = context
  const credentials = options.credentials ?? openCredentials(world)
  const app = createApp(context, credentials)
  const listening = new Set<Listening>()
  for (const start of starters) start(context)

  const answer = async (request: Request, connection: Edge['connection']): Promise<Response> => {
    const seen: Edge['seen'] = {}
    if (hooks.onRequest === undefined) return app(request, { connection, seen })
    const startedAt = performance.now()
    const log = (status?: number): void =>
      hooks.onRequest?.({
        method: request.method,
        path: new URL(request.url).pathname,
        status,
        operation: seen.operation,
        ms: performance.now() - startedAt,
      })
    try {
      const response = await app(request, { connection, seen })
      log(response.status)
      return response
    } catch (error) {
      log()
      throw error
    }
  }

  return {
    fetch: async (input, init) => {
      const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined)
      return abortable(answer(new Request(input, init), IN_PROCESS), signal)
    },
    apiUrl: `https://${world.locationHost}${world.personality.apiPath}`,
    tokenUrl: `https://${world.locationHost}${world.personality.tokenPath}`,
    clock: world.clock,
    ambiente: 'homologacao',
    credentials,
    account: world.account,
    pay: async (details) => pay(world, details),
    approve: async (idRec) => approveRec(world, idRec),
    reject: async (idRec) => rejectRec(world, idRec),
    deliveries: () => deliveriesOf(world),
    replay: (deliveryId) => world.journal.together(() => replay(world, deliveryId)),
    inject: (fault) => faults.inject(fault),
    async listen(listenOptions = {}) {
      const heard = await listen(context, answer, listenOptions)
      listening.add(heard)
      return heard
    },
    async close() {
      await Promise.all([...listening].map((heard) => heard.close()))
      await opened.close()
    },
  }
}
