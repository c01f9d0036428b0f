/**
 * Keys of DICT, however they are spelled.
 *
 * @module
 */
import { safeParseChave } from '@pixkit/core/chave'

const PUNCTUATION = /[\s()./+-]/g
const DIGITS = /^\d+$/
/** With or without the country's code, which may be written as it is dialled. */
const TELEFONE = /^(?:(?:00)?55)?(\d{10,11})$/
const [CPF, CNPJ] = [11, 14]
const EVP = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/

/**
 * Whether two texts can be read as the same key: banks leave out the `+55` of telephones or write it `0055`, zeros in front of documents and hyphens of EVPs.
 *
 * Which of two kinds eleven digits are is not asked, as both texts are of one charge.
 */
export function isSameChave(one: string, other: string): boolean {
  if (one === other) return true
  const readings = readingsOf(other)
  return readingsOf(one).some((reading) => readings.includes(reading))
}

function readingsOf(text: string): readonly string[] {
  const chave = safeParseChave(text)
  if (chave.ok && chave.value.tipo !== 'cpf') return [chave.value.valor]
  const bare = text.replaceAll(PUNCTUATION, '').toLowerCase()
  if (EVP.test(bare)) return [bare.replace(EVP, '$1-$2-$3-$4-$5')]
  if (!DIGITS.test(bare)) return [text]
  const [, telefone] = TELEFONE.exec(bare) ?? []
  const documento = bare.padStart(bare.length > CPF ? CNPJ : CPF, '0')
  return telefone === undefined ? [documento] : [documento, `+55${telefone}`]
}
