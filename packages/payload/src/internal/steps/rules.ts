/**
 * Step 20: the members of a payload agree with each other and with the norm.
 *
 * @module
 */
import { isCnpj, isCpf } from '@pixkit/core/documento'
import { parseIdRec } from '@pixkit/core/id-rec'
import { inspectChave } from '@pixkit/core/inspect-chave'
import type { Path } from '@pixkit/core/issue'
import type { ReasonOf } from '../../codes.ts'
import type { CobPayload, CobVPayload, Payloads, Pessoa, RecPayload, Retirada } from '../../types.ts'
import { latestNow } from '../calendar/clock.ts'
import { instantMs } from '@pixkit/core/dates'
import { payloadFailure } from '../failure.ts'
import type { Verification } from '../verification.ts'
import { warnOfHiddenCharacters } from '../content/hidden-characters.ts'

/** What the rules need of a verification; a writer refuses what is warned of. */
export type RulesContext = Pick<Verification, 'warn'> & {
  readonly options: Pick<Verification['options'], 'clockToleranceSeconds' | 'composite' | 'now'>
}

/**
 * Checks the rules of a payload whose schema was checked.
 *
 * Refused is what contradicts the norm in money, in exclusive members or in dates. Warned of is what DICT decides anyway (form
 * and check digits: the examples of the norm have wrong ones), what is dated in the future, and texts that are dangerous to show.
 *
 * @throws {PixkitError} `PAYLOAD_RULES`.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.7.1 and 2.8.4; API Pix 2.9.0, schemas of payloads.
 */
export function checkRules<K extends keyof Payloads>(kind: K, payload: Payloads[K], context: RulesContext): void {
  const rules: { readonly [Each in keyof Payloads]: (payload: Payloads[Each], context: RulesContext) => void } = RULES
  rules[kind](payload, context)
  warnOfHiddenCharacters(kind, payload, context)
}

const RULES = { cob: checkCob, cobv: checkCobV, rec: checkRec }

function checkCob({ calendario, devedor, valor, chave }: CobPayload, context: RulesContext): void {
  warnOfFuture(calendario.criacao, ['calendario', 'criacao'], context)
  if (devedor !== undefined) checkPessoa(devedor, ['devedor'], context)
  checkValor(valor)
  if (valor.retirada !== undefined && context.options.composite === true) {
    throw failure('composite-retirada', ['valor', 'retirada'])
  }
  checkChave(chave, context)
}

/**
 * @see API Pix 2.9.0, CobPayloadValor: conditions of `retirada`, with examples; Manual de Padrões para Iniciação do Pix 2.10.0,
 *   section 2.7.1.1 and note 36 (nothing to pay is refused).
 */
function checkValor({ original, modalidadeAlteracao, retirada }: CobPayload['valor']): void {
  if (retirada === undefined) {
    if (modalidadeAlteracao !== 1 && isZero(original)) throw failure('zero-amount', ['valor', 'original'])
    return
  }
  const { saque, troco } = retirada
  if (saque !== undefined && troco !== undefined) throw failure('saque-and-troco', ['valor', 'retirada'])
  if (modalidadeAlteracao === 1) throw failure('changeable', ['valor', 'modalidadeAlteracao'])
  if (saque !== undefined) {
    if (!isZero(original)) throw failure('saque-with-amount', ['valor', 'original'])
    checkRetirada(saque, 'saque')
  } else if (troco !== undefined) {
    if (isZero(original)) throw failure('zero-amount', ['valor', 'original'])
    checkRetirada(troco, 'troco')
    if (troco.modalidadeAgente !== 'AGTEC' && troco.modalidadeAgente !== 'AGTOT') {
      throw failure('agent', ['valor', 'retirada', 'troco', 'modalidadeAgente'])
    }
  } else {
    throw failure('neither-saque-nor-troco', ['valor', 'retirada'])
  }
}

function checkRetirada({ valor, modalidadeAlteracao }: Retirada, name: 'saque' | 'troco'): void {
  if (modalidadeAlteracao !== 1 && isZero(valor)) throw failure('zero-amount', ['valor', 'retirada', name, 'valor'])
}

/** @see API Pix 2.9.0, CobVPayload and CobVPayloadValor; Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2. */
function checkCobV({ calendario, devedor, recebedor, valor, chave }: CobVPayload, context: RulesContext): void {
  const foreign: [object, Path][] = [
    [calendario, ['calendario', 'expiracao']],
    [valor, ['valor', 'modalidadeAlteracao']],
    [valor, ['valor', 'retirada']],
  ]
  for (const [owner, path] of foreign) {
    if (Object.hasOwn(owner, path[1] ?? '')) throw failure('not-in-cobv', path)
  }
  warnOfFuture(calendario.criacao, ['calendario', 'criacao'], context)
  checkPessoa(devedor, ['devedor'], context)
  checkPessoa(recebedor, ['recebedor'], context)
  checkFinal(valor, context)
  checkChave(chave, context)
}

