/**
 * The four ways (jornadas) in which a payer comes to authorise a recurrence of Pix Automático, as the calls that begin them.
 *
 * Each makes several things at the bank, one after another. When a call fails, its error knows what was made until then
 * ({@link progressOf}); handed back as `progress`, nothing of it is made twice.
 *
 * @see Guia Técnico de Integrações API Pix Sicredi, annex III, "Possível condução técnica" of each jornada; API Pix 2.9.0,
 *   RecAtivacao and RecCompleta.dadosQR.
 *
 * @module
 */
import { assertRequests } from './internal/assert-requests.ts'
import { ANY_ID_REC, createRec, getCode, openOf, withTxid } from './internal/jornada-steps.ts'
import { createDiary, type JornadaOptions, type JornadaProgress, readProgress } from './internal/progress.ts'
import type { CobSolicitada } from './internal/types/cob.ts'
import type { CobVSolicitada } from './internal/types/cobv.ts'
import type {
  CobrancaOptions,
  Jornada1,
  Jornada2,
  Jornada3,
  Jornada4,
  Jornada4Options,
  JornadaClient,
  RecDaJornada,
} from './internal/types/jornadas.ts'
import type { SolicRecSolicitada } from './internal/types/solic-rec.ts'

export type * from './internal/types/jornadas.ts'
export type { JornadaOptions, JornadaProgress, JornadaStep } from './internal/progress.ts'

/**
 * Jornada 1: the payer told its account, and finds the recurrence in the application of its bank, without any code.
 *
 * Calls `rec.create`, then `solicRec.create`. The answer comes by the webhook of recurrences.
 *
 * @throws {PixkitError} `BACEN_REQUEST`, before anything is made; what the calls throw, with what was made ({@link progressOf}).
 *
 * @example
 * ```js
 * const { solicRec } = await startJornada1(client, {
 *   rec: {
 *     vinculo: { contrato: '63100862', devedor: { cpf: '12345678909', nome: 'Fulana de Tal' } },
 *     calendario: { dataInicial: '2027-02-01', periodicidade: 'MENSAL' },
 *     valor: { valorRec: '35.00' },
 *     politicaRetentativa: 'PERMITE_3R_7D',
 *   },
 *   solicRec: {
 *     calendario: { dataExpiracaoSolicitacao: '2026-12-20T12:00:00Z' },
 *     destinatario: { cpf: '12345678909', agencia: '2569', conta: '550689', ispbParticipante: '91193552' },
 *   },
 * })
 * ```
 *
 * @see Guia Técnico de Integrações API Pix Sicredi, annex III, "Jornada 1".
 */
export async function startJornada1(
  client: Pick<JornadaClient, 'rec' | 'solicRec'>,
  request: { readonly rec: RecDaJornada; readonly solicRec: Omit<SolicRecSolicitada, 'idRec'> },
  options: JornadaOptions = {},
): Promise<Jornada1> {
  const { progress = {}, signal } = options
  assertRequests({
    rec: ['rec.create', request.rec],
    solicRec: ['solicRec.create', { ...request.solicRec, idRec: ANY_ID_REC }],
  })
  const diary = createDiary(progress, options)
  // One that was made without anybody's knowing is offered to nobody.
  const rec = await diary.step('rec', () => client.rec.create(request.rec, { signal }))
  const solicRec = await diary.step(
    'solicRec',
    () => client.solicRec.create({ ...request.solicRec, idRec: rec.idRec }, { signal }),
    async () => openOf(await client.rec.get(rec.idRec, { signal })),
  )
  return { rec, solicRec }
}

/**
 * Jornada 2: the payer reads a code that holds a recurrence and nothing to pay.
 *
 * Calls `locRec.create`, `rec.create` and `rec.get`.
 *
 * @throws {PixkitError} `BACEN_REQUEST`, before anything is made; `BACEN_RESPONSE`: an answer does not say what was made;
 *   `BACEN_IN_USE`: what is found at the location after a call that broke is another recurrence, or over: begin anew, without its progress;
 *   `BACEN_COPIA_E_COLA`: everything is made, but the code belongs to something else, or to nobody knows what (`not-comparable`): the charge
 *   was answered without its location; what the calls throw. All with what was made
 *   ({@link progressOf}).
 *
 * @example
 * ```js
 * const { pixCopiaECola } = await startJornada2(client, {
 *   rec: {
 *     vinculo: { contrato: '63100862', devedor: { cpf: '12345678909', nome: 'Fulana de Tal' } },
 *     calendario: { dataInicial: '2027-02-01', periodicidade: 'MENSAL' },
 *     valor: { valorRec: '35.00' },
 *     politicaRetentativa: 'PERMITE_3R_7D',
 *   },
 * })
 * ```
 *
 * @see Guia Técnico de Integrações API Pix Sicredi, annex III, "Jornada 2".
 */
export async function startJornada2(
  client: Pick<JornadaClient, 'locRec' | 'rec'>,
  request: { readonly rec: RecDaJornada },
  options: JornadaOptions = {},
): Promise<Jornada2> {
  const { progress = {}, signal } = options
  assertRequests({ rec: ['rec.create', request.rec] })
  const diary = createDiary(progress, options)
  const locRec = await diary.step('locRec', () => client.locRec.create({ signal }))
  const made = await createRec(diary, client, { ...request.rec, loc: locRec.id }, signal)
  return { locRec, ...(await getCode(diary, client, { ...made, loc: locRec }, undefined, signal)) }
}

