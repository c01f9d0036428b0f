/**
 * Which function answers which operation.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { Handler } from './call.ts'
import { cobHandlers } from './cob.ts'
import { cobrHandlers } from './cobr.ts'
import { cobvHandlers } from './cobv.ts'
import { locRecHandlers } from './loc-rec.ts'
import { locHandlers } from './loc.ts'
import { loteCobvHandlers } from './lote-cobv.ts'
import { webhookCobrHandlers, webhookRecHandlers } from './one-webhook.ts'
import { pixHandlers } from './pix.ts'
import { recHandlers } from './rec.ts'
import { solicRecHandlers } from './solic-rec.ts'
import { webhookHandlers } from './webhook.ts'

export const handlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  ...cobHandlers,
  ...cobvHandlers,
  ...loteCobvHandlers,
  ...locHandlers,
  ...pixHandlers,
  ...locRecHandlers,
  ...recHandlers,
  ...solicRecHandlers,
  ...cobrHandlers,
  ...webhookHandlers,
  ...webhookRecHandlers,
  ...webhookCobrHandlers,
}
