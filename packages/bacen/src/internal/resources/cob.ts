/**
 * Immediate charges (cob).
 *
 * @module
 */
import type { OperationOptions, PutOptions } from '../client-options.ts'
import { optionsOf } from '../call-options.ts'
import type { Context } from '../context.ts'
import { listMethods } from '../list-methods.ts'
import { putOperation } from '../put-once.ts'
import { sendOrRead } from '../send-or-read.ts'
import type { ListMethods, Periodo } from '../list-options.ts'
import type {
  CobCompleta,
  CobGerada,
  CobRevisada,
  CobsConsultadas,
  CobSolicitada,
  CobrancaStatus,
} from '../types/cob.ts'
import type { Aberto } from '../types/shared.ts'

export interface CobListParams extends Periodo {
  /** Of who is expected to pay; one of the two. */
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
  readonly locationPresente?: boolean | undefined
  readonly status?: Aberto<CobrancaStatus> | undefined
}

export interface CobCreateOptions extends PutOptions {
  /** 26 to 35 letters and digits, never used before; a new one by default. */
  readonly txid?: string | undefined
}

export interface CobGetOptions extends OperationOptions {
  /** An earlier version of the charge; from 0. */
  readonly revisao?: number | undefined
}

export interface CobResource extends ListMethods<CobListParams, CobsConsultadas, CobCompleta> {
  /**
   * Creates a charge, with a txid of its own (PUT). May be repeated: what is refused as in use is read back and compared.
   *
   * Scope `cob.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`; `BACEN_IN_USE`; `BACEN_COPIA_E_COLA`, `BACEN_RESPONSE`: the charge exists, its code pays
   *   something else, or the answer is of another charge.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 CobOperacaoInvalida.
   *
   * @example
   * ```js
   * const { txid, pixCopiaECola } = await client.cob.create({
   *   calendario: { expiracao: 3600 },
   *   valor: { original: '37.00' },
   *   chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
   * })
   * ```
   *
   * @see API Pix 2.9.0, PUT /cob/{txid}.
   */
  create(cob: CobSolicitada, options?: CobCreateOptions): Promise<CobGerada>
  /**
   * Creates a charge, with a txid that the bank chooses (POST). Never repeated by itself; some banks do not have it.
   *
   * Scope `cob.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`; `BACEN_COPIA_E_COLA`; `BACEN_OPERATION`: the bank does not have it.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 CobOperacaoInvalida.
   *
   * @example
   * ```js
   * const { txid } = await client.cob.createWithoutTxid({
   *   calendario: { expiracao: 3600 },
   *   valor: { original: '37.00' },
   *   chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
   * })
   * ```
   *
   * @see API Pix 2.9.0, POST /cob.
   */
  createWithoutTxid(cob: CobSolicitada, options?: OperationOptions): Promise<CobGerada>
  /**
   * Gets a charge, with what was paid for it.
   *
   * Scope `cob.read`.
   *
   * @throws {PixkitError} `BACEN_COPIA_E_COLA`; `BACEN_RESPONSE`: the answer is of another charge.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 CobNaoEncontrado, 400 CobConsultaInvalida (no such `revisao`).
   *
   * @example
   * ```js
   * const { status, pix = [] } = await client.cob.get('7978c0c97ea847e78e8849634473c1f1')
   * ```
   *
   * @see API Pix 2.9.0, GET /cob/{txid}.
   */
  get(txid: string, options?: CobGetOptions): Promise<CobCompleta>
  /**
   * Changes a charge that is `ATIVA`, or removes it.
   *
   * Scope `cob.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`; `BACEN_COPIA_E_COLA`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 CobNaoEncontrado, 400 CobOperacaoInvalida.
   *
   * @example
   * ```js
   * await client.cob.update('7978c0c97ea847e78e8849634473c1f1', { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' })
   * ```
   *
   * @see API Pix 2.9.0, PATCH /cob/{txid}.
   */
  update(txid: string, changes: CobRevisada, options?: OperationOptions): Promise<CobGerada>
  /**
   * Lists charges by when they were created, one page.
   *
   * Scope `cob.read`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 CobConsultaInvalida.
   *
   * @example
   * ```js
   * const { cobs } = await client.cob.list({ inicio: '2026-11-01T00:00:00-03:00', fim: new Date(), status: 'CONCLUIDA' })
   * ```
   *
   * @see API Pix 2.9.0, GET /cob.
   */
  list(params: CobListParams, options?: OperationOptions): Promise<CobsConsultadas>
}

export function createCobResource(context: Context): CobResource {
  return {
    async create(body, options) {
      const { txid = context.newTxid(), ...call } = optionsOf(options)
      const answer = await putOperation(context, {
        operation: 'cob.create',
        readBy: 'cob.get',
        params: { txid },
        body,
        options: call,
      })
      return answer as CobGerada
    },
    async createWithoutTxid(body, options) {
      return (await context.send('cob.createWithoutTxid', { body, options })) as CobGerada
    },
    async get(txid, options) {
      const { revisao, ...call } = optionsOf(options)
      return (await context.send('cob.get', { params: { txid }, query: { revisao }, options: call })) as CobCompleta
    },
    async update(txid, body, options) {
      const change = { operation: 'cob.update', readBy: 'cob.get', params: { txid }, body, options } as const
      return (await sendOrRead(context, change)) as CobGerada
    },
    ...listMethods(context, 'cob.list'),
  }
}
