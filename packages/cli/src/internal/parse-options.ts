/**
 * Options and arguments of a call.
 *
 * @module
 */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Texts } from '../texts/texts.ts'
import { failure } from './failure.ts'
import { suggest } from './suggest.ts'

export interface Option {
  readonly type: 'boolean' | 'string'
  readonly short?: string | undefined
  /** What the help calls the value. */
  readonly value?: string | undefined
  readonly choices?: readonly string[] | undefined
  readonly text: keyof Texts
}

export type Options = Readonly<Record<string, Option>>

export interface ParsedOptions {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly positionals: readonly string[]
}

type Token =
  | {
      kind: 'option'
      name: string
      rawName: string
      value: string | undefined
      inlineValue: boolean | undefined
      index: number
    }
  | { kind: 'positional'; value: string; index: number }
  | { kind: 'option-terminator'; index: number }

/**
 * Takes a call apart without judging it: `parseArgs` in its lenient mode never throws, and its tokens let the refusals be written in
 * both languages.
 */
export function tokenize(args: readonly string[], options: Options): readonly Token[] {
  const config: NonNullable<ParseArgsConfig['options']> = {}
  for (const [name, { type, short }] of Object.entries(options)) {
    config[name] = short === undefined ? { type } : { type, short }
  }
  return parseArgs({ args: [...args], options: config, strict: false, allowPositionals: true, tokens: true }).tokens
}

/**
 * Reads options and arguments, and refuses what the command does not have.
 *
 * @param help - Call that shows the help, such as `pix decode --help`.
 * @throws {PixkitError} `CLI_OPTION_…`
 */
export function parseOptions(args: readonly string[], options: Options, help: string): ParsedOptions {
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const positionals: string[] = []
  for (const token of tokenize(args, options)) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      positionals.push(token.value)
      continue
    }
    const { name, rawName, value, inlineValue } = token
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined) throw unknownOption(rawName, name, options, help)
    if (option.type === 'boolean') {
      if (value !== undefined) throw failure('CLI_OPTION_VALUE_UNEXPECTED', { option: rawName, help })
      flags.add(name)
      continue
    }
    if (value === undefined || (inlineValue !== true && value.length > 1 && value.startsWith('-'))) {
      throw failure('CLI_OPTION_VALUE_MISSING', { option: rawName, help })
    }
    // Two amounts or two keys in one call: no guess about which one is meant.
    if (values.has(name)) throw failure('CLI_OPTION_REPEATED', { option: rawName, help })
    if (option.choices !== undefined && !option.choices.includes(value)) {
      const suggestion = suggest(value, option.choices)
      const params = { option: rawName, choices: option.choices.join(', '), help }
      throw failure('CLI_OPTION_CHOICE', suggestion === undefined ? params : { ...params, suggestion })
    }
    values.set(name, value)
  }
  return { flags, values, positionals }
}

function unknownOption(rawName: string, name: string, options: Options, help: string): Error {
  const suggestion = name.length > 1 ? suggest(name, Object.keys(options)) : undefined
  const params = { option: rawName, help }
  return failure('CLI_OPTION_UNKNOWN', suggestion === undefined ? params : { ...params, suggestion: `--${suggestion}` })
}
