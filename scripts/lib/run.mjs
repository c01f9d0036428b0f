/** @module Runs another program and keeps what it prints, so that a gate can stay quiet until something fails. */
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'

const bins = join(root, 'node_modules', '.bin')

/**
 * Runs a program, with the tools of the repository in its PATH.
 *
 * @param {string} command - Name or path.
 * @param {readonly string[]} [args]
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, input?: string }} [options] - `env` is added to the
 *   environment; an undefined value removes the variable.
 * @returns {Promise<{ code: number, stdout: string, stderr: string, output: string }>} `output` is both streams, in the
 *   order of arrival. `code` is 127 when the program could not be started.
 */
export function run(command, args = [], { cwd = root, env = {}, input } = {}) {
  const PATH = `${bins}${delimiter}${process.env['PATH'] ?? ''}`
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, PATH, ...env }, stdio: 'pipe' })
    let [stdout, stderr, output] = ['', '', '']
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text
      output += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text
      output += text
    })
    child.on('error', (error) => resolve({ code: 127, stdout, stderr, output: `${output}${error.message}\n` }))
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr, output }))
    child.stdin.on('error', () => {}) // A program that reads nothing closes the pipe early.
    child.stdin.end(input)
  })
}

/**
 * Runs a program and throws what it printed when it fails.
 *
 * @param {Parameters<typeof run>} args
 */
export async function runOrThrow(...args) {
  const result = await run(...args)
  if (result.code !== 0) {
    throw new Error(`${[args[0], ...(args[1] ?? [])].join(' ')} exited with ${result.code}\n${result.output}`)
  }
  return result
}
