/**
 * Which function answers which operation.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { Handler } from './call.ts'
import { webhookCobrHandlers, webhookRecHandlers } from './one-webhook.ts'
import { webhookHandlers } from './webhook.ts'

export const handlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  ...webhookHandlers,
  ...webhookRecHandlers,
  ...webhookCobrHandlers,
}
