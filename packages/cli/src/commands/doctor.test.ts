import {
  createCa,
  createClientIdentity,
  generatePrivateKey,
  type Identity,
  readCredentials,
  toPem,
} from '@pixkit/certs'
import { beforeAll, describe, expect, it } from 'vitest'
import { capture, type Captured, type Entry, type World } from '../../test/capture.ts'

const NOW = Date.parse('2026-11-25T12:00:00Z')

let ca: Identity
let client: Identity
let otherKey: string

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

beforeAll(async () => {
  ca = await createCa({ now: NOW })
  client = await createClientIdentity(ca, { now: NOW, days: 90 })
  otherKey = toPem(await generatePrivateKey({ type: 'EC' }))
})

function folder(changes: Record<string, Entry> = {}): Map<string, Entry> {
  return new Map<string, Entry>([
    ['certificado.pem', bytes(toPem(client.certificate))],
    ['certificado.cer', client.certificate.der],
    ['APLICACAO.key', bytes(toPem(client.privateKey))],
    ['outra.key', bytes(otherKey)],
    ['cadeia.cer', bytes(toPem(ca.certificate))],
    ...Object.entries(changes),
  ])
}

function doctor(argv: readonly string[], world: Partial<World> = {}): Promise<Captured> {
  const files = world.files ?? folder()
  return capture(['doctor', ...argv, '--lang', 'en'], { ...world, files, now: () => NOW })
}

async function codes(argv: readonly string[], world: Partial<World> = {}): Promise<string[]> {
  const { findings } = JSON.parse((await doctor([...argv, '--json'], world)).stdout)
  return findings.map(({ code }: { code: string }) => code)
}

