/**
 * Amounts as people write them.
 *
 * @module
 */
import type { Language } from '../language.ts'

/** Writes an amount of the norm (`'1234.50'`) as people of the language do (`R$ 1.234,50`). */
export function formatAmount(amount: string, { tag }: Language): string {
  const [reais = '', centavos = ''] = amount.split('.')
  const [group, decimal] = tag === 'en' ? [',', '.'] : ['.', ',']
  return `R$ ${reais.replace(/\B(?=(?:\d{3})+$)/g, group)}${decimal}${centavos}`
}
