/**
 * Schemas of what locations serve: the shape of each member, not yet the rules between them.
 *
 * Members that no schema names pass through, in nested objects too (but `constructor`, `prototype` and `__proto__`): a norm may
 * add some without a new version. Enumerations are closed nevertheless, because an application cannot show a payer what it does
 * not know.
 *
 * @module
 */
import { isIspb } from '@pixkit/core/ispb'
import { isTxid } from '@pixkit/core/txid'
import * as v from 'valibot'
import { isDate, isDateTime } from '@pixkit/core/dates'
import { isMembers } from './internal/json/members.ts'
import type { CobPayload, CobStatus, CobVPayload, RecPayload } from './types.ts'

/** What a schema says of a defect: a reason of `PAYLOAD_JSON`. */
type Reason = 'amount-format' | 'date' | 'date-time' | 'enum' | 'format' | 'number' | 'too-long' | 'too-many' | 'type'

const AMOUNT = /^\d{1,10}\.\d{2}$/
const LEADING_ZEROS = /^0+(?=\d)/
const CPF = /^\d{11}$/
const CNPJ = /^[0-9A-Z]{14}$/
const ID_REC = /^[a-zA-Z0-9]{29}$/
const INT32_MAX = 2_147_483_647

/** Both spellings that circulate: the enumeration of API Pix, and the prose of API Pix and of the manual. */
const COB_STATUS: ReadonlyMap<string, CobStatus> = /* @__PURE__ */ new Map<string, CobStatus>([
  ['ATIVA', 'ATIVA'],
  ['CONCLUIDA', 'CONCLUIDA'],
  ['CONCLUÍDA', 'CONCLUIDA'],
  ['REMOVIDA_PELO_PSP', 'REMOVIDA_PELO_PSP'],
  ['REMOVIDO_PELO_PSP', 'REMOVIDA_PELO_PSP'],
  ['REMOVIDA_PELO_USUARIO_RECEBEDOR', 'REMOVIDA_PELO_USUARIO_RECEBEDOR'],
  ['REMOVIDO_PELO_USUARIO_RECEBEDOR', 'REMOVIDA_PELO_USUARIO_RECEBEDOR'],
])

/**
 * A text in one check: a pipe of two takes twice as long, and a payload has twenty texts.
 *
 * @param form - What is wanted, in the same words in every language: a pattern, or a number.
 * @param other - What is wrong with what is no text.
 */
const matching = (
  reason: Reason,
  accepts: (text: string) => boolean,
  form?: string,
  other: Reason = 'type',
): v.GenericSchema<string> =>
  telling(
    v.custom<string>(
      (value) => typeof value === 'string' && accepts(value),
      ({ input }) => (typeof input === 'string' ? reason : other),
    ),
    form,
  )

/** A schema or an action that says what it wants; issues repeat it in `expected`. */
const telling = <Action extends object>(action: Action, form: string | undefined): Action => ({
  ...action,
  expects: form ?? null,
})

/** Lengths count code points, as those of JSON Schema do. */
const text = (max: number): v.GenericSchema<string> => matching('too-long', (value) => fits(value, max), `${max}`)

