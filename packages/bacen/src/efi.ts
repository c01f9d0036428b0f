/**
 * What Efí has beside API Pix, on a client with the profile of Efí.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { BacenClient } from './bacen-client.ts'
import type { BacenRequest, OperationOptions, PutOptions } from './client-options.ts'
import { createEnvioMethods } from './internal/efi-envio.ts'
import { assertBody, assertId, CONFIG_ID, EVP, TXID } from './internal/efi-request.ts'
import { efiSplitSolicitadoSchema } from './internal/schema/efi.ts'
import type {
  EfiChaveEvp,
  EfiCobrancaComSplit,
  EfiEnvioGerado,
  EfiEnvioSolicitado,
  EfiEnviosConsultados,
  EfiEnviosParams,
  EfiPixEnviado,
  EfiQrCode,
  EfiSaldo,
  EfiSplitGerado,
  EfiSplitSolicitado,
} from './internal/types/efi.ts'

export type * from './internal/types/efi.ts'

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

export interface EfiEvpMethods {
  /**
   * Makes a random key. A second request makes a second key: it is never repeated.
   *
   * Scope `gn.pix.evp.write`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 `limite_criacao_chave_atingido`.
   * @see Efí, Endpoints exclusivos, POST /v2/gn/evp.
   */
  create(options?: OperationOptions): Promise<EfiChaveEvp>
  /** Scope `gn.pix.evp.read`. @see Efí, Endpoints exclusivos, GET /v2/gn/evp. */
  list(options?: OperationOptions): Promise<{ readonly chaves: readonly string[] }>
  /**
   * Removes a random key for good: charges that were made with it can no longer be paid.
   *
   * Scope `gn.pix.evp.write`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 `chave_nao_encontrada`.
   * @see Efí, Endpoints exclusivos, DELETE /v2/gn/evp/:chave.
   */
  delete(chave: string, options?: OperationOptions): Promise<void>
}

export interface EfiSaldoMethods {
  /**
   * Scope `gn.balance.read`.
   *
   * @param params - `bloqueios`: also what is blocked.
   * @see Efí, Endpoints exclusivos, GET /v2/gn/saldo.
   */
  get(params?: { readonly bloqueios?: boolean | undefined }, options?: OperationOptions): Promise<EfiSaldo>
}

export interface EfiEnvioMethods {
  /**
   * Sends a Pix, once: Efí never sends two with the same `idEnvio`. When a repeated request finds the id taken, the Pix under it is read and
   * compared. Keep the id before you send; `mayExist` says that you sent it before.
   *
   * Efí advises to wait for the webhook of one before the next is sent. Scope `pix.send`.
   *
   * @param idEnvio - 1 to 35 letters and digits; `newDevolucaoId` of `@pixkit/core/txid` makes one.
   * @returns What Efí has under this id; mostly `EM_PROCESSAMENTO`.
   * @throws {PixkitError} `BACEN_REQUEST`: before anything is sent. `BACEN_IN_USE`: another Pix has this id.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 `chave_invalida`, `documento_bloqueado`, `valor_invalido`,
   *   `chave_nao_pertence_ao_documento`; 409 `id_envio_duplicado`; 422 `pagamento_negado`.
   * @see Efí, Envio e Pagamento Pix, PUT /v3/gn/pix/:idEnvio.
   */
  send(idEnvio: string, envio: EfiEnvioSolicitado, options?: PutOptions): Promise<EfiEnvioGerado>
  /**
   * Scope `gn.pix.send.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 PixEnviadoNaoEncontrado.
   * @see Efí, Envio e Pagamento Pix, GET /v2/gn/pix/enviados/id-envio/:idEnvio.
   */
  get(idEnvio: string, options?: OperationOptions): Promise<EfiPixEnviado>
  /**
   * Scope `gn.pix.send.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 PixEnviadoNaoEncontrado.
   * @see Efí, Envio e Pagamento Pix, GET /v2/gn/pix/enviados/:e2eId.
   */
  getByEndToEndId(endToEndId: string, options?: OperationOptions): Promise<EfiPixEnviado>
  /** One page. Scope `gn.pix.send.read`. @see Efí, Envio e Pagamento Pix, GET /v2/gn/pix/enviados. */
  list(params: EfiEnviosParams, options?: OperationOptions): Promise<EfiEnviosConsultados>
}

