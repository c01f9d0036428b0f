/**
 * Money as API Pix writes it.
 *
 * @module
 */
import { centavosFromValor } from '@pixkit/core/valor'

/** Money, or a percentage: up to ten digits, a point, two digits. Zeros in front are within the pattern of the norm. */
export const VALOR: RegExp = /^\d{1,10}\.\d{2}$/

/** Centavos of a decimal text, hundredths of a percentage; `undefined` for anything else. */
export function centavosOf(value: unknown): number | undefined {
  return typeof value === 'string' && VALOR.test(value) ? centavosFromValor(value.replace(/^0+(?=\d)/, '')) : undefined
}
