import { createClientIdentity, toPem, toPemPair } from '@pixkit/certs'
import { createNodeTransport } from '@pixkit/http-node/node-transport'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CLIENT_ID, CLIENT_SECRET, createMtlsBank, type MtlsBank } from '../../../../tests/lib/mtls-bank.ts'
import { capture, type Captured, type Entry, type World } from '../../test/capture.ts'
import type { Io } from '../io.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

let bank: MtlsBank
let files: Map<string, Entry>
/** A certificate of somebody else's. */
let stranger: Map<string, Entry>

beforeAll(async () => {
  bank = await createMtlsBank()
  files = filesOf(bank.client)
  const other = await createMtlsBank()
  stranger = filesOf(toPemPair(await createClientIdentity(other.authority)))
  await other.close()
})

beforeEach(() => bank.forget())
afterAll(() => bank.close())

function filesOf({ cert, key }: { readonly cert: string; readonly key: string }): Map<string, Entry> {
  return new Map<string, Entry>([
    ['certificado.pem', bytes(cert)],
    ['chave.key', bytes(key)],
    ['banco.pem', bytes(toPem(bank.authority.certificate))],
  ])
}

const network: NonNullable<Io['network']> = {
  open: () => Promise.reject(new Error('no public host is asked')),
  openBank: async (given) => createNodeTransport(given),
}

function doctor(argv: readonly string[] = [], world: World = {}, scopes = 'cob.read,cob.write'): Promise<Captured> {
  const { apiUrl, tokenUrl } = bank
  const call = [
    '--profile',
    'bacen',
    '--ambiente',
    'homologacao',
    '--client-id',
    CLIENT_ID,
    '--client-secret-env',
    'SEGREDO',
  ]
  const urls = ['--api-url', apiUrl, '--token-url', tokenUrl, '--scopes', scopes]
  const given = ['--cert', 'certificado.pem', '--key', 'chave.key', '--ca', 'banco.pem']
  const env = { SEGREDO: CLIENT_SECRET }
  return capture(['doctor', ...call, ...urls, ...given, ...argv], { files, network, env, ...world })
}

interface Document {
  readonly ok: boolean
  readonly connection: {
    readonly steps: readonly { readonly step: string; readonly outcome: string; readonly issue?: { code: string } }[]
    readonly explanation: { readonly key: string } | null
  } | null
}

async function stepsOf(world: World = {}, argv: readonly string[] = []): Promise<string[]> {
  const { stdout } = await doctor([...argv, '--json'], world)
  const { connection } = JSON.parse(stdout) as Document
  return (connection?.steps ?? []).map(({ step, outcome }) => `${step} ${outcome}`)
}

const PASSED = ['dns', 'connect', 'tls', 'certificate', 'token', 'scopes', 'request'].map((step) => `${step} passed`)