export interface EfiSplitMethods {
  /**
   * Makes a configuration, for many charges. A second request makes a second one; `putConfig` does not.
   *
   * Scope `gn.split.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`: percentages that do not make 100 (`split-sum`), a share of nothing, more than 20.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 SplitConfigOperacaoInvalida.
   * @see Efí, Split de pagamento Pix, POST /v2/gn/split/config.
   */
  createConfig(config: EfiSplitSolicitado, options?: OperationOptions): Promise<EfiSplitGerado>
  /** Makes or replaces the configuration with this id. As `createConfig`. @see Efí, Split de pagamento Pix, PUT /v2/gn/split/config/:id. */
  putConfig(id: string, config: EfiSplitSolicitado, options?: OperationOptions): Promise<EfiSplitGerado>
  /**
   * Scope `gn.split.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 SplitConfigNaoEncontrado.
   * @see Efí, Split de pagamento Pix, GET /v2/gn/split/config/:id.
   */
  getConfig(
    id: string,
    params?: { readonly revisao?: number | undefined },
    options?: OperationOptions,
  ): Promise<EfiSplitGerado>
  /**
   * Gives a charge that is ATIVA the configuration.
   *
   * Scope `gn.split.write`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 SplitOperacaoInvalida, 404 SplitNaoEncontrado.
   * @see Efí, Split de pagamento Pix, PUT /v2/gn/split/cob/:txid/vinculo/:splitConfigId, and the same of cobv.
   */
  link(tipo: 'cob' | 'cobv', txid: string, splitConfigId: string, options?: OperationOptions): Promise<void>
  /**
   * Takes the configuration from a charge that is ATIVA.
   *
   * Scope `gn.split.write`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 SplitOperacaoInvalida, 404 SplitNaoEncontrado.
   * @see Efí, Split de pagamento Pix, DELETE /v2/gn/split/cob/:txid/vinculo, and the same of cobv.
   */
  unlink(tipo: 'cob' | 'cobv', txid: string, options?: OperationOptions): Promise<void>
  /**
   * Scope `gn.split.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 CobrancaSplitNaoEncontrada.
   * @see Efí, Split de pagamento Pix, GET /v2/gn/split/cob/:txid, and the same of cobv.
   */
  getCharge(tipo: 'cob' | 'cobv', txid: string, options?: OperationOptions): Promise<EfiCobrancaComSplit>
}

export interface EfiLocMethods {
  /**
   * The QR Code of a location, as text and as an image; `@pixkit/qr` draws one without asking.
   *
   * Scope `payloadlocation.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 `location_nao_encontrada`.
   * @see Efí, Payload locations, GET /v2/loc/:id/qrcode.
   */
  qrCode(id: number, options?: OperationOptions): Promise<EfiQrCode>
}

/** The client, as far as it is needed: `createBacenClient` with the profile of Efí. */
export type EfiClient = Pick<BacenClient, 'request' | 'settings'>

