/**
 * Exact arithmetic with money and percentages: whole centavos, and hundredths of a percent.
 *
 * @module
 */
import type { Path } from '@pixkit/core/issue'
import { valorFromCentavos } from '@pixkit/core/valor'
import { bacenFailure } from './failure.ts'
import { centavosOf } from './valor.ts'

/** What becomes of a part of a centavo: half and more is one; half goes to the even centavo (ABNT NBR 5891); dropped. */
export type Rounding = 'half-up' | 'half-even' | 'down'

const MAX_CENTAVOS = 999_999_999_999n

/** As {@link centavosOf}, of a member that must be there. */
export function hundredths(text: unknown, path: Path): bigint {
  const centavos = centavosOf(text)
  if (centavos === undefined) throw bacenFailure('BACEN_CALCULO', { reason: 'valor', path })
  return BigInt(centavos)
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