describe('pix doctor --profile', () => {
  it('gets through: one token, one list', async () => {
    const { exitCode, stdout, stderr } = await doctor(['--lang', 'pt-br'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('API Pix, homologação')
    expect(stdout).toContain('✓ certificado do cliente aceito (mTLS)')
    expect(stdout).toContain('✓ escopos concedidos: cob.read cob.write')
    expect(stdout).toContain('✓ cob.list respondida')
    expect([bank.tokenRequests.length, bank.apiRequests.length]).toEqual([1, 1])
    expect(await stepsOf()).toEqual(PASSED)
  })

  it('says which scopes were not granted', async () => {
    const { exitCode, stdout } = await doctor(['--lang', 'en'], {}, 'cob.read pix.read')
    expect(exitCode).toBe(0)
    expect(stdout).toContain('! not granted: pix.read')
  })

  it('shows those granted scopes that were asked for, and no more', async () => {
    const { stdout } = await doctor(['--json'], {}, 'cob.read pix.read')
    const { connection } = JSON.parse(stdout) as Document
    const granted = connection?.steps.find(({ step }) => step === 'scopes')
    expect(granted).toMatchObject({ outcome: 'warned', scopes: ['cob.read'], missingScopes: ['pix.read'] })
  })

  it('stops at a name that nobody has', async () => {
    const urls = ['--api-url', 'https://pix.invalid/api', '--token-url', 'https://pix.invalid/token']
    const { exitCode, stdout } = await capture(
      [
        'doctor',
        '--profile',
        'bacen',
        '--ambiente',
        'producao',
        '--client-id',
        'a',
        '--client-secret-env',
        'SEGREDO',
        ...urls,
      ],
      { network, env: { SEGREDO: 'b', LANG: 'en' } },
    )
    expect(exitCode).toBe(1)
    expect(stdout).toContain('✗ DNS (pix.invalid): ')
    expect(stdout).not.toMatch(/repeat|mayBeDone/)
    expect(stdout).toContain('In this call: apiUrl = --api-url, tokenUrl = --token-url.')
    expect(stdout).toContain('- mTLS, client certificate: not checked')
  })

  it('stops at a server that nobody vouches for', async () => {
    const without = new Map([...files].filter(([name]) => name !== 'banco.pem'))
    const argv = [
      'doctor',
      '--profile',
      'bacen',
      '--ambiente',
      'homologacao',
      '--client-id',
      'a',
      '--client-secret-env',
      'SEGREDO',
    ]
    const urls = [
      '--api-url',
      bank.apiUrl,
      '--token-url',
      bank.tokenUrl,
      '--cert',
      'certificado.pem',
      '--key',
      'chave.key',
    ]
    const { stdout } = await capture([...argv, ...urls, '--json'], { files: without, network, env: { SEGREDO: 'b' } })
    const { connection } = JSON.parse(stdout) as Document
    expect(connection?.steps.slice(0, 4).map(({ step, outcome }) => `${step} ${outcome}`)).toEqual([
      'dns passed',
      'connect passed',
      'tls failed',
      'certificate not-checked',
    ])
  })

  it('stops at a certificate that the bank does not know', async () => {
    const { exitCode, stdout } = await doctor(['--lang', 'en'], { files: stranger })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('✓ certificate of the server verified (TLS)')
    expect(stdout).toMatch(/✗ mTLS, client certificate \(localhost:\d+\): /)
    expect(bank.tokenRequests).toEqual([])
    // It is the doctor that says so.
    expect(stdout).not.toContain('pix doctor')
  })

  it('stops at credentials that are wrong, and asks once', async () => {
    const world = { env: { SEGREDO: 'errado' } }
    expect(await stepsOf(world)).toEqual([
      ...PASSED.slice(0, 4),
      'token failed',
      'scopes not-checked',
      'request not-checked',
    ])
    expect(bank.tokenRequests).toHaveLength(1)
    const { stdout, stderr } = await doctor(['--lang', 'en'], world)
    expect(stdout + stderr).not.toContain('errado')
    expect(stdout).toContain('Source: ')
  })

  it('stops at a request that is refused, with a token', async () => {
    bank.fault('api', { kind: 'status', status: 503, headers: { 'retry-after': '1' } })
    expect(await stepsOf()).toEqual([...PASSED.slice(0, 6), 'request failed'])
    expect(bank.apiRequests).toHaveLength(1)
  })

  it('shows nothing of a secret that the bank quotes', async () => {
    const secret = 'segredodaloja'
    const body = JSON.stringify({
      type: `https://pix.example.com/${secret}`,
      title: secret,
      violacoes: [{ propriedade: secret, razao: secret }],
    })
    for (const argv of [['--lang', 'pt-br'], ['--json']]) {
      bank.fault('token', { kind: 'status', status: 400, body, headers: { 'x-request-id': secret } })
      // oxlint-disable-next-line no-await-in-loop -- one fault for each call
      const { stdout, stderr } = await doctor(argv, { env: { SEGREDO: secret } })
      expect(stdout + stderr).not.toContain(secret)
      expect(stdout).toContain('token')
    }
  })

  it('speaks of its options where the library speaks of its own', async () => {
    const body = JSON.stringify({ error: 'invalid_scope' })
    bank.fault('token', { kind: 'status', status: 400, body, headers: { 'content-type': 'application/json' } })
    const { stdout } = await doctor(['--lang', 'en'])
    expect(stdout).toContain('In this call: scopes = --scopes.')
  })

  it('calls nobody while the files are bad', async () => {
    const mixed = new Map([...files, ['chave.key', stranger.get('chave.key') ?? 'EACCES']])
    const { exitCode, stdout } = await doctor(['--lang', 'en'], { files: mixed })
    expect(exitCode).toBe(1)
    expect(stdout).toContain('The bank was not called: mend the files first.')
    expect(bank.tokenRequests).toEqual([])
  })

  it.each([
    [['--profile', 'bacen'], 'CLI_OPTION_NEEDS'],
    [['--profile', 'bacen', '--ambiente', 'producao'], 'CLI_OPTION_NEEDS'],
    [['--client-id', 'a', 'certificado.pem'], 'CLI_OPTION_NEEDS'],
    [['--profile', 'banco', '--ambiente', 'producao', '--client-id', 'a'], 'CLI_OPTION_CHOICE'],
    [
      ['--profile', 'inter', '--ambiente', 'producao', '--client-id', 'a', '--client-secret-env', 'X'],
      'CLI_VARIABLE_MISSING',
    ],
    [
      [
        '--profile',
        'inter',
        '--ambiente',
        'producao',
        '--client-id',
        'a',
        '--client-secret-env',
        'S',
        '--extra-env',
        'x',
      ],
      'CLI_OPTION_FORMAT',
    ],
  ])('refuses the call %j', async (argv, code) => {
    const { exitCode, stdout } = await capture(['doctor', ...argv, '--json'], { files, network, env: { S: 'x' } })
    expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([2, code])
  })

  const at = (profile: string, ...more: readonly string[]): readonly string[] => {
    const call = ['--profile', profile, '--ambiente', 'producao', '--client-id', 'a', '--client-secret-env', 'S']
    return [...call, ...more]
  }
  it.each([
    [['--profile', 'sicredi'], 'CLI_OPTION_NEEDS', { needed: '--ambiente, --client-id, --client-secret-env' }],
    [at('bacen'), 'CLI_OPTION_MISSING', { option: '--api-url, --token-url' }],
    [at('bacen', '--api-url', 'https://pix.example.com'), 'CLI_OPTION_MISSING', { option: '--token-url' }],
    [at('bacen', '--api-url', 'localhost:8443'), 'CLI_OPTION_FORMAT', { option: '--api-url' }],
    [at('sicredi', '--token-url', 'ftp://a.example.com'), 'CLI_OPTION_FORMAT', { option: '--token-url' }],
    [at('banco-do-brasil'), 'CLI_OPTION_MISSING', { option: '--extra-env appKey=…' }],
    [at('sicredi', '--scopes', ''), 'CLI_OPTION_FORMAT', { option: '--scopes' }],
    [at('sicredi', '--scopes', 'cob"read'), 'CLI_OPTION_FORMAT', { option: '--scopes' }],
    [at('bb'), 'CLI_OPTION_CHOICE', { suggestion: 'banco-do-brasil' }],
  ])('names the option that %j lacks', async (argv, code, params) => {
    const { exitCode, stdout } = await capture(['doctor', ...argv, '--json'], { files, network, env: { S: 'x' } })
    expect([exitCode, JSON.parse(stdout).issues]).toMatchObject([2, [{ code, params }]])
  })
})
