/**
 * A client of API Pix, for any bank.
 *
 * @module
 */
import type { BacenClientOptions, BacenRequest } from './internal/client-options.ts'
import type { Context } from './internal/context.ts'
import { createContext } from './internal/create-context.ts'
import type { ProfileSettings } from './profile.ts'
import { type CobResource, createCobResource } from './internal/resources/cob.ts'
import { type CobRResource, createCobRResource } from './internal/resources/cobr.ts'
import { type CobVResource, createCobVResource } from './internal/resources/cobv.ts'
import { createLocRecResource, type LocRecResource } from './internal/resources/loc-rec.ts'
import { createLocResource, type LocResource } from './internal/resources/loc.ts'
import { createLoteCobVResource, type LoteCobVResource } from './internal/resources/lote-cobv.ts'
import { createPixResource, type PixResource } from './internal/resources/pix.ts'
import { createRecResource, type RecResource } from './internal/resources/rec.ts'
import { createSolicRecResource, type SolicRecResource } from './internal/resources/solic-rec.ts'
import { createWebhookCobRResource, type WebhookCobRResource } from './internal/resources/webhook-cobr.ts'
import { createWebhookRecResource, type WebhookRecResource } from './internal/resources/webhook-rec.ts'
import { createWebhookResource, type WebhookResource } from './internal/resources/webhook.ts'

export interface BacenClient {
  /** Immediate charges. */
  readonly cob: CobResource
  /** Charges with a due date. */
  readonly cobv: CobVResource
  /** Batches of charges with a due date. */
  readonly loteCobv: LoteCobVResource
  /** Locations of charges. */
  readonly loc: LocResource
  /** Payments and their returns. */
  readonly pix: PixResource
  /** Webhooks of payments. */
  readonly webhook: WebhookResource
  /** Pix Automático: recurrences. */
  readonly rec: RecResource
  /** Pix Automático: requests to agree to a recurrence. */
  readonly solicRec: SolicRecResource
  /** Pix Automático: charges. */
  readonly cobr: CobRResource
  /** Pix Automático: locations of recurrences. */
  readonly locRec: LocRecResource
  readonly webhookRec: WebhookRecResource
  readonly webhookCobr: WebhookCobRResource
  /** What the profile and the overrides came to. */
  readonly settings: ProfileSettings
  /**
   * Sends a request beside API Pix, with the token, headers and query of the bank: `@pixkit/bacen/efi` is made of it.
   *
   * @returns The body of the answer, as it came.
   */
  request(request: BacenRequest): Promise<unknown>
}

/**
 * Makes a client of one bank, environment and set of credentials. It keeps nothing outside of itself: two clients never share a token,
 * unless they are given the same store and the same credentials.
 *
 * Requests are checked before a byte is sent. Answers are checked, too: one that is about something else than was asked for is an error
 * (`mismatch`); what else is not as API Pix has it goes to `hooks.onWarning`, and the answer comes as the bank sent it.
 *
 * @throws {PixkitError} `BACEN_SETTINGS`: the bank has no such environment, a credential is missing, a setting cannot be.
 *
 * @example
 * ```ts
 * import { createBacenClient } from '@pixkit/bacen'
 * import { bacen } from '@pixkit/bacen/profiles/bacen'
 * import { fetchTransport } from '@pixkit/http/fetch-transport'
 *
 * // A bank of two answers; with the certificate of a real one, see `createNodeBacenClient`.
 * const transport = fetchTransport(async (url) =>
 *   String(url).endsWith('/token')
 *     ? Response.json({ access_token: 'abc', token_type: 'Bearer', expires_in: 300 })
 *     : Response.json({ txid: '7978c0c97ea847e78e8849634473c1f1', status: 'ATIVA' }),
 * )
 * const client = createBacenClient({
 *   profile: bacen,
 *   ambiente: 'homologacao',
 *   overrides: { apiUrl: 'https://pix.example.com/api/v2', tokenUrl: 'https://pix.example.com/token' },
 *   credentials: { clientId: 'shop', clientSecret: 'of the shop' },
 *   transport,
 * })
 * const { status } = await client.cob.get('7978c0c97ea847e78e8849634473c1f1')
 * status // 'ATIVA'
 * ```
 *
 * @see API Pix 2.9.0.
 */
export function createBacenClient(options: BacenClientOptions): BacenClient {
  return clientOf(createContext(options))
}

function clientOf(context: Context): BacenClient {
  return {
    cob: createCobResource(context),
    cobv: createCobVResource(context),
    loteCobv: createLoteCobVResource(context),
    loc: createLocResource(context),
    pix: createPixResource(context),
    webhook: createWebhookResource(context),
    rec: createRecResource(context),
    solicRec: createSolicRecResource(context),
    cobr: createCobRResource(context),
    locRec: createLocRecResource(context),
    webhookRec: createWebhookRecResource(context),
    webhookCobr: createWebhookCobRResource(context),
    settings: context.settings,
    request: (request) => context.call(request),
  }
}
