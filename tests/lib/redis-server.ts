/** @module A Redis of its own for a test: in a folder of its own, on a socket of its own, keeping nothing. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export interface RedisServer {
  /** Path of its socket. */
  readonly socket: string
  /** Ends it as a crash does. */
  kill(): Promise<void>
}

/** @param program - Path of `redis-server`. */
export async function startRedis(program: string): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), 'pixkit-redis-'))
  const socket = join(folder, 's')
  const args = ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', '', '--appendonly', 'no']
  const server = spawn(program, args, { stdio: 'ignore' })
  for (let tries = 0; !(await answers(socket)); tries += 1) {
    if (tries === 1_000 || server.exitCode !== null) throw new Error('Redis does not start')
    await wait(10)
  }
  return {
    socket,
    async kill() {
      await kill(server)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Ends a process as a crash does. */
export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(socket, () => connection.write('PING\r\n'))
    const end = (isUp: boolean): void => {
      connection.destroy()
      resolve(isUp)
    }
    connection.on('data', (data) => end(data.toString().startsWith('+PONG')))
    connection.on('error', () => end(false))
  })
}
