/**
 * Charges of a recurrence (cobr): settled by themselves on their due date.
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
  CobRCompleta,
  CobRGerada,
  CobRRevisada,
  CobRSolicitada,
  CobsRConsultadas,
  CobRStatusValor,
} from '../types/cobr.ts'
import type { Aberto } from '../types/shared.ts'

export interface CobRListParams extends Periodo {
  readonly idRec?: string | undefined
  /** Of the debtor; one of the two. */
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
  /** `CRIADA`, `ATIVA`, `CONCLUIDA`, `EXPIRADA`, `REJEITADA` or `CANCELADA`. */
  readonly status?: Aberto<CobRStatusValor> | undefined
  readonly convenio?: string | undefined
}

export interface CobRCreateOptions extends PutOptions {
  /** 26 to 35 letters and digits, never used before; a new one by default. */
  readonly txid?: string | undefined
}

export interface CobRResource extends ListMethods<CobRListParams, CobsRConsultadas, CobRCompleta> {
  /**
   * Creates a charge of a recurrence, with a txid of its own (PUT). May be repeated: what is refused as in use is read back and
   * compared.
   *
   * Scope `cobr.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`; `BACEN_IN_USE`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 CobROperacaoInvalida (another charge in the same cycle, an account of somebody else).
   *
   * @example
   * ```js
   * const { txid } = await client.cobr.create({
   *   idRec: 'RN1234567820261125abcdefghijk',
   *   calendario: { dataDeVencimento: '2027-02-01' },
   *   valor: { original: '35.00' },
   *   ajusteDiaUtil: true,
   *   recebedor: { agencia: '9708', conta: '012682', tipoConta: 'CORRENTE' },
   * })
   * ```
   *
   * @see API Pix 2.9.0, PUT /cobr/{txid}.
   */
  create(cobr: CobRSolicitada, options?: CobRCreateOptions): Promise<CobRGerada>
  /**
   * Creates a charge of a recurrence, with a txid that the bank chooses (POST). Never repeated by itself.
   *
   * Scope `cobr.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`; `BACEN_OPERATION`: the bank does not have it.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 CobROperacaoInvalida.
   *
   * @example
   * ```js
   * const { txid } = await client.cobr.createWithoutTxid({
   *   idRec: 'RN1234567820261125abcdefghijk',
   *   calendario: { dataDeVencimento: '2027-02-01' },
   *   valor: { original: '35.00' },
   *   ajusteDiaUtil: true,
   *   recebedor: { agencia: '9708', conta: '012682', tipoConta: 'CORRENTE' },
   * })
   * ```
   *
   * @see API Pix 2.9.0, POST /cobr.
   */
  createWithoutTxid(cobr: CobRSolicitada, options?: OperationOptions): Promise<CobRGerada>
  /**
   * Gets a charge, with its attempts.
   *
   * Scope `cobr.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 CobRNaoEncontrado.
   *
   * @example
   * ```js
   * const { status, tentativas = [] } = await client.cobr.get('3136957d93134f2184b369e8f1c0729d')
   * ```
   *
   * @see API Pix 2.9.0, GET /cobr/{txid}.
   */
  get(txid: string, options?: OperationOptions): Promise<CobRCompleta>
  /**
   * Cancels a charge, before the day of its first settlement.
   *
   * Scope `cobr.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 CobRNaoEncontrado, 400 CobROperacaoInvalida (too late).
   *
   * @example
   * ```js
   * await client.cobr.update('3136957d93134f2184b369e8f1c0729d', { status: 'CANCELADA' })
   * ```
   *
   * @see API Pix 2.9.0, PATCH /cobr/{txid}.
   */
  update(txid: string, changes: CobRRevisada, options?: OperationOptions): Promise<CobRGerada>
  /**
   * Lists charges by when they were created, one page.
   *
   * Scope `cobr.read`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 CobRConsultaInvalida.
   *
   * @example
   * ```js
   * const { cobsr } = await client.cobr.list({ inicio: '2026-11-01T00:00:00-03:00', fim: new Date() })
   * ```
   *
   * @see API Pix 2.9.0, GET /cobr.
   */
  list(params: CobRListParams, options?: OperationOptions): Promise<CobsRConsultadas>
  /**
   * Asks for another attempt (retentativa) on a day to come. Never repeated by itself.
   *
   * Scope `cobr.write`.
   *
   * @param data - `YYYY-MM-DD`; `@pixkit/bacen/retentativas` says which days may be.
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 CobRNaoEncontrado, 400 CobROperacaoInvalida (an attempt is under way, or the
   *   recurrence allows none).
   *
   * @example
   * ```js
   * const { tentativas = [] } = await client.cobr.retry('3136957d93134f2184b369e8f1c0729d', '2027-02-04')
   * ```
   *
   * @see API Pix 2.9.0, POST /cobr/{txid}/retentativa/{data}.
   */
  retry(txid: string, data: string, options?: OperationOptions): Promise<CobRCompleta>
}

export function createCobRResource(context: Context): CobRResource {
  return {
    async create(body, options) {
      const { txid = context.newTxid(), ...call } = optionsOf(options)
      const answer = await putOperation(context, {
        operation: 'cobr.create',
        readBy: 'cobr.get',
        params: { txid },
        body,
        options: call,
      })
      return answer as CobRGerada
    },
    async createWithoutTxid(body, options) {
      return (await context.send('cobr.createWithoutTxid', { body, options })) as CobRGerada
    },
    async get(txid, options) {
      return (await context.send('cobr.get', { params: { txid }, options })) as CobRCompleta
    },
    async update(txid, body, options) {
      const change = { operation: 'cobr.update', readBy: 'cobr.get', params: { txid }, body, options } as const
      return (await sendOrRead(context, change)) as CobRGerada
    },
    async retry(txid, data, options) {
      return (await context.send('cobr.retry', { params: { txid, data }, options })) as CobRCompleta
    },
    ...listMethods(context, 'cobr.list'),
  }
}
