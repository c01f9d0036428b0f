/**
 * Balance of an account at Efí.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import type { EfiSaldo } from '../types/efi.ts'
import { ask, type EfiClient } from './ask.ts'

export interface EfiSaldoMethods {
  /**
   * Scope `gn.balance.read`.
   *
   * @param options - `bloqueios`: also what is blocked.
   * @see Efí, Endpoints exclusivos, GET /v2/gn/saldo.
   */
  get(options?: OperationOptions & { readonly bloqueios?: boolean | undefined }): Promise<EfiSaldo>
}

export function createSaldoMethods(client: EfiClient): EfiSaldoMethods {
  return {
    get: ({ bloqueios, ...options } = {}) =>
      ask(client, { ...options, name: 'efi.saldo.get', method: 'GET', path: '/gn/saldo', query: { bloqueios } }),
  }
}
