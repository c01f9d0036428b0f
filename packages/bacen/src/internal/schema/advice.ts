/**
 * What a schema cannot say of a request: warnings, what depends on the day, what depends on the version.
 *
 * @module
 */
import { isCnpj, isCpf } from '@pixkit/core/documento'
import { dayInSaoPaulo, instantMs, isDate, isDateTime } from '@pixkit/core/dates'
import { safeParseChave } from '@pixkit/core/chave'
import type { Path, Severity } from '@pixkit/core/issue'
import type { RequestReason } from '../../codes.ts'
import type { OperationName } from '../../operations.ts'
import { leavesNothing } from './cobv-rules.ts'
import { isMembers, memberAt, type Members } from '../members.ts'
import { centavosOf } from '../valor.ts'
import { chave, cnpj, cpf } from './shared.ts'
import { webhookUrl } from './webhook-url.ts'
import * as v from 'valibot'

export interface AdviceOptions {
  readonly operation: OperationName
  readonly apiVersion: '2.9.0' | '2.10.0'
  /** Milliseconds since 1970, of a request that makes something; without it no day is past. */
  readonly now: number | undefined
  /** How bad a day is that is past. */
  readonly past: Severity
}

export type Advise = (reason: RequestReason, severity: Severity, path: Path, form?: string) => void

/** As deep as the deepest request of the norm: `cobsv[0].valor.desconto.descontoDataFixa[0].data`. */
const MAX_DEPTH = 7

type Look = (
  value: string,
  options: AdviceOptions,
  tell: (reason: RequestReason, severity: Severity, form?: string) => void,
) => void

/** What to look at, by the name that a member has everywhere in API Pix. */
const LOOKS: Readonly<Record<string, Look>> = {
  // The norm does not say whether a wrong digit breaks the schema, and its own examples have some: banks differ.
  cpf: (value, _options, tell) => {
    if (v.is(cpf, value) && !isCpf(value)) tell('check-digits', 'warning')
  },
  cnpj: (value, _options, tell) => {
    if (v.is(cnpj, value) && !isCnpj(value)) tell('check-digits', 'warning')
  },
  chave: (value, _options, tell) => {
    if (!v.is(chave, value)) return
    const key = safeParseChave(value)
    if (!key.ok || key.value.valor !== value) tell('chave', 'warning')
  },
  webhookUrl: (value, _options, tell) => {
    if (v.is(webhookUrl, value) && isPrivate(new URL(value).hostname)) tell('url-private', 'warning')
  },
  // API Pix 2.10.0 has AGFSS for AGPSS.
  modalidadeAgente: (value, { apiVersion }, tell) => {
    if (value === 'AGFSS' && apiVersion === '2.9.0') tell('since-version', 'error', '2.10.0')
  },
  // API Pix 2.9.0, info, CobVOperacaoInvalida, CobROperacaoInvalida, RecOperacaoInvalida, SolicRecOperacaoInvalida: not before creation.
  dataDeVencimento: notPast,
  dataInicial: notPast,
  dataExpiracaoSolicitacao: (value, { now, past }, tell) => {
    if (now !== undefined && isDateTime(value) && instantMs(value) < now) tell('past', past)
  },
}

function notPast(...[value, { now, past }, tell]: Parameters<Look>): void {
  if (now !== undefined && isDate(value) && value < dayInSaoPaulo(now)) tell('past', past)
}

/** Amounts that the norm lets be zero, where zero is likely not meant. */
const AMOUNTS: Partial<Readonly<Record<OperationName, readonly Path[]>>> = {
  'cobr.create': [['valor', 'original']],
  'cobr.createWithoutTxid': [['valor', 'original']],
  'pix.createDevolucao': [['valor']],
  'rec.create': [
    ['valor', 'valorRec'],
    ['valor', 'valorMinimoRecebedor'],
  ],
}

/** Looks at everything in a request, whatever its shape. */
export function advise(body: unknown, options: AdviceOptions, report: Advise): void {
  walk(body, [], options, report)
  for (const path of AMOUNTS[options.operation] ?? []) {
    if (centavosOf(memberAt(body, path)) === 0) report('zero', 'warning', path)
  }
}

function walk(value: unknown, path: Path, options: AdviceOptions, report: Advise): void {
  if (path.length > MAX_DEPTH) return
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, [...path, index], options, report)
  } else if (isMembers(value)) {
    reportOrder(value, path, report)
    if (leavesNothing(value)) report('nothing-left', 'warning', path)
    for (const [name, member] of Object.entries(value)) {
      const here = [...path, name]
      if (typeof member !== 'string') walk(member, here, options, report)
      else if (Object.hasOwn(LOOKS, name)) {
        LOOKS[name]?.(member, options, (reason, severity, form) => report(reason, severity, here, form))
      }
    }
  }
}

/** Discounts by day, the first one first: as in every example; the norm does not demand it. */
function reportOrder({ descontoDataFixa }: Members, path: Path, report: Advise): void {
  if (!Array.isArray(descontoDataFixa)) return
  const days = descontoDataFixa.map((item: unknown) => (isMembers(item) ? item['data'] : undefined))
  for (const [index, day] of days.entries()) {
    const before = days[index - 1]
    if (typeof day === 'string' && typeof before === 'string' && isDate(day) && isDate(before) && day < before) {
      report('desconto-order', 'warning', [...path, 'descontoDataFixa', index, 'data'])
    }
  }
}

const PRIVATE_IPV4 = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./
const IPV4 = /^\d+(?:\.\d+){3}$/
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa|test|invalid|example)$/

/** RFC 1918, RFC 3927, RFC 4193, RFC 6761, RFC 6762; and names without a dot. Of IPv6 whatever is not global unicast. */
function isPrivate(hostname: string): boolean {
  if (hostname.startsWith('[')) return !/^\[[23]/.test(hostname)
  if (IPV4.test(hostname)) return PRIVATE_IPV4.test(hostname)
  const name = hostname.replace(/\.$/, '')
  return !name.includes('.') || PRIVATE_NAME.test(name)
}
