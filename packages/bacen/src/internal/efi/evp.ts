/**
 * Random keys of an account at Efí.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import type { EfiChaveEvp, EfiChavesEvp } from '../types/efi.ts'
import { ask, type EfiClient, tell } from './ask.ts'
import { assertId, EVP } from './check-input.ts'

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
  list(options?: OperationOptions): Promise<EfiChavesEvp>
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

const path = '/gn/evp'

export function createEvpMethods(client: EfiClient): EfiEvpMethods {
  return {
    create: (options = {}) =>
      ask<EfiChaveEvp>(client, { ...options, name: 'efi.evp.create', method: 'POST', path }, 'chave'),
    list: (options = {}) => ask(client, { ...options, name: 'efi.evp.list', method: 'GET', path }),
    async delete(chave, options = {}) {
      assertId('chave', chave, EVP)
      const request = { name: 'efi.evp.delete', method: 'DELETE', path: `${path}/{chave}`, params: { chave } } as const
      await tell(client, { ...options, ...request })
    },
  }
}
