/**
 * Sending through Efí: one Pix for each id, however often the request had to be sent.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Path } from '@pixkit/core/issue'
import type { PutOptions } from '../client-options.ts'
import type { EfiClient, EfiEnvioMethods } from '../efi.ts'
import { noteFailedCall } from '../failed-call.ts'
import { efiEnvioSolicitadoSchema } from './schema/efi.ts'
import type { EfiEnvioGerado, EfiEnviosConsultados, EfiEnvioSolicitado, EfiPixEnviado } from './types/efi.ts'
import { assertBody, assertId, END_TO_END_ID, ID_ENVIO } from './efi-request.ts'
import { bacenFailure } from './failure.ts'
import { attemptsOf, mayBeDone, statusOf } from './fate.ts'
import { findDifference } from './same-content.ts'

const ENVIADOS = '/gn/pix/enviados'
const SEND = 'efi.envio.send'
const CONFLICT = 409
const NOT_FOUND = 404

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
      const answer = await client.request({
        ...options,
        name: 'efi.envio.get',
        method: 'GET',
        path,
        params: { idEnvio },
      })
      return answer as EfiPixEnviado
    },
    async getByEndToEndId(endToEndId, options = {}) {
      assertId('endToEndId', endToEndId, END_TO_END_ID)
      const name = 'efi.envio.getByEndToEndId'
      const path = `${ENVIADOS}/{e2eId}`
      const answer = await client.request({ ...options, name, method: 'GET', path, params: { e2eId: endToEndId } })
      return answer as EfiPixEnviado
    },
    async list({ inicio, fim, status, paginaAtual, itensPorPagina }, options = {}) {
      const query = {
        inicio,
        fim,
        status,
        'paginacao.paginaAtual': paginaAtual,
        'paginacao.itensPorPagina': itensPorPagina,
      }
      const answer = await client.request({
        ...options,
        name: 'efi.envio.list',
        method: 'GET',
        path: ENVIADOS,
        query,
      })
      return answer as EfiEnviosConsultados
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
  try {
    const answer = await client.request({
      ...options,
      name: SEND,
      method: 'PUT',
      baseUrl: client.settings.apiUrl.replace(/\/v2$/, '/v3'),
      path: '/gn/pix/{idEnvio}',
      params,
      body: envio,
      repeatable: true,
    })
    return answer as EfiEnvioGerado
  } catch (refusal) {
    const wasSentBefore = mayExist === true || attemptsOf(refusal) > 1
    if (!wasSentBefore || statusOf(refusal) !== CONFLICT) {
      throw noteFailedCall(refusal, { operation: SEND, params, mayBeDone: mayBeDone(refusal) })
    }
    const stored = await readBack(client, idEnvio, refusal, options)
    const path = difference(envio, stored)
    if (path === undefined) return geradoOf(idEnvio, stored)
    const error = bacenFailure('BACEN_IN_USE', { reason: 'different', path, params: { operation: SEND } })
    throw noteFailedCall(error, { operation: SEND, params, mayBeDone: false, answer: stored })
  }
}

async function readBack(
  client: EfiClient,
  idEnvio: string,
  refusal: unknown,
  { signal, timeoutMs }: PutOptions,
): Promise<EfiPixEnviado> {
  try {
    return await createEnvioMethods(client).get(idEnvio, { signal, timeoutMs })
  } catch (error) {
    const isMissing = isPixkitError(error) && statusOf(error) === NOT_FOUND
    throw noteFailedCall(refusal, { operation: SEND, params: { idEnvio }, mayBeDone: !isMissing })
  }
}

/** Documents are masked in what Efí gives back: amount, key of the payer, and key or account of who receives are compared. */
function difference(
  { valor, pagador, favorecido }: EfiEnvioSolicitado,
  { valor: stored, chave, favorecido: to }: EfiPixEnviado,
): Path | undefined {
  const amount = findDifference(valor, stored, ['valor']) ?? findDifference(pagador.chave, chave, ['pagador', 'chave'])
  if (amount !== undefined) return amount
  if ('chave' in favorecido) return findDifference(favorecido.chave, to?.chave, ['favorecido', 'chave'])
  const { agencia, conta } = favorecido.contaBanco
  return findDifference({ agencia, conta }, to?.contaBanco, ['favorecido', 'contaBanco'])
}

function geradoOf(idEnvio: string, { endToEndId, valor, horario, status }: EfiPixEnviado): EfiEnvioGerado {
  return { idEnvio, e2eId: endToEndId, valor, horario, status }
}
