/**
 * Sending through Efí: one Pix for each id, however often the request had to be sent.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import type { OperationOptions, PutOptions } from '../client-options.ts'
import { statusOf } from '../fate.ts'
import { isMembers, type Members } from '../members.ts'
import { putOnce } from '../put-once.ts'
import { findDifference } from '../same-content.ts'
import { efiEnvioSolicitadoSchema } from '../schema/efi.ts'
import type {
  EfiContaBanco,
  EfiEnvioGerado,
  EfiEnviosConsultados,
  EfiEnvioSolicitado,
  EfiEnviosParams,
  EfiPixEnviado,
} from '../types/efi.ts'
import { ask, type EfiClient } from './ask.ts'
import { assertBody, assertId, END_TO_END_ID, ID_ENVIO } from './check-input.ts'

export interface EfiEnvioMethods {
  /**
   * Sends a Pix, once: Efí never sends two with the same `idEnvio`. When a repeated request is refused, the Pix under the id is read and
   * compared. Keep the id before you send; `mayExist` says that you sent it before.
   *
   * Efí advises to wait for the webhook of one before the next is sent. Scope `pix.send`.
   *
   * @param idEnvio - 1 to 35 letters and digits; `newDevolucaoId` of `@pixkit/core/txid` makes one.
   * @returns What Efí has under this id; mostly `EM_PROCESSAMENTO`.
   * @throws {PixkitError} `BACEN_REQUEST`: before anything is sent. `BACEN_IN_USE`: another Pix has this id, or
   *   this one did not go through (path `status`): its id is spent. `BACEN_RESPONSE`: an answer without `status`.
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
const CONFLICT = 409

export function createEnvioMethods(client: EfiClient): EfiEnvioMethods {
  return {
    async send(idEnvio, envio, options = {}) {
      assertId('idEnvio', idEnvio, ID_ENVIO)
      assertBody(SEND, efiEnvioSolicitadoSchema, envio)
      return send(client, idEnvio, envio, options)
    },
    async get(idEnvio, options = {}) {
      assertId('idEnvio', idEnvio, ID_ENVIO)
      const path = `${ENVIADOS}/id-envio/{idEnvio}`
      return ask(client, { ...options, name: 'efi.envio.get', method: 'GET', path, params: { idEnvio } })
    },
    async getByEndToEndId(endToEndId, options = {}) {
      assertId('endToEndId', endToEndId, END_TO_END_ID)
      const name = 'efi.envio.getByEndToEndId'
      const params = { e2eId: endToEndId }
      return ask(client, { ...options, name, method: 'GET', path: `${ENVIADOS}/{e2eId}`, params })
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
    write: () => ask<EfiEnvioGerado>(client, { ...options, ...request, body: envio }, 'status'),
    read: () => createEnvioMethods(client).get(idEnvio, { signal, timeoutMs }),
    difference: (stored) => difference(idEnvio, envio, stored),
    answerOf: ({ endToEndId, valor, horario, status }) => ({ idEnvio, e2eId: endToEndId, valor, horario, status }),
    // Whether its Pix is to be seen yet or not.
    meansInUse: (refusal) => statusOf(refusal) === CONFLICT,
  })
}

/** What Efí has beyond is no difference; that it did not go through is: the id is spent, and nobody was paid. */
function difference(
  idEnvio: string,
  { valor, pagador, favorecido }: EfiEnvioSolicitado,
  { idEnvio: id = idEnvio, valor: amount, chave, favorecido: to, status }: EfiPixEnviado,
): Path | undefined {
  const receiver: Members = isMembers(to) ? to : {}
  return (
    findDifference(idEnvio, id, ['idEnvio']) ??
    findDifference(valor, amount, ['valor']) ??
    findDifference(pagador.chave, chave, ['pagador', 'chave']) ??
    ('contaBanco' in favorecido
      ? accountDifference(favorecido.contaBanco, receiver['contaBanco'])
      : findDifference(favorecido.chave, receiver['chave'], ['favorecido', 'chave'])) ??
    (status === 'NAO_REALIZADO' ? ['status'] : undefined)
  )
}

/**
 * Agency and account must be there; the bank, which Efí does not always tell, the kind of account and the document, of which it shows
 * half, where they can be compared.
 *
 * @see Efí, Envio e Pagamento Pix, GET /v2/gn/pix/enviados: `corrente` for `cacc`, `***.456.789-**`.
 */
function accountDifference(
  { agencia, conta, codigoBanco, tipoConta, cpf, cnpj }: EfiContaBanco,
  stored: unknown,
): Path | undefined {
  const at = ['favorecido', 'contaBanco']
  const found = findDifference({ agencia, conta }, stored, at)
  if (found !== undefined || !isMembers(stored)) return found
  const kind = KINDS[String(stored['tipoConta']).toLowerCase()]
  const sameIf: readonly (readonly [name: string, holds: boolean])[] = [
    ['codigoBanco', !isText(stored['codigoBanco']) || stored['codigoBanco'] === codigoBanco],
    ['tipoConta', kind === undefined || kind === tipoConta.toLowerCase()],
    ['cpf', cpf === undefined || isUnderMask(cpf, stored['cpf'])],
    ['cnpj', cnpj === undefined || isUnderMask(cnpj, stored['cnpj'])],
  ]
  const other = sameIf.find(([, holds]) => !holds)
  return other === undefined ? undefined : [...at, other[0]]
}

/** Kinds of ISO 20022, as they are sent, by how Efí writes them. */
const KINDS: Readonly<Record<string, string | undefined>> = {
  cacc: 'cacc',
  corrente: 'cacc',
  slry: 'slry',
  svgs: 'svgs',
  tran: 'tran',
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** Whether a document may be the one of which stars hide a part. */
function isUnderMask(documento: string, masked: unknown): boolean {
  const seen = isText(masked) ? masked.replaceAll(/[./-]/g, '') : ''
  return seen.length !== documento.length || [...seen].every((one, index) => one === '*' || one === documento[index])
}
