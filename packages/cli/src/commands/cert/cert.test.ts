import {
  createCa,
  createCsr,
  createClientIdentity,
  generatePrivateKey,
  type Identity,
  matchKeyPair,
  readCredentials,
  toDer,
  toP12,
  toPem,
} from '@pixkit/certs'
import { beforeAll, describe, expect, it } from 'vitest'
import { capture, type Captured, type Entry, type World } from '../../../test/capture.ts'

const NOW = Date.parse('2026-11-25T12:00:00Z')
const DAY = 86_400_000
const OWNER_ALONE = 0o600

let root: Identity
let ca: Identity
let client: Identity
let files: Map<string, Entry>

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const now = (): number => NOW

beforeAll(async () => {
  root = await createCa({ name: 'Raiz de Teste', now: NOW })
  ca = await createCa({ name: 'Intermediária de Teste', issuer: root, now: NOW })
  client = await createClientIdentity(ca, { now: NOW, days: 90 })
})

/** A folder as people have it; each test gets its own copy. */
function folder(): Map<string, Entry> {
  const { certificate, privateKey } = client
  return new Map<string, Entry>([
    ['certificado.cer', certificate.der],
    ['APLICACAO.key', bytes(toPem(privateKey))],
    ['CHAVE_COMSENHA.key', bytes(toPem(privateKey, { passphrase: 'segredo', iterations: 1000 }))],
    ['cadeia.cer', bytes(toPem([root.certificate, ca.certificate]))],
    ['raiz.cer', bytes(toPem(root.certificate))],
    ['certificado.p12', toP12(client, { passphrase: '', iterations: 1000 })],
    ['senha.p12', toP12(client, { passphrase: 'segredo', iterations: 1000 })],
    ['pagina.cer', bytes('<!doctype html><title>Login</title>')],
  ])
}

async function cert(argv: readonly string[], world: Partial<World> = {}): Promise<Captured> {
  files = world.files ?? folder()
  return capture(['cert', ...argv, '--lang', 'en'], { ...world, files, now })
}

function read(name: string, passphrase?: string) {
  return readCredentials(files.get(name) as Uint8Array, { passphrase })
}

function only<Item>(items: readonly Item[]): Item {
  const [item] = items
  if (item === undefined || items.length > 1) throw new Error(`one item expected, got ${items.length}`)
  return item
}

/** Nothing that a command prints may hold a key. */
function expectNoKey({ stdout, stderr }: Captured): void {
  expect(stdout + stderr).not.toMatch(/PRIVATE KEY-----|segredo/)
}

