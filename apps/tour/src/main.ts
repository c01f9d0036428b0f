/**
 * The process of the tour: the only file that touches it.
 *
 * @module
 */
import { runTour } from './run-tour.ts'
import { waitForKey } from './wait-for-key.ts'

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

async function pause(prompt: string): Promise<boolean> {
  stdout.write(prompt)
  const goOn = await waitForKey(stdin)
  stdout.write('\n\n')
  return goOn
}
