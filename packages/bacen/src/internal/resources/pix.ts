/**
 * Payments that arrived (pix), and their returns (devoluções).
 *
 * @module
 */
import type { OperationOptions, PutOptions } from '../client-options.ts'
import { optionsOf } from '../call-options.ts'
import type { Context } from '../context.ts'
import { listMethods } from '../list-methods.ts'
import { putOperation } from '../put-once.ts'
import type { ListMethods, Periodo } from '../list-options.ts'
import type { Devolucao, DevolucaoSolicitada, Pix, PixConsultados } from '../types/pix.ts'

export interface PixListParams extends Periodo {
  /** Of the charge, or of the static code, that was paid. */
  readonly txid?: string | undefined
  readonly txIdPresente?: boolean | undefined
  readonly devolucaoPresente?: boolean | undefined
  /** Of who paid; one of the two. */
  readonly cpf?: string | undefined
  readonly cnpj?: string | undefined
}

export interface CreateDevolucaoOptions extends PutOptions {
  /** 1 to 35 letters and digits, once for each payment; a new one by default. */
  readonly id?: string | undefined
}

export interface PixResource extends ListMethods<PixListParams, PixConsultados, Pix> {
  /**
   * Gets a payment.
   *
   * Scope `pix.read`.
   *
   * @param e2eid - Its `endToEndId`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 PixNaoEncontrado.
   *
   * @example
   * ```js
   * const { valor, devolucoes = [] } = await client.pix.get('E12345678202611251221abcdef12345')
   * ```
   *
   * @see API Pix 2.9.0, GET /pix/{e2eid}.
   */
  get(e2eid: string, options?: OperationOptions): Promise<Pix>
  /**
   * Lists payments by when they were settled, one page.
   *
   * Scope `pix.read`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 PixConsultaInvalida.
   *
   * @example
   * ```js
   * for await (const { endToEndId, valor } of client.pix.listAll({ inicio: '2026-01-01T00:00:00-03:00', fim: new Date() })) {
   *   console.log(endToEndId, valor)
   * }
   * ```
   *
   * @see API Pix 2.9.0, GET /pix.
   */
  list(params: PixListParams, options?: OperationOptions): Promise<PixConsultados>
  /**
   * Asks to give back all of a payment or a part of it, under an id of its own (PUT). May be repeated: what is refused as in use is
   * read back and compared. `EM_PROCESSAMENTO` becomes `DEVOLVIDO` or `NAO_REALIZADO` later.
   *
   * A second call without `id` gives back a second time: choose the id and keep it before you call, or take it from `failedCallOf(error)`, and send
   * it again with `mayExist`, each time. `mayBeDone: false` speaks of that call only: after one that may have been done, without `mayExist`, it is no
   * reason to choose another id.
   *
   * Scope `pix.write`.
   *
   * @throws {PixkitError} `BACEN_REQUEST`; `BACEN_IN_USE`; `BACEN_RESPONSE`: the answer is of another return.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 PixDevolucaoInvalida (more than is left, or after 90 days).
   *
   * @example
   * ```js
   * const id = 'pedido1024parcela1' // kept with the order
   * const { status } = await client.pix.createDevolucao('E12345678202611251221abcdef12345', { valor: '7.89' }, { id })
   * ```
   *
   * ```js
   * // Any time later, when nobody knows what became of it.
   * await client.pix.createDevolucao('E12345678202611251221abcdef12345', { valor: '7.89' }, { id, mayExist: true })
   * ```
   *
   * @see API Pix 2.9.0, PUT /pix/{e2eid}/devolucao/{id}.
   */
  createDevolucao(e2eid: string, devolucao: DevolucaoSolicitada, options?: CreateDevolucaoOptions): Promise<Devolucao>
  /**
   * Gets a return.
   *
   * Scope `pix.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 PixDevolucaoNaoEncontrada.
   *
   * @example
   * ```js
   * const { status } = await client.pix.getDevolucao('E12345678202611251221abcdef12345', 'order1')
   * ```
   *
   * @see API Pix 2.9.0, GET /pix/{e2eid}/devolucao/{id}.
   */
  getDevolucao(e2eid: string, id: string, options?: OperationOptions): Promise<Devolucao>
}

export function createPixResource(context: Context): PixResource {
  return {
    async get(e2eid, options) {
      return (await context.send('pix.get', { params: { e2eid }, options })) as Pix
    },
    async createDevolucao(e2eid, body, options) {
      const { id = context.newDevolucaoId(), ...call } = optionsOf(options)
      const answer = await putOperation(context, {
        operation: 'pix.createDevolucao',
        readBy: 'pix.getDevolucao',
        params: { e2eid, id },
        body,
        options: call,
      })
      return answer as Devolucao
    },
    async getDevolucao(e2eid, id, options) {
      return (await context.send('pix.getDevolucao', { params: { e2eid, id }, options })) as Devolucao
    },
    ...listMethods(context, 'pix.list'),
  }
}
