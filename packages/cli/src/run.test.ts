import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capture, reportRuns } from '../test/capture.ts'

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

  it('keeps the help within a narrow terminal, examples apart', async () => {
    const { stdout } = await capture(['encode', '--help'], { columns: 40, env: { NO_COLOR: '1' } })
    const wide = stdout.split('\n').filter((line) => line.length > 40 && !line.startsWith('  pix'))
    expect(wide).toEqual([])
  })

  it.each<[string[], string, string?]>([
    [[], 'CLI_COMMAND_MISSING'],
    [['decod'], 'CLI_COMMAND_UNKNOWN', 'decode'],
    [['enocde'], 'CLI_COMMAND_UNKNOWN', 'encode'],
    [['pay'], 'CLI_COMMAND_UNKNOWN'],
    [[CODE], 'CLI_COMMAND_UNKNOWN', 'pix decode'],
    [['help', 'dcode'], 'CLI_COMMAND_UNKNOWN', 'decode'],
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