/** @see Manual de Padrões para Iniciação do Pix 2.10.0, section 2.7.1.2 and annex V, section 2.2: what is zero is left out. */
function checkFinal(valor: CobVPayload['valor'], { warn }: RulesContext): void {
  const { original, abatimento, desconto, juros, multa, final } = valor
  if (isZero(final)) throw failure('zero-amount', ['valor', 'final'])
  if (original === undefined) {
    if (abatimento ?? desconto ?? juros ?? multa) {
      warn('PAYLOAD_RULES', { reason: 'no-original', path: ['valor', 'original'] })
    }
    return
  }
  const sum = centavos(original) - centavos(abatimento) - centavos(desconto) + centavos(juros) + centavos(multa)
  if (sum !== centavos(final)) throw failure('final', ['valor', 'final'])
}

/** @see API Pix 2.9.0, RecPayload and RecBase; Manual de Padrões para Iniciação do Pix 2.10.0, section 2.8.4.2. */
function checkRec(payload: RecPayload, context: RulesContext): void {
  const { idRec, vinculo, calendario, valor, recebedor, politicaRetentativa, atualizacao } = payload
  const parsed = parseIdRec(idRec)
  if (parsed.warnings.length > 0) {
    context.warn('PAYLOAD_RULES', { reason: 'id-layout', path: ['idRec'] })
  } else if (parsed.politicaRetentativa !== politicaRetentativa) {
    context.warn('PAYLOAD_RULES', { reason: 'politica', path: ['politicaRetentativa'] })
  }
  checkPessoa(vinculo.devedor, ['vinculo', 'devedor'], context)
  const { dataInicial, dataFinal } = calendario
  if (dataFinal !== undefined && dataFinal < dataInicial) throw failure('dates', ['calendario', 'dataFinal'])
  if (valor !== undefined) checkRecValor(valor)
  checkDigits(isCnpj, recebedor.cnpj, ['recebedor', 'cnpj'], context)
  if (atualizacao.length === 0) throw failure('no-update', ['atualizacao'])
  for (const [index, { data }] of atualizacao.entries()) {
    if (warnOfFuture(data, ['atualizacao', index, 'data'], context)) break
  }
}

/**
 * A charge that is created in the future never ends, and an entry of a recurrence from there outranks all others.
 *
 * @returns Whether it is. That it is a warning, and no refusal, is a choice of pixkit: the norm says nothing of clocks.
 */
function warnOfFuture(instant: string, path: Path, { options, warn }: RulesContext): boolean {
  if (instantMs(instant) <= latestNow(options)) return false
  warn('PAYLOAD_RULES', { reason: 'future-date', path })
  return true
}

function checkRecValor({ valorRec, valorMinimoRecebedor }: NonNullable<RecPayload['valor']>): void {
  if (valorRec === undefined) return
  if (valorMinimoRecebedor !== undefined) throw failure('amounts-of-recurrence', ['valor'])
  // A choice of pixkit: API Pix says nothing of zero, and a payment of nothing cannot be made.
  if (isZero(valorRec)) throw failure('zero-amount', ['valor', 'valorRec'])
}

function checkPessoa({ cpf, cnpj }: Pessoa, path: Path, context: RulesContext): void {
  if (cpf !== undefined && cnpj !== undefined) throw failure('cpf-and-cnpj', path)
  if (cpf !== undefined) checkDigits(isCpf, cpf, [...path, 'cpf'], context)
  else if (cnpj !== undefined) checkDigits(isCnpj, cnpj, [...path, 'cnpj'], context)
  else throw failure('neither-cpf-nor-cnpj', path)
}

function checkDigits(isRight: (text: string) => boolean, text: string, path: Path, { warn }: RulesContext): void {
  if (!isRight(text)) warn('PAYLOAD_RULES', { reason: 'check-digits', path })
}

/** A key of a kind that is unknown here may be known to DICT, which Bacen extends. */
function checkChave(chave: string, { warn }: RulesContext): void {
  const { issue } = inspectChave(chave)
  if (issue === undefined) return
  const reason = issue.code === 'CHAVE_CHECK_DIGITS' ? 'check-digits' : 'chave-form'
  warn('PAYLOAD_RULES', { reason, path: ['chave'] })
}

const DIGITS = /[1-9]/

function isZero(amount: string): boolean {
  return !DIGITS.test(amount)
}

/** Twelve digits at most, so sums of a few stay exact. */
function centavos(amount: string | undefined): number {
  return amount === undefined ? 0 : Number(amount.replace('.', ''))
}

function failure(reason: ReasonOf<'PAYLOAD_RULES'>, path: Path): Error {
  return payloadFailure('PAYLOAD_RULES', { reason, path })
}
