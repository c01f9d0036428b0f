/**
 * Who gets which part of what is paid, at Efí. Nothing is divided: the sandbox has one account.
 *
 * @module
 */
import type { EfiSplitGerado, EfiSplitSolicitado } from '@pixkit/bacen/efi'
import { newTxid } from '@pixkit/core/txid'
import type { ApiAnswer } from '../api/call.ts'
import { problema } from './efi-errors.ts'
import type { ExtraParts } from './extra.ts'

type Params = Readonly<Record<string, string>>

export interface Splits {
  create(body: unknown): ApiAnswer
  put(id: string, body: unknown): ApiAnswer
  get(id: string): ApiAnswer
  charge(tipo: 'cob' | 'cobv', params: Params): ApiAnswer
  link(tipo: 'cob' | 'cobv', params: Params): ApiAnswer
  unlink(tipo: 'cob' | 'cobv', params: Params): ApiAnswer
}

export function createSplits({ world, collection }: ExtraParts): Splits {
  const configs = collection<EfiSplitGerado>('efiSplit')
  /** By txid, the id of the configuration. */
  const links = collection<string>('efiSplitLink')
  const chargeOf = (tipo: 'cob' | 'cobv', { txid = '' }: Params) =>
    (tipo === 'cob' ? world.cobs : world.cobvs).get(txid)?.revisoes.at(-1)

  const put = (id: string, body: unknown): ApiAnswer => {
    const { split, lancamento } = Object(body) as Partial<EfiSplitSolicitado>
    if (split === undefined || lancamento === undefined) {
      return problema(400, 'SplitConfigOperacaoInvalida', 'Faltam split ou lancamento.')
    }
    const old = configs.get(id)
    const revisao = old === undefined ? 0 : (old.revisao ?? 0) + 1
    const config: EfiSplitGerado = { ...(body as EfiSplitSolicitado), id, status: 'ATIVA', revisao }
    if (old === undefined) configs.add(id, config)
    else configs.replace(id, config)
    return { status: old === undefined ? 201 : 200, body: config }
  }

  const changed = (tipo: 'cob' | 'cobv', params: Params, change: (txid: string) => void): ApiAnswer => {
    const charge = chargeOf(tipo, params)
    if (charge === undefined) return problema(404, 'SplitNaoEncontrado', 'A cobrança não existe.')
    if (charge.status !== 'ATIVA') return problema(400, 'SplitOperacaoInvalida', 'A cobrança não está ATIVA.')
    change(charge.txid)
    return { status: 204 }
  }

  return {
    create: (body) => put(newTxid({ random: world.random.bytes }), body),
    put,
    get(id) {
      const config = configs.get(id)
      if (config === undefined) return problema(404, 'SplitConfigNaoEncontrado', 'A configuração não existe.')
      return { status: 200, body: config }
    },
    charge(tipo, params) {
      const charge = chargeOf(tipo, params)
      const config = charge === undefined ? undefined : configs.get(links.get(charge.txid) ?? '')
      if (config === undefined) return problema(404, 'CobrancaSplitNaoEncontrada', 'A cobrança não tem split.')
      const { id, status, descricao } = config
      return { status: 200, body: { ...charge, config: { id, status, descricao } } }
    },
    link(tipo, params) {
      const { id = '' } = params
      if (configs.get(id) === undefined) return problema(404, 'SplitNaoEncontrado', 'A configuração não existe.')
      return changed(tipo, params, (txid) => {
        links.delete(txid)
        links.add(txid, id)
      })
    },
    unlink: (tipo, params) => changed(tipo, params, (txid) => links.delete(txid)),
  }
}
