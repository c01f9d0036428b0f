/**
 * Charges with a due date (cobv).
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import { optionsOf } from '../call-options.ts'
import type { Context } from '../context.ts'
import { listMethods } from '../list-methods.ts'
import { putOperation } from '../put-once.ts'
import { sendOrRead } from '../send-or-read.ts'
import type { ListMethods } from '../list-options.ts'
import type { CobsVConsultadas, CobVCompleta, CobVGerada, CobVRevisada, CobVSolicitada } from '../types/cobv.ts'
import type { CobCreateOptions, CobGetOptions, CobListParams } from './cob.ts'

export interface CobVListParams extends CobListParams {
  /** Charges of a batch. */
  readonly loteCobVId?: number | undefined
}

export interface CobVResource extends ListMethods<CobVListParams, CobsVConsultadas, CobVCompleta> {
  /**
   * Creates a charge with a due date, with a txid of its own (PUT). May be repeated: what is refused as in use is read back and
   * compared.
   *
   * Scope `cobv.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`; `BACEN_IN_USE`; `BACEN_COPIA_E_COLA`, `BACEN_RESPONSE`: the charge exists, its code pays
   *   something else, or the answer is of another charge.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 CobVOperacaoInvalida.
   *
   * @example
   * ```js
   * const { txid } = await client.cobv.create({
   *   calendario: { dataDeVencimento: '2027-01-31', validadeAposVencimento: 30 },
   *   devedor: { cpf: '12345678909', nome: 'Fulana de Tal' },
   *   valor: { original: '123.45', multa: { modalidade: 2, valorPerc: '2.00' } },
   *   chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
   * })
   * ```
   *
   * @see API Pix 2.9.0, PUT /cobv/{txid}.
   */
  create(cobv: CobVSolicitada, options?: CobCreateOptions): Promise<CobVGerada>
  /**
   * Gets a charge with a due date, with what was paid for it.
   *
   * Scope `cobv.read`.
   *
   * @throws {PixkitError} `BACEN_COPIA_E_COLA`; `BACEN_RESPONSE`: the answer is of another charge.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 CobVNaoEncontrada, 400 CobVConsultaInvalida (no such `revisao`).
   *
   * @example
   * ```js
   * const { status, revisao } = await client.cobv.get('7978c0c97ea847e78e8849634473c1f1', { revisao: 0 })
   * ```
   *
   * @see API Pix 2.9.0, GET /cobv/{txid}.
   */
  get(txid: string, options?: CobGetOptions): Promise<CobVCompleta>
  /**
   * Changes a charge that is `ATIVA`, or removes it.
   *
   * Scope `cobv.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`; `BACEN_COPIA_E_COLA`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 CobVNaoEncontrada, 400 CobVOperacaoInvalida.
   *
   * @example
   * ```js
   * await client.cobv.update('7978c0c97ea847e78e8849634473c1f1', { valor: { original: '100.00' } })
   * ```
   *
   * @see API Pix 2.9.0, PATCH /cobv/{txid}.
   */
  update(txid: string, changes: CobVRevisada, options?: OperationOptions): Promise<CobVGerada>
  /**
   * Lists charges by when they were created, one page.
   *
   * Scope `cobv.read`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 CobVConsultaInvalida.
   *
   * @example
   * ```js
   * const { cobs } = await client.cobv.list({ inicio: '2026-11-01T00:00:00-03:00', fim: '2026-11-30T23:59:59-03:00' })
   * ```
   *
   * @see API Pix 2.9.0, GET /cobv.
   */
  list(params: CobVListParams, options?: OperationOptions): Promise<CobsVConsultadas>
}

export function createCobVResource(context: Context): CobVResource {
  return {
    async create(body, options) {
      const { txid = context.newTxid(), ...call } = optionsOf(options)
      const answer = await putOperation(context, {
        operation: 'cobv.create',
        readBy: 'cobv.get',
        params: { txid },
        body,
        options: call,
      })
      return answer as CobVGerada
    },
    async get(txid, options) {
      const { revisao, ...call } = optionsOf(options)
      return (await context.send('cobv.get', { params: { txid }, query: { revisao }, options: call })) as CobVCompleta
    },
    async update(txid, body, options) {
      const change = { operation: 'cobv.update', readBy: 'cobv.get', params: { txid }, body, options } as const
      return (await sendOrRead(context, change)) as CobVGerada
    },
    ...listMethods(context, 'cobv.list'),
  }
}