describe('pix cert inspect', () => {
  it('shows what is in each file, whatever its name says', async () => {
    const shown = await cert(['inspect', 'certificado.cer', 'APLICACAO.key', 'certificado.p12'])
    expect(shown).toMatchObject({ exitCode: 0, stderr: '' })
    expect(shown.stdout).toContain('── certificado.cer')
    expect(shown.stdout).toContain('der-certificate')
    expect(shown.stdout).toContain('pkcs12')
    expect(shown.stdout).toMatch(/Validity +until 2027-02-2\dT\S+Z, \d+ days/)
    expect(shown.stdout).toMatch(/Key +EC P-256/)
    expectNoKey(shown)
  })

  it('gives JSON that holds no key', async () => {
    const shown = await cert(['inspect', 'senha.p12', '--passphrase-env', 'SENHA', '--json'], {
      env: { SENHA: 'segredo' },
    })
    expectNoKey(shown)
    const { ok, files: inspected, issues } = JSON.parse(shown.stdout)
    expect({ ok, issues }).toEqual({ ok: true, issues: [] })
    expect(inspected).toMatchObject([
      { file: 'senha.p12', format: 'pkcs12', privateKeys: [{ algorithm: 'EC', curve: 'P-256' }], requests: [] },
    ])
    expect(inspected[0].certificates).toHaveLength(3)
    expect(inspected[0].certificates[0].validity).toMatchObject({ status: 'valid' })
  })

  it('asks a person for a passphrase, and nobody when there is JSON to give', async () => {
    expect(await cert(['inspect', 'senha.p12'], { secret: 'segredo' })).toMatchObject({ exitCode: 0 })
    const asked = await cert(['inspect', 'senha.p12', '--json'], { secret: 'segredo' })
    expect(JSON.parse(asked.stdout).issues).toMatchObject([{ code: 'CERTS_PASSPHRASE_MISSING', path: ['senha.p12'] }])
  })

  it('tries several passphrases, and asks for each file that none opens', async () => {
    const outro = toP12(client, { passphrase: 'outro', iterations: 1000 })
    const given = folder().set('outro.p12', outro)
    const argv = ['inspect', 'senha.p12', 'outro.p12', 'CHAVE_COMSENHA.key']
    const env = { A: 'segredo', B: 'outro' }
    expect(await cert([...argv, '--passphrase-env', 'A,B'], { files: given, env })).toMatchObject({ exitCode: 0 })
    const answers = ['segredo', 'outro']
    const asked = await cert(argv, { files: given, secret: () => answers.shift() })
    expect([asked.exitCode, answers]).toEqual([0, []])
    expect(await cert(argv, { files: given, secret: () => undefined })).toMatchObject({ exitCode: 1 })
  })

  it('says how to give a passphrase where nobody can be asked', async () => {
    expect((await cert(['inspect', 'senha.p12'])).stderr.replaceAll(/\s+/g, ' ')).toContain('--passphrase-env')
    expect((await cert(['match', 'senha.p12', '--json'])).stdout).toContain('--passphrase-file')
  })

  it('takes the passphrase from a file, without the line break that editors add', async () => {
    for (const text of ['segredo', 'segredo\n', 'segredo\r\n']) {
      const files = folder().set('senha.txt', bytes(text))
      const argv = ['inspect', 'senha.p12', 'CHAVE_COMSENHA.key', '--passphrase-file', 'senha.txt']
      expect(await cert(argv, { files })).toMatchObject({ exitCode: 0, stderr: '' })
    }
  })

  it.each([
    ['senha.p12', 'CERTS_PASSPHRASE_MISSING'],
    ['pagina.cer', 'CERTS_FILE_UNKNOWN'],
    ['nao-ha.cer', 'CLI_FILE_UNREADABLE'],
  ])('tells what is wrong with %s and goes on with the others', async (name, code) => {
    const { exitCode, stdout } = await cert(['inspect', name, 'certificado.cer', '--json'])
    const { files: inspected, issues } = JSON.parse(stdout)
    expect(exitCode).toBe(1)
    expect(inspected.map(({ file }: { file: string }) => file)).toEqual(['certificado.cer'])
    expect(issues).toMatchObject([{ code, path: [name] }])
  })

  it('reads standard input once', async () => {
    const shown = await cert(['inspect', '-'], { stdin: client.certificate.der })
    expect([shown.exitCode, shown.stdout.includes('EC P-256')]).toEqual([0, true])
    const argv = ['inspect', '-', '--passphrase-file', '-', '--json']
    const { stdout } = await cert(argv, { stdin: 'segredo' })
    expect(JSON.parse(stdout).issues).toMatchObject([{ code: 'CLI_INPUT_TWICE', path: ['-'] }])
  })

  it('tells a wrong passphrase', async () => {
    const shown = await cert(['inspect', 'senha.p12', '--passphrase-env', 'SENHA'], { env: { SENHA: 'errada' } })
    expect(shown.exitCode).toBe(1)
    expect(shown.stderr).toContain('senha.p12')
    expect(shown.stdout + shown.stderr).not.toContain('errada')
  })
})

