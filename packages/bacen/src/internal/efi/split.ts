/**
 * Division of what is paid, among accounts at Efí.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import { efiSplitSolicitadoSchema } from '../schema/efi.ts'
import type { EfiCobrancaComSplit, EfiSplitGerado, EfiSplitSolicitado } from '../types/efi.ts'
import { ask, type EfiClient, tell } from './ask.ts'
import { assertId, checkedBody, CONFIG_ID, TXID } from './check-input.ts'

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
  getConfig(id: string, options?: OperationOptions & { readonly revisao?: number | undefined }): Promise<EfiSplitGerado>
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

const CONFIG = '/gn/split/config'

export function createSplitMethods(client: EfiClient): EfiSplitMethods {
  return {
    async createConfig(config, options = {}) {
      const name = 'efi.split.createConfig'
      const body = checkedBody(name, efiSplitSolicitadoSchema, config)
      return ask<EfiSplitGerado>(client, { ...options, name, method: 'POST', path: CONFIG, body }, 'id')
    },
    async putConfig(id, config, options = {}) {
      const name = 'efi.split.putConfig'
      assertId('id', id, CONFIG_ID)
      const body = checkedBody(name, efiSplitSolicitadoSchema, config)
      const request = { name, method: 'PUT', path: `${CONFIG}/{id}`, params: { id } } as const
      return ask<EfiSplitGerado>(client, { ...options, ...request, body, repeatable: true }, undefined, { id })
    },
    async getConfig(id, { revisao, ...options } = {}) {
      assertId('id', id, CONFIG_ID)
      const request = { name: 'efi.split.getConfig', method: 'GET', path: `${CONFIG}/{id}`, params: { id } } as const
      return ask<EfiSplitGerado>(client, { ...options, ...request, query: { revisao } }, undefined, { id })
    },
    async link(tipo, txid, splitConfigId, options = {}) {
      const path = `${pathOf(tipo)}/vinculo/{splitConfigId}`
      assertId('txid', txid, TXID)
      assertId('splitConfigId', splitConfigId, CONFIG_ID)
      const params = { txid, splitConfigId }
      await tell(client, { ...options, name: 'efi.split.link', method: 'PUT', path, params, repeatable: true })
    },
    async unlink(tipo, txid, options = {}) {
      const path = `${pathOf(tipo)}/vinculo`
      assertId('txid', txid, TXID)
      await tell(client, { ...options, name: 'efi.split.unlink', method: 'DELETE', path, params: { txid } })
    },
    async getCharge(tipo, txid, options = {}) {
      const path = pathOf(tipo)
      assertId('txid', txid, TXID)
      const request = { ...options, name: 'efi.split.getCharge', method: 'GET', path, params: { txid } } as const
      return ask<EfiCobrancaComSplit>(client, request, undefined, { txid })
    },
  }
}

function pathOf(tipo: 'cob' | 'cobv'): string {
  if (tipo !== 'cob' && tipo !== 'cobv') throw new TypeError('"tipo" must be "cob" or "cobv"')
  return `/gn/split/${tipo}/{txid}`
}
