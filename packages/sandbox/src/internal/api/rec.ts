/**
 * Recurrences.
 *
 * @see API Pix 2.9.0, tag Rec; info, RecOperacaoInvalida, RecConsultaInvalida.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type {
  PayloadLocationRecCompleta,
  RecCompleta,
  RecGerada,
  RecRevisada,
  RecSolicitada,
  Violacao,
} from '@pixkit/bacen/types'
import { dayInSaoPaulo, instantMs } from '@pixkit/core/dates'
import { newIdRec } from '@pixkit/core/id-rec'
import { isOver } from '../automatico/change-rec.ts'
import { dadosQrOf } from '../automatico/dados-qr.ts'
import { cancelRec, scheduleRecExpiry } from '../automatico/end-rec.ts'
import { instantNow } from '../instant.ts'
import { defined } from '../defined.ts'
import type { World } from '../world.ts'
import type { Handler } from './call.ts'
import { allOf, flag, pageOf } from './list-answer.ts'
import { refuse } from './refusal.ts'

function found(world: World, idRec: string | undefined): RecCompleta {
  return world.recs.get(idRec ?? '') ?? refuse('RecNaoEncontrada')
}

function refuseRec(...violacoes: readonly Violacao[]): never {
  return refuse('RecOperacaoInvalida', { violacoes })
}

/** What the answers of changes show. */
function geradaOf({ pagador: _pagador, solicitacao: _solicitacao, ...rec }: RecCompleta): RecGerada {
  return rec
}

/** The location, which no other recurrence may use. */
function freeLocation(world: World, id: number, idRec?: string): PayloadLocationRecCompleta {
  const location = world.locRecs.get(String(id))
  if (location === undefined) {
    return refuseRec({ razao: 'O location referenciado por rec.loc inexiste.', propriedade: 'rec.loc' })
  }
  if (location.idRec !== undefined && location.idRec !== idRec) {
    const razao = 'O location referenciado por rec.loc já está sendo utilizado por outra recorrência.'
    refuseRec({ razao, propriedade: 'rec.loc' })
  }
  return location
}

const create: Handler = ({ world, body }) => {
  const { vinculo, calendario, valor, recebedor, politicaRetentativa, loc: id, ativacao } = body as RecSolicitada
  const { account, clock, random } = world
  const location = id === undefined ? undefined : freeLocation(world, id)
  const idRec = newIdRec({ ispb: account.ispb, politicaRetentativa, now: () => clock.now(), random: random.bytes })
  const loc = location && { ...location, idRec }
  const { cnpj, nome } = account
  const rec: RecCompleta = defined({
    idRec,
    vinculo,
    calendario,
    valor,
    recebedor: { cnpj, nome, ...recebedor },
    politicaRetentativa,
    loc,
    status: 'CRIADA',
    atualizacao: [{ status: 'CRIADA', data: instantNow(world) }],
    ativacao: { tipoJornada: 'AGUARDANDO_DEFINICAO', ...ativacao },
  })
  world.recs.add(idRec, rec)
  if (loc !== undefined) world.locRecs.replace(String(loc.id), loc)
  scheduleRecExpiry(world, rec)
  return { body: geradaOf(rec) }
}

const get: Handler = ({ world, params, query }) => {
  const rec = found(world, params['idRec'])
  const dadosQR = dadosQrOf(world, rec, query['txid'])
  return { body: dadosQR === undefined ? rec : { ...rec, dadosQR } }
}

const update: Handler = ({ world, params, body }) => {
  const rec = found(world, params['idRec'])
  const revised = body as RecRevisada
  const violacoes = violacoesOf(rec, revised)
  if (violacoes.length > 0) refuseRec(...violacoes)
  const loc = revised.loc === undefined ? undefined : freeLocation(world, revised.loc, rec.idRec)
  const changed = withRevision(rec, revised, loc)
  world.recs.replace(rec.idRec, changed)
  if (loc !== undefined && loc.id !== rec.loc?.id) {
    if (rec.loc !== undefined) {
      const { idRec: _unlinked, ...freed } = rec.loc
      world.locRecs.replace(String(freed.id), freed)
    }
    world.locRecs.replace(String(loc.id), { ...loc, idRec: rec.idRec })
  }
  if (revised.status === 'CANCELADA') {
    const descricao = 'Cancelamento solicitado pelo usuário recebedor'
    cancelRec(world, changed, { solicitante: 'USUARIO_RECEBEDOR', codigo: 'SLCR', descricao })
  }
  return { body: geradaOf(found(world, rec.idRec)) }
}

