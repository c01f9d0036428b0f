/**
 * The outside world as the commands see it, so that a test can be the world.
 *
 * @module
 */
import type { Transport } from '@pixkit/http'
import type { Sandbox, SandboxOptions } from '@pixkit/sandbox'

export interface Output {
  write(text: string): void
  /** Writes bytes as they are; absent where only text can be shown. */
  writeBytes?(bytes: Uint8Array): void
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

/** Errors carry the `code` of the system, such as `EEXIST`. */
export interface Files {
  /** Opens a file. What goes wrong, from the first byte on, comes out of the iteration. */
  read(path: string): AsyncIterable<Uint8Array>
  /** Whether anything has that name, a link to nowhere too. */
  exists(path: string): Promise<boolean>
  /**
   * Writes a new file; fails with `EEXIST` where anything has that name.
   *
   * @param mode - Permissions, from the first byte on; those of the system when absent.
   */
  create(path: string, bytes: Uint8Array, mode?: number): Promise<void>
  /** Writes a file, new or in the place of an old one. */
  replace(path: string, bytes: Uint8Array, mode?: number): Promise<void>
  /** Makes a folder, and those that lead to it; fine when it is there. */
  makeFolder(path: string): Promise<void>
}

/** What is needed to ask strangers on the internet, and banks. */
export interface Network {
  /**
   * Opens a transport that reaches public hosts only.
   *
   * @param ca - Roots in PEM, trusted instead of those of the system.
   */
  open(ca?: readonly string[]): Promise<Transport & AsyncDisposable>
  /** Opens a transport to a bank that the caller names. */
  openBank(files: BankFiles): Promise<Transport & AsyncDisposable>
}

export interface BankFiles {
  /** The client's certificate and the authorities above it, in PEM. */
  readonly cert?: string | undefined
  /** In PEM. */
  readonly key?: string | undefined
  /** Authorities in PEM, trusted besides those of the system. */
  readonly ca?: readonly string[] | undefined
  /** Also `http:`, on this machine. */
  readonly allowInsecureRequests: boolean
}

/** Where a sandbox can run. */
export interface SandboxHost {
  create(options: SandboxOptions): Promise<Sandbox>
  /** The whole path of one that was given: what is printed works in any folder. */
  resolve(path: string): string
  /** Comes when a person ends the program. */
  interrupted(): Promise<void>
}

export interface Io {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  /** Absent where there are none: every file is refused then. */
  readonly files?: Files | undefined
  /** Absent where there is none: what would ask a host is refused then. */
  readonly network?: Network | undefined
  /** Absent where nothing can listen. */
  readonly sandboxHost?: SandboxHost | undefined
  /** Asks a person for a passphrase without showing it; `undefined` is no answer. Absent where nobody can answer. */
  readonly askSecret?: ((question: string) => Promise<string | undefined>) | undefined
  /** Milliseconds since 1970; the clock of the system when absent. */
  readonly now?: (() => number) | undefined
  readonly env: Readonly<Record<string, string | undefined>>
  /** What `--version` prints. */
  readonly version: string
}
