/**
 * Where the notices of a kind go.
 *
 * @module
 */
import { ONLY } from '../api/one-webhook.ts'
import type { World } from '../world.ts'
import type { Delivery } from './delivery.ts'

/**
 * The address that is registered now, with its suffix; `undefined` when there is none.
 *
 * The suffix goes behind the text as it is, query and all, as banks do; of two slashes one is left out (choice of pixkit).
 *
 * @see API Pix 2.9.0, callbacks `{$request.body#/webhookUrl}/pix`, `/rec` and `/cobr`.
 */
export function callbackUrl(world: World, { kind, chave }: Pick<Delivery, 'kind' | 'chave'>): string | undefined {
  const webhook = {
    pix: world.webhooks.get(chave ?? ''),
    rec: world.webhooksRec.get(ONLY),
    cobr: world.webhooksCobr.get(ONLY),
  }
  const url = webhook[kind]?.webhookUrl
  return url === undefined ? undefined : `${url.endsWith('/') ? url.slice(0, -1) : url}/${kind}`
}
