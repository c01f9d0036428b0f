/**
 * Options and arguments of a call.
 *
 * @module
 */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Texts } from '../texts/texts.ts'
import type { Issue, Params } from '@pixkit/core/issue'
import type { UsageErrorCode } from '../codes.ts'
import { suggestChoice, suggestOption } from './aliases.ts'

export interface Option {
  readonly type: 'boolean' | 'string'
  readonly short?: string | undefined
  /** What the help calls the value; without it, the choices. */
  readonly value?: string | undefined
  readonly choices?: readonly string[] | undefined
  readonly text: keyof Texts
}

export type Options = Readonly<Record<string, Option>>

export interface ParsedOptions {
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
  readonly positionals: readonly string[]
  /** Everything that is wrong with the options. */
  readonly issues: readonly Issue<UsageErrorCode>[]
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
 * Reads options and arguments, and judges them all: one call shows everything that is wrong with it.
 *
 * @param help - Call that shows the help, such as `pix decode --help`.
 */
export function parseOptions(args: readonly string[], options: Options, help: string): ParsedOptions {
  const flags = new Set<string>()
  const values = new Map<string, string>()
  const positionals: string[] = []
  const issues: Issue<UsageErrorCode>[] = []
  const refuse = (code: UsageErrorCode, params: Params, suggestion?: string): void => {
    const all = suggestion === undefined ? { ...params, help } : { ...params, help, suggestion }
    issues.push({ code, severity: 'error', path: [], params: all })
  }
  for (const token of tokenize(args, options)) {
    if (token.kind === 'option-terminator') continue
    if (token.kind === 'positional') {
      positionals.push(token.value)
      continue
    }
    const { name, rawName, value, inlineValue } = token
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined) {
      const near = name.length > 1 ? suggestOption(name, Object.keys(options)) : undefined
      refuse('CLI_OPTION_UNKNOWN', { option: rawName }, near === undefined ? undefined : `--${near}`)
    } else if (option.type === 'boolean') {
      if (value !== undefined) refuse('CLI_OPTION_VALUE_UNEXPECTED', { option: rawName })
      flags.add(name)
    } else if (value === undefined || (inlineValue !== true && value.length > 1 && value.startsWith('-'))) {
      refuse('CLI_OPTION_VALUE_MISSING', { option: rawName })
    } else if (values.has(name)) {
      // Two amounts or two keys in one call: no guess about which one is meant.
      refuse('CLI_OPTION_REPEATED', { option: rawName })
    } else if (option.choices !== undefined && !option.choices.includes(value)) {
      const { choices } = option
      refuse('CLI_OPTION_CHOICE', { option: rawName, choices: choices.join(', ') }, suggestChoice(value, choices))
    } else values.set(name, value)
  }
  return { flags, values, positionals, issues }
}
