#!/usr/bin/env node
/**
 * The process: the only file that touches it.
 *
 * @module
 */
import { createReadStream, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
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
    create: (path, bytes) => writeFile(path, bytes, { flag: 'wx' }),
    replace: (path, bytes) => writeFile(path, bytes),
  },
  env: process.env,
  version,
}).then((exitCode) => {
  process.exitCode = exitCode
})

function output(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => void stream.write(text),
    writeBytes: (bytes) => void stream.write(bytes),
    isTTY: stream.isTTY === true,
    // Some pseudo-terminals say that they have none.
    columns: stream.isTTY === true ? stream.columns || undefined : undefined,
  }
}
