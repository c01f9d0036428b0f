/**
 * Sending through Efí: one Pix for each id, however often the request had to be sent.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { OperationOptions, PutOptions } from '../client-options.ts'
import { isMembers, type Members } from '../members.ts'
import { putOnce } from '../put-once.ts'
import { findDifference } from '../same-content.ts'
import { efiEnvioSolicitadoSchema } from '../schema/efi.ts'
import type {
  EfiEnvioGerado,
  EfiEnviosConsultados,
  EfiEnvioSolicitado,
  EfiEnviosParams,
  EfiPixEnviado,
} from '../types/efi.ts'
import { ask, type EfiClient } from './ask.ts'
import { assertId, checkedBody, END_TO_END_ID, ID_ENVIO } from './check-input.ts'

export interface EfiEnvioMethods {
  /**
   * Sends a Pix, once: Efí never sends two with the same `idEnvio`. When a repeated request is refused, the Pix under the id is read and
   * compared, as far as Efí shows it: where it shows no `valor`, that of the result is absent, and nobody has compared it.
   *
   * Keep the id before you send, and say `mayExist` whenever it was sent before: without, a refusal speaks of this call only.
   *
   * Efí advises to wait for the webhook of one before the next is sent. Scope `pix.send`.
   *
   * @param idEnvio - 1 to 35 letters and digits; `newDevolucaoId` of `@pixkit/core/txid` makes one.
   * @returns What Efí has under this id; mostly `EM_PROCESSAMENTO`.
   * @throws {PixkitError} `BACEN_REQUEST`: before anything is sent. `BACEN_IN_USE`: another Pix has this id, or
   *   this one did not go through (path `status`): its id is spent. `BACEN_RESPONSE`: an answer without `status`, or with another id or amount.
   * @throws {PixkitHttpError} `HTTP_STATUS`: 400 `chave_invalida`, `documento_bloqueado`, `valor_invalido`,
   *   `chave_nao_pertence_ao_documento`; 409 `id_envio_duplicado`; 422 `pagamento_negado`.
   * @see Efí, Envio e Pagamento Pix, PUT /v3/gn/pix/:idEnvio.
   */
  send(idEnvio: string, envio: EfiEnvioSolicitado, options?: PutOptions): Promise<EfiEnvioGerado>
  /**
   * Scope `gn.pix.send.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 PixEnviadoNaoEncontrado.
   * @see Efí, Envio e Pagamento Pix, GET /v2/gn/pix/enviados/id-envio/:idEnvio.
   */
  get(idEnvio: string, options?: OperationOptions): Promise<EfiPixEnviado>
  /**
   * Scope `gn.pix.send.read`.
   *
   * @throws {PixkitHttpError} `HTTP_STATUS`: 404 PixEnviadoNaoEncontrado.
   * @see Efí, Envio e Pagamento Pix, GET /v2/gn/pix/enviados/:e2eId.
   */
  getByEndToEndId(endToEndId: string, options?: OperationOptions): Promise<EfiPixEnviado>
  /** One page. Scope `gn.pix.send.read`. @see Efí, Envio e Pagamento Pix, GET /v2/gn/pix/enviados. */
  list(params: EfiEnviosParams, options?: OperationOptions): Promise<EfiEnviosConsultados>
}

const ENVIADOS = '/gn/pix/enviados'
const SEND = 'efi.envio.send'

