/**
 * Batches of charges with a due date (loteCobv).
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { OperationOptions, PutOptions } from '../client-options.ts'
import { optionsOf } from '../call-options.ts'
import type { Context } from '../context.ts'
import { listMethods } from '../list-methods.ts'
import { memberAt } from '../members.ts'
import { putOperation } from '../put-once.ts'
import { findDifference } from '../same-content.ts'
import type { ListMethods, Periodo } from '../list-options.ts'
import type {
  LoteCobVBody,
  LoteCobVBodyRevisado,
  LoteCobVConsultado,
  LotesCobVConsultados,
} from '../types/lote-cobv.ts'

export type LoteCobVListParams = Periodo

export interface LoteCobVResource extends ListMethods<LoteCobVListParams, LotesCobVConsultados, LoteCobVConsultado> {
  /**
   * Hands in a batch of charges, each with its txid; the bank makes them later (`get` tells). May be repeated: what is refused as in use
   * is read back, and its txids compared.
   *
   * Scope `lotecobv.write`.
   *
   * @param id - Chosen by the caller: a number, as the bank answers with one.
   * @throws {PixkitError} `BACEN_REQUEST`; `BACEN_IN_USE`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 LoteCobVOperacaoInvalida.
   *
   * @example
   * ```js
   * await client.loteCobv.put(1, {
   *   descricao: 'Mensalidades de janeiro',
   *   cobsv: [
   *     {
   *       txid: '7978c0c97ea847e78e8849634473c1f1',
   *       calendario: { dataDeVencimento: '2027-01-31' },
   *       devedor: { cpf: '12345678909', nome: 'Fulana de Tal' },
   *       valor: { original: '100.00' },
   *       chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
   *     },
   *   ],
   * })
   * ```
   *
   * @see API Pix 2.9.0, PUT /lotecobv/{id}.
   */
  put(id: number | string, lote: LoteCobVBody, options?: PutOptions): Promise<void>
  /**
   * Gets a batch, with what became of each charge.
   *
   * Scope `lotecobv.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 LoteCobVNaoEncontrado.
   *
   * @example
   * ```js
   * const { cobsv = [] } = await client.loteCobv.get(1)
   * const refused = cobsv.filter(({ status }) => status === 'NEGADA')
   * ```
   *
   * @see API Pix 2.9.0, GET /lotecobv/{id}.
   */
  get(id: number | string, options?: OperationOptions): Promise<LoteCobVConsultado>
  /**
   * Changes charges of a batch; they must belong to it already.
   *
   * Scope `lotecobv.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 LoteCobVNaoEncontrado, 400 LoteCobVOperacaoInvalida.
   *
   * @example
   * ```js
   * await client.loteCobv.update(1, {
   *   cobsv: [{ txid: '7978c0c97ea847e78e8849634473c1f1', valor: { original: '90.00' } }],
   * })
   * ```
   *
   * @see API Pix 2.9.0, PATCH /lotecobv/{id}.
   */
  update(id: number | string, changes: LoteCobVBodyRevisado, options?: OperationOptions): Promise<void>
  /**
   * Lists batches by when they were created, one page.
   *
   * Scope `lotecobv.read`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 LoteCobVConsultaInvalida.
   *
   * @example
   * ```js
   * const { lotes } = await client.loteCobv.list({ inicio: '2026-11-01T00:00:00-03:00', fim: new Date() })
   * ```
   *
   * @see API Pix 2.9.0, GET /lotecobv.
   */
  list(params: LoteCobVListParams, options?: OperationOptions): Promise<LotesCobVConsultados>
}

export function createLoteCobVResource(context: Context): LoteCobVResource {
  return {
    async put(id, body, options) {
      const operation = 'loteCobv.put'
      await putOperation(context, {
        operation,
        readBy: 'loteCobv.get',
        params: { id },
        body,
        options: optionsOf(options),
        difference,
      })
    },
    async get(id, options) {
      return (await context.send('loteCobv.get', { params: { id }, options })) as LoteCobVConsultado
    },
    async update(id, body, options) {
      await context.send('loteCobv.update', { params: { id }, body, options })
    },
    ...listMethods(context, 'loteCobv.list'),
  }
}

/** A batch is which charges it has, in any order. */
function difference(sent: unknown, stored: unknown): Path | undefined {
  return findDifference(txidsOf(sent), txidsOf(stored), ['cobsv'])
}

function txidsOf(lote: unknown): readonly string[] | undefined {
  const cobsv = memberAt(lote, ['cobsv'])
  return Array.isArray(cobsv) ? cobsv.map((cobv) => String(memberAt(cobv, ['txid']))).sort() : undefined
}
