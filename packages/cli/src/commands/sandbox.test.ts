import { createNodeTransport } from '@pixkit/http-node'
import { createSandbox, type Sandbox, type SandboxOptions } from '@pixkit/sandbox'
import * as personalities from '@pixkit/sandbox/personalities'
import { describe, expect, it } from 'vitest'
import { capture, type Captured, type Entry } from '../../test/capture.ts'
import { sandbox as command } from './sandbox.ts'

interface Ran extends Captured {
  readonly files: Map<string, Entry>
  readonly modes: Map<string, number>
  readonly options: SandboxOptions
}

/** Runs it until `use` is done, as somebody would who then types Ctrl-C. */
async function runSandbox(
  argv: readonly string[],
  use: (sandbox: Sandbox, text: (file: string) => string) => Promise<void> = async () => {},
): Promise<Ran> {
  const files = new Map<string, Entry>()
  const modes = new Map<string, number>()
  const text = (file: string): string => new TextDecoder().decode(files.get(`/casa/${file}`) as Uint8Array)
  let made: { sandbox: Sandbox; options: SandboxOptions } | undefined
  const captured = await capture(
    ['sandbox', ...(argv.includes('--port') ? [] : ['--port', '0']), '--lang', 'en', ...argv],
    {
      files,
      modes,
      sandboxHost: {
        async create(options) {
          made = { sandbox: createSandbox(options), options }
          return made.sandbox
        },
        resolve: (path) => `/casa/${path}`,
        interrupted: () => use((made as { sandbox: Sandbox }).sandbox, text),
      },
    },
  )
  return { ...captured, files, modes, options: made?.options ?? {} }
}

function settings(env: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    env
      .trimEnd()
      .split('\n')
      .map((line) => line.split('=', 2)),
  )
}

describe('pix sandbox', () => {
  it('writes what a client needs, answers it, and ends when told to', async () => {
    let status: number | undefined
    const { exitCode, stdout, stderr, files, modes } = await runSandbox([], async (_, text) => {
      const env = settings(text('pix-sandbox/sandbox.env'))
      await using transport = createNodeTransport({
        ca: [text('pix-sandbox/sandbox-ca.pem')],
        cert: text('pix-sandbox/sandbox-client.pem'),
        key: text('pix-sandbox/sandbox-client.key'),
      })
      const answer = await transport({
        method: 'POST',
        url: env['PIX_TOKEN_URL'] ?? '',
        headers: {
          authorization: `Basic ${btoa(`${env['PIX_CLIENT_ID']}:${env['PIX_CLIENT_SECRET']}`)}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: new TextEncoder().encode('grant_type=client_credentials'),
      })
      status = answer.status
    })
    expect({ exitCode, stderr, status }).toEqual({ exitCode: 0, stderr: '', status: 200 })
    expect([...files.keys()].sort()).toEqual(
      ['ca.pem', 'client.key', 'client.pem', 'server.key', 'server.pem', 'webhook.pem']
        .map((name) => `/casa/pix-sandbox/sandbox-${name}`)
        .concat('/casa/pix-sandbox/sandbox.env'),
    )
    expect([...modes.entries()].filter(([, mode]) => mode === 0o600).map(([file]) => file)).toEqual([
      '/casa/pix-sandbox/sandbox.env',
      '/casa/pix-sandbox/sandbox-client.key',
      '/casa/pix-sandbox/sandbox-server.key',
    ])
    const [head = ''] = stdout.split('\n')
    expect(head).toMatch(/^Sandbox \(API Pix\) at https:\/\/localhost:\d+$/)
    expect(stdout).toMatch(
      /^curl -sS --cacert \S+ca\.pem --cert \S+client\.pem --key \S+client\.key -u \S+ -d grant_type=client_credentials https:\S+\/oauth\/token$/m,
    )
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^POST {2}\/oauth\/token {2}200 {2}token {2}[\d.]+ ms$/)
  })

  it('speaks plain HTTP, to Efí’s clients too', async () => {
    const { exitCode, stdout, files } = await runSandbox(['--http', '--personality', 'efi', '--folder', 'x y'])
    expect(exitCode).toBe(0)
    expect([...files.keys()]).toEqual(['/casa/x y/sandbox.env'])
    expect(stdout).toMatch(
      /^curl -sS -u \S+ -H 'content-type: application\/json' -d '\{"grant_type":"client_credentials"\}' http:\S+$/m,
    )
    expect(stdout).not.toContain('PIX_CERT')
  })

  it('prints one document for a program, and what happens elsewhere', async () => {
    const { stdout, stderr } = await runSandbox(
      ['--json', '--seed', 'padaria', '--clock', '2026-11-25T12:00:00Z'],
      async (sandbox) => {
        sandbox.inject({ kind: 'store-then-drop', on: 'cob.get' })
        await sandbox.fetch(`${sandbox.apiUrl}/cob/abc`).catch(() => undefined)
        await sandbox.fetch(`${sandbox.apiUrl}/cobs`)
      },
    )
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      apiUrl: expect.stringMatching(/^https:\/\/localhost:\d+\/api\/v2$/),
      clientId: createSandbox({ seed: 'padaria' }).credentials.clientId,
      personality: 'bacen',
      files: { ca: '/casa/pix-sandbox/sandbox-ca.pem' },
      curl: expect.stringContaining('curl -sS --cacert'),
    })
    expect(stderr).toMatch(/^GET {2}\/api\/v2\/cob\/abc {2}dropped {2}cob\.get .*\nGET {2}\/api\/v2\/cobs {2}404 /)
  })

  it('passes its options on', async () => {
    const { options } = await runSandbox(['--clock', '2026-11-25T12:00:00Z', '--seed', 's', '--personality', 'sicredi'])
    expect(options).toMatchObject({
      clock: '2026-11-25T12:00:00Z',
      seed: 's',
      personality: { id: 'sicredi' },
      data: undefined,
    })
  })

  it('knows the personalities that there are', () => {
    expect(command.options['personality']?.choices).toEqual(Object.keys(personalities))
  })

  it.each([
    [['--port', '65536'], 2, 'CLI_OPTION_FORMAT'],
    [['--clock', 'ontem'], 2, 'CLI_OPTION_FORMAT'],
    [['--personality', 'itau'], 2, 'CLI_OPTION_CHOICE'],
  ] as const)('refuses %j', async (argv, exitCode, code) => {
    const ran = await capture(['sandbox', ...argv, '--json'], {
      sandboxHost: {
        create: () => expect.fail('nothing is to be made'),
        resolve: String,
        interrupted: async () => {},
      },
    })
    expect(ran.exitCode).toBe(exitCode)
    expect(JSON.parse(ran.stdout).issues).toMatchObject([{ code }])
  })

  it('says that the port is taken', async () => {
    await runSandbox(['--http'], async (sandbox) => {
      const { origin } = await sandbox.listen({ port: 0, plainHttp: true })
      const ran = await runSandbox(['--http', '--json', '--port', new URL(origin).port])
      expect(ran.exitCode).toBe(1)
      expect(JSON.parse(ran.stdout).issues).toMatchObject([
        { code: 'SANDBOX_LISTEN', params: { cause: 'EADDRINUSE' }, remedy: expect.stringContaining('--port') },
      ])
    })
  })
})
