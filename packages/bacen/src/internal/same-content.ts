/**
 * Whether the bank has what was sent.
 *
 * @module
 */
import { instantMs, isDateTime } from '@pixkit/core/dates'
import type { Path } from '@pixkit/core/issue'
import { isMembers } from './members.ts'
import { isSameChave } from './same-chave.ts'
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
 * Looks for everything that was sent in what the bank has. What the bank has beyond is no difference, nor are other spellings of the
 * same amount, key, document, number or instant.
 *
 * @returns The first member that is missing or different; `undefined` when there is none.
 */
export function findDifference(sent: unknown, stored: unknown, path: Path = []): Path | undefined {
  const name = path.at(-1)
  if (sent === undefined || sent === null) return undefined
  if (stored === undefined || stored === null) return isNothing(sent, name) ? undefined : path
  if (Array.isArray(sent)) {
    if (!Array.isArray(stored) || stored.length !== sent.length) return path
    return firstOf(sent.map((item, index) => () => findDifference(item, stored[index], [...path, index])))
  }
  if (isMembers(sent)) {
    if (!isMembers(stored)) return path
    return firstOf(
      Object.keys(sent).map((key) => () => {
        const kept = Object.hasOwn(stored, key) ? stored[key] : undefined
        return findDifference(sent[key], kept, [...path, key])
      }),
    )
  }
  return isSame(sent, stored, name) ? undefined : path
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
    return Object.entries(value).every(([key, member]) => isNothing(member, key))
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
  if (name === 'chave') return isSameChave(one, other)
  if (name === 'cpf' || name === 'cnpj' || name === 'cep') return bare(one) === bare(other)
  return false
}

const plain = (value: unknown): string => String(value).trim().normalize('NFC')
const bare = (text: string): string => text.replaceAll(PUNCTUATION, '').toUpperCase()
const secondOf = (instant: string): number => Math.floor(instantMs(instant) / SECOND_MS)