/**
 * Makes the calls that Efí has beside API Pix. They go the way of the client: its tokens, hooks and retries. Nothing is repeated that could be done
 * twice.
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
 *     : Response.json({ idEnvio: '1', e2eId: 'E0', valor: '12.34', status: 'EM_PROCESSAMENTO' }),
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
  if (typeof (client as EfiClient | undefined)?.request !== 'function') {
    throw new TypeError('"client" must be a client of createBacenClient')
  }
  return {
    evp: createEvpMethods(client),
    saldo: {
      get: ({ bloqueios } = {}, options = {}) =>
        ask(client, { ...options, name: 'efi.saldo.get', method: 'GET', path: '/gn/saldo', query: { bloqueios } }),
    },
    envio: createEnvioMethods(client),
    split: createSplitMethods(client),
    loc: {
      async qrCode(id, options = {}) {
        if (!Number.isSafeInteger(id)) throw new TypeError('"id" must be a whole number')
        return ask(client, {
          ...options,
          name: 'efi.loc.qrCode',
          method: 'GET',
          path: '/loc/{id}/qrcode',
          params: { id },
        })
      },
    },
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

const ask = async <Answer>(client: EfiClient, request: BacenRequest): Promise<Answer> =>
  (await client.request(request)) as Answer

/** For what is done when the status says so, whatever sentence comes with it. */
async function tell(client: EfiClient, request: BacenRequest): Promise<void> {
  try {
    await client.request(request)
  } catch (error) {
    if (!isPixkitError(error, 'HTTP_ANSWER') || error.params['reason'] !== 'syntax') throw error
  }
}

function createEvpMethods(client: EfiClient): EfiEvpMethods {
  const path = '/gn/evp'
  return {
    create: (options = {}) => ask(client, { ...options, name: 'efi.evp.create', method: 'POST', path }),
    list: (options = {}) => ask(client, { ...options, name: 'efi.evp.list', method: 'GET', path }),
    async delete(chave, options = {}) {
      assertId('chave', chave, EVP)
      await tell(client, {
        ...options,
        name: 'efi.evp.delete',
        method: 'DELETE',
        path: `${path}/{chave}`,
        params: { chave },
      })
    },
  }
}

function createSplitMethods(client: EfiClient): EfiSplitMethods {
  const linkPath = (tipo: 'cob' | 'cobv'): string => `/gn/split/${tipo}/{txid}/vinculo`
  return {
    async createConfig(config, options = {}) {
      assertBody('efi.split.createConfig', efiSplitSolicitadoSchema, config)
      return ask(client, {
        ...options,
        name: 'efi.split.createConfig',
        method: 'POST',
        path: '/gn/split/config',
        body: config,
      })
    },
    async putConfig(id, config, options = {}) {
      assertId('id', id, CONFIG_ID)
      assertBody('efi.split.putConfig', efiSplitSolicitadoSchema, config)
      return ask(client, {
        ...options,
        name: 'efi.split.putConfig',
        method: 'PUT',
        path: '/gn/split/config/{id}',
        params: { id },
        body: config,
        repeatable: true,
      })
    },
    async getConfig(id, { revisao } = {}, options = {}) {
      assertId('id', id, CONFIG_ID)
      return ask(client, {
        ...options,
        name: 'efi.split.getConfig',
        method: 'GET',
        path: '/gn/split/config/{id}',
        params: { id },
        query: { revisao },
      })
    },
    async link(tipo, txid, splitConfigId, options = {}) {
      assertTipo(tipo)
      assertId('txid', txid, TXID)
      assertId('splitConfigId', splitConfigId, CONFIG_ID)
      const path = `${linkPath(tipo)}/{splitConfigId}`
      const params = { txid, splitConfigId }
      await tell(client, { ...options, name: 'efi.split.link', method: 'PUT', path, params, repeatable: true })
    },
    async unlink(tipo, txid, options = {}) {
      assertTipo(tipo)
      assertId('txid', txid, TXID)
      const path = linkPath(tipo)
      await tell(client, { ...options, name: 'efi.split.unlink', method: 'DELETE', path, params: { txid } })
    },
    async getCharge(tipo, txid, options = {}) {
      assertTipo(tipo)
      assertId('txid', txid, TXID)
      return ask(client, {
        ...options,
        name: 'efi.split.getCharge',
        method: 'GET',
        path: `/gn/split/${tipo}/{txid}`,
        params: { txid },
      })
    },
  }
}

function assertTipo(tipo: unknown): void {
  if (tipo !== 'cob' && tipo !== 'cobv') throw new TypeError('"tipo" must be "cob" or "cobv"')
}
