/**
 * Webhooks of which a receiver has one.
 *
 * @module
 */
import type { Collection } from '../collection.ts'
import { instantNow } from '../instant.ts'
import type { World } from '../world.ts'
import type { ApiAnswer, ApiCall, Handler } from './call.ts'
import { refuse } from './refusal.ts'

/** Its id in its collection. */
export const ONLY = 'webhook'

interface OneWebhook {
  readonly webhookUrl: string
  readonly criacao?: string | undefined
}

/** `set`, `get` and `delete`. The tables know no type of its own for one that is not there. */
function oneWebhook(
  collectionOf: (world: World) => Collection<OneWebhook>,
): Readonly<Record<'set' | 'get' | 'delete', Handler>> {
  const registered = ({ world }: ApiCall): OneWebhook => collectionOf(world).get(ONLY) ?? refuse('NaoEncontrado')
  return {
    set({ world, body }): ApiAnswer {
      const { webhookUrl } = body as OneWebhook
      const webhooks = collectionOf(world)
      const old = webhooks.get(ONLY)
      if (old === undefined) webhooks.add(ONLY, { webhookUrl, criacao: instantNow(world) })
      else webhooks.replace(ONLY, { ...old, webhookUrl })
      return {}
    },
    get: (call) => ({ body: registered(call) }),
    delete(call): ApiAnswer {
      registered(call)
      collectionOf(call.world).delete(ONLY)
      return {}
    },
  }
}

const rec = oneWebhook(({ webhooksRec }) => webhooksRec)
const cobr = oneWebhook(({ webhooksCobr }) => webhooksCobr)

type Action = 'set' | 'get' | 'delete'

export const webhookRecHandlers: Readonly<Record<`webhookRec.${Action}`, Handler>> = {
  'webhookRec.set': rec.set,
  'webhookRec.get': rec.get,
  'webhookRec.delete': rec.delete,
}

export const webhookCobrHandlers: Readonly<Record<`webhookCobr.${Action}`, Handler>> = {
  'webhookCobr.set': cobr.set,
  'webhookCobr.get': cobr.get,
  'webhookCobr.delete': cobr.delete,
}
