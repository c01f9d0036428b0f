/**
 * The outside world as the commands see it, so that a test can be the world.
 *
 * @module
 */

export interface Output {
  write(text: string): void
  /** Whether a person is looking: colours and line breaks are for terminals only. */
  readonly isTTY: boolean
  /** Width of the terminal; `undefined` when the output is no terminal. */
  readonly columns?: number | undefined
}

export interface Input {
  /** Whether a person would have to type. */
  readonly isTTY: boolean
  /** Opens the stream; called at most once, and only when a command reads it. */
  read(): AsyncIterable<Uint8Array>
}

export interface Io {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  /** What `--version` prints. */
  readonly version: string
}