describe('pix cert convert', () => {
  it('writes DER as PEM', async () => {
    const { exitCode, stdout } = await cert(['convert', 'certificado.cer', '--to', 'pem', '--out', 'novo.pem'])
    expect([exitCode, stdout]).toEqual([0, '✓ novo.pem: 1 certificate\n'])
    expect(read('novo.pem').certificates[0]?.der).toEqual(client.certificate.der)
  })

  it('puts certificate, chain and key into one file with a passphrase, for its owner alone', async () => {
    const modes = new Map<string, number>()
    const argv = ['convert', 'cadeia.cer', 'APLICACAO.key', 'certificado.cer', '--to', 'p12', '--out', 'novo.pfx']
    const shown = await cert([...argv, '--out-passphrase-env', 'SENHA', '--friendly-name', 'padaria'], {
      env: { SENHA: 'sénha€' },
      modes,
    })
    expect(shown).toMatchObject({ exitCode: 0, stdout: '✓ novo.pfx: 3 certificates, 1 private key; with passphrase\n' })
    expect(modes.get('novo.pfx')).toBe(OWNER_ALONE)
    const { certificates, privateKeys } = read('novo.pfx', 'sénha€')
    expect(certificates.map(({ der }) => der)).toEqual([client, ca, root].map(({ certificate }) => certificate.der))
    expect(privateKeys[0]?.friendlyName).toBe('padaria')
    expect(matchKeyPair(client.certificate, only(privateKeys))).toBe(true)
  })

  it('takes one file apart into certificates and key', async () => {
    const modes = new Map<string, number>()
    const argv = ['convert', 'certificado.p12', '--to', 'pem', '--out', 'c.pem', '--key-out', 'c.key']
    expect(await cert(argv, { modes })).toMatchObject({ exitCode: 0 })
    expect(read('c.pem')).toMatchObject({ privateKeys: [] })
    expect(read('c.pem').certificates).toHaveLength(3)
    expect(matchKeyPair(client.certificate, only(read('c.key').privateKeys))).toBe(true)
    expect([...modes]).toEqual([['c.key', OWNER_ALONE]])
  })

  it('takes a passphrase off, and puts one on', async () => {
    const env = { SENHA: 'segredo', NOVA: 'nova' }
    const off = ['convert', 'CHAVE_COMSENHA.key', '--passphrase-env', 'SENHA', '--to', 'pem', '--out', 'CHAVE.key']
    expect((await cert(off, { env })).stdout).toContain('without passphrase')
    expect(read('CHAVE.key').privateKeys[0]?.key.equals(client.privateKey.key)).toBe(true)
    const on = ['convert', 'APLICACAO.key', '--to', 'der', '--out', 'CHAVE.der', '--out-passphrase-env', 'NOVA']
    expect(await cert(on, { env })).toMatchObject({ exitCode: 0 })
    expect(read('CHAVE.der', 'nova').privateKeys[0]?.key.equals(client.privateKey.key)).toBe(true)
  })

  it('writes base64 for a variable to standard output, and nothing beside it', async () => {
    const argv = ['convert', 'certificado.p12', '--to', 'p12', '--no-passphrase', '--base64', '--out', '-']
    const { exitCode, stdout, stderr } = await cert(argv)
    expect([exitCode, stderr]).toEqual([0, '✓ standard output: 3 certificates, 1 private key; without passphrase\n'])
    expect(stdout).toMatch(/^[\w+/]+=*\n$/)
    expect(readCredentials(stdout).format).toBe('pkcs12')
    const certificate = await cert(['convert', 'certificado.cer', '--to', 'pem', '--base64', '--out', '-'])
    expect(certificate.stderr).toBe('')
    expect(readCredentials(certificate.stdout).certificates[0]?.der).toEqual(client.certificate.der)
  })

  it('opens an old file and writes one that old machines read', async () => {
    const argv = ['convert', 'certificado.p12', '--to', 'legacy-p12', '--out', 'antigo.pfx', '--no-passphrase']
    expect(await cert(argv)).toMatchObject({ exitCode: 0 })
    expect(read('antigo.pfx').encryption.join()).toContain('3DES')
  })

  it('replaces nothing, and of a pair writes neither, unless forced', async () => {
    const argv = ['convert', 'certificado.p12', '--to', 'pem', '--out', 'c.pem', '--key-out', 'APLICACAO.key']
    const refused = await cert([...argv, '--json'])
    expect(refused.exitCode).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ ok: false, files: [], issues: [{ code: 'CLI_FILE_EXISTS' }] })
    expect(files.has('c.pem')).toBe(false)
    expect(await cert([...argv, '--force'])).toMatchObject({ exitCode: 0 })
    expect(files.has('c.pem')).toBe(true)
  })

  it('asks a person for the new passphrase, twice', async () => {
    const argv = ['convert', 'certificado.cer', 'APLICACAO.key', '--to', 'p12', '--out', 'novo.pfx']
    expect(await cert(argv, { secret: 'nova' })).toMatchObject({ exitCode: 0 })
    expect(read('novo.pfx', 'nova').privateKeys).toHaveLength(1)
    let count = 0
    const differs = await cert(argv, { secret: () => `nova ${count++}` })
    expect([differs.exitCode, files.has('novo.pfx')]).toEqual([2, false])
    expect(await cert(argv, { secret: () => undefined })).toMatchObject({ exitCode: 2 })
  })

  it('takes an empty passphrase for the mistake that it is', async () => {
    for (const to of ['p12', 'pem']) {
      const argv = ['convert', 'certificado.p12', '--to', to, '--out', 'x', '--out-passphrase-env', 'VAZIA', '--json']
      const { exitCode, stdout } = await cert(argv, { env: { VAZIA: '' } })
      expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([2, 'CLI_PASSPHRASE_EMPTY'])
      expect(files.has('x')).toBe(false)
    }
  })

  it.each([
    [['certificado.p12', '--to', 'pem', '--out', 'x', '--key-out', './x'], 2, 'CLI_SAME_FILE'],
    [['certificado.p12', '--to', 'pem', '--out', '-', '--key-out', '-'], 2, 'CLI_OPTION_CONFLICT'],
    [['certificado.cer', '--to', 'pem', '--out', '-'], 2, 'CLI_OPTION_CONFLICT'],
    [['certificado.cer', '--to', 'pem', '--out', 'x', '--no-passphrase'], 2, 'CLI_OPTION_NEEDS'],
    [['certificado.cer', '--to', 'pem', '--out', 'x', '--friendly-name', 'a'], 2, 'CLI_OPTION_NEEDS'],
    [['certificado.cer', '--to', 'pem', '--out', 'x', '--key-out', 'y'], 1, 'CERTS_KEY_MISSING'],
    [['APLICACAO.key', '--to', 'pem', '--out', 'x', '--key-out', 'y'], 1, 'CERTS_CERTIFICATE_MISSING'],
    [['certificado.cer', 'nao-ha.key', '--to', 'pem', '--out', 'x'], 1, 'CLI_FILE_UNREADABLE'],
  ])('refuses %j', async (argv, wanted, code) => {
    const { exitCode, stdout } = await cert(['convert', ...argv, '--json', '--force'])
    expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([wanted, code])
    expect(['x', 'y'].filter((name) => files.has(name))).toEqual([])
  })

  it('refuses a key and a certificate that do not belong together, in every format', async () => {
    const given = folder().set('outra.key', bytes(toPem(await generatePrivateKey({ type: 'EC' }))))
    for (const to of [['pem'], ['pem', '--key-out', 'y'], ['p12', '--no-passphrase']]) {
      const argv = ['convert', 'certificado.cer', 'outra.key', '--to', ...to, '--out', 'x', '--json']
      const { exitCode, stdout } = await cert(argv, { files: given })
      expect(exitCode).toBe(1)
      expect(JSON.parse(stdout).issues).toMatchObject([{ code: 'CERTS_KEY_MISMATCH', path: ['outra.key'] }])
    }
  })

  it('puts the certificate of the key first, though authorities come first in the file', async () => {
    expect(
      await cert(['convert', 'cadeia.cer', 'APLICACAO.key', 'certificado.cer', '--to', 'pem', '--out', 'x']),
    ).toMatchObject({ exitCode: 0 })
    expect(read('x').certificates[0]?.der).toEqual(client.certificate.der)
  })

  it('refuses several things in one DER file, a key without a certificate in a bundle, and a foreign key', async () => {
    const code = async (...argv: string[]): Promise<string> => {
      const other = await generatePrivateKey({ type: 'EC' })
      const given = folder().set('outra.key', bytes(toPem(other)))
      const { exitCode, stdout } = await cert(['convert', ...argv, '--json'], { files: given })
      expect(exitCode).toBe(1)
      expect(files.has('x')).toBe(false)
      return JSON.parse(stdout).issues[0].code
    }
    expect(await code('cadeia.cer', '--to', 'der', '--out', 'x')).toBe('CLI_CONVERT_SEVERAL')
    const bundle = ['--to', 'p12', '--out', 'x', '--no-passphrase']
    expect(await code('APLICACAO.key', ...bundle)).toBe('CERTS_CERTIFICATE_MISSING')
    expect(await code('certificado.cer', ...bundle)).toBe('CERTS_KEY_MISSING')
    expect(await code('certificado.cer', 'outra.key', ...bundle)).toBe('CERTS_KEY_MISMATCH')
  })
})

