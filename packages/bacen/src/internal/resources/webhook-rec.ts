/**
 * Where the bank tells of recurrences (webhookRec), one for the receiver.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import type { Context } from '../context.ts'
import type { WebhookRecCompleto, WebhookRecSolicitado } from '../types/webhook-rec.ts'

export interface WebhookRecResource {
  /**
   * Sets the webhook, in the place of the one before. The bank adds `/rec` to the URL.
   *
   * Scope `webhookrec.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 WebhookRecOperacaoInvalida.
   *
   * @example
   * ```js
   * await client.webhookRec.set({ webhookUrl: 'https://shop.example.com/webhook' })
   * ```
   *
   * @see API Pix 2.9.0, PUT /webhookrec.
   */
  set(webhook: WebhookRecSolicitado, options?: OperationOptions): Promise<void>
  /**
   * Gets the webhook.
   *
   * Scope `webhookrec.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 NaoEncontrado.
   *
   * @example
   * ```js
   * const { webhookUrl } = await client.webhookRec.get()
   * ```
   *
   * @see API Pix 2.9.0, GET /webhookrec.
   */
  get(options?: OperationOptions): Promise<WebhookRecCompleto>
  /**
   * Removes the webhook.
   *
   * Scope `webhookrec.write`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 NaoEncontrado.
   *
   * @example
   * ```js
   * await client.webhookRec.delete()
   * ```
   *
   * @see API Pix 2.9.0, DELETE /webhookrec.
   */
  delete(options?: OperationOptions): Promise<void>
}

export function createWebhookRecResource(context: Context): WebhookRecResource {
  return {
    async set(body, options) {
      await context.send('webhookRec.set', { body, options })
    },
    async get(options) {
      return (await context.send('webhookRec.get', { options })) as WebhookRecCompleto
    },
    async delete(options) {
      await context.send('webhookRec.delete', { options })
    },
  }
}
