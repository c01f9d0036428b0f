/**
 * Charges of recurrences.
 *
 * @see API Pix 2.9.0, tag CobR; info, CobROperacaoInvalida.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import { diasDeRetentativa, type MotivoSemRetentativa } from '@pixkit/bacen/retentativas'
import type {
  CobRCompleta,
  CobRRevisada,
  CobRSolicitada,
  DevolucaoPixAutomatico,
  PixAutomatico,
  Violacao,
} from '@pixkit/bacen/types'
import { newTxid } from '@pixkit/core/txid'
import { addCobR, cobROf, isOpenCobR } from '../automatico/cobrs-of.ts'
import { cancelCobR, keepCobR } from '../automatico/change-cobr.ts'
import { scheduleInstruction } from '../automatico/cobr-step.ts'
import { canCancel } from '../automatico/end-rec.ts'
import { ANSWER_MS, todayOf } from '../automatico/instants.ts'
import { newCobR, violacoesOfCobR } from '../automatico/new-cobr.ts'
import { newTentativa, withTentativa } from '../automatico/tentativas.ts'
import { defined } from '../defined.ts'
import type { Revised, World } from '../world.ts'
import type { ApiAnswer, Handler } from './call.ts'
import { allOf, pageOf } from './list-answer.ts'
import { refuse } from './refusal.ts'

function found(world: World, txid: string | undefined): CobRCompleta {
  return cobROf(world, txid ?? '') ?? refuse('CobRNaoEncontrado')
}

function refuseCobR(...violacoes: readonly Violacao[]): never {
  return refuse('CobROperacaoInvalida', { violacoes })
}

function make(world: World, txid: string, body: unknown): ApiAnswer {
  const violacoes = violacoesOfCobR(world, txid, body as CobRSolicitada)
  if (violacoes.length > 0) refuseCobR(...violacoes)
  const cobr = newCobR(world, txid, body as CobRSolicitada)
  addCobR(world, cobr)
  scheduleInstruction(world, cobr)
  return { body: cobr }
}

const create: Handler = ({ world, params, body }) => make(world, params['txid'] ?? '', body)

const createWithoutTxid: Handler = ({ world, body }) => make(world, newTxid({ random: world.random.bytes }), body)

/** With the returns of its payments as they are now. */
function shown(world: World, cobr: CobRCompleta): CobRCompleta {
  const { pix } = cobr
  return pix === undefined ? cobr : { ...cobr, pix: pix.map((payment) => withDevolucoes(world, payment)) }
}

function withDevolucoes(world: World, payment: PixAutomatico): PixAutomatico {
  const devolucoes = world.pixes.get(payment.endToEndId)?.devolucoes ?? []
  return devolucoes.length === 0 ? payment : { ...payment, devolucoes: devolucoes as readonly DevolucaoPixAutomatico[] }
}

const get: Handler = ({ world, params }) => ({ body: shown(world, found(world, params['txid'])) })

const update: Handler = ({ world, params, body }) => {
  const cobr = found(world, params['txid'])
  const { status } = body as CobRRevisada
  if (status === undefined) return { body: shown(world, cobr) }
  if (!isOpenCobR(cobr)) {
    const razao = 'Somente cobranças com o status CRIADA ou ATIVA podem ser canceladas.'
    refuseCobR({ razao, propriedade: 'cobr.status' })
  }
  if (!canCancel(world, cobr)) {
    const razao =
      'Não é possível cancelar uma cobrança em uma data igual ou maior que a data prevista da primeira tentativa de liquidação.'
    refuseCobR({ razao, propriedade: 'cobr.status' })
  }
  const descricao = 'Cancelamento de agendamento solicitado pelo usuário recebedor'
  return { body: cancelCobR(world, cobr, { solicitante: 'USUARIO_RECEBEDOR', codigo: 'SLCR', descricao }) }
}

const RAZOES: Readonly<Record<MotivoSemRetentativa, string>> = {
  politica: 'A política configurada na recorrência não permite retentativa de cobrança.',
  status: 'Somente cobranças com o status ATIVA admitem retentativa.',
  'tentativa-aberta': 'Existe uma tentativa com status SOLICITADA ou AGENDADA.',
  aguardando: 'Existe uma tentativa não finalizada.',
  esgotada: 'As três retentativas permitidas já foram utilizadas.',
  prazo: 'O prazo para retentativas está encerrado.',
}

const retry: Handler = ({ world, params }) => {
  const cobr = found(world, params['txid'])
  const { data = '' } = params
  const today = todayOf(world)
  const rec = world.recs.get(cobr.idRec)
  const { dias, motivo } = diasDeRetentativa(cobr, { today, calendario: rec?.calendario })
  if (motivo !== undefined) refuseCobR({ razao: RAZOES[motivo], propriedade: 'cobr.tentativas' })
  if (rec?.status !== 'APROVADA') {
    refuseCobR({ razao: 'A recorrência não apresenta o status APROVADA.', propriedade: 'cobr.idRec' })
  }
  if (!dias.includes(data)) refuseCobR({ razao: razaoOfData(cobr, data, today), propriedade: 'cobr.data' })
  const tentativa = newTentativa(world, cobr.txid, 'NTAG', data)
  world.schedule.add(world.clock.now() + ANSWER_MS, { kind: 'cobr-step', txid: cobr.txid })
  return { body: shown(world, keepCobR(world, withTentativa(cobr, tentativa))) }
}

function razaoOfData({ tentativas = [] }: CobRCompleta, data: string, today: string): string {
  if (data <= today) return 'O parâmetro data não corresponde a uma data futura.'
  return tentativas.some(({ dataLiquidacao }) => dataLiquidacao === data)
    ? 'Existe uma tentativa vigente para a data informada.'
    : 'O parâmetro data ultrapassa o prazo para retentativas.'
}

const list: Handler = ({ world, query }) => {
  const { idRec, cpf, cnpj, status, convenio } = query
  const recOf = ({ revisoes: [cobr] }: Revised<CobRCompleta>) => world.recs.get(cobr.idRec)
  const where = allOf<Revised<CobRCompleta>>(
    idRec !== undefined && (({ revisoes: [cobr] }) => cobr.idRec === idRec),
    cpf !== undefined && ((cobr) => recOf(cobr)?.vinculo.devedor.cpf === cpf),
    cnpj !== undefined && ((cobr) => recOf(cobr)?.vinculo.devedor.cnpj === cnpj),
    status !== undefined && (({ revisoes: [cobr] }) => cobr.status === status),
    convenio !== undefined && ((cobr) => recOf(cobr)?.recebedor.convenio === convenio),
  )
  const { items, parametros } = pageOf(world.cobrs, query, where)
  const filters = defined({
    idRec,
    cpf,
    cnpj,
    status,
    recebedor: convenio === undefined ? undefined : { convenio },
  })
  const cobsr = items.map(({ revisoes: [cobr] }) => shown(world, cobr))
  return { body: { parametros: { ...parametros, ...filters }, cobsr } }
}

export const cobrHandlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'cobr.create': create,
  'cobr.createWithoutTxid': createWithoutTxid,
  'cobr.get': get,
  'cobr.update': update,
  'cobr.list': list,
  'cobr.retry': retry,
}