describe('pix cert match', () => {
  it('tells which key belongs to which certificate', async () => {
    expect(await cert(['match', 'certificado.cer', 'APLICACAO.key', 'cadeia.cer'])).toEqual({
      exitCode: 0,
      stdout: '✓ APLICACAO.key belongs to certificado.cer\n',
      stderr: '',
      bytes: undefined,
    })
  })

  it('ends with 1 when a key or a certificate is alone', async () => {
    const other = await generatePrivateKey({ type: 'EC' })
    const given = folder().set('outra.key', bytes(toPem(other)))
    const both = await cert(['match', 'certificado.cer', 'outra.key'], { files: given })
    expect([both.exitCode, both.stdout]).toEqual([1, '✗ outra.key does not belong to certificado.cer\n'])
    const json = await cert(['match', 'certificado.cer', 'outra.key', 'APLICACAO.key', '--json'], { files: given })
    expect(JSON.parse(json.stdout)).toMatchObject({
      ok: false,
      pairs: [
        { key: 'outra.key', certificate: 'certificado.cer', matches: false },
        { key: 'APLICACAO.key', certificate: 'certificado.cer', matches: true },
      ],
    })
  })

  it('tells the pairs that it knows when a file cannot be read', async () => {
    const { exitCode, stdout, stderr } = await cert(['match', 'pagina.cer', 'certificado.cer', 'APLICACAO.key'])
    expect([exitCode, stdout]).toEqual([1, '✓ APLICACAO.key belongs to certificado.cer\n'])
    expect(stderr).toContain('pagina.cer')
  })

  it('needs a key and something to compare it with', async () => {
    const codes = async (...argv: string[]) =>
      JSON.parse((await cert(['match', ...argv, '--json'])).stdout).issues.map(({ code }: { code: string }) => code)
    expect(await codes('certificado.cer')).toEqual(['CERTS_KEY_MISSING'])
    expect(await codes('APLICACAO.key')).toEqual(['CERTS_CERTIFICATE_MISSING'])
  })
})

