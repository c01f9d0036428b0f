/**
 * Locations of charges (loc): made before the charge, or freed of it, so that a printed code can show another.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import type { Context } from '../context.ts'
import { listMethods } from '../list-methods.ts'
import { sendOrRead } from '../send-or-read.ts'
import type { ListMethods, Periodo } from '../list-options.ts'
import type {
  PayloadLocation,
  PayloadLocationCompleta,
  PayloadLocationConsultadas,
  PayloadLocationSolicitada,
  TipoCob,
} from '../types/loc.ts'

export interface LocListParams extends Periodo {
  /** Whether a charge uses it. */
  readonly txIdPresente?: boolean | undefined
  readonly tipoCob?: TipoCob | undefined
}

export interface LocResource extends ListMethods<LocListParams, PayloadLocationConsultadas, PayloadLocationCompleta> {
  /**
   * Makes a location for a charge to come.
   *
   * Scope `payloadlocation.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 PayloadLocationOperacaoInvalida.
   *
   * @example
   * ```js
   * const { id, location } = await client.loc.create({ tipoCob: 'cob' })
   * ```
   *
   * @see API Pix 2.9.0, POST /loc.
   */
  create(loc: PayloadLocationSolicitada, options?: OperationOptions): Promise<PayloadLocation>
  /**
   * Gets a location, with the txid of the charge that it shows.
   *
   * Scope `payloadlocation.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 PayloadLocationNaoEncontrado.
   *
   * @example
   * ```js
   * const { txid } = await client.loc.get(7716)
   * ```
   *
   * @see API Pix 2.9.0, GET /loc/{id}.
   */
  get(id: number | string, options?: OperationOptions): Promise<PayloadLocationCompleta>
  /**
   * Takes the charge off a location: it shows nothing until another charge uses it.
   *
   * Scope `payloadlocation.write`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 PayloadLocationNaoEncontrado.
   *
   * @example
   * ```js
   * await client.loc.unlinkTxid(7716)
   * ```
   *
   * @see API Pix 2.9.0, DELETE /loc/{id}/txid.
   */
  unlinkTxid(id: number | string, options?: OperationOptions): Promise<PayloadLocation>
  /**
   * Lists locations by when they were created, one page.
   *
   * Scope `payloadlocation.read`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 PayloadLocationConsultaInvalida.
   *
   * @example
   * ```js
   * const { loc } = await client.loc.list({ inicio: '2026-11-01T00:00:00-03:00', fim: new Date(), txIdPresente: false })
   * ```
   *
   * @see API Pix 2.9.0, GET /loc.
   */
  list(params: LocListParams, options?: OperationOptions): Promise<PayloadLocationConsultadas>
}

export function createLocResource(context: Context): LocResource {
  return {
    async create(body, options) {
      return (await context.send('loc.create', { body, options })) as PayloadLocation
    },
    async get(id, options) {
      return (await context.send('loc.get', { params: { id }, options })) as PayloadLocationCompleta
    },
    async unlinkTxid(id, options) {
      const change = { operation: 'loc.unlinkTxid', readBy: 'loc.get', params: { id }, options } as const
      return (await sendOrRead(context, change)) as PayloadLocation
    },
    ...listMethods(context, 'loc.list'),
  }
}
