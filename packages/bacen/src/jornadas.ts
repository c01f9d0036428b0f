/**
 * The four ways (jornadas) in which a payer comes to authorise a recurrence of Pix Automático, as the calls that begin them.
 *
 * Each makes several things at the bank, one after another. When a call fails, its error knows what was made until then
 * ({@link andamentoOf}); handed back as `andamento`, nothing of it is made twice.
 *
 * @see Guia Técnico de Integrações API Pix Sicredi, annex III, "Possível condução técnica" of each jornada; API Pix 2.9.0,
 *   RecAtivacao and RecCompleta.dadosQR.
 *
 * @module
 */
import { newTxid, type RandomSource } from '@pixkit/core/txid'
import { checkCopiaECola } from './copia-e-cola.ts'
import { createDiary, type Diary, readAndamento } from './internal/andamento.ts'
import { bacenFailure } from './internal/failure.ts'
import { assertRequests } from './internal/assert-requests.ts'
import { isMembers } from './internal/members.ts'
import type { CobResource } from './internal/resources/cob.ts'
import type { CobVResource } from './internal/resources/cobv.ts'
import type { LocRecResource } from './internal/resources/loc-rec.ts'
import type { RecResource } from './internal/resources/rec.ts'
import type { SolicRecResource } from './internal/resources/solic-rec.ts'
import type { CobGerada, CobSolicitada } from './internal/types/cob.ts'
import type { CobVGerada, CobVSolicitada } from './internal/types/cobv.ts'
import type { PayloadLocationRecGerada } from './internal/types/loc-rec.ts'
import type { RecCompleta, RecGerada, RecSolicitada } from './internal/types/rec.ts'
import type { SolicRecCompleta, SolicRecSolicitada } from './internal/types/solic-rec.ts'

/** What of a client is used; a `BacenClient` has it all. */
export interface JornadaClient {
  readonly cob: Pick<CobResource, 'create'>
  readonly cobv: Pick<CobVResource, 'create'>
  readonly locRec: Pick<LocRecResource, 'create' | 'get'>
  readonly rec: Pick<RecResource, 'create' | 'get'>
  readonly solicRec: Pick<SolicRecResource, 'create'>
}

/** A thing that a jornada makes. */
export type Etapa = 'cob' | 'cobv' | 'locRec' | 'rec' | 'solicRec'

/** What was made so far; JSON. Holds personal data: keep it out of logs. */
export interface Andamento {
  /** Of the charge, chosen before the first call. */
  readonly txid?: string | undefined
  readonly cob?: CobGerada | undefined
  readonly cobv?: CobVGerada | undefined
  readonly locRec?: PayloadLocationRecGerada | undefined
  readonly rec?: RecGerada | undefined
  readonly solicRec?: SolicRecCompleta | undefined
  /** What the call under way makes, or was to make when it broke: nobody knows yet whether it did. */
  readonly incerta?: Etapa | undefined
}

export interface AndamentoOptions {
  /** Goes on where an earlier call stopped. It must be given the same request. */
  readonly andamento?: Andamento | undefined
  /** Called before and after everything that is made; what is stored here survives the end of the process, too. */
  readonly onAndamento?: ((andamento: Andamento) => void | Promise<void>) | undefined
  readonly signal?: AbortSignal | undefined
}

export interface CobrancaOptions extends AndamentoOptions {
  /** Of the charge; a new one by default. */
  readonly txid?: string | undefined
  /** Of new txids; the platform's by default. */
  readonly random?: RandomSource | undefined
}

export interface Jornada4Options extends CobrancaOptions {
  /**
   * Sends the txid of the charge with the recurrence, as the guide of Sicredi has it. API Pix has this member for the immediate
   * charge of jornada 3 alone, so it is not sent by default.
   */
  readonly sendsTxid?: boolean | undefined
}

/** What a recurrence is asked for; the jornada adds the rest. */
export type RecDaJornada = Omit<RecSolicitada, 'loc' | 'ativacao'>

export interface Jornada1 {
  readonly rec: RecGerada
  readonly solicRec: SolicRecCompleta
}

export interface Jornada2 {
  readonly locRec: PayloadLocationRecGerada
  readonly rec: RecCompleta
  /** The code to show; absent where the bank sends none. */
  readonly pixCopiaECola: string | undefined
}

export interface Jornada3 extends Jornada2 {
  readonly cob: CobGerada
}

