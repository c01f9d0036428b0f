/**
 * The options of `pix verify` that are no files.
 *
 * @module
 */
import { TOLERANCES, type Tolerance, type VerifyOptions } from '@pixkit/payload/verify-options'
import type { Context } from '../command.ts'
import { failure } from '../failure.ts'
import { suggest } from '../suggest.ts'

export type Settings = Pick<VerifyOptions, 'dpp' | 'now' | 'strict' | 'tolerate'> & {
  readonly codMun?: string | undefined
}

const DATE = /^\d{4}-\d\d-\d\d$/
const MUNICIPALITY = /^\d{7}$/
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/

/** @throws {PixkitError} `CLI_OPTION_FORMAT`, `CLI_OPTION_CHOICE`. */
export function readSettings(context: Context): Settings {
  const { flags } = context.options
  return {
    now: readInstant(context),
    dpp: readFormat(context, 'dpp', DATE, '2026-11-25'),
    codMun: readFormat(context, 'cod-mun', MUNICIPALITY, '3550308'),
    strict: flags.has('strict'),
    tolerate: readTolerances(context),
  }
}

function readFormat({ options, help }: Context, option: string, format: RegExp, expected: string): string | undefined {
  const text = options.values.get(option)
  if (text !== undefined && !format.test(text)) {
    throw failure('CLI_OPTION_FORMAT', { option: `--${option}`, expected, help })
  }
  return text
}

function readInstant({ options, now, help }: Context): number {
  const text = options.values.get('at')
  if (text === undefined) return now
  const instant = INSTANT.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(instant)) {
    throw failure('CLI_OPTION_FORMAT', { option: '--at', expected: '2026-11-25T12:00:00Z', help })
  }
  return instant
}

function readTolerances({ options, help }: Context): readonly Tolerance[] {
  const words = options.values.get('tolerate')?.split(',') ?? []
  return words.map((word) => {
    const known = TOLERANCES.find((name) => name === word)
    if (known === undefined) {
      const near = suggest(word, TOLERANCES)
      const params = { option: '--tolerate', choices: TOLERANCES.join(', '), help }
      throw failure('CLI_OPTION_CHOICE', near === undefined ? params : { ...params, suggestion: near })
    }
    return known
  })
}
