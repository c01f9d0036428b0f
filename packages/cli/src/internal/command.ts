/**
 * What a command is: data, and one function.
 *
 * @module
 */
import type { Io } from '../io.ts'
import type { Language } from '../language.ts'
import type { Screen } from '../render/screen.ts'
import type { Texts } from '../texts/texts.ts'
import type { Options, ParsedOptions } from './parse-options.ts'
import { stringify } from './stringify.ts'

export interface Context {
  readonly io: Io
  readonly language: Language
  /** Whether standard output is to be one JSON document. */
  readonly json: boolean
  readonly options: ParsedOptions
  /** The moment of the call, milliseconds since 1970. */
  readonly now: number
  /** Call that shows the help of the command. */
  readonly help: string
  readonly stdout: Screen
  readonly stderr: Screen
}

export interface Example {
  readonly text: keyof Texts
  readonly call: string
}

/** What the first argument of a command may be, and which options go with it. */
export interface Topic {
  readonly name: string
  readonly text: keyof Texts
  readonly required: readonly string[]
  readonly optional: readonly string[]
}

export interface Command {
  /** Words after `pix`. */
  readonly name: string
  readonly summary: keyof Texts
  readonly details: keyof Texts
  /** Arguments by the names of their texts, with what may stand in their place. */
  readonly usage: (texts: Texts) => string
  readonly options: Options
  readonly topics?: readonly Topic[] | undefined
  readonly examples: readonly Example[]
  /** @returns Exit code. */
  run(context: Context): Promise<number>
}

/** Commands that share a first word: `pix cert inspect`. */
export interface CommandGroup {
  readonly name: string
  readonly summary: keyof Texts
  readonly details: keyof Texts
  /** Named in full: `cert inspect`. */
  readonly commands: readonly Command[]
}

export function isGroup(entry: Command | CommandGroup): entry is CommandGroup {
  return 'commands' in entry
}

export function writeLines(output: { write(text: string): void }, lines: readonly string[]): void {
  output.write(lines.map((line) => `${line.trimEnd()}\n`).join(''))
}

/** Tells a person in front of a terminal what is awaited: an empty screen looks like a command that hangs. */
export function promptForInput({ io, stderr }: Context, text: 'promptCode' | 'promptFields' | 'promptText'): void {
  if (io.stdin.isTTY) writeLines(io.stderr, [stderr.style('dim', stderr.language.texts[text])])
}

export function writeJson(context: Context, document: unknown): void {
  context.io.stdout.write(stringify(document))
}
