import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capture, reportRuns } from '../test/capture.ts'
import { run } from './run.ts'

const CODE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'

async function refusal(
  argv: readonly string[],
  stdin?: string | Uint8Array,
): Promise<[exitCode: number, code: string, suggestion?: string]> {
  const { exitCode, stdout, stderr } = await capture([...argv, '--json'], { stdin })
  expect(stderr).toBe('')
  const { ok, issues } = JSON.parse(stdout)
  expect(ok).toBe(false)
  const [{ code, params }] = issues
  return params.suggestion === undefined ? [exitCode, code] : [exitCode, code, params.suggestion]
}

describe('run', () => {
  it('prints the version', async () => {
    expect(await capture(['--version'])).toEqual({ exitCode: 0, stdout: '1.2.3\n', stderr: '' })
  })

  it.each([
    ['--help'],
    ['-h'],
    ['help'],
    ['help', '--lang', 'en'],
    ['decode', '--help'],
    ['encode', '-h'],
    ['help', 'encode'],
  ])('shows help: %s %s', async (...argv) => {
    const { exitCode, stdout, stderr } = await capture(argv)
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toContain('pix decode')
    expect(stdout).toContain('--json')
  })

  it('names every option of a command and shows examples in its help', async () => {
    const { stdout } = await capture(['encode', '--help', '--lang', 'en'])
    for (const option of ['--chave', '--merchant-name', '--location-rec', '--profile', '--shorten', '--no-color']) {
      expect(stdout).toContain(option)
    }
    expect(stdout).toContain('pix encode static --chave')
  })

  it.each([
    [['encode', 'static', '--help'], '--chave', '--location'],
    [['help', 'encode', 'dynamic'], '--location', '--chave'],
    [['encode', '--help', 'recurrence'], '--location-rec', '--txid'],
  ])('shows only the options of a kind, the required ones first: %j', async (argv, first, foreign) => {
    const { exitCode, stdout } = await capture([...argv, '--lang', 'en'])
    expect(exitCode).toBe(0)
    const [head = '', rest = ''] = stdout.split('\nOptions\n')
    const listed = Array.from((head.split('Required options')[1] ?? '').matchAll(/^ {2}(--\S+)/gm), ([, name]) => name)
    expect(listed).toEqual([first, '--merchant-name', '--merchant-city'])
    expect(stdout).not.toContain(`  ${foreign} `)
    expect(rest).toContain('--shorten')
    expect(stdout.match(/^ {2}pix encode .*'Fulano/gm)).toHaveLength(1)
  })

  it.each([
    [
      'en',
      ['you can write it yourself', 'a charge that your bank', 'Pix Automático', 'Required: --chave, --merchant-name'],
    ],
    [
      'pt-br',
      ['você mesmo pode escrever', 'cobrança criada no seu', 'Pix Automático', '--merchant-name NOME', ' CIDADE '],
    ],
  ])('tells the kinds apart in %s', async (lang, sentences) => {
    const stdout = (await capture(['encode', '--help', '--lang', lang])).stdout
    const text = stdout.replace(/\n {3,}/g, ' ')
    for (const sentence of sentences) expect(text).toContain(sentence)
    expect(stdout).toMatch(/--transaction-amount 10\.00 /)
    expect(stdout).toContain('--profile ascii|alphanumeric|utf8 ')
  })

  it('shows help of every command, in the order of the work', async () => {
    const { stdout } = await capture(['help', '--lang', 'en'])
    const listed = Array.from(stdout.matchAll(/^ {2}(\w+) {2,}/gm), ([, name]) => name)
    expect(listed).toEqual(['decode', 'encode', 'qr', 'read', 'verify', 'cert', 'doctor', 'sandbox'])
    for (const name of listed) expect((await capture([`${name}`, '--help'])).stdout).toContain(`pix ${name} `)
  })

  it('shows help of commands that share a first word, and of each of them', async () => {
    const { stdout, exitCode } = await capture(['cert', '--help', '--lang', 'en'])
    const [commands = ''] = stdout.split('\nGeneral options\n')
    const listed = Array.from(commands.matchAll(/^ {2}([\w-]+) {2,}/gm), ([, name]) => name)
    expect(exitCode).toBe(0)
    expect(listed).toEqual(['inspect', 'convert', 'match', 'chain', 'csr', 'new-ca', 'expiry'])
    for (const name of listed) {
      const help = await capture(['cert', `${name}`, '--help'])
      expect(help.stdout).toContain(`pix cert ${name} `)
      expect(await capture(['help', 'cert', `${name}`])).toEqual(help)
    }
  })

  it('says what happens without an argument', async () => {
    expect((await capture(['decode', '--help', '--lang', 'en'])).stdout).toMatch(
      /on a\s+terminal that is a bad call \(2\)/,
    )
  })

  it.each(['decode', 'encode', 'qr', 'read'])(
    'keeps the help of %s within a narrow terminal, examples apart',
    async (name) => {
      const { stdout } = await capture([name, '--help'], { columns: 40, env: { NO_COLOR: '1' } })
      const wide = stdout.split('\n').filter((line) => line.length > 40 && !line.startsWith('  pix'))
      expect(wide).toEqual([])
    },
  )

  it.each<[string[], string, string?]>([
    [[], 'CLI_COMMAND_MISSING'],
    [['decod'], 'CLI_COMMAND_UNKNOWN', 'decode'],
    [['enocde'], 'CLI_COMMAND_UNKNOWN', 'encode'],
    [['pay'], 'CLI_COMMAND_UNKNOWN'],
    [[CODE], 'CLI_COMMAND_UNKNOWN', 'pix decode'],
    [['help', 'dcode'], 'CLI_COMMAND_UNKNOWN', 'decode'],
    [['cert'], 'CLI_COMMAND_MISSING'],
    [['cert', 'inspct'], 'CLI_COMMAND_UNKNOWN', 'inspect'],
    [['cert', '00020126'], 'CLI_COMMAND_UNKNOWN'],
    [['inspect'], 'CLI_COMMAND_UNKNOWN'],
    [['cert', 'inspect', '--strict', 'a.cer'], 'CLI_OPTION_UNKNOWN'],
    [['cert', 'inspect'], 'CLI_ARGUMENT_MISSING'],
    [['cert', 'inspect', '-', '-'], 'CLI_ARGUMENT_UNEXPECTED'],
    [['cert', 'convert', 'a.cer', '--to', 'pem'], 'CLI_OPTION_MISSING'],
    [['cert', 'convert', 'a.cer', '--to', 'pfx', '--out', 'b'], 'CLI_OPTION_CHOICE'],
    [['cert', 'convert', 'a.cer', '--to', 'p12', '--out', 'b'], 'CLI_OUT_PASSPHRASE_MISSING'],
    [['cert', 'convert', 'a.cer', '--to', 'p12', '--out', 'b', '--key-out', 'c'], 'CLI_OPTION_NEEDS'],
    [['cert', 'inspect', 'a.cer', '--passphrase-env', 'A', '--passphrase-file', 'b'], 'CLI_OPTION_CONFLICT'],
    [['cert', 'inspect', 'a.cer', '--passphrase-env', 'NOT_SET'], 'CLI_VARIABLE_MISSING'],
    [['cert', 'inspect', 'a.cer', '--passphrase-env', 'toString'], 'CLI_VARIABLE_MISSING'],
    [['cert', 'chain', 'a.cer', '--split', ''], 'CLI_OPTION_VALUE_MISSING'],
    [['cert', 'expiry', 'a.cer', '--within', 'soon'], 'CLI_OPTION_FORMAT'],
    [['cert', 'csr', '--out', 'a.csr', '--key-out', 'a.key'], 'CLI_OPTION_MISSING'],
    [['cert', 'csr', '--out', 'a.csr', '--key-out', 'a.key', '--subject', 'CN=a'], 'CLI_OPTION_FORMAT'],
    [['cert', 'csr', '--out', 'a.csr', '--key-out', 'a.key', '--subject', '/CN=a+OU=b'], 'CLI_OPTION_FORMAT'],
    [['cert', 'csr', '--out', 'a', '--key', 'b', '--key-out', 'c', '--subject', '/CN=a'], 'CLI_OPTION_CONFLICT'],
    [['cert', 'csr', '--out', 'a', '--key', 'b', '--cpf-cnpj', '1', '--subject', '/CN=a'], 'CLI_OPTION_NEEDS'],
    [['cert', 'new-ca'], 'CLI_OPTION_MISSING'],
    [['doctor'], 'CLI_ARGUMENT_MISSING'],
    [['--strick'], 'CLI_OPTION_UNKNOWN'],
    [['decode', '--strick', CODE], 'CLI_OPTION_UNKNOWN', '--strict'],
    [['decode', '-x', CODE], 'CLI_OPTION_UNKNOWN'],
    [['decode', '--strict=yes', CODE], 'CLI_OPTION_VALUE_UNEXPECTED'],
    [['decode', '--lang', 'fr', CODE], 'CLI_OPTION_CHOICE'],
    [['decode', '--lang', 'pt', CODE], 'CLI_OPTION_CHOICE'],
    [['decode'], 'CLI_ARGUMENT_MISSING'],
    [['encode'], 'CLI_ARGUMENT_MISSING'],
    [['encode', 'sttic'], 'CLI_KIND_UNKNOWN', 'static'],
    [['encode', 'static', 'x', 'y'], 'CLI_ARGUMENT_UNEXPECTED'],
    [['encode', 'static', '--chav', 'x'], 'CLI_OPTION_UNKNOWN', '--chave'],
    [['encode', 'static', '--chave', '--txid', 'x'], 'CLI_OPTION_VALUE_MISSING'],
    [['encode', 'static', '--txid', 'a', '--txid', 'b'], 'CLI_OPTION_REPEATED'],
    [['encode', 'static', '--profile', 'asci'], 'CLI_OPTION_CHOICE', 'ascii'],
  ])('refuses the call %j', async (argv, ...expected) => {
    expect(await refusal(argv)).toEqual([2, ...expected])
  })

  it.each([
    ['name', 'merchant-name'],
    ['nome', 'merchant-name'],
    ['city', 'merchant-city'],
    ['cidade', 'merchant-city'],
    ['key', 'chave'],
    ['pix-key', 'chave'],
    ['amount', 'transaction-amount'],
    ['amout', 'transaction-amount'],
    ['valor', 'transaction-amount'],
    ['info', 'info-adicional'],
    ['description', 'info-adicional'],
    ['descricao', 'info-adicional'],
    ['cep', 'postal-code'],
    ['zip', 'postal-code'],
    ['mcc', 'merchant-category-code'],
    ['url', 'location'],
    ['merchantName', 'merchant-name'],
  ])('takes --%s for --%s', async (typed, meant) => {
    expect(await refusal(['encode', 'static', `--${typed}`, 'x'])).toEqual([2, 'CLI_OPTION_UNKNOWN', `--${meant}`])
  })

  it('suggests no option that the command does not have', async () => {
    expect(await refusal(['decode', '--valor', 'x'])).toEqual([2, 'CLI_OPTION_UNKNOWN'])
  })

  it('reports every bad option of a call, in one document', async () => {
    const argv = ['encode', 'static', '--nome', 'X', '--lang', 'fr', '--cidade=Y', '--shorten=1', '--txid', '--json']
    const { exitCode, stdout, stderr } = await capture(argv)
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' })
    expect(JSON.parse(stdout).issues.map((issue: { code: string }) => issue.code)).toEqual([
      'CLI_OPTION_UNKNOWN',
      'CLI_OPTION_CHOICE',
      'CLI_OPTION_UNKNOWN',
      'CLI_OPTION_VALUE_UNEXPECTED',
      'CLI_OPTION_VALUE_MISSING',
    ])
    const text = (await capture(['encode', 'static', '--nome', 'X', '--cidade', 'Y'])).stderr
    expect(text).toContain('Você quis dizer --merchant-name?')
    expect(text).toContain('Você quis dizer --merchant-city?')
  })

  it.each([
    [['pay', '--json']],
    [['--json']],
    [['decode', '--json=1', CODE]],
    [['encode', 'static', '--chave', '--json']],
    [['encode', '--json']],
  ])('answers the bad call %j with one document', async (argv) => {
    const { exitCode, stdout, stderr } = await capture(argv)
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, issues: [{ severity: 'error', path: [] }] })
  })

  it.each<[string[], number, string]>([
    [['qr', CODE, '--svg', 'a.svg'], 1, 'ENOSYS'],
    [['read', 'a.png'], 1, 'ENOSYS'],
    [['qr', CODE, '--png', '-'], 2, 'terminal'],
  ])('does without files and bytes where there are none: %j', async (argv, exitCode, word) => {
    let written = ''
    const output = { write: (text: string) => void (written += text), isTTY: false }
    const io = { stdin: { isTTY: true, async *read() {} }, stdout: output, stderr: output, env: {}, version: '1.2.3' }
    expect(await run(argv, io)).toBe(exitCode)
    expect(written).toContain(word)
  })

  it('takes --json after -- for an argument', async () => {
    expect((await capture(['encode', '--', '--json'])).stdout).toBe('')
  })

  it('writes refusals to standard error, with a pointer to the help', async () => {
    const { stdout, stderr } = await capture(['decode', '--strick'], { env: { LANG: 'en_US.UTF-8' } })
    expect(stdout).toBe('')
    expect(stderr).toContain('Did you mean --strict?')
    expect(stderr).toContain('pix decode --help')
  })

  it('does not repeat what may be a key', async () => {
    const { stderr } = await capture(['12345678909'])
    expect(stderr).not.toContain('12345678909')
  })

  it.each<[Record<string, string>, string[], string]>([
    [{}, [], 'falta o comando'],
    [{ LANG: 'en_GB.UTF-8' }, [], 'command is missing'],
    [{ LANG: 'en_GB.UTF-8', LC_ALL: 'pt_BR.UTF-8' }, [], 'falta o comando'],
    [{ LANG: 'C' }, [], 'falta o comando'],
    [{ LANG: 'pt_BR.UTF-8' }, ['--lang', 'en'], 'command is missing'],
    [{ LANG: 'en_US.UTF-8' }, ['--lang=pt-br'], 'falta o comando'],
  ])('chooses the language by %j %j', async (env, argv, sentence) => {
    expect((await capture(argv, { env })).stderr).toContain(sentence)
  })

  it.each<[boolean, string[], Record<string, string>, number | undefined]>([
    [true, [], {}, 80],
    [false, [], {}, undefined],
    [false, [], { NO_COLOR: '1' }, 80],
    [false, [], { TERM: 'dumb' }, 80],
    [false, ['--no-color'], {}, 80],
    [true, ['--color'], {}, undefined],
    [true, ['--color'], { NO_COLOR: '1' }, undefined],
  ])('colours: %s with %j %j in %s columns', async (colored, argv, env, columns) => {
    const { stdout } = await capture(['decode', CODE, ...argv], { env, columns })
    expect(stdout.includes('\u001b[')).toBe(colored)
  })

  it('refuses standard input that is no text or has no end', async () => {
    expect(await refusal(['decode', '-'], new Uint8Array([0x30, 0xff]))).toEqual([1, 'CLI_INPUT_NOT_UTF8'])
    expect(await refusal(['decode', '-'], new Uint8Array([0x30, 0xc3]))).toEqual([1, 'CLI_INPUT_NOT_UTF8'])
    expect(await refusal(['decode'], new Uint8Array(10_000_000))).toEqual([1, 'CLI_INPUT_TOO_LONG'])
    expect(await refusal(['encode', '-'], '{"chave":')).toEqual([1, 'CLI_JSON_SYNTAX'])
    expect(await refusal(['encode', '-'], '[]')).toEqual([1, 'CLI_JSON_NOT_OBJECT'])
  })

  it('does not quote bad JSON', async () => {
    const { stderr } = await capture(['encode', 'static', '-'], { stdin: '{"chave": segredo' })
    expect(stderr).not.toContain('segredo')
  })

  const word = fc.oneof(
    fc.constantFrom(
      'decode',
      'encode',
      'qr',
      'read',
      'static',
      'dynamic',
      '-',
      '--',
      '--json',
      '--lang',
      '--chave',
      '--help=',
      '-h',
      '--no-json',
    ),
    fc.constantFrom(
      '--any',
      '--svg',
      '--png=-',
      '--svg=a',
      '--png=__proto__',
      '--force',
      '--level',
      'Q',
      '--scale=2',
      '--mask',
    ),
    fc.constantFrom(
      '--__proto__',
      '--constructor=x',
      '--lang=__proto__',
      '__proto__',
      '--merchant-name',
      '--version',
      CODE,
    ),
    fc.string({ unit: 'binary' }),
    fc.string(),
  )

  it('ends with 0, 1 or 2 whatever the call', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 6 }), fc.string({ unit: 'binary' }), async (argv, stdin) => {
        const { exitCode, stdout } = await capture(argv, { stdin, columns: 40, env: { NO_COLOR: '1' } })
        expect([0, 1, 2]).toContain(exitCode)
        expect(stdout).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u)
      }),
      reportRuns(),
    )
  })

  it('answers --json with one document whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const { exitCode, stdout, stderr } = await capture(['decode', '-', '--json'], { stdin: text })
        expect(JSON.parse(stdout).ok).toBe(exitCode === 0)
        expect(stderr).toBe('')
      }),
      reportRuns(),
    )
  })
})
