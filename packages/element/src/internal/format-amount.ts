/**
 * Amounts as people of a language write them.
 *
 * @module
 */
import type { Language } from './language.ts'

/** Digits that a group mark follows. */
const THOUSANDS = /\B(?=(?:\d{3})+$)/g

/** Writes `'1234.50'` as `R$ 1.234,50` or `R$ 1,234.50`, by its characters: a float would lose centavos. */
export function formatAmount(amount: string, language: Language): string {
  const [reais = '', centavos = ''] = amount.split('.')
  const [group, decimal] = language === 'en' ? [',', '.'] : ['.', ',']
  return `R$\u00a0${reais.replace(THOUSANDS, group)}${decimal}${centavos}`
}
