/**
 * Exact arithmetic with money and percentages: whole centavos, and hundredths of a percent.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { valorFromCentavos } from '@pixkit/core/valor'
import { bacenFailure } from './failure.ts'

/** What becomes of a part of a centavo: half and more is one; half goes to the even centavo (ABNT NBR 5891); dropped. */
export type Rounding = 'half-up' | 'half-even' | 'down'

const VALOR = /^\d{1,10}\.\d{2}$/
const MAX_CENTAVOS = 999_999_999_999n

/** Hundredths of what a text says: centavos of reais, hundredths of a percent. Zeros in front are within the norm's pattern. */
export function hundredths(text: unknown, path: Path): bigint {
  if (typeof text !== 'string' || !VALOR.test(text)) throw bacenFailure('BACEN_CALCULO', { reason: 'valor', path })
  return BigInt(text.replace('.', ''))
}

/** Writes centavos as API Pix does. */
export function writeValor(centavos: bigint): string {
  if (centavos > MAX_CENTAVOS) throw bacenFailure('BACEN_CALCULO', { reason: 'too-large', path: ['valor'] })
  return valorFromCentavos(Number(centavos))
}

/** A fraction of no less than zero as a whole number. */
export function rounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  const whole = numerator / denominator
  const rest = 2n * (numerator % denominator)
  if (rounding === 'down' || rest < denominator) return whole
  if (rest > denominator || rounding === 'half-up') return whole + 1n
  return whole + (whole % 2n)
}
