import { createCa, createClientIdentity, createServerIdentity, type Identity, toPem, toPemPair } from '@pixkit/certs'
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorkbench, openssl, type Workbench } from '../../../tests/lib/openssl.ts'
import { rejectionOf } from '../../../tests/lib/rejection-of.ts'
import { createNodeTransport } from './node-transport.ts'

const DAY = 86_400_000

/** Servers of openssl say by alerts what they think of a certificate, where Node's hang up. */
describe.skipIf(openssl === undefined).each(['-tls1_2', '-tls1_3'])('a server of openssl, with %s', (version) => {
  let bench: Workbench
  let ca: Identity
  let site: Identity
  let server: ChildProcess
  let port: string

  beforeAll(async () => {
    bench = createWorkbench()
    ca = await createCa({ now: Date.now() - 100 * DAY })
    site = await createServerIdentity(ca, ['localhost'])
    const { cert, key } = toPemPair(site)
    const files = ['-cert', bench.file('cert.pem', cert), '-key', bench.file('key.pem', key)]
    const trust = ['-CAfile', bench.file('ca.pem', toPem(ca.certificate)), '-Verify', '3', '-verify_return_error']
    server = spawn(openssl ?? '', ['s_server', '-accept', '127.0.0.1:0', ...files, ...trust, '-www', version])
    port = await portOf(server)
  })

  afterAll(() => {
    server.kill()
    bench.dispose()
  })

  const ask = async (identity: Identity | undefined): Promise<unknown> => {
    const pair = identity === undefined ? {} : toPemPair(identity)
    await using transport = createNodeTransport({ ca: toPem(ca.certificate), ...pair })
    return await transport({ method: 'GET', url: `https://localhost:${port}/`, headers: {} })
  }

  test('answers to the right certificate', async () => {
    expect(await ask(await createClientIdentity(ca))).toMatchObject({ status: 200 })
  })

  test.each<[string, string, () => Promise<Identity | undefined>]>([
    ['none', 'client-certificate-missing', async () => undefined],
    [
      'one that has expired',
      'client-certificate-expired',
      () => createClientIdentity(ca, { now: Date.now() - 60 * DAY, days: 30 }),
    ],
    [
      'one of another authority',
      'client-certificate-untrusted',
      async () => createClientIdentity(await createCa({ name: 'Outra AC' })),
    ],
    ['one that is for servers', 'client-certificate-refused', async () => site],
  ])('%s: %s', async (_name, reason, identity) => {
    const error = await rejectionOf(ask(await identity()))
    const system = expect.stringMatching(/_ALERT_/) as string
    expect(error).toMatchObject({ name: 'PixkitError', code: 'HTTP_TLS', params: { reason, system } })
  })
})

/** It says `ACCEPT 127.0.0.1:40123` once it listens. */
async function portOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('no output')
  for await (const line of createInterface(stdout)) {
    const [, port] = /^ACCEPT \S+:(\d+)$/.exec(line) ?? []
    if (port !== undefined) return port
  }
  throw new Error('openssl s_server did not start')
}
