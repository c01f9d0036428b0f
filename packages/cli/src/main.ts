#!/usr/bin/env node
/**
 * The process: the only file that touches it.
 *
 * @module
 */
import { randomUUID } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import { lstat, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { isatty } from 'node:tty'
import type { Output } from './io.ts'
import { run } from './run.ts'

const STDIN = 0

for (const stream of [process.stdout, process.stderr]) {
  // The reader of a pipe may leave early (`| head`): no reason to die with a stack trace.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }

// The exit code is set, not forced, so that pending output still gets out.
void run(process.argv.slice(2), {
  stdin: { isTTY: isatty(STDIN), read: () => process.stdin },
  stdout: output(process.stdout),
  stderr: output(process.stderr),
  files: {
    read: (path) => createReadStream(path),
    exists: (path) =>
      lstat(path).then(
        () => true,
        () => false,
      ),
    create: (path, bytes, mode) => writeFile(path, bytes, { flag: 'wx', mode }),
    replace,
    makeFolder: async (path) => void (await mkdir(path, { recursive: true })),
  },
  network: {
    // Only two commands have a use for it.
    open: async (ca) => (await import('@pixkit/http-node')).createGuardedTransport(ca === undefined ? {} : { ca }),
    openBank: async (files) => (await import('@pixkit/http-node/node-transport')).createNodeTransport(files),
  },
  sandboxHost: {
    create: async (options) => (await import('@pixkit/sandbox')).createSandbox(options),
    resolve,
    interrupted: () =>
      new Promise((done) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done())
      }),
  },
  askSecret: isatty(STDIN) && process.stderr.isTTY ? askSecret : undefined,
  env: process.env,
  version,
}).then((exitCode) => {
  process.exitCode = exitCode
})

/**
 * Writes what is secret into a new file in the place of the old one, so that nobody gets it who has the old one open or knows it by
 * another name. Pipes and devices are written to.
 */
async function replace(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const old = await lstat(path).catch(() => undefined)
  const isSpecial = old !== undefined && !old.isFile() && !old.isSymbolicLink()
  if (mode === undefined || isSpecial) return writeFile(path, bytes)
  const draft = `${path}.${randomUUID()}`
  try {
    await writeFile(draft, bytes, { flag: 'wx', mode })
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** Asks on standard error, so that standard output stays the result; what is typed is not shown. Ctrl-D is no answer. */
async function askSecret(question: string): Promise<string | undefined> {
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  reader.on('SIGINT', () => process.exit(130))
  try {
    return await reader.question('')
  } catch {
    return undefined
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    writeBytes: (bytes) => void stream.write(bytes),
    isTTY: stream.isTTY === true,
    // Some pseudo-terminals say that they have none.
    columns: stream.isTTY === true ? stream.columns || undefined : undefined,
  }
}
