/**
 * How a symbol is drawn, as options: `quietZone` is `--quiet-zone`.
 *
 * @module
 */
import { normalize } from 'node:path'
import type { Issue, Params } from '@pixkit/core/issue'
import type { QrLevel } from '@pixkit/qr/encode-qr'
import type { RenderTerminalOptions } from '@pixkit/qr/render-terminal'
import type { UsageErrorCode } from '../codes.ts'
import type { Texts } from '../texts/texts.ts'
import type { Context } from './command.ts'
import type { Options, ParsedOptions } from './parse-options.ts'
import { STDIO } from './read-code.ts'
import type { Wording } from './report-error.ts'

type Ground = NonNullable<RenderTerminalOptions['ground']>

const LEVELS = ['L', 'M', 'Q', 'H'] as const satisfies readonly QrLevel[]
const GROUNDS = ['any', 'dark', 'light'] as const satisfies readonly Ground[]

export const DRAW_OPTIONS: Options = {
  svg: { type: 'string', value: 'argumentFile', text: 'optionSvg' },
  png: { type: 'string', value: 'argumentFile', text: 'optionPng' },
  force: { type: 'boolean', text: 'optionForce' },
  any: { type: 'boolean', text: 'optionAny' },
  level: { type: 'string', choices: LEVELS, text: 'optionLevel' },
  'quiet-zone': { type: 'string', value: '0…40', text: 'optionQuietZone' },
  scale: { type: 'string', value: '1…64', text: 'optionScale' },
  size: { type: 'string', value: '1…10000', text: 'optionSize' },
  foreground: { type: 'string', value: '#000', text: 'optionForeground' },
  background: { type: 'string', value: '#fff', text: 'optionBackground' },
  title: { type: 'string', value: 'argumentTitle', text: 'optionTitle' },
  ground: { type: 'string', choices: GROUNDS, text: 'optionGround' },
  'symbol-version': { type: 'string', value: '1…40', text: 'optionSymbolVersion' },
  mask: { type: 'string', value: '0…7', text: 'optionMask' },
}

/** Options of `@pixkit/qr` that are called otherwise here: `--version` and `--color` belong to every command. */
const NAMES: Readonly<Record<string, string>> = {
  version: 'symbol-version',
  quietZone: 'quiet-zone',
  color: 'foreground',
}
/** What an option is good for. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  scale: ['png'],
  size: ['svg'],
  title: ['svg'],
  foreground: ['svg', 'png'],
  background: ['svg', 'png'],
}

export interface DrawOptions {
  readonly level: QrLevel | undefined
  readonly version: number | undefined
  readonly mask: number | undefined
  readonly quietZone: number | undefined
  readonly scale: number | undefined
  readonly size: number | undefined
  readonly color: string | undefined
  readonly background: string | undefined
  readonly title: string | undefined
  readonly ground: Ground | undefined
}

/** Takes the options over; bounds and colours are judged where they are used. */
export function drawOptions({ values }: ParsedOptions): DrawOptions {
  return {
    level: LEVELS.find((level) => level === values.get('level')),
    version: integer(values.get('symbol-version')),
    mask: integer(values.get('mask')),
    quietZone: integer(values.get('quiet-zone')),
    scale: integer(values.get('scale')),
    size: integer(values.get('size')),
    color: values.get('foreground'),
    background: values.get('background'),
    title: values.get('title'),
    ground: GROUNDS.find((ground) => ground === values.get('ground')),
  }
}

/** `Number` would take `0x10`, `1e1` and blanks, too. */
function integer(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d+$/.test(text) ? Number(text) : Number.NaN
}

/** The finding of a renderer about the option that it came from. */
export function optionIssue(issue: Issue): Issue {
  return { ...issue, path: issue.path.map((option) => NAMES[option] ?? option) }
}

/** Writes options as they are typed, and tells what the command can do about a fault. */
export const DRAW_WORDING: Wording = {
  name: (issue) => ({ ...issue, path: issue.path.map((option) => `--${option}`) }),
  hint: ({ code }): keyof Texts | undefined => (code === 'QR_TERMINAL_NARROW' ? 'hintNarrow' : undefined),
}

const BEGINS_LIKE_A_CODE = /^000201/

/** Options that do nothing, or that cannot be had together. */
export function conflictsOf({ options, json, io, help }: Context): Issue<UsageErrorCode>[] {
  const { values, flags, positionals } = options
  const issues: Issue<UsageErrorCode>[] = []
  const refuse = (code: UsageErrorCode, params: Params = {}): void => {
    issues.push({ code, severity: 'error', path: [], params: { ...params, help } })
  }
  for (const [option, formats] of Object.entries(NEEDED)) {
    if (!values.has(option) || formats.some((format) => values.has(format))) continue
    const needed = formats.map((format) => `--${format}`).join(' | ')
    refuse('CLI_OPTION_NEEDS', { option: `--${option}`, needed })
  }
  const files = (['svg', 'png'] as const).filter((format) => values.has(format))
  for (const format of files) {
    const name = values.get(format) ?? ''
    // `--svg CODE` took the code for the name of a file.
    if (name === '' || BEGINS_LIKE_A_CODE.test(name)) refuse('CLI_OPTION_VALUE_MISSING', { option: `--${format}` })
  }
  const [first, second] = files.map((format) => `--${format}`)
  if (values.has('ground') && first !== undefined) refuse('CLI_OPTION_CONFLICT', { option: '--ground', other: first })
  const [svg, png] = (['svg', 'png'] as const).map((format) => normalize(values.get(format) ?? ''))
  if (first !== undefined && second !== undefined && svg === png) {
    refuse('CLI_OPTION_CONFLICT', { option: `${first} ${values.get('svg')}`, other: `${second} ${values.get('png')}` })
  }
  const printed = files.find((format) => values.get(format) === STDIO)
  if (printed !== undefined && json) refuse('CLI_OPTION_CONFLICT', { option: `--${printed} -`, other: '--json' })
  if (values.get('png') === STDIO && (io.stdout.isTTY || io.stdout.writeBytes === undefined)) {
    refuse('CLI_PICTURE_ON_TERMINAL')
  }
  if (flags.has('color') && positionals.length > 1 && positionals.some((word) => word.startsWith('#'))) {
    refuse('CLI_OPTION_VALUE_UNEXPECTED', { option: '--color', suggestion: '--foreground' })
  }
  return issues
}
