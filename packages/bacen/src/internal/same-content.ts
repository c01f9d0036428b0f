/**
 * Whether the bank has what was sent.
 *
 * @module
 */
import { dayInSaoPaulo, instantMs, isDate, isDateTime } from '@pixkit/core/dates'
import type { Path } from '@pixkit/core/issue'
import { isAbsent, isMembers } from './members.ts'
import { isSameChave } from './same-chave.ts'
import { mayBeUnderMask } from './under-mask.ts'
import { VALOR } from './valor.ts'

/**
 * What a bank fills in where nothing was sent, and may leave out where it was.
 *
 * @see API Pix 2.9.0, CobBase (expiracao), CobDataDeVencimento (validadeAposVencimento), modalidadeAlteracao, DevolucaoNatureza.
 */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  expiracao: 86_400,
  modalidadeAlteracao: 0,
  natureza: 'ORIGINAL',
  validadeAposVencimento: 30,
}

const DECIMAL = /^\d{1,12}(?:\.\d{1,4})?$/
const ZERO = /^0+(?:\.0+)?$/
const PUNCTUATION = /[./\s-]/g
const SECOND_MS = 1_000

/**
 * Looks for what was sent in what the bank shows. What the bank has beyond, leaves out or masks is no difference, nor are other spellings
 * of the same amount, key, document, account, number, day or instant.
 *
 * @returns The first member that is there and different; `undefined` when there is none.
 */
export function findDifference(sent: unknown, shown: unknown, path: Path = []): Path | undefined {
  if (isAbsent(sent) || isAbsent(shown)) return undefined
  if (Array.isArray(sent)) {
    if (!Array.isArray(shown) || shown.length !== sent.length) return path
    const [one, other] = [byDate(sent), byDate(shown)]
    return firstOf(one.map((item, index) => () => findDifference(item, other[index], [...path, index])))
  }
  if (isMembers(sent)) {
    if (!isMembers(shown)) return path
    return firstOf(
      Object.keys(sent).map((key) => () => {
        const kept = Object.hasOwn(shown, key) ? shown[key] : undefined
        return findDifference(sent[key], kept, [...path, key])
      }),
    )
  }
  return isSame(sent, shown, path.at(-1)) ? undefined : path
}

/** Discounts, in any order. */
function byDate(list: readonly unknown[]): readonly unknown[] {
  const dateOf = (item: unknown): unknown => (isMembers(item) ? item['data'] : undefined)
  const isDated = list.every((item) => typeof dateOf(item) === 'string')
  return isDated ? [...list].sort((one, other) => (String(dateOf(one)) < String(dateOf(other)) ? -1 : 1)) : list
}

function firstOf(looks: readonly (() => Path | undefined)[]): Path | undefined {
  for (const look of looks) {
    const found = look()
    if (found !== undefined) return found
  }
  return undefined
}

/** What says the same as nothing: an empty text, list or object, a fine or discount of zero, or the default. */
export function isNothing(value: unknown, name: Path[number] | undefined): boolean {
  if (typeof value === 'string' && value.trim() === '') return true
  if (Array.isArray(value)) return value.length === 0
  if (isMembers(value)) {
    if (ZERO.test(String(value['valorPerc']))) return true
    return Object.entries(value).every(([key, member]) => key === 'modalidade' || isNothing(member, key))
  }
  if (value === undefined || value === null) return true
  return name !== undefined && Object.hasOwn(DEFAULTS, name) && isSame(DEFAULTS[name], value, name)
}

function isSame(sent: unknown, stored: unknown, name: Path[number] | undefined): boolean {
  if (sent === stored) return true
  // Numbers as texts, and the other way round: old answers of Efí.
  if (typeof stored === 'object') return false
  const [one, other] = [plain(sent), plain(stored)]
  if (one === other) return true
  if (VALOR.test(one) && DECIMAL.test(other)) return Number(one) === Number(other)
  if (isDateTime(one) && isDateTime(other)) return secondOf(one) === secondOf(other)
  if (isDate(one)) return one === dayOf(other)
  if (name === 'natureza') return one.toUpperCase() === other.toUpperCase()
  if (name !== undefined && NUMBERS.has(name)) {
    const [own, found] = [bare(one), bare(other)]
    return withoutZeros(own) === withoutZeros(found) || mayBeUnderMask(own, found.replaceAll(CROSSES, '*')) === true
  }
  return (name === 'chave' && isSameChave(one, other)) || mayBeUnderMask(one, other) === true
}

/** What banks write with marks, or as a number without the zeros in front. */
const NUMBERS: ReadonlySet<Path[number]> = /* @__PURE__ */ new Set([
  'agencia',
  'cep',
  'cnpj',
  'codigoBanco',
  'conta',
  'cpf',
])
/** Some hide with crosses, of which a document has no two. */
const CROSSES = /X{2,}/g

/** The begin of a day in UTC, or a time without a zone: how a day looks to a program that knows instants only. */
const DAY_AS_INSTANT = /^(\d{4}-\d{2}-\d{2})T(?:00:00:00(?:\.0+)?(?:Z|[+-]00:00)|[\d:.]+)$/i

/** The day that an instant is written for. */
function dayOf(text: string): string | undefined {
  const [, day] = DAY_AS_INSTANT.exec(text) ?? []
  if (day !== undefined) return day
  return isDateTime(text) ? dayInSaoPaulo(instantMs(text)) : undefined
}

const plain = (value: unknown): string => String(value).trim().normalize('NFC')
const bare = (text: string): string => text.replaceAll(PUNCTUATION, '').toUpperCase()
const withoutZeros = (text: string): string => text.replace(/^0+/, '')
const secondOf = (instant: string): number => Math.floor(instantMs(instant) / SECOND_MS)
