/**
 * What Efí has beside API Pix, on a client with the profile of Efí.
 *
 * @module
 */
import type { EfiClient } from './internal/efi/ask.ts'
import { createEnvioMethods, type EfiEnvioMethods } from './internal/efi/envio.ts'
import { createEvpMethods, type EfiEvpMethods } from './internal/efi/evp.ts'
import { createLocMethods, type EfiLocMethods } from './internal/efi/loc.ts'
import { createSaldoMethods, type EfiSaldoMethods } from './internal/efi/saldo.ts'
import { createSplitMethods, type EfiSplitMethods } from './internal/efi/split.ts'

export type * from './internal/types/efi.ts'
export type { EfiClient, EfiEnvioMethods, EfiEvpMethods, EfiLocMethods, EfiSaldoMethods, EfiSplitMethods }

export interface EfiExtras {
  /** Random keys of the account. */
  readonly evp: EfiEvpMethods
  readonly saldo: EfiSaldoMethods
  /** Sending. */
  readonly envio: EfiEnvioMethods
  /** Division of what is paid, among accounts at Efí. */
  readonly split: EfiSplitMethods
  readonly loc: EfiLocMethods
}

/**
 * Makes the calls that Efí has beside API Pix. They go the way of the client: its tokens, hooks and retries. Nothing is repeated that could be done
 * twice.
 *
 * @throws {TypeError} The client is of another bank.
 *
 * @example
 * ```ts
 * import { createBacenClient } from '@pixkit/bacen'
 * import { createEfiExtras } from '@pixkit/bacen/efi'
 * import { efi } from '@pixkit/bacen/profiles/efi'
 * import { newDevolucaoId } from '@pixkit/core/txid'
 * import { fetchTransport } from '@pixkit/http/fetch-transport'
 *
 * // Efí in two answers; the real one wants a certificate, see `createNodeBacenClient`.
 * const transport = fetchTransport(async (url) =>
 *   String(url).endsWith('/token')
 *     ? Response.json({ access_token: 'abc', token_type: 'Bearer', expires_in: 3600 })
 *     : Response.json({ e2eId: 'E0', valor: '12.34', status: 'EM_PROCESSAMENTO' }),
 * )
 * const credentials = { clientId: 'shop', clientSecret: 'of the shop' }
 * const client = createBacenClient({ profile: efi, ambiente: 'homologacao', credentials, transport })
 * const extras = createEfiExtras(client)
 *
 * const idEnvio = newDevolucaoId() // keep it before sending
 * const { status } = await extras.envio.send(idEnvio, {
 *   valor: '12.34',
 *   pagador: { chave: 'financeiro@loja.example' },
 *   favorecido: { chave: 'efipay@sejaefi.com.br' },
 * })
 * status // 'EM_PROCESSAMENTO'
 * ```
 *
 * @see Efí, documentação da API Pix: Endpoints exclusivos, Envio e Pagamento Pix, Split de pagamento Pix, Payload locations.
 */
export function createEfiExtras(client: EfiClient): EfiExtras {
  assertEfi(client)
  return {
    evp: createEvpMethods(client),
    saldo: createSaldoMethods(client),
    envio: createEnvioMethods(client),
    split: createSplitMethods(client),
    loc: createLocMethods(client),
  }
}

function assertEfi(client: unknown): void {
  const { request, settings } = (client ?? {}) as Partial<EfiClient>
  if (typeof request !== 'function' || settings?.id !== 'efi') {
    throw new TypeError('"client" must be a client of createBacenClient with the profile of @pixkit/bacen/profiles/efi')
  }
}

/**
 * Headers for `webhook.set`: Efí then shows its certificate to the webhook, and does not mind if it is not demanded. What calls the webhook must be
 * known by other means: a secret in its URL, the address it comes from.
 *
 * @example
 * ```ts
 * import { efiSkipMtlsChecking } from '@pixkit/bacen/efi'
 *
 * efiSkipMtlsChecking() // { 'x-skip-mtls-checking': 'true' }
 * ```
 *
 * ```js
 * await client.webhook.set(chave, { webhookUrl }, { headers: efiSkipMtlsChecking() })
 * ```
 *
 * @see Efí, documentação da API Pix, Webhooks (2024).
 */
export function efiSkipMtlsChecking(): Readonly<Record<string, string>> {
  return { 'x-skip-mtls-checking': 'true' }
}