describe('pix cert chain', () => {
  it('puts a chain in order and proves it up to what is trusted', async () => {
    const argv = ['chain', 'cadeia.cer', 'certificado.cer', '--ca', 'raiz.cer']
    const { exitCode, stdout } = await cert(argv)
    expect(exitCode).toBe(0)
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      expect.stringMatching(/^0 {2}CN=pixkit test client \(2027-/),
      expect.stringMatching(/^1 {2}CN=Intermediária de Teste \(2036-/),
      expect.stringMatching(/^2 {2}CN=Raiz de Teste \(2036-/),
    ])
    expect(stdout).toContain('✓ Each link holds, and the chain ends in a certificate of --ca.')
  })

  it('does not judge the end when nothing is trusted', async () => {
    const { exitCode, stdout } = await cert(['chain', 'cadeia.cer', 'certificado.cer', '--json'])
    expect(exitCode).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, anchored: false, loose: [], chain: [{}, {}, {}] })
  })

  it('writes it in order, or each certificate into a file of its own', async () => {
    expect(await cert(['chain', 'cadeia.cer', 'certificado.cer', '--out', 'completo.pem'])).toMatchObject({
      exitCode: 0,
    })
    expect(read('completo.pem').certificates.map(({ der }) => der)).toEqual(
      [client, ca, root].map(({ certificate }) => certificate.der),
    )
    expect(await cert(['chain', 'cadeia.cer', '--split', 'parte'])).toMatchObject({ exitCode: 0 })
    expect(read('parte-1.pem').certificates[0]?.der).toEqual(ca.certificate.der)
    expect(read('parte-2.pem').certificates[0]?.der).toEqual(root.certificate.der)
  })

  it.each([
    [['certificado.cer'], 'CERTS_CHAIN_INCOMPLETE'],
    [['certificado.cer', '--ca', 'raiz.cer'], 'CERTS_CHAIN_INCOMPLETE'],
    [['APLICACAO.key'], 'CLI_CERTIFICATE_MISSING'],
    [['R.csr', 'cadeia.cer'], 'CLI_REQUEST_ONLY'],
    [['certificado.cer', '--ca', 'APLICACAO.key'], 'CLI_CERTIFICATE_MISSING'],
  ])('refuses %j with %s', async (argv, code) => {
    const request = createCsr(client.privateKey, { subject: [{ type: 'CN', value: 'a' }] })
    const given = folder().set('R.csr', bytes(toPem(request)))
    const { exitCode, stdout } = await cert(['chain', ...argv, '--json'], { files: given })
    expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([1, code])
  })

  it('is content with what TLS sends, which leaves the root out, and says what is missing', async () => {
    const given = folder().set('intermediaria.cer', ca.certificate.der)
    const argv = ['chain', 'certificado.cer', 'intermediaria.cer']
    const { exitCode, stdout } = await cert([...argv, '--out', 'x'], { files: given })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('The issuer of the last one is not among the files: CN=Raiz de Teste')
    const json = await cert([...argv, '--out', 'y', '--json'], { files: given })
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: true, missing: 'CN=Raiz de Teste', files: [{ file: 'y' }] })
    expect((await cert(['chain', 'certificado.cer'])).stdout).toContain('CN=Intermediária de Teste')
  })

  it('shows what belongs to another chain', async () => {
    const stranger = await createCa({ name: 'Estranha', now: NOW })
    const given = folder().set('outra.cer', stranger.certificate.der)
    const { stdout } = await cert(['chain', 'cadeia.cer', 'certificado.cer', 'outra.cer'], { files: given })
    expect(stdout).toMatch(/Not of this chain:\n- {2}CN=Estranha/)
  })
})

