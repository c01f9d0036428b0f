/**
 * The process of the tour: the only file that touches it.
 *
 * @module
 */
import { createInterface } from 'node:readline/promises'
import { runTour } from './run-tour.ts'

const { stdin, stdout, stderr, env } = process

stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may leave early (`| head`).
  if (error.code !== 'EPIPE') throw error
})

const interactive = stdin.isTTY === true && stdout.isTTY === true
const output = (stream: NodeJS.WriteStream) => ({
  write: (text: string) => void stream.write(text),
  isTTY: stream.isTTY === true,
  columns: stream.isTTY === true ? stream.columns : undefined,
})
const io = {
  stdin: { isTTY: true, read: () => stdin },
  stdout: output(stdout),
  stderr: output(stderr),
  env,
  version: '',
}

void runTour(process.argv.slice(2), io, interactive ? pause : undefined).then((exitCode) => {
  process.exitCode = exitCode
})

/** Opens standard input only for the answer, so that nothing keeps the process alive between two stops. */
async function pause(prompt: string): Promise<boolean> {
  const lines = createInterface({ input: stdin, output: stdout })
  const left = new Promise<boolean>((resolve) => {
    // Ctrl-D and Ctrl-C leave as politely as q.
    lines.once('close', () => resolve(false))
  })
  const answer = lines.question(`${prompt} `).then((line) => !/^\s*[qs]/i.test(line))
  const goOn = await Promise.race([answer, left])
  lines.close()
  stdout.write('\n')
  return goOn
}
