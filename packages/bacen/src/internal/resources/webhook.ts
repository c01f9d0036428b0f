/**
 * Where the bank tells of payments (webhook), one for each key.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import type { Context } from '../context.ts'
import { listMethods } from '../list-methods.ts'
import type { ListMethods, Periodo } from '../list-options.ts'
import type { WebhookCompleto, WebhooksConsultados, WebhookSolicitado } from '../types/webhook.ts'

/** Everything is optional here; some banks want the period nevertheless. */
export type WebhookListParams = Partial<Periodo>

export interface WebhookResource extends ListMethods<WebhookListParams, WebhooksConsultados, WebhookCompleto> {
  /**
   * Sets the webhook of a key, in the place of the one before. The bank adds `/pix` to the URL.
   *
   * Scope `webhook.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 WebhookOperacaoInvalida (no key of this receiver, a URL that does not answer).
   *
   * @example
   * ```js
   * await client.webhook.set('7d9f0335-8dcc-4054-9bf9-0dbd61d36906', { webhookUrl: 'https://shop.example.com/webhook' })
   * ```
   *
   * @see API Pix 2.9.0, PUT /webhook/{chave}.
   */
  set(chave: string, webhook: WebhookSolicitado, options?: OperationOptions): Promise<void>
  /**
   * Gets the webhook of a key.
   *
   * Scope `webhook.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 WebhookNaoEncontrado.
   *
   * @example
   * ```js
   * const { webhookUrl } = await client.webhook.get('7d9f0335-8dcc-4054-9bf9-0dbd61d36906')
   * ```
   *
   * @see API Pix 2.9.0, GET /webhook/{chave}.
   */
  get(chave: string, options?: OperationOptions): Promise<WebhookCompleto>
  /**
   * Removes the webhook of a key.
   *
   * Scope `webhook.write`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 WebhookNaoEncontrado.
   *
   * @example
   * ```js
   * await client.webhook.delete('7d9f0335-8dcc-4054-9bf9-0dbd61d36906')
   * ```
   *
   * @see API Pix 2.9.0, DELETE /webhook/{chave}.
   */
  delete(chave: string, options?: OperationOptions): Promise<void>
  /**
   * Lists webhooks, one page.
   *
   * Scope `webhook.read`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 WebhookConsultaInvalida.
   *
   * @example
   * ```js
   * const { webhooks } = await client.webhook.list()
   * ```
   *
   * @see API Pix 2.9.0, GET /webhook.
   */
  list(params?: WebhookListParams, options?: OperationOptions): Promise<WebhooksConsultados>
}

export function createWebhookResource(context: Context): WebhookResource {
  const lists = listMethods<WebhookListParams, WebhooksConsultados, WebhookCompleto>(context, 'webhook.list')
  return {
    async set(chave, body, options) {
      await context.send('webhook.set', { params: { chave }, body, options })
    },
    async get(chave, options) {
      return (await context.send('webhook.get', { params: { chave }, options })) as WebhookCompleto
    },
    async delete(chave, options) {
      await context.send('webhook.delete', { params: { chave }, options })
    },
    ...lists,
    list: (params = {}, options) => lists.list(params, options),
  }
}
