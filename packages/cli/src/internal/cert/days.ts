/**
 * Spans of days in a call: `30`, `30d`, `4w`.
 *
 * @module
 */
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'

const SPAN = /^(\d{1,5})([dw]?)$/
const DAYS_OF_WEEK = 7

/** @throws {PixkitError} `CLI_OPTION_FORMAT`. */
export function readDays({ options, help }: Context, option: string, byDefault: number): number {
  const text = options.values.get(option)
  if (text === undefined) return byDefault
  const [, digits, unit] = SPAN.exec(text) ?? []
  if (digits === undefined) throw failure('CLI_OPTION_FORMAT', { option: `--${option}`, expected: '30, 30d, 4w', help })
  return Number(digits) * (unit === 'w' ? DAYS_OF_WEEK : 1)
}
