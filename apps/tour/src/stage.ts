/**
 * What a stop of the tour does on the screen.
 *
 * @module
 */
import { type Io, run } from '@pixkit/cli'
import { type Screen, wrapWords } from '@pixkit/cli/render'
import { memoryFiles } from './memory-files.ts'
import type { Texts } from './texts/texts.ts'

export interface Stage {
  readonly texts: Texts
  readonly screen: Screen
  readonly say: (text: string) => void
  /** Prints lines as they are, and an empty one behind them. */
  readonly print: (lines: readonly string[]) => void
  /** Files that calls of `pix` find, by name; there are no others. */
  readonly files: Map<string, Uint8Array>
  /** Lets calls of `pix` ask the hosts of a network; without it there is none. */
  readonly connect: (network: Io['network']) => void
  /** Shows a call of `pix` and what it prints. */
  readonly pix: (...args: readonly string[]) => Promise<void>
}

/** Words that a shell leaves alone. */
const PLAIN = /^[\w@%+=:,./-]+$/

export function createStage(io: Io, screen: Screen, texts: Texts, color: boolean): Stage {
  const write = (lines: readonly string[]): void => io.stdout.write(lines.map((line) => `${line}\n`).join(''))
  // Refusals belong between the sentences of the tour, so both streams are one.
  const files = new Map<string, Uint8Array>()
  let network: Io['network']
  const globals = ['--lang', screen.language.tag, color ? '--color' : '--no-color']
  return {
    texts,
    screen,
    files,
    connect: (connected) => void (network = connected),
    say: (text) => write([...wrapWords(text, screen.proseColumns), '']),
    print: (lines) => write([...lines, '']),
    pix: async (...args) => {
      const words = args.map((word) => (PLAIN.test(word) ? word : `'${word}'`))
      write([screen.style('cyan', `$ pix ${words.join(' ')}`), ''])
      const inner: Io = { ...io, stderr: io.stdout, files: memoryFiles(files), network }
      await run([...args, ...globals], inner)
      write([''])
    },
  }
}
