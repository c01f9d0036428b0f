/**
 * Locations of recurrences (locRec), for the codes of Pix Automático.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import type { Context } from '../context.ts'
import { listMethods } from '../list-methods.ts'
import { sendOrRead } from '../send-or-read.ts'
import type { ListMethods, Periodo } from '../list-options.ts'
import type {
  PayloadLocationRecCompleta,
  PayloadLocationRecConsultadas,
  PayloadLocationRecGerada,
} from '../types/loc-rec.ts'

export interface LocRecListParams extends Periodo {
  /** Whether a recurrence uses it. */
  readonly idRecPresente?: boolean | undefined
  readonly convenio?: string | undefined
}

export interface LocRecResource extends ListMethods<
  LocRecListParams,
  PayloadLocationRecConsultadas,
  PayloadLocationRecCompleta
> {
  /**
   * Makes a location for a recurrence to come.
   *
   * Scope `payloadlocationrec.write`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 403 AcessoNegado.
   *
   * @example
   * ```js
   * const { id } = await client.locRec.create()
   * ```
   *
   * @see API Pix 2.9.0, POST /locrec: without a body.
   */
  create(options?: OperationOptions): Promise<PayloadLocationRecGerada>
  /**
   * Gets a location, with the id of the recurrence that it shows.
   *
   * Scope `payloadlocationrec.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 PayloadLocationRecNaoEncontrado.
   *
   * @example
   * ```js
   * const { idRec } = await client.locRec.get(108)
   * ```
   *
   * @see API Pix 2.9.0, GET /locrec/{id}.
   */
  get(id: number | string, options?: OperationOptions): Promise<PayloadLocationRecCompleta>
  /**
   * Takes the recurrence off a location.
   *
   * Scope `payloadlocationrec.write`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 PayloadLocationRecNaoEncontrado.
   *
   * @example
   * ```js
   * await client.locRec.unlinkIdRec(108)
   * ```
   *
   * @see API Pix 2.9.0, DELETE /locrec/{id}/idRec.
   */
  unlinkIdRec(id: number | string, options?: OperationOptions): Promise<PayloadLocationRecCompleta>
  /**
   * Lists locations by when they were created, one page.
   *
   * Scope `payloadlocationrec.read`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 PayloadLocationRecConsultaInvalida.
   *
   * @example
   * ```js
   * const { loc } = await client.locRec.list({ inicio: '2026-11-01T00:00:00-03:00', fim: new Date() })
   * ```
   *
   * @see API Pix 2.9.0, GET /locrec.
   */
  list(params: LocRecListParams, options?: OperationOptions): Promise<PayloadLocationRecConsultadas>
}

export function createLocRecResource(context: Context): LocRecResource {
  return {
    async create(options) {
      return (await context.send('locRec.create', { options })) as PayloadLocationRecGerada
    },
    async get(id, options) {
      return (await context.send('locRec.get', { params: { id }, options })) as PayloadLocationRecCompleta
    },
    async unlinkIdRec(id, options) {
      const change = { operation: 'locRec.unlinkIdRec', readBy: 'locRec.get', params: { id }, options } as const
      return (await sendOrRead(context, change)) as PayloadLocationRecCompleta
    },
    ...listMethods(context, 'locRec.list'),
  }
}
