/** @module Runs the command in a world made for the test. */
import fc from 'fast-check'
import type { Files, Io } from '../src/io.ts'
import { run } from '../src/run.ts'

/** What stands at a path: bytes, or the error that the system gives. */
export type Entry = Uint8Array | 'EACCES' | 'EISDIR'

export interface World {
  readonly stdin?: string | Uint8Array | undefined
  /** Width of the terminal; no terminal when absent. */
  readonly columns?: number | undefined
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  /** Files by path; what the command writes is put in here. */
  readonly files?: Map<string, Entry> | undefined
  /** Filled with the permissions that files were written with, where the command sets them. */
  readonly modes?: Map<string, number> | undefined
  /** What a person answers when asked for a passphrase; nobody is there when absent. */
  readonly secret?: string | (() => string | undefined) | undefined
  /** Hosts that answer; there is no network when absent. */
  readonly network?: Io['network']
  readonly sandboxHost?: Io['sandboxHost']
  readonly now?: (() => number) | undefined
}

export interface Captured {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
  /** Bytes that went to standard output, if any did. */
  readonly bytes: Uint8Array | undefined
}

/** A report takes a hundred times the work of reading a code: a long run of the properties of the reader is enough. */
export function reportRuns(): { numRuns: number } {
  return { numRuns: Math.min(fc.readConfigureGlobal().numRuns ?? 1_000, 2_000) }
}

export async function capture(argv: readonly string[], world: World = {}): Promise<Captured> {
  const {
    stdin,
    columns,
    env = {},
    files = new Map<string, Entry>(),
    modes = new Map<string, number>(),
    secret,
  } = world
  let stdout = ''
  let stderr = ''
  const bytes: number[] = []
  const terminal = { isTTY: columns !== undefined, columns }
  const exitCode = await run(argv, {
    stdin: {
      isTTY: stdin === undefined,
      async *read() {
        yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : (stdin ?? new Uint8Array())
      },
    },
    stdout: {
      ...terminal,
      write: (text) => void (stdout += text),
      writeBytes: (chunk) => void bytes.push(...chunk),
    },
    stderr: { ...terminal, write: (text) => void (stderr += text) },
    files: filesOf(files, modes),
    askSecret: secret === undefined ? undefined : async () => (typeof secret === 'string' ? secret : secret()),
    network: world.network,
    sandboxHost: world.sandboxHost,
    now: world.now,
    env,
    version: '1.2.3',
  })
  return { exitCode, stdout, stderr, bytes: bytes.length === 0 ? undefined : Uint8Array.from(bytes) }
}

function filesOf(entries: Map<string, Entry>, modes: Map<string, number>): Files {
  const folders = new Set<string>()
  return {
    async *read(path) {
      const entry = entries.get(path)
      if (!(entry instanceof Uint8Array)) throw systemError(entry ?? 'ENOENT')
      // In two pieces, as a stream may.
      yield entry.subarray(0, entry.length >> 1)
      yield entry.subarray(entry.length >> 1)
    },
    async exists(path) {
      return entries.has(path)
    },
    async create(path, bytes, mode) {
      if (entries.has(path)) throw systemError('EEXIST')
      put(path, bytes, mode)
    },
    async replace(path, bytes, mode) {
      put(path, bytes, mode)
    },
    async makeFolder(path) {
      if (entries.get(path) !== undefined) throw systemError('EEXIST')
      folders.add(path)
    },
  }

  function put(path: string, bytes: Uint8Array, mode: number | undefined): void {
    const entry = entries.get(path)
    if (typeof entry === 'string') throw systemError(entry)
    const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    // A folder is there when it was made, or when something is in it.
    const isThere =
      folder === '' || folders.has(folder) || [...entries.keys()].some((name) => name.startsWith(`${folder}/`))
    if (path === '' || path.endsWith('/') || !isThere) throw systemError('ENOENT')
    entries.set(path, bytes)
    if (mode !== undefined) modes.set(path, mode)
  }
}

function systemError(code: string): Error {
  return Object.assign(new Error(code), { code })
}
