/**
 * Recurrences of Pix Automático (rec): what a payer agrees to once, and charges (cobr) stand on.
 *
 * @module
 */
import type { OperationOptions } from '../client-options.ts'
import { optionsOf } from '../call-options.ts'
import type { Context } from '../context.ts'
import { listMethods } from '../list-methods.ts'
import { sendOrRead } from '../send-or-read.ts'
import type { ListMethods, Periodo } from '../list-options.ts'
import type { RecStatusValor } from '../types/rec-parts.ts'
import type {
  RecCompleta,
  RecCompletaPesquisada,
  RecGerada,
  RecRevisada,
  RecsConsultadas,
  RecSolicitada,
} from '../types/rec.ts'
import type { Aberto } from '../types/shared.ts'

export interface RecListParams extends Periodo {
  /** Of the debtor; one of the two. */
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
  readonly locationPresente?: boolean | undefined
  /** `CRIADA`, `APROVADA`, `REJEITADA`, `EXPIRADA` or `CANCELADA`. */
  readonly status?: Aberto<RecStatusValor> | undefined
  readonly convenio?: string | undefined
}

export interface RecGetOptions extends OperationOptions {
  /** Of a charge whose code is to offer the recurrence, too: the answer has the composite code. */
  readonly txid?: string | undefined
}

export interface RecResource extends ListMethods<RecListParams, RecsConsultadas, RecCompletaPesquisada> {
  /**
   * Creates a recurrence; the bank gives it its idRec. Never repeated by itself.
   *
   * Scope `rec.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 RecOperacaoInvalida.
   *
   * @example
   * ```js
   * const { idRec } = await client.rec.create({
   *   vinculo: { contrato: '63100862', devedor: { cpf: '12345678909', nome: 'Fulana de Tal' }, objeto: 'Streaming' },
   *   calendario: { dataInicial: '2027-02-01', periodicidade: 'MENSAL' },
   *   valor: { valorRec: '35.00' },
   *   politicaRetentativa: 'NAO_PERMITE',
   * })
   * ```
   *
   * @see API Pix 2.9.0, POST /rec.
   */
  create(rec: RecSolicitada, options?: OperationOptions): Promise<RecGerada>
  /**
   * Gets a recurrence.
   *
   * The client compares its code with the recurrence. With `txid`, show the code only after `checkCopiaECola(rec, cob)`: the location of
   * the charge is in the answer of the charge. The helpers of `@pixkit/bacen/jornadas` do so.
   *
   * Scope `rec.read`.
   *
   * @throws {PixkitError} `BACEN_COPIA_E_COLA`; `BACEN_RESPONSE`: the answer is of another recurrence.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 RecNaoEncontrada, 400 RecConsultaInvalida (a txid that does not fit).
   *
   * @example
   * ```js
   * const { status, dadosQR } = await client.rec.get('RN1234567820261125abcdefghijk')
   * ```
   *
   * @see API Pix 2.9.0, GET /rec/{idRec}.
   */
  get(idRec: string, options?: RecGetOptions): Promise<RecCompleta>
  /**
   * Changes a recurrence, or cancels it.
   *
   * Scope `rec.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 RecNaoEncontrada, 400 RecOperacaoInvalida.
   *
   * @example
   * ```js
   * await client.rec.update('RN1234567820261125abcdefghijk', { status: 'CANCELADA' })
   * ```
   *
   * @see API Pix 2.9.0, PATCH /rec/{idRec}.
   */
  update(idRec: string, changes: RecRevisada, options?: OperationOptions): Promise<RecGerada>
  /**
   * Lists recurrences by when they were created, one page.
   *
   * Scope `rec.read`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 RecConsultaInvalida.
   *
   * @example
   * ```js
   * const { recs } = await client.rec.list({ inicio: '2026-11-01T00:00:00-03:00', fim: new Date(), status: 'APROVADA' })
   * ```
   *
   * @see API Pix 2.9.0, GET /rec.
   */
  list(params: RecListParams, options?: OperationOptions): Promise<RecsConsultadas>
}

export function createRecResource(context: Context): RecResource {
  return {
    async create(body, options) {
      return (await context.send('rec.create', { body, options })) as RecGerada
    },
    async get(idRec, options) {
      const { txid, ...call } = optionsOf(options)
      return (await context.send('rec.get', { params: { idRec }, query: { txid }, options: call })) as RecCompleta
    },
    async update(idRec, body, options) {
      const change = { operation: 'rec.update', readBy: 'rec.get', params: { idRec }, body, options } as const
      return (await sendOrRead(context, change)) as RecGerada
    },
    ...listMethods(context, 'rec.list'),
  }
}
