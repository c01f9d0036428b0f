/**
 * Money: the decimal string of the norms, and integer centavos.
 *
 * @module
 */
import { assertString, errorFromIssue, type PixkitError } from './error.ts'
import { messages } from './messages/en.ts'

export type ValorErrorCode = 'VALOR_CENTAVOS_INVALID' | 'VALOR_FORMAT'

const VALOR = /^(?:0|[1-9]\d{0,9})\.\d{2}$/
const MAX_CENTAVOS = 999_999_999_999

/**
 * Writes centavos as the decimal string of API Pix and the BR Code.
 *
 * @param centavos - Integer from 0 to 999,999,999,999 (ten digits of reais).
 * @returns Reais with a dot and two decimals, without leading zeros.
 * @throws {PixkitError} `VALOR_CENTAVOS_INVALID`: not an integer, negative, too large, or not a number.
 *
 * @example
 * ```ts
 * import { valorFromCentavos } from '@pixkit/core/valor'
 *
 * valorFromCentavos(12345) // '123.45'
 * valorFromCentavos(7) // '0.07'
 * ```
 *
 * @see API Pix 2.9.0, every money field: `\d{1,10}\.\d{2}`.
 */
export function valorFromCentavos(centavos: number): string {
  if (!Number.isInteger(centavos) || centavos < 0 || centavos > MAX_CENTAVOS) {
    throw failure('VALOR_CENTAVOS_INVALID')
  }
  const digits = String(centavos).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/**
 * Reads a decimal string into integer centavos, refusing every text that would not come back the same.
 *
 * @param text - One to ten digits without leading zeros, a dot, two digits: `'0.07'`, `'123.45'`.
 * @returns Integer centavos, 0 to 999,999,999,999.
 * @throws {PixkitError} `VALOR_FORMAT`: anything else, such as `'1.005'`, `'10'`, `'1,00'`, `'1e21'`.
 * @throws {TypeError} `text` is not a string: a float has already lost its centavos.
 *
 * @example
 * ```ts
 * import { centavosFromValor } from '@pixkit/core/valor'
 *
 * centavosFromValor('123.45') // 12345
 * ```
 *
 * @see API Pix 2.9.0, every money field: `\d{1,10}\.\d{2}`.
 */
export function centavosFromValor(text: string): number {
  assertString(text, 'text')
  if (!VALOR.test(text)) throw failure('VALOR_FORMAT')
  return Number(text.slice(0, -3) + text.slice(-2))
}

function failure(code: ValorErrorCode): PixkitError<ValorErrorCode> {
  return errorFromIssue({ code, path: [], params: {} }, messages)
}