describe('pix cert csr', () => {
  const SICREDI = ['csr', '--preset', 'sicredi', '--nome-parceiro', 'padaria-central', '--cpf-cnpj', '12345678000195']

  it('makes the request that Sicredi asks for, with its key', async () => {
    const modes = new Map<string, number>()
    const shown = await cert([...SICREDI, '--key-out', 'CHAVE.key', '--out', 'R.csr'], { modes })
    expect(shown).toMatchObject({ exitCode: 0, stderr: '' })
    const request = only(read('R.csr').requests)
    const key = only(read('CHAVE.key').privateKeys)
    expect([key.algorithm, key.bits]).toEqual(['RSA', 2048])
    expect(matchKeyPair(request, key)).toBe(true)
    expect(request.subject.rdns.flat().map(({ value }) => value)).toEqual([
      'BR',
      'Confederacao Interestadual das Cooperativas Ligadas ao Sicredi',
      'api-parceiros-padaria-central.sicredi.net',
      'RS',
      'Porto Alegre',
      'BR',
      'API Pix Sicredi',
      'urn:cpfcnpj:12345678000195',
    ])
    expect([...modes]).toEqual([['CHAVE.key', OWNER_ALONE]])
    expectNoKey(shown)
  })

  it('writes the other prefix when it is asked for, and that of Sicredi only', async () => {
    const argv = [...SICREDI, '--key-type', 'rsa-2048', '--key-out', 'CHAVE.key', '--out', 'R.csr']
    expect(await cert([...argv, '--prefixo', 'urn:cnpj'])).toMatchObject({ exitCode: 0 })
    expect(only(read('R.csr').requests).subject.rdns.flat().at(-1)?.value).toBe('urn:cnpj:12345678000195')
    expect(await cert([...argv, '--prefixo', 'urn:cpf'])).toMatchObject({ exitCode: 2 })
    const other = [
      'csr',
      '--subject',
      '/CN=a',
      '--prefixo',
      'urn:cnpj',
      '--key',
      'APLICACAO.key',
      '--out',
      'S.csr',
      '--json',
    ]
    const { exitCode, stdout } = await cert(other)
    expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([2, 'CLI_OPTION_NEEDS'])
  })

  it('takes a key that is there, and any subject', async () => {
    const argv = [
      'csr',
      '--subject',
      '/C=BR/O=Pão \\/ Bolo/OU=1 \\+ 1/CN=a.example',
      '--key',
      'APLICACAO.key',
      '--out',
      'R.csr',
    ]
    expect(await cert([...argv, '--hosts', 'a.example,127.0.0.1'])).toMatchObject({ exitCode: 0 })
    const request = only(read('R.csr').requests)
    expect(matchKeyPair(request, client.privateKey)).toBe(true)
    expect(request.subject.rdns.flat()[1]?.value).toBe('Pão / Bolo')
    expect(request.subject.rdns.flat()[2]?.value).toBe('1 + 1')
    expect(request.subjectAltNames.map(({ type }) => type)).toEqual(['dns', 'ip'])
  })

  it('writes the new key with a passphrase when one is given', async () => {
    const argv = ['csr', '--subject', '/CN=a', '--key-type', 'p-256', '--key-out', 'K.key', '--out', 'R.csr']
    const world = { env: { SENHA: 'segredo' } }
    expect((await cert([...argv, '--out-passphrase-env', 'SENHA'], world)).stdout).toContain('with passphrase')
    expect(read('K.key', 'segredo').privateKeys[0]?.curve).toBe('P-256')
  })

  it.each([
    [['--preset', 'sicredi', '--nome-parceiro', 'Padaria', '--cpf-cnpj', '12345678000195'], 'CERTS_SUBJECT_INVALID'],
    [['--preset', 'sicredi', '--nome-parceiro', 'padaria', '--cpf-cnpj', '12345678000199'], 'CERTS_SUBJECT_INVALID'],
    [['--subject', '/C=Brasil'], 'CERTS_SUBJECT_INVALID'],
  ])('refuses the subject of %j', async (argv, code) => {
    const shown = await cert(['csr', ...argv, '--key', 'APLICACAO.key', '--out', 'R.csr', '--json'])
    expect(shown.exitCode).toBe(1)
    expect(JSON.parse(shown.stdout).issues[0].code).toBe(code)
    expect(files.has('R.csr')).toBe(false)
    expect(shown.stdout).not.toContain('12345678000199')
  })

  it('wants RSA for Sicredi', async () => {
    const old = await cert([...SICREDI, '--key', 'APLICACAO.key', '--out', 'R.csr', '--json'])
    expect([old.exitCode, JSON.parse(old.stdout).issues[0].code]).toEqual([1, 'CERTS_OPTION_INVALID'])
    const argv = [...SICREDI, '--key-type', 'p-256', '--key-out', 'K.key', '--out', 'R.csr']
    expect(await cert(argv)).toMatchObject({ exitCode: 2 })
    expect(files.has('R.csr')).toBe(false)
  })

  it('does not write the request over its key', async () => {
    const argv = [
      'csr',
      '--subject',
      '/CN=a',
      '--key',
      'APLICACAO.key',
      '--out',
      './APLICACAO.key',
      '--force',
      '--json',
    ]
    const { exitCode, stdout } = await cert(argv)
    expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([2, 'CLI_SAME_FILE'])
  })

  it('needs a key in the file of --key', async () => {
    const { exitCode, stdout } = await cert(['csr', '--subject', '/CN=a', '--key', 'raiz.cer', '--out', 'R', '--json'])
    expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([1, 'CERTS_KEY_MISSING'])
  })
})