const integer = (min: number): v.GenericSchema<number> =>
  v.custom<number>(
    (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= INT32_MAX,
    'number' satisfies Reason,
  )

const oneOf = <const Value extends string | number>(...values: Value[]): v.GenericSchema<Value> =>
  v.picklist(values, 'enum' satisfies Reason)

/** The library takes an array for an object without members: one that must be there is missing then. */
const object = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.looseObject(entries, 'type' satisfies Reason)

/** An object that nothing else would tell from an array: one that may be empty, or that a caller made without JSON. */
const sparseObject = <const Entries extends v.ObjectEntries>(entries: Entries) =>
  v.pipe(v.custom<object>(isMembers, 'type' satisfies Reason), object(entries))

/** Zeros in front are within the pattern of the norm, but not within what `centavosFromValor` reads: they are dropped. */
const amount = v.pipe(
  matching('amount-format', (value) => AMOUNT.test(value), undefined, 'amount-format'),
  v.transform((value) => (value.startsWith('0') ? value.replace(LEADING_ZEROS, '') : value)),
)
const date = matching('date', isDate)
const dateTime = matching('date-time', isDateTime)
const cpf = matching('format', (value) => CPF.test(value), '[0-9]{11}')
const cnpj = matching('format', (value) => CNPJ.test(value), '[0-9A-Z]{14}')
const ispb = matching('format', isIspb, '[0-9A-Z]{8}')
const txid = matching('format', isTxid, '[a-zA-Z0-9]{26,35}')
const chave = telling(
  v.custom<string>(
    (value) => typeof value === 'string' && value !== '' && fits(value, 77),
    ({ input }) => (typeof input !== 'string' ? 'type' : input === '' ? 'format' : 'too-long') satisfies Reason,
  ),
  '.{1,77}',
)
const modalidadeAlteracao = oneOf(0, 1)
const cobStatus = v.pipe(
  matching(
    'enum',
    (value) => COB_STATUS.has(value),
    [...new Set(COB_STATUS.values())].map((status) => `"${status}"`).join(' | '),
  ),
  v.transform((value) => COB_STATUS.get(value) as CobStatus),
)

/** That one of `cpf` and `cnpj` is there, and one only, is a rule: a schema could not say which is too much. */
const pessoa = (maxNome: number) => ({ cpf: v.optional(cpf), cnpj: v.optional(cnpj), nome: text(maxNome) })

const retirada = object({
  valor: amount,
  modalidadeAlteracao: v.optional(modalidadeAlteracao),
  modalidadeAgente: oneOf('AGTEC', 'AGTOT', 'AGPSS', 'AGFSS'),
  prestadorDoServicoDeSaque: ispb,
})

/** A list that is too long is not looked into, so that there is an end to what may be wrong with it. */
const list = <const Item extends v.GenericSchema>(item: Item, max: number) =>
  v.pipe(
    v.custom<unknown[]>(Array.isArray, 'type' satisfies Reason),
    telling(v.maxLength<unknown[], number, Reason>(max, 'too-many'), `${max}`),
    v.array(item, 'type' satisfies Reason),
  )

/** The limit of 50 is written `maximum` in API Pix, which means nothing on an array. */
const infoAdicionais = list(object({ nome: text(50), valor: text(200) }), 50)

/** What both kinds of charge have. */
const cobranca = {
  revisao: integer(0),
  chave,
  txid,
  solicitacaoPagador: v.optional(text(140)),
  infoAdicionais: v.optional(infoAdicionais),
  status: cobStatus,
}

const cob = sparseObject({
  ...cobranca,
  calendario: object({ criacao: dateTime, apresentacao: dateTime, expiracao: v.optional(integer(0)) }),
  devedor: v.optional(object(pessoa(200))),
  valor: object({
    original: amount,
    modalidadeAlteracao: v.optional(modalidadeAlteracao),
    retirada: v.optional(sparseObject({ saque: v.optional(retirada), troco: v.optional(retirada) })),
  }),
})

const cobv = sparseObject({
  ...cobranca,
  calendario: object({
    criacao: dateTime,
    apresentacao: dateTime,
    dataDeVencimento: date,
    validadeAposVencimento: v.optional(integer(0)),
  }),
  devedor: object(pessoa(200)),
  recebedor: object({
    ...pessoa(200),
    nomeFantasia: v.optional(text(200)),
    logradouro: text(200),
    cidade: text(200),
    uf: text(2),
    cep: text(8),
  }),
  valor: object({
    original: v.optional(amount),
    abatimento: v.optional(amount),
    desconto: v.optional(amount),
    juros: v.optional(amount),
    multa: v.optional(amount),
    final: amount,
  }),
})

const rec = sparseObject({
  idRec: matching('format', (value) => ID_REC.test(value), '[a-zA-Z0-9]{29}'),
  vinculo: object({ contrato: text(35), devedor: object(pessoa(140)), objeto: v.optional(text(35)) }),
  calendario: object({
    dataInicial: date,
    dataFinal: v.optional(date),
    periodicidade: oneOf('SEMANAL', 'MENSAL', 'TRIMESTRAL', 'SEMESTRAL', 'ANUAL'),
  }),
  valor: v.optional(sparseObject({ valorRec: v.optional(amount), valorMinimoRecebedor: v.optional(amount) })),
  recebedor: object({ cnpj, nome: text(140), ispbParticipante: ispb }),
  politicaRetentativa: oneOf('NAO_PERMITE', 'PERMITE_3R_7D'),
  // The limit is a choice of pixkit: a recurrence changes its state a few times.
  atualizacao: list(
    object({ status: oneOf('CRIADA', 'APROVADA', 'REJEITADA', 'EXPIRADA', 'CANCELADA'), data: dateTime }),
    1_000,
  ),
})

/**
 * What the location of an immediate charge serves. Amounts lose zeros in front, statuses get the spelling of the enumeration.
 *
 * @see API Pix 2.9.0, CobPayload; Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.1. `expiracao` is optional as in
 *   the manual, which says 86,400 seconds by default.
 *
 * @example
 * ```ts
 * import { cobPayloadSchema } from '@pixkit/payload/schema'
 *
 * // Also valibot's `safeParse` takes it, and whatever knows Standard Schema.
 * const { issues } = await cobPayloadSchema['~standard'].validate({ txid: 'fc9a4366ff3d4964b5dbc6c91a8722d3' })
 * issues !== undefined // true
 * ```
 */
export const cobPayloadSchema: v.GenericSchema<unknown, CobPayload> = cob

/**
 * What the location of a charge with a due date serves.
 *
 * @see API Pix 2.9.0, CobVPayload; Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2. `validadeAposVencimento` is
 *   optional, 30 days by default, as when the charge is created.
 */
export const cobvPayloadSchema: v.GenericSchema<unknown, CobVPayload> = cobv

/**
 * What the location of a recurrence serves.
 *
 * @see API Pix 2.9.0, RecPayload (without `retentativa`, which it requires and nowhere declares); Manual de Padrões para
 *   Iniciação do Pix 2.10.0, section 2.8.4.2.
 */
export const recPayloadSchema: v.GenericSchema<unknown, RecPayload> = rec

function fits(value: string, max: number): boolean {
  return value.length <= max || (value.length <= 2 * max && Array.from(value).length <= max)
}
