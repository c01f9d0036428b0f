/**
 * Where the bank tells of charges of recurrences (webhookCobr), one for the receiver.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import type { Context } from '../context.ts'
import type { WebhookCobRCompleto, WebhookCobRSolicitado } from '../types/webhook-cobr.ts'

export interface WebhookCobRResource {
  /**
   * Sets the webhook, in the place of the one before. The bank adds `/cobr` to the URL.
   *
   * Scope `webhookcobr.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 WebhookCobROperacaoInvalida.
   *
   * @example
   * ```js
   * await client.webhookCobr.set({ webhookUrl: 'https://shop.example.com/webhook' })
   * ```
   *
   * @see API Pix 2.9.0, PUT /webhookcobr.
   */
  set(webhook: WebhookCobRSolicitado, options?: OperationOptions): Promise<void>
  /**
   * Gets the webhook.
   *
   * Scope `webhookcobr.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 NaoEncontrado.
   *
   * @example
   * ```js
   * const { webhookUrl } = await client.webhookCobr.get()
   * ```
   *
   * @see API Pix 2.9.0, GET /webhookcobr.
   */
  get(options?: OperationOptions): Promise<WebhookCobRCompleto>
  /**
   * Removes the webhook.
   *
   * Scope `webhookcobr.write`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 NaoEncontrado.
   *
   * @example
   * ```js
   * await client.webhookCobr.delete()
   * ```
   *
   * @see API Pix 2.9.0, DELETE /webhookcobr.
   */
  delete(options?: OperationOptions): Promise<void>
}

export function createWebhookCobRResource(context: Context): WebhookCobRResource {
  return {
    async set(body, options) {
      await context.send('webhookCobr.set', { body, options })
    },
    async get(options) {
      return (await context.send('webhookCobr.get', { options })) as WebhookCobRCompleto
    },
    async delete(options) {
      await context.send('webhookCobr.delete', { options })
    },
  }
}