describe('pix cert new-ca', () => {
  it('makes an authority, a server and a client that belong together', async () => {
    const modes = new Map<string, number>()
    const shown = await cert(['new-ca', '--out', 'd', '--hosts', 'localhost,::1', '--days', '2w'], { modes })
    expect(shown).toMatchObject({ exitCode: 0, stderr: '' })
    expect([...modes.keys()].toSorted()).toEqual(['d/ca.key', 'd/client.key', 'd/client.p12', 'd/server.key'])
    for (const name of ['server', 'client']) {
      expect((await cert(['match', `d/${name}.pem`, `d/${name}.key`], { files })).exitCode).toBe(0)
      expect((await cert(['chain', `d/${name}.pem`, '--ca', 'd/ca.pem'], { files })).exitCode).toBe(0)
      const certificate = only(read(`d/${name}.pem`).certificates)
      expect(certificate.notAfter).toBeLessThanOrEqual(NOW + 14 * DAY)
    }
    expect(read('d/client.p12').privateKeys).toHaveLength(1)
  })

  it('leaves an older authority as it is', async () => {
    const given = folder().set('d/ca.pem', bytes('old'))
    const { exitCode, stderr } = await cert(['new-ca', '--out', 'd'], { files: given })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('d/ca.pem')
    expect([...files.keys()].filter((name) => name.startsWith('d/'))).toEqual(['d/ca.pem'])
  })
})

