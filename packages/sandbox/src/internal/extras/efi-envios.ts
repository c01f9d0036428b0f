/**
 * What is sent through Efí, once for each id.
 *
 * @module
 */
import type { EfiEnvioSolicitado, EfiPixEnviado } from '@pixkit/bacen/efi'
import { newEndToEndId } from '@pixkit/core/end-to-end-id'
import { centavosFromValor } from '@pixkit/core/valor'
import type { ApiAnswer } from '../api/call.ts'
import { pageOf } from '../api/list-answer.ts'
import { defined } from '../defined.ts'
import { instantNow } from '../instant.ts'
import { erro, problema } from './efi-errors.ts'
import type { ExtraParts } from './extra.ts'

export interface Envios {
  send(idEnvio: string, envio: EfiEnvioSolicitado, balance: number): ApiAnswer
  get(idEnvio: string): ApiAnswer
  getByEndToEndId(endToEndId: string): ApiAnswer
  list(query: Readonly<Record<string, string>>): ApiAnswer
  readonly sent: () => Iterable<EfiPixEnviado>
}

/** From then on it is done. */
const LIQUIDATION_MS = 5_000
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/

export function createEnvios({ world, collection }: ExtraParts): Envios {
  const envios = collection<EfiPixEnviado>('efiEnvio')
  const { account, clock, random } = world
  const found = (envio: EfiPixEnviado | undefined): ApiAnswer =>
    envio === undefined
      ? problema(404, 'PixEnviadoNaoEncontrado', 'Nenhum Pix foi enviado com este id.')
      : { status: 200, body: shown(envio, clock.now()) }
  return {
    send(idEnvio, envio, balance) {
      const refused = refusalOf(idEnvio, envio, account.chaves)
      if (refused !== undefined) return refused
      if (envios.get(idEnvio) !== undefined) return erro(409, 'id_envio_duplicado', 'Já existe um envio com este id.')
      if (centavosFromValor(envio.valor) > balance) return erro(422, 'pagamento_negado', 'O saldo não basta.')
      const { valor, pagador, favorecido } = envio
      const endToEndId = newEndToEndId({ ispb: account.ispb, now: () => clock.now(), random: random.bytes })
      const horario = { solicitacao: instantNow(world) }
      const status = 'EM_PROCESSAMENTO'
      const { chave, infoPagador } = pagador
      envios.add(
        idEnvio,
        defined({ endToEndId, idEnvio, valor, chave, infoPagador, status, horario, favorecido: shownTo(favorecido) }),
      )
      return { status: 201, body: { idEnvio, e2eId: endToEndId, valor, horario, status } }
    },
    get: (idEnvio) => found(envios.get(idEnvio)),
    getByEndToEndId: (wanted) => found([...envios.values()].find(({ endToEndId }) => endToEndId === wanted)),
    list(query) {
      const { status, inicio = '', fim = '' } = query
      if (![inicio, fim].every((instant) => INSTANT.test(instant) && !Number.isNaN(Date.parse(instant)))) {
        return erro(400, 'valor_invalido', 'inicio e fim são instantes como 2026-11-25T12:00:00Z.')
      }
      const now = clock.now()
      const where = status === undefined ? undefined : (envio: EfiPixEnviado) => shown(envio, now).status === status
      const { items, parametros } = pageOf(envios, query, where)
      return { status: 200, body: { parametros, pix: items.map((envio) => shown(envio, now)) } }
    },
    sent: () => envios.values(),
  }
}

function refusalOf(
  idEnvio: string,
  envio: Partial<EfiEnvioSolicitado> | undefined,
  chaves: readonly string[],
): ApiAnswer | undefined {
  if (!/^[a-zA-Z0-9]{1,35}$/.test(idEnvio)) {
    return erro(400, 'valor_invalido', 'idEnvio tem de 1 a 35 letras e dígitos.')
  }
  const { valor, pagador, favorecido } = envio ?? {}
  if (!/^\d{1,10}\.\d{2}$/.test(valor ?? '') || Number(valor) === 0) {
    return erro(400, 'valor_invalido', 'O valor se escreve como 12.34 e é maior que zero.')
  }
  if (!chaves.includes(pagador?.chave ?? '')) {
    return erro(400, 'chave_invalida', 'A chave do pagador não é desta conta.')
  }
  if (typeof favorecido !== 'object' || favorecido === null) return erro(400, 'valor_invalido', 'Falta o favorecido.')
  return undefined
}

function shown(envio: EfiPixEnviado, now: number): EfiPixEnviado {
  const doneAt = Date.parse(envio.horario?.solicitacao ?? '') + LIQUIDATION_MS
  if (now < doneAt) return envio
  return { ...envio, status: 'REALIZADO', horario: { ...envio.horario, liquidacao: new Date(doneAt).toISOString() } }
}

/** Documents are masked: `***.456.789-**`. */
function shownTo(favorecido: EfiEnvioSolicitado['favorecido']): EfiPixEnviado['favorecido'] {
  if (!('contaBanco' in favorecido)) return { chave: favorecido.chave }
  const { cpf, cnpj, ...contaBanco } = favorecido.contaBanco
  const masked = cpf === undefined ? { cnpj } : { cpf: cpf.replace(/^\d{3}(\d{3})(\d{3})\d{2}$/, '***.$1.$2-**') }
  return { contaBanco: defined({ ...contaBanco, ...masked }) as typeof favorecido.contaBanco }
}
