/**
 * Requests to agree to a recurrence (solicRec): the payer finds them in the app of its bank.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import type { Context } from '../context.ts'
import { sendOrRead } from '../send-or-read.ts'
import type { SolicRecCompleta, SolicRecRevisada, SolicRecSolicitada } from '../types/solic-rec.ts'

export interface SolicRecResource {
  /**
   * Asks the payer to agree to a recurrence. Never repeated by itself.
   *
   * Scope `solicrec.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 SolicRecOperacaoInvalida, 404 when there is no such recurrence.
   *
   * @example
   * ```js
   * const { idSolicRec } = await client.solicRec.create({
   *   idRec: 'RN1234567820261125abcdefghijk',
   *   calendario: { dataExpiracaoSolicitacao: '2026-12-20T12:17:11.926Z' },
   *   destinatario: { agencia: '2569', conta: '550689', cpf: '12345678909', ispbParticipante: '91193552' },
   * })
   * ```
   *
   * @see API Pix 2.9.0, POST /solicrec.
   */
  create(solicRec: SolicRecSolicitada, options?: OperationOptions): Promise<SolicRecCompleta>
  /**
   * Gets a request.
   *
   * Scope `solicrec.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 SolicRecNaoEncontrada.
   *
   * @example
   * ```js
   * const { status } = await client.solicRec.get('SC876456782026112566f3ad1d63e')
   * ```
   *
   * @see API Pix 2.9.0, GET /solicrec/{idSolicRec}.
   */
  get(idSolicRec: string, options?: OperationOptions): Promise<SolicRecCompleta>
  /**
   * Cancels a request that was not answered yet.
   *
   * Scope `solicrec.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 SolicRecNaoEncontrada, 400 SolicRecOperacaoInvalida.
   *
   * @example
   * ```js
   * await client.solicRec.update('SC876456782026112566f3ad1d63e', { status: 'CANCELADA' })
   * ```
   *
   * @see API Pix 2.9.0, PATCH /solicrec/{idSolicRec}.
   */
  update(idSolicRec: string, changes: SolicRecRevisada, options?: OperationOptions): Promise<SolicRecCompleta>
}

export function createSolicRecResource(context: Context): SolicRecResource {
  return {
    async create(body, options) {
      return (await context.send('solicRec.create', { body, options })) as SolicRecCompleta
    },
    async get(idSolicRec, options) {
      return (await context.send('solicRec.get', { params: { idSolicRec }, options })) as SolicRecCompleta
    },
    async update(idSolicRec, body, options) {
      const change = {
        operation: 'solicRec.update',
        readBy: 'solicRec.get',
        params: { idSolicRec },
        body,
        options,
      } as const
      return (await sendOrRead(context, change)) as SolicRecCompleta
    },
  }
}