describe('pix cert expiry', () => {
  it('ends with 1 when something expires within the days', async () => {
    expect(await cert(['expiry', 'certificado.cer', '--within', '30d'])).toMatchObject({ exitCode: 0 })
    const due = await cert(['expiry', 'certificado.cer', 'raiz.cer', '--within', '13w'])
    expect(due.exitCode).toBe(1)
    expect(due.stdout.split('\n').map((line) => line[0])).toEqual(['✗', '✓', undefined])
  })

  it('gives JSON', async () => {
    const { stdout } = await cert(['expiry', 'certificado.cer', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      within: 30,
      certificates: [{ file: 'certificado.cer', status: 'valid', expires: false }],
      issues: [],
    })
  })

  it('says nothing to cron when all is well', async () => {
    expect(await cert(['expiry', 'certificado.cer', '--quiet'])).toMatchObject({ exitCode: 0, stdout: '', stderr: '' })
    const due = await cert(['expiry', 'certificado.cer', 'raiz.cer', '--within', '13w', '--quiet'])
    expect([due.exitCode, due.stdout.split('\n').length]).toEqual([1, 2])
  })

  it('does not stay silent when it watches nothing', async () => {
    const { exitCode, stderr } = await cert(['expiry', 'APLICACAO.key', 'certificado.cer'])
    expect(exitCode).toBe(1)
    expect(stderr).toContain('APLICACAO.key')
  })
})

describe('every command', () => {
  it('lives through garbage', async () => {
    const garbage = folder()
    garbage.set('certificado.cer', toDer(client.certificate).subarray(0, 100))
    garbage.set('APLICACAO.key', bytes('-----BEGIN PRIVATE KEY-----\n!!!\n'))
    for (const argv of [
      ['inspect', 'certificado.cer', 'APLICACAO.key'],
      ['convert', 'certificado.cer', '--to', 'pem', '--out', 'x'],
      ['match', 'certificado.cer', 'APLICACAO.key'],
      ['chain', 'certificado.cer'],
      ['expiry', 'certificado.cer'],
      ['csr', '--subject', '/CN=a', '--key', 'APLICACAO.key', '--out', 'x'],
    ]) {
      const { exitCode, stderr } = await cert(argv, { files: garbage })
      expect(exitCode).toBe(1)
      expect(stderr).toContain('error: ')
      expect(files.has('x')).toBe(false)
    }
  })
})
