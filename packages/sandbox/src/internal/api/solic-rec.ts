/**
 * Requests to confirm a recurrence.
 *
 * @see API Pix 2.9.0, tag SolicRec; info, SolicRecOperacaoInvalida.
 *
 * @module
 */
import type { OperationName } from '@pixkit/bacen'
import type { RecCompleta, SolicRecCompleta, SolicRecSolicitada, Violacao } from '@pixkit/bacen/types'
import { instantMs } from '@pixkit/core/dates'
import { newIdSolicRec } from '@pixkit/core/id-rec'
import { isOpen, keepSolicRec, moveSolicRec, openSolicRecOf } from '../automatico/change-rec.ts'
import { ANSWER_MS } from '../automatico/instants.ts'
import { instantNow } from '../instant.ts'
import { recPayloadOf } from '../locations/payload-of.ts'
import type { World } from '../world.ts'
import type { Handler } from './call.ts'
import { refuse } from './refusal.ts'

/** @see Guia Técnico de Integrações API Pix Sicredi, annex III, "Autorização de Aceite do Pagador na jornada 1". */
const MAX_PRAZO_MS = 30 * 86_400_000

function found(world: World, idSolicRec: string | undefined): SolicRecCompleta {
  return world.solicRecs.get(idSolicRec ?? '') ?? refuse('SolicRecNaoEncontrada')
}

const create: Handler = ({ world, body }) => {
  const { idRec, calendario, destinatario } = body as SolicRecSolicitada
  const rec = world.recs.get(idRec) ?? refuse('RecNaoEncontrada')
  const violacoes = violacoesOf(world, rec, calendario.dataExpiracaoSolicitacao)
  if (violacoes.length > 0) refuse('SolicRecOperacaoInvalida', { violacoes })
  const { account, clock, random, schedule } = world
  const now = clock.now()
  const idSolicRec = newIdSolicRec({ ispb: account.ispb, now: () => now, random: random.bytes })
  const solicRec: SolicRecCompleta = {
    idSolicRec,
    idRec,
    calendario,
    status: 'CRIADA',
    destinatario,
    atualizacao: [{ status: 'CRIADA', data: instantNow(world) }],
    recPayload: recPayloadOf(rec, account),
  }
  keepSolicRec(world, solicRec)
  schedule.add(now + ANSWER_MS, { kind: 'solic-rec-step', idSolicRec })
  schedule.add(instantMs(calendario.dataExpiracaoSolicitacao), { kind: 'solic-rec-step', idSolicRec })
  return { body: solicRec }
}

function violacoesOf(world: World, rec: RecCompleta, dataExpiracao: string): readonly Violacao[] {
  const violacoes: Violacao[] = []
  if (rec.status !== 'CRIADA') {
    violacoes.push({ razao: 'A recorrência não aguarda mais a confirmação.', propriedade: 'solicrec.idRec' })
  }
  if (openSolicRecOf(rec) !== undefined) {
    const razao = 'Existe uma solicitação ativa referente ao mesmo solicrec.idRec.'
    violacoes.push({ razao, propriedade: 'solicrec.idRec' })
  }
  if (instantMs(dataExpiracao) > world.clock.now() + MAX_PRAZO_MS) {
    const propriedade = 'solicrec.calendario.dataExpiracaoSolicitacao'
    violacoes.push({ razao: `O campo ${propriedade} ultrapassa o prazo máximo de 30 dias.`, propriedade })
  }
  return violacoes
}

const get: Handler = ({ world, params }) => ({ body: found(world, params['idSolicRec']) })

/** `CANCELADA` is all that a body can say. */
const update: Handler = ({ world, params }) => {
  const solicRec = found(world, params['idSolicRec'])
  if (!isOpen(solicRec)) {
    const razao =
      'Não é possível cancelar uma solicitação de recorrência com o status diferente de CRIADA, ENVIADA ou RECEBIDA.'
    refuse('SolicRecOperacaoInvalida', { violacoes: [{ razao, propriedade: 'solicrec.status' }] })
  }
  return { body: moveSolicRec(world, solicRec, 'CANCELADA') }
}

export const solicRecHandlers: Partial<Readonly<Record<OperationName, Handler>>> = {
  'solicRec.create': create,
  'solicRec.get': get,
  'solicRec.update': update,
}