export function createEnvioMethods(client: EfiClient): EfiEnvioMethods {
  return {
    async send(idEnvio, envio, options = {}) {
      assertId('idEnvio', idEnvio, ID_ENVIO)
      return send(client, idEnvio, checkedBody(SEND, efiEnvioSolicitadoSchema, envio), options)
    },
    async get(idEnvio, options = {}) {
      assertId('idEnvio', idEnvio, ID_ENVIO)
      return get(client, idEnvio, options)
    },
    async getByEndToEndId(endToEndId, options = {}) {
      assertId('endToEndId', endToEndId, END_TO_END_ID)
      const name = 'efi.envio.getByEndToEndId'
      const request = { name, method: 'GET', path: `${ENVIADOS}/{e2eId}`, params: { e2eId: endToEndId } } as const
      return ask<EfiPixEnviado>(client, { ...options, ...request }, undefined, { endToEndId })
    },
    async list({ inicio, fim, status, paginacao: { paginaAtual, itensPorPagina } = {} }, options = {}) {
      const paginacao = { 'paginacao.paginaAtual': paginaAtual, 'paginacao.itensPorPagina': itensPorPagina }
      const query = { inicio, fim, status, ...paginacao }
      return ask(client, { ...options, name: 'efi.envio.list', method: 'GET', path: ENVIADOS, query })
    },
  }
}

async function send(
  client: EfiClient,
  idEnvio: string,
  envio: EfiEnvioSolicitado,
  { mayExist, ...options }: PutOptions,
): Promise<EfiEnvioGerado> {
  const params = { idEnvio }
  const baseUrl = client.settings.apiUrl.replace(/\/v2$/, '/v3')
  const request = { name: SEND, method: 'PUT', baseUrl, path: '/gn/pix/{idEnvio}', params, repeatable: true } as const
  const { signal, timeoutMs } = options
  return putOnce({
    operation: SEND,
    params,
    mayExist,
    write: () =>
      ask<EfiEnvioGerado>(client, { ...options, ...request, body: envio }, 'status', { idEnvio, valor: envio.valor }),
    read: () => get(client, idEnvio, { signal, timeoutMs }),
    difference: (stored) => difference(envio, stored),
    answerOf: ({ endToEndId, valor, horario, status }) => ({ idEnvio, e2eId: endToEndId, valor, horario, status }),
  })
}

function get(client: EfiClient, idEnvio: string, options: OperationOptions): Promise<EfiPixEnviado> {
  const path = `${ENVIADOS}/id-envio/{idEnvio}`
  const request = { ...options, name: 'efi.envio.get', method: 'GET', path, params: { idEnvio } } as const
  return ask<EfiPixEnviado>(client, request, undefined, { idEnvio })
}

/**
 * Who is paid, how much, and by whom, as far as Efí shows it; that it did not go through is a difference, too: the id is spent, and nobody was
 * paid.
 *
 * @see Efí, Envio e Pagamento Pix, GET /v2/gn/pix/enviados: `corrente` for `cacc`, `***.456.789-**`; the bank is not always told.
 */
function difference({ valor, pagador, favorecido }: EfiEnvioSolicitado, stored: EfiPixEnviado): Path | undefined {
  const receiver: Members = isMembers(stored.favorecido) ? stored.favorecido : {}
  const contaBanco = isMembers(receiver['contaBanco']) ? receiver['contaBanco'] : {}
  const kind = KINDS[String(contaBanco['tipoConta']).toLowerCase()]
  const to =
    'contaBanco' in favorecido
      ? {
          contaBanco: {
            ...favorecido.contaBanco,
            nome: undefined,
            tipoConta: favorecido.contaBanco.tipoConta.toLowerCase(),
          },
        }
      : { chave: favorecido.chave }
  return (
    findDifference({ valor }, stored) ??
    findDifference(pagador.chave, stored.chave, ['pagador', 'chave']) ??
    findDifference(to, { ...receiver, contaBanco: { ...contaBanco, tipoConta: kind } }, ['favorecido']) ??
    (stored.status === 'NAO_REALIZADO' ? ['status'] : undefined)
  )
}

/** Kinds of ISO 20022, as they are sent, by how Efí writes them. */
const KINDS: Readonly<Record<string, string | undefined>> = {
  cacc: 'cacc',
  corrente: 'cacc',
  slry: 'slry',
  svgs: 'svgs',
  tran: 'tran',
}
