/**
 * What becomes of a charge of a recurrence by itself: told to the bank of the payer, settled, tried until its time is over.
 *
 * @see Guia Técnico de Integrações API Pix Sicredi, annex III, "Agendamentos de cobranças recorrentes" and "Liquidação".
 *
 * @module
 */
import { agendamentoOf } from '@pixkit/bacen/agendamento'
import { diasDeRetentativa } from '@pixkit/bacen/retentativas'
import type { CobRCompleta, CodigoRejeicaoCobR, TentativaCobR } from '@pixkit/bacen/types'
import type { World } from '../world.ts'
import { keepCobR, moveCobR } from './change-cobr.ts'
import { cobROf } from './cobrs-of.ts'
import { ANSWER_MS, atHour, todayOf } from './instants.ts'
import { instantNow } from '../instant.ts'
import { forgetWill, type PayerWill, willOf } from './payer-will.ts'
import { MANHA, moveTentativa, newTentativa, NOITE, openTentativaOf, withTentativa } from './tentativas.ts'

/** @see API Pix 2.9.0, CobRTentativas.rejeicao.codigo: those that reject the charge with the try. */
const FATAL: ReadonlySet<string> = /* @__PURE__ */ new Set<CodigoRejeicaoCobR>([
  'AC05',
  'AM09',
  'DENC',
  'DS27',
  'DTED',
  'MIDI',
  'MSUC',
  'NITX',
  'RC09',
])

/** When the bank of the payer is told: on the first day on which it takes instructions, or soon. */
export function scheduleInstruction(world: World, cobr: CobRCompleta): void {
  const { instrucao } = agendamentoOf(cobr)
  const at = Math.max(atHour(instrucao.desde, 0), world.clock.now() + ANSWER_MS)
  world.schedule.add(at, { kind: 'cobr-step', txid: cobr.txid })
}

/** Does what is due now. One that comes too early or twice does nothing. */
export function stepCobR(world: World, txid: string): void {
  const cobr = cobROf(world, txid)
  if (cobr === undefined) return
  if (cobr.status === 'CRIADA') {
    if (world.clock.now() >= atHour(agendamentoOf(cobr).instrucao.desde, 0)) instruct(world, cobr)
  } else if (cobr.status === 'ATIVA') {
    const open = openTentativaOf(cobr)
    if (open === undefined) waitOrExpire(world, cobr)
    else if (open.status === 'SOLICITADA') accept(world, cobr, open)
    else settle(world, cobr, open)
  }
}

function instruct(world: World, cobr: CobRCompleta): void {
  const asked = newTentativa(world, cobr.txid, 'AGND', agendamentoOf(cobr).dataDeLiquidacao)
  accept(world, withTentativa(cobr, asked), asked)
}

/** The bank of the payer answers an instruction. */
function accept(world: World, cobr: CobRCompleta, open: TentativaCobR): void {
  const codigo = rejectionOf(willOf(world, cobr.txid))
  if (codigo !== undefined) {
    reject(world, cobr, open, codigo)
    return
  }
  const accepted = withTentativa(cobr, moveTentativa(world, open, 'AGENDADA'))
  if (cobr.status === 'ATIVA') keepCobR(world, accepted)
  else moveCobR(world, accepted, 'ATIVA')
}

function settle(world: World, cobr: CobRCompleta, open: TentativaCobR): void {
  const now = world.clock.now()
  if (now < atHour(open.dataLiquidacao, MANHA)) return
  const isLast = now >= atHour(open.dataLiquidacao, NOITE)
  const will = willOf(world, cobr.txid)
  const codigo = rejectionOf(will)
  if (codigo !== undefined) reject(world, cobr, open, codigo)
  else if (will === 'dia' && isLast) {
    forgetWill(world, cobr.txid)
    waitOrExpire(world, keepCobR(world, withTentativa(cobr, moveTentativa(world, open, 'EXPIRADA'))))
  } else if (will === undefined || isLast) {
    forgetWill(world, cobr.txid)
    pay(world, cobr, open)
  }
}

function pay(world: World, cobr: CobRCompleta, open: TentativaCobR): void {
  const { endToEndId } = open
  const { txid, valor } = cobr
  const pix = { endToEndId, txid, valor: valor.original, horario: instantNow(world) }
  world.pixes.add(endToEndId, { ...pix, componentesValor: { original: { valor: valor.original } }, devolucoes: [] })
  const devedor = world.recs.get(cobr.idRec)?.vinculo.devedor
  if (devedor !== undefined) world.pagadores.add(endToEndId, devedor)
  const paid = withTentativa(cobr, moveTentativa(world, open, 'PAGA'))
  moveCobR(world, { ...paid, pix: [...(paid.pix ?? []), pix] }, 'CONCLUIDA')
}

function reject(world: World, cobr: CobRCompleta, open: TentativaCobR, codigo: CodigoRejeicaoCobR): void {
  forgetWill(world, cobr.txid)
  const rejeicao = { codigo, descricao: 'Rejeitada pelo PSP do pagador.' }
  const rejected = withTentativa(cobr, moveTentativa(world, open, 'REJEITADA', rejeicao))
  if (FATAL.has(codigo)) {
    moveCobR(world, rejected, 'REJEITADA', { rejeicao })
    return
  }
  waitOrExpire(world, cobr.status === 'ATIVA' ? keepCobR(world, rejected) : moveCobR(world, rejected, 'ATIVA'))
}

/** While there are days for another try, the receiver may ask for one. */
function waitOrExpire(world: World, cobr: CobRCompleta): void {
  const calendario = world.recs.get(cobr.idRec)?.calendario
  const { dias, motivo } = diasDeRetentativa(cobr, { today: todayOf(world), calendario })
  const last = dias.at(-1)
  const first = cobr.tentativas?.[0]?.dataLiquidacao
  if (last !== undefined) {
    // On the day itself it is too late to ask.
    world.schedule.add(atHour(last, 0), { kind: 'cobr-step', txid: cobr.txid })
  } else if (motivo !== 'aguardando' || first === undefined || world.clock.now() >= atHour(first, NOITE)) {
    moveCobR(world, cobr, 'EXPIRADA')
  }
}

function rejectionOf(will: PayerWill | undefined): CodigoRejeicaoCobR | undefined {
  return will === undefined || will === 'manha' || will === 'dia' ? undefined : will
}
