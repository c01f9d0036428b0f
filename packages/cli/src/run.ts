/**
 * From a call to an exit code.
 *
 * @module
 */
import { isPixkitError } from '@pixkit/core/error'
import type { Issue } from '@pixkit/core/issue'
import { COMMANDS } from './commands/commands.ts'
import { type Command, writeLines } from './internal/command.ts'
import { exitCodeOf, failure, issueOf } from './internal/failure.ts'
import { commandHelp, generalHelp } from './internal/help.ts'
import { type Options, parseOptions, tokenize } from './internal/parse-options.ts'
import { reportJson, reportText } from './internal/report-error.ts'
import { suggest } from './internal/suggest.ts'
import type { Io, Output } from './io.ts'
import { chooseLanguage, LANGUAGE_TAGS } from './language.ts'
import { createScreen } from './render/screen.ts'

const GLOBALS: Options = {
  json: { type: 'boolean', text: 'optionJson' },
  lang: { type: 'string', choices: LANGUAGE_TAGS, text: 'optionLang' },
  color: { type: 'boolean', text: 'optionColor' },
  'no-color': { type: 'boolean', text: 'optionNoColor' },
  help: { type: 'boolean', short: 'h', text: 'optionHelp' },
  version: { type: 'boolean', text: 'optionVersion' },
}
const ALL_OPTIONS: Options = Object.assign({}, ...COMMANDS.map(({ options }) => options), GLOBALS)
const HELP_COMMAND = 'help'
const BEGINS_LIKE_A_CODE = /^000201/
const SAFE_TO_REPEAT = /^[\w-]{1,20}$/

/**
 * Runs a call of `pix`. Touches nothing but `io`.
 *
 * @param argv - Words after the name of the program.
 * @returns 0 fine, 1 the thing is bad (code or fields refused, input unreadable), 2 the call is bad.
 *
 * @example
 * ```ts
 * import { run } from '@pixkit/cli'
 *
 * const written: string[] = []
 * const output = { write: (text: string) => void written.push(text), isTTY: false }
 * const stdin = { isTTY: true, async *read() {} }
 *
 * await run(['--version'], { stdin, stdout: output, stderr: output, env: {}, version: '1.2.3' }) // 0
 * written // ['1.2.3\n']
 * ```
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const call = readCall(argv)
  const { flags } = call
  const language = chooseLanguage(call.lang, io.env)
  const stdout = createScreen(io.stdout, language, hasColor(flags, io.stdout, io.env))
  const stderr = createScreen(io.stderr, language, hasColor(flags, io.stderr, io.env))
  const json = asksForJson(argv)
  const report = (issues: readonly Issue[]): void =>
    json ? reportJson(io, issues, language) : reportText(io, issues, stderr)
  try {
    const command = findCommand(call.command)
    if (flags.has('help') || call.command === HELP_COMMAND) {
      const topic = call.command === HELP_COMMAND ? findCommand(call.topic) : command
      const part = call.command === HELP_COMMAND ? call.part : call.topic
      const lines =
        topic === undefined ? generalHelp(COMMANDS, GLOBALS, stdout) : commandHelp(topic, part, GLOBALS, stdout)
      writeLines(io.stdout, lines)
      return 0
    }
    if (flags.has('version')) {
      io.stdout.write(`${io.version}\n`)
      return 0
    }
    const help = `pix ${command === undefined ? '' : `${command.name} `}--help`
    const options = parseOptions(call.rest, { ...command?.options, ...GLOBALS }, help)
    if (options.issues.length > 0) {
      report(options.issues)
      return 2
    }
    if (command === undefined) throw failure('CLI_COMMAND_MISSING', { help })
    return await command.run({ io, language, json, options, help, stdout, stderr })
  } catch (error) {
    if (!isPixkitError(error)) throw error
    report([issueOf(error)])
    return exitCodeOf(error.code)
  }
}

interface Call {
  readonly command: string | undefined
  /** The argument after the command. */
  readonly topic: string | undefined
  /** The argument after that: `pix help encode static`. */
  readonly part: string | undefined
  /** The call without the command. */
  readonly rest: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly lang: string | undefined
}

/** Finds the command and what concerns every command, before anything is judged: a refusal too has a language. */
function readCall(argv: readonly string[]): Call {
  const flags = new Set<string>()
  let lang: string | undefined
  const positions: number[] = []
  for (const token of tokenize(argv, ALL_OPTIONS)) {
    if (token.kind === 'positional') positions.push(token.index)
    if (token.kind !== 'option') continue
    if (token.name === 'lang') lang = token.value
    else if (token.value === undefined) flags.add(token.name)
  }
  const [command, topic, part] = positions
  return {
    command: command === undefined ? undefined : argv[command],
    topic: topic === undefined ? undefined : argv[topic],
    part: part === undefined ? undefined : argv[part],
    rest: argv.filter((_, index) => index !== command),
    flags,
    lang,
  }
}

/** A program that asks for JSON gets it also when `--json` stands where it cannot be read: `--json=1`, `--chave --json`. */
function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  return (end === -1 ? argv : argv.slice(0, end)).some((word) => word === '--json' || word.startsWith('--json='))
}

function findCommand(name: string | undefined): Command | undefined {
  if (name === undefined || name === HELP_COMMAND) return undefined
  const command = COMMANDS.find((known) => known.name === name)
  if (command !== undefined) return command
  const suggestion = BEGINS_LIKE_A_CODE.test(name)
    ? 'pix decode'
    : suggest(
        name,
        COMMANDS.map((known) => known.name),
      )
  // What looks like no command may be a key or a code: it is not repeated.
  const params = { command: SAFE_TO_REPEAT.test(name) && !/\d{6}/.test(name) ? name : '…', help: 'pix --help' }
  throw failure('CLI_COMMAND_UNKNOWN', suggestion === undefined ? params : { ...params, suggestion })
}

function hasColor(flags: ReadonlySet<string>, output: Output, env: Io['env']): boolean {
  if (flags.has('no-color')) return false
  if (flags.has('color')) return true
  return output.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
}