export interface Jornada4 extends Jornada2 {
  readonly cobv: CobVGerada
}

/**
 * Jornada 1: the payer told its account, and finds the recurrence in the application of its bank, without any code.
 *
 * Calls `rec.create`, then `solicRec.create`. The answer comes by the webhook of recurrences.
 *
 * @throws {PixkitError} `BACEN_REQUEST`, before anything is made; what the calls throw, with what was made ({@link andamentoOf}).
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
  options: AndamentoOptions = {},
): Promise<Jornada1> {
  const { andamento = {}, signal } = options
  assertRequests({
    rec: ['rec.create', request.rec],
    solicRec: ['solicRec.create', { ...request.solicRec, idRec: ANY_ID_REC }],
  })
  const diary = createDiary(andamento, options)
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
 *   `BACEN_COPIA_E_COLA`: everything is made, but the code belongs to something else; what the calls throw. All with what was made
 *   ({@link andamentoOf}).
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
  options: AndamentoOptions = {},
): Promise<Jornada2> {
  const { andamento = {}, signal } = options
  assertRequests({ rec: ['rec.create', request.rec] })
  const diary = createDiary(andamento, options)
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
  const { txid, andamento } = withTxid(options)
  const diary = createDiary(andamento, options)
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
  const { txid, andamento } = withTxid(options)
  const diary = createDiary(andamento, options)
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
 * import { andamentoOf } from '@pixkit/bacen/jornadas'
 *
 * andamentoOf(new Error('something else')) // undefined
 * ```
 *
 * ```js
 * try {
 *   await startJornada3(client, request)
 * } catch (error) {
 *   // Later: what is made already is not made again.
 *   await startJornada3(client, request, { andamento: andamentoOf(error) })
 * }
 * ```
 */
export function andamentoOf(error: unknown): Andamento | undefined {
  return readAndamento(error)
}

/** Requests to confirm that stand in the way of another one, or have done their work. */
const OPEN: ReadonlySet<unknown> = /* @__PURE__ */ new Set(['CRIADA', 'ENVIADA', 'RECEBIDA', 'ACEITA'])

/** As an answer may have it, whatever its type says. */
function openOf({ solicitacao }: RecCompleta): SolicRecCompleta | undefined {
  const all: readonly unknown[] = Array.isArray(solicitacao) ? solicitacao : []
  return all.find((one): one is SolicRecCompleta => isMembers(one) && OPEN.has(one['status']))
}

/** Stands for the one that the bank will give. */
const ANY_ID_REC = 'RN000000002020010100000000000'

/** A location shows one recurrence, so it tells whether a call that broke has made one. */
function createRec(
  diary: Diary,
  client: Pick<JornadaClient, 'locRec' | 'rec'>,
  rec: RecSolicitada & { readonly loc: number },
  signal: AbortSignal | undefined,
): Promise<RecGerada> {
  return diary.step(
    'rec',
    () => client.rec.create(rec, { signal }),
    async () => {
      const { idRec } = await client.locRec.get(rec.loc, { signal })
      return idRec === undefined ? undefined : client.rec.get(idRec, { signal })
    },
  )
}

/** Gets the code, and makes sure that it is of this recurrence and this charge, or of none, as they were answered when they were made. */
function getCode(
  diary: Diary,
  client: Pick<JornadaClient, 'rec'>,
  { idRec, loc }: RecGerada,
  charge: CobGerada | CobVGerada | undefined,
  signal: AbortSignal | undefined,
): Promise<Pick<Jornada2, 'rec' | 'pixCopiaECola'>> {
  return diary.look(async () => {
    const rec = await client.rec.get(idRec, { txid: charge?.txid, signal })
    const issues = checkCopiaECola({ ...rec, loc, pixCopiaECola: undefined }, charge ?? null).filter(
      ({ severity }) => severity === 'error',
    )
    const [first] = issues
    if (first !== undefined) throw bacenFailure('BACEN_COPIA_E_COLA', { ...first, issues })
    return { rec, pixCopiaECola: rec.dadosQR?.pixCopiaECola }
  })
}

function withTxid({ andamento = {}, txid: wanted, random }: CobrancaOptions): { txid: string; andamento: Andamento } {
  const txid = andamento.txid ?? wanted ?? newTxid({ random })
  return { txid, andamento: { ...andamento, txid } }
}