describe('pix doctor', () => {
  it('is content with what belongs together', async () => {
    const argv = ['--cert', 'certificado.pem', '--key', 'APLICACAO.key', '--ca', 'cadeia.cer']
    expect(await doctor(argv)).toMatchObject({
      exitCode: 0,
      stdout: '✓ Nothing in the files keeps them from being used.\n',
      stderr: '',
    })
    expect(await codes(argv)).toEqual([])
  })

  it('says what is wrong, and what to do', async () => {
    const { exitCode, stdout } = await doctor(['--cert', 'certificado.pem', '--key', 'outra.key', '--ca', 'cadeia.cer'])
    expect(exitCode).toBe(1)
    expect(stdout).toContain('CERTS_FOUND_KEY_MISMATCH')
    expect(stdout).toContain('"outra.key"')
    expect(stdout).toContain('  → ')
    expect(stdout).toContain('✗ Errors: 1.')
  })

  it('speaks Portuguese', async () => {
    const argv = ['doctor', '--cert', 'certificado.pem', '--key', 'outra.key', '--lang', 'pt-br']
    expect((await capture(argv, { files: folder() })).stdout).toContain('não pertence')
  })

  it('finds the right key among the other files, and takes a file that is named twice once', async () => {
    const argv = ['--cert', 'certificado.pem', '--key', 'outra.key', '--ca', 'cadeia.cer', 'certificado.pem']
    expect(await codes([...argv, 'APLICACAO.key', 'APLICACAO.key'])).toEqual([
      'CERTS_FOUND_KEY_ELSEWHERE',
      'CERTS_FOUND_PAIR',
      'CERTS_FOUND_KEY_UNUSED',
    ])
  })

  it('writes converted copies where they help, and replaces none', async () => {
    const files = folder()
    const modes = new Map<string, number>()
    const argv = ['certificado.cer', 'APLICACAO.key', 'cadeia.cer', '--fix', 'novos']
    const { stdout } = await doctor(argv, { files, modes })
    expect(stdout).toContain('novos/certificado.pem written')
    const copy = readCredentials(files.get('novos/certificado.pem') as Uint8Array)
    expect(copy.certificates[0]?.der).toEqual(client.certificate.der)
    expect([...modes]).toEqual([])
    const again = await doctor(argv, { files })
    expect(again.exitCode).toBe(1)
    expect(again.stderr).toContain('novos/certificado.pem exists already')
    expect(await doctor([...argv, '--force'], { files })).toMatchObject({ exitCode: 0 })
  })

  it('writes copies of keys for their owner alone, wherever the files came from', async () => {
    const locked = bytes(toPem(client.privateKey, { passphrase: 'segredo', iterations: 1000 }))
    const files = folder({ 'a/chave.key': locked, 'b/../../chave.key': locked })
    const modes = new Map<string, number>()
    const argv = ['certificado.pem', 'a/chave.key', 'b/../../chave.key', '--fix', 'novos', '--passphrase-env', 'SENHA']
    await doctor(argv, { files, modes, env: { SENHA: 'segredo' } })
    const written = [...files.keys()].slice(folder().size + 2)
    expect(written).toHaveLength(2)
    expect(written.filter((name) => !/^novos\/[^/]+\.key$/.test(name))).toEqual([])
    expect([...modes]).toEqual(written.map((name) => [name, 0o600]))
  })

  it('writes a copy that two findings offer once', async () => {
    const base64 = bytes(Buffer.from(client.certificate.der).toString('base64'))
    const files = folder({ 'trocado.key': base64, 'a/trocado.key': base64 })
    const argv = ['trocado.key', 'a/trocado.key', '--fix', 'novos']
    const { findings } = JSON.parse((await doctor([...argv, '--json'], { files })).stdout)
    const offered = findings.filter(({ code }: { code: string }) => /EXTENSION|BASE64/.test(code))
    expect(offered).toHaveLength(4)
    expect([...files.keys()].filter((name) => name.startsWith('novos/'))).toEqual([
      'novos/trocado.pem',
      'novos/trocado-pixkit.pem',
    ])
  })

  it('asks a person for the passphrase', async () => {
    const files = folder({ 'senha.key': bytes(toPem(client.privateKey, { passphrase: 'segredo', iterations: 1000 })) })
    const argv = ['--cert', 'certificado.pem', '--key', 'senha.key', '--ca', 'cadeia.cer']
    expect((await doctor(argv, { files, secret: 'segredo' })).exitCode).toBe(0)
    expect((await doctor(argv, { files, secret: () => undefined })).exitCode).toBe(1)
  })

  it('draws no conclusions from what it could not read', async () => {
    const { exitCode, stdout, stderr } = await doctor(['--cert', 'nao-ha.cer', '--key', 'APLICACAO.key'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('nao-ha.cer')
    expect(stdout).not.toContain('CERTS_FOUND_CERTIFICATE_MISSING')
    expect(stdout).toContain('✗ Errors: 1.')
  })

  it('names the file before what its reader says, and no file twice', async () => {
    const files = folder({ 'vazio.key': bytes(''), 'senha.key': bytes(toPem(client.privateKey, { passphrase: 'x' })) })
    const { stdout } = await doctor(['certificado.pem', 'vazio.key', 'senha.key', 'cadeia.cer'], { files })
    expect(stdout).toContain('error: vazio.key: file is empty\n  CERTS_FILE_EMPTY\n')
    expect(stdout).toContain('error: senha.key: file (PKCS#8) is encrypted and no passphrase was given')
    expect((await doctor(['APLICACAO.key'])).stdout).toContain('error: none of the files holds a certificate of yours')
  })

  it('warns of a certificate that ends within the days', async () => {
    const argv = ['--cert', 'certificado.pem', '--key', 'APLICACAO.key', '--ca', 'cadeia.cer']
    expect(await codes([...argv, '--within', '91d'])).toEqual(['CERTS_FOUND_EXPIRING'])
  })

  it('opens what has a passphrase', async () => {
    const files = folder({ 'senha.key': bytes(toPem(client.privateKey, { passphrase: 'segredo', iterations: 1000 })) })
    const argv = ['--cert', 'certificado.pem', '--key', 'senha.key', '--ca', 'cadeia.cer']
    expect(await codes(argv, { files })).toContain('CERTS_PASSPHRASE_MISSING')
    expect((await doctor(argv, { files })).stdout).toContain('--passphrase-env')
    const env = { SENHA: 'segredo', ERRADA: 'errada' }
    expect(await codes([...argv, '--passphrase-env', 'SENHA'], { files, env })).toEqual(['CERTS_FOUND_KEY_ENCRYPTED'])
    const wrong = await doctor([...argv, '--passphrase-env', 'ERRADA'], { files, env })
    expect(wrong.stdout).toContain('CERTS_PASSPHRASE_WRONG')
    expect(wrong.stdout + wrong.stderr).not.toContain('errada')
  })

  it('tells of a file that cannot be read, and looks at the others', async () => {
    const files = folder({ 'fechado.key': 'EACCES' })
    const { exitCode, stdout } = await doctor(['certificado.pem', 'fechado.key', '--json'], { files })
    expect(exitCode).toBe(1)
    const { ok, findings, issues } = JSON.parse(stdout)
    expect({ ok, issues }).toMatchObject({
      ok: false,
      issues: [{ code: 'CLI_FILE_UNREADABLE', path: ['fechado.key'] }],
    })
    expect(findings.length).toBeGreaterThan(0)
  })

  it('gives findings with their sentences as JSON', async () => {
    const { stdout } = await doctor(['--cert', 'cadeia.cer', '--key', 'APLICACAO.key', '--json'])
    const [finding] = JSON.parse(stdout).findings
    expect(Object.keys(finding)).toEqual(['code', 'severity', 'path', 'params', 'message', 'remedy', 'files'])
    expect(finding).toMatchObject({ code: 'CERTS_FOUND_CHAIN_AS_CERTIFICATE', severity: 'error' })
  })
})
