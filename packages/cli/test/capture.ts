/** @module Runs the command in a world made for the test. */
import fc from 'fast-check'
import { run } from '../src/run.ts'

export interface World {
  readonly stdin?: string | Uint8Array | undefined
  /** Width of the terminal; no terminal when absent. */
  readonly columns?: number | undefined
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
}

export interface Captured {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** A report takes a hundred times the work of reading a code: a long run of the properties of the reader is enough. */
export function reportRuns(): { numRuns: number } {
  return { numRuns: Math.min(fc.readConfigureGlobal().numRuns ?? 1_000, 2_000) }
}

export async function capture(argv: readonly string[], { stdin, columns, env = {} }: World = {}): Promise<Captured> {
  let stdout = ''
  let stderr = ''
  const terminal = { isTTY: columns !== undefined, columns }
  const exitCode = await run(argv, {
    stdin: {
      isTTY: stdin === undefined,
      async *read() {
        yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : (stdin ?? new Uint8Array())
      },
    },
    stdout: { ...terminal, write: (text) => void (stdout += text) },
    stderr: { ...terminal, write: (text) => void (stderr += text) },
    env,
    version: '1.2.3',
  })
  return { exitCode, stdout, stderr }
}
