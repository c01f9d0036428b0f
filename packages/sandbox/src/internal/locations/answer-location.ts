/**
 * What a location answers.
 *
 * @module
 */
import type { CobCompleta, CobVCompleta, RecCompleta } from '@pixkit/bacen/types'
import { isPixkitError } from '@pixkit/core/error'
import { dayInSaoPaulo, isDate } from '@pixkit/core/dates'
import { payloadProblem, payloadResponse, type Payloads, type ProblemOptions } from '@pixkit/payload'
import { parseLocation } from '@pixkit/brcode/location'
import { isOver } from '../automatico/change-rec.ts'
import { isExpired } from '../charges/cob-kind.ts'
import type { World } from '../world.ts'
import { findLocation } from './find-location.ts'
import { cobPayloadOf, cobvPayloadOf, recPayloadOf } from './payload-of.ts'
import type { PayloadFault, PayloadSigner } from './signer.ts'

export interface LocationRequest {
  /** With its leading slash. */
  readonly path: string
  readonly query: URLSearchParams
  readonly fault?: PayloadFault | undefined
}

type Shown = Payloads[keyof Payloads] | Response

/** @see API Pix 2.9.0, info, errors of CobPayload and RecPayload. */
export async function answerLocation(
  world: World,
  signer: PayloadSigner,
  { fault, path, query }: LocationRequest,
): Promise<Response> {
  const location = world.locationHost + path
  const shown = show(world, location, query)
  if (shown instanceof Response) return shown
  return payloadResponse(await signer.sign(shown, { location, now: world.clock.now(), fault }))
}

function show(world: World, location: string, query: URLSearchParams): Shown {
  const found = findLocation(world, location)
  if (found === undefined) return notFound(location)
  if (found.kind === 'recurrence') {
    const { idRec } = found.loc
    const rec = idRec === undefined ? undefined : world.recs.get(idRec)
    return rec === undefined ? notFound(location) : showRec(world, rec)
  }
  const { txid, tipoCob } = found.loc
  if (txid === undefined) return notFound(location)
  if (tipoCob === 'cobv') {
    const cobv = world.cobvs.get(txid)?.revisoes.at(-1)
    return cobv === undefined ? notFound(location) : showCobv(world, cobv, query)
  }
  const cob = world.cobs.get(txid)?.revisoes.at(-1)
  return cob === undefined ? notFound(location) : showCob(world, cob)
}

function showCob({ clock }: World, cob: CobCompleta): Shown {
  const now = clock.now()
  return cob.status !== 'ATIVA' || isExpired(cob, now) ? gone() : cobPayloadOf(cob, new Date(now).toISOString())
}

function showCobv({ clock }: World, cobv: CobVCompleta, query: URLSearchParams): Shown {
  if (cobv.status !== 'ATIVA') return gone()
  const today = dayInSaoPaulo(clock.now())
  const codMun = query.get('codMun')
  const dpp = query.get('DPP')
  if (codMun !== null && !MUNICIPIO.test(codMun)) return invalid('codMun', 'Não é um código de município do IBGE.')
  if (dpp !== null && !isDate(dpp)) return invalid('DPP', 'Não é uma data no formato AAAA-MM-DD.')
  if (dpp !== null && dpp < today) return invalid('DPP', 'É anterior a hoje.')
  try {
    return cobvPayloadOf(cobv, new Date(clock.now()).toISOString(), dpp ?? today)
  } catch (error) {
    if (!isPixkitError(error, 'BACEN_CALCULO')) throw error
    const isOverdue = error.params['reason'] === 'overdue'
    // Without the question about a day it is the charge that is over, not the request that is wrong.
    if (isOverdue && dpp === null) return gone()
    return invalid('DPP', isOverdue ? 'É posterior ao último dia de pagamento.' : 'Nesse dia não há valor a pagar.')
  }
}

/**
 * Seven digits that begin with those of a state; which towns a state has is not looked at (choice of pixkit).
 *
 * @see API Pix 2.9.0, /cobv/{pixUrlAccessToken}, codMun; IBGE, Códigos dos municípios
 */
const MUNICIPIO = /^(?:1[1-7]|2[1-9]|3[1235]|4[123]|5[0-3])\d{5}$/

function showRec({ account }: World, rec: RecCompleta): Shown {
  if (!isOver(rec)) return recPayloadOf(rec, account)
  return payloadProblem('RecPayloadOperacaoInvalida', {
    violacoes: [{ razao: `A recorrência está ${rec.status}.`, propriedade: 'recUrlAccessToken' }],
  })
}

function notFound(location: string): Response {
  const isRec = parseLocation(location).kind === 'rec'
  return payloadProblem(isRec ? 'RecPayloadNaoEncontrado' : 'CobPayloadNaoEncontrado')
}

/** The charge was paid, removed, or its time is over. */
function gone(): Response {
  return payloadProblem('CobPayloadNaoEncontrado', { status: 410 })
}

function invalid(propriedade: string, razao: string): Response {
  const options: ProblemOptions<'CobPayloadOperacaoInvalida'> = { violacoes: [{ razao, propriedade }] }
  return payloadProblem('CobPayloadOperacaoInvalida', options)
}