/** @see API Pix 2.9.0, info, RecOperacaoInvalida, violations of `PATCH /rec/{idRec}`. */
function violacoesOf(rec: RecCompleta, { loc, calendario }: RecRevisada): readonly Violacao[] {
  if (isOver(rec)) {
    return [{ razao: 'A recorrência encontra-se expirada, cancelada ou rejeitada.', propriedade: 'rec.status' }]
  }
  const violacoes: Violacao[] = []
  const { dataInicial } = calendario ?? {}
  const only = 'somente pode ser alterado quando a recorrência apresentar-se com o status CRIADA.'
  if (loc !== undefined && loc !== rec.loc?.id && rec.status !== 'CRIADA') {
    violacoes.push({ razao: `O campo rec.loc ${only}`, propriedade: 'rec.loc' })
  }
  if (dataInicial === undefined || dataInicial === rec.calendario.dataInicial) return violacoes
  const propriedade = 'rec.calendario.dataInicial'
  if (rec.status !== 'CRIADA') violacoes.push({ razao: `O campo ${propriedade} ${only}`, propriedade })
  if (dataInicial < dayInSaoPaulo(instantMs(rec.atualizacao[0]?.data ?? ''))) {
    violacoes.push({ razao: `O campo ${propriedade} é anterior à data de criação da recorrência.`, propriedade })
  }
  if (rec.calendario.dataFinal !== undefined && rec.calendario.dataFinal < dataInicial) {
    const razao = 'O campo rec.calendario.dataFinal é anterior ao campo rec.calendario.dataInicial.'
    violacoes.push({ razao, propriedade })
  }
  return violacoes
}

function withRevision(
  rec: RecCompleta,
  { vinculo, calendario, ativacao }: RecRevisada,
  loc: PayloadLocationRecCompleta | undefined,
): RecCompleta {
  const { dataInicial } = calendario ?? {}
  const { nome } = vinculo?.devedor ?? {}
  return {
    ...rec,
    ...(nome === undefined ? {} : { vinculo: { ...rec.vinculo, devedor: { ...rec.vinculo.devedor, nome } } }),
    ...(dataInicial === undefined ? {} : { calendario: { ...rec.calendario, dataInicial } }),
    ...(loc === undefined ? {} : { loc: { ...loc, idRec: rec.idRec } }),
    ...(ativacao === undefined ? {} : { ativacao: { ...rec.ativacao, ...ativacao } }),
  }
}

const list: Handler = ({ world, query }) => {
  const { cpf, cnpj, locationPresente, status, convenio } = query
  const hasLocation = flag(locationPresente)
  const where = allOf<RecCompleta>(
    cpf !== undefined && (({ vinculo }) => vinculo.devedor.cpf === cpf),
    cnpj !== undefined && (({ vinculo }) => vinculo.devedor.cnpj === cnpj),
    hasLocation !== undefined && (({ loc }) => (loc !== undefined) === hasLocation),
    status !== undefined && ((rec) => rec.status === status),
    convenio !== undefined && (({ recebedor }) => recebedor.convenio === convenio),
  )
  const { items, parametros } = pageOf(world.recs, query, where)
  const filters = defined({
    cpf,
    cnpj,
    locationPresente: hasLocation,
    status,
    recebedor: convenio === undefined ? undefined : { convenio },
  })
  return { body: { parametros: { ...parametros, ...filters }, recs: items } }
}

export const recHandlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'rec.create': create,
  'rec.get': get,
  'rec.update': update,
  'rec.list': list,
}