/**
 * Jornada 3: the payer pays an immediate charge and authorises the recurrence in one act; either both or neither.
 *
 * Calls `cob.create`, `locRec.create`, `rec.create` with the txid, and `rec.get`.
 *
 * @throws {PixkitError} As {@link startJornada2}.
 *
 * @example
 * ```js
 * const { cob, pixCopiaECola } = await startJornada3(client, {
 *   cob: { calendario: { expiracao: 3600 }, valor: { original: '35.00' }, chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906' },
 *   rec: {
 *     vinculo: { contrato: '63100862', devedor: { cpf: '12345678909', nome: 'Fulana de Tal' } },
 *     calendario: { dataInicial: '2027-02-01', periodicidade: 'MENSAL' },
 *     valor: { valorRec: '35.00' },
 *     politicaRetentativa: 'PERMITE_3R_7D',
 *   },
 * })
 * ```
 *
 * @see Guia Técnico de Integrações API Pix Sicredi, annex III, "Jornada 3"; API Pix 2.9.0, RecAtivacaoSolicitada. The guide makes the
 *   charge by POST, without a txid of one's own, and says nothing of `txid` in the query of `GET /rec/{idRec}`: PUT, which can be sent
 *   again, and the query of API Pix are choices of pixkit.
 */
export async function startJornada3(
  client: Pick<JornadaClient, 'cob' | 'locRec' | 'rec'>,
  request: { readonly cob: CobSolicitada; readonly rec: RecDaJornada },
  options: CobrancaOptions = {},
): Promise<Jornada3> {
  const { signal } = options
  assertRequests({ cob: ['cob.create', request.cob], rec: ['rec.create', request.rec] })
  const { txid, progress } = withTxid(options)
  const diary = createDiary(progress, options)
  const cob = await diary.step('cob', (mayExist) => client.cob.create(request.cob, { txid, mayExist, signal }))
  const locRec = await diary.step('locRec', () => client.locRec.create({ signal }))
  const rec = { ...request.rec, loc: locRec.id, ativacao: { dadosJornada: { txid } } }
  const made = await createRec(diary, client, rec, signal)
  return { cob, locRec, ...(await getCode(diary, client, { ...made, loc: locRec }, cob, signal)) }
}

/**
 * Jornada 4: the payer pays a charge with a due date, or schedules it, and may authorise the recurrence then.
 *
 * Calls `locRec.create`, `cobv.create`, `rec.create` and `rec.get` with the txid. A static code can have the recurrence, too; the
 * API makes none, `buildBrCode` of `@pixkit/brcode` does (`locationRec`).
 *
 * @throws {PixkitError} As {@link startJornada2}.
 *
 * @example
 * ```js
 * const { cobv, pixCopiaECola } = await startJornada4(client, {
 *   cobv: {
 *     calendario: { dataDeVencimento: '2027-01-31' },
 *     devedor: { cpf: '12345678909', nome: 'Fulana de Tal' },
 *     valor: { original: '35.00' },
 *     chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
 *   },
 *   rec: {
 *     vinculo: { contrato: '63100862', devedor: { cpf: '12345678909', nome: 'Fulana de Tal' } },
 *     calendario: { dataInicial: '2027-02-01', periodicidade: 'MENSAL' },
 *     valor: { valorRec: '35.00' },
 *     politicaRetentativa: 'PERMITE_3R_7D',
 *   },
 * })
 * ```
 *
 * @see Guia Técnico de Integrações API Pix Sicredi, annex III, "Jornada 4" (whose `PUT /v1/rec` and `POST /v2/cobv` no version of
 *   API Pix has: POST and PUT are meant); API Pix 2.9.0, RecCompleta.dadosQR.
 */
export async function startJornada4(
  client: Pick<JornadaClient, 'cobv' | 'locRec' | 'rec'>,
  request: { readonly cobv: CobVSolicitada; readonly rec: RecDaJornada },
  options: Jornada4Options = {},
): Promise<Jornada4> {
  const { signal, sendsTxid = false } = options
  assertRequests({ cobv: ['cobv.create', request.cobv], rec: ['rec.create', request.rec] })
  const { txid, progress } = withTxid(options)
  const diary = createDiary(progress, options)
  const locRec = await diary.step('locRec', () => client.locRec.create({ signal }))
  const cobv = await diary.step('cobv', (mayExist) => client.cobv.create(request.cobv, { txid, mayExist, signal }))
  const ativacao = sendsTxid ? { ativacao: { dadosJornada: { txid } } } : {}
  const made = await createRec(diary, client, { ...request.rec, loc: locRec.id, ...ativacao }, signal)
  return { cobv, locRec, ...(await getCode(diary, client, { ...made, loc: locRec }, cobv, signal)) }
}

/**
 * Tells what a jornada had made when it failed.
 *
 * The error does not show it when it is printed.
 *
 * @param error - Anything that was caught.
 * @returns `undefined` when the error is of no jornada.
 *
 * @example
 * ```ts
 * import { progressOf } from '@pixkit/bacen/jornadas'
 *
 * progressOf(new Error('something else')) // undefined
 * ```
 *
 * ```js
 * try {
 *   await startJornada3(client, request)
 * } catch (error) {
 *   // Later: what is made already is not made again.
 *   await startJornada3(client, request, { progress: progressOf(error) })
 * }
 * ```
 */
export function progressOf(error: unknown): JornadaProgress | undefined {
  return readProgress(error)
}
