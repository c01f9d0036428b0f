import { describe, expect, it } from 'vitest'
import { capture } from '../../test/capture.ts'

const MERCHANT = ['--merchant-name', 'Fulano de Tal', '--merchant-city', 'BRASÍLIA']
const STATIC =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const DYNAMIC =
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4'
const RECURRENCE =
  '00020126180014br.gov.bcb.pix5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac1200026304F2DA'

describe('pix encode', () => {
  it.each([
    [['static', '--chave', '123e4567-e12b-12d1-a456-426655440000'], STATIC],
    [
      [
        'dynamic',
        '--location',
        'pix.example.com/8b3da2f39a4140d1a91abd93113bd441',
        '--point-of-initiation-method',
        '12',
      ],
      DYNAMIC,
    ],
    [['recurrence', '--location-rec', 'pix.example.com/rec/2353c790eefb11eaadc10242ac120002'], RECURRENCE],
  ])('writes the code of the manual from %j', async (argv, code) => {
    expect(await capture(['encode', ...argv, ...MERCHANT])).toEqual({ exitCode: 0, stdout: `${code}\n`, stderr: '' })
  })

  it.each([STATIC, DYNAMIC, RECURRENCE])('writes what decode read, letter for letter: %s', async (code) => {
    const decoded = await capture(['decode', '--json', code])
    const fields = JSON.stringify(JSON.parse(decoded.stdout).code)
    expect((await capture(['encode', '-'], { stdin: fields })).stdout).toBe(`${code}\n`)
    expect((await capture(['decode', '-'], { stdin: `${code}\n` })).exitCode).toBe(0)
  })

  it('lets options win over standard input', async () => {
    const stdin = JSON.stringify({
      chave: '123e4567-e12b-12d1-a456-426655440000',
      merchantName: 'X',
      merchantCity: 'Y',
    })
    expect((await capture(['encode', 'static', '-', ...MERCHANT], { stdin })).stdout).toBe(`${STATIC}\n`)
  })

  it('refuses a kind that the JSON contradicts', async () => {
    const { exitCode, stdout } = await capture(['encode', 'static', '-', '--json'], { stdin: '{"kind":"dynamic"}' })
    expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([2, 'CLI_KIND_CONFLICT'])
  })

  it('takes the alphabet and the cut', async () => {
    const argv = ['encode', 'static', '--chave', '+5561912345678', '--merchant-city', 'São Paulo', '--merchant-name']
    expect((await capture([...argv, 'José', '--profile', 'utf8'])).stdout).toContain('5904José6009São Paulo')
    expect((await capture([...argv, 'José & Cia', '--profile', 'alphanumeric'])).stdout).toContain('Jose  Cia')
    expect((await capture([...argv, 'N'.repeat(30)])).exitCode).toBe(1)
    expect((await capture([...argv, 'N'.repeat(30), '--shorten'])).stdout).toContain(`5925${'N'.repeat(25)}6009`)
  })

  it('names every missing field by its option, at once', async () => {
    const { exitCode, stdout, stderr } = await capture(['encode', 'static'])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    for (const option of ['--chave', '--merchant-name', '--merchant-city']) expect(stderr).toContain(option)
  })

  it('names the option at fault, the fault and the remedy', async () => {
    const { exitCode, stdout, stderr } = await capture(['encode', 'static', '--chave', '61912345678', ...MERCHANT])
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
    expect(stderr).toContain('--chave')
    expect(stderr).toContain('+55')
    expect(stderr).not.toContain('61912345678')
  })

  it.each([
    [['static', '--chave', '61912345678'], 'CHAVE_TELEFONE_WITHOUT_COUNTRY', 'chave'],
    [
      ['static', '--chave', '+5561912345678', '--transaction-amount', '10,00'],
      'BRCODE_AMOUNT_FORMAT',
      'transactionAmount',
    ],
    [['static', '--chave', '+5561912345678', '--txid', 'a-b'], 'BRCODE_TXID_CHARSET', 'txid'],
    [['dynamic', '--location', 'https://pix.example.com/a'], 'BRCODE_LOCATION_SCHEME', 'location'],
    [['dynamic', '--location', 'pix.example.com/a', '--chave', 'x'], 'BRCODE_FIELD_IGNORED', 'chave'],
  ])('refuses %j as JSON', async (argv, code, field) => {
    const { exitCode, stdout, stderr } = await capture(['encode', ...argv, ...MERCHANT, '--json'])
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, issues: [{ code, severity: 'error', path: [field] }] })
  })

  it('names a field as the JSON does when it came from there', async () => {
    const stdin = JSON.stringify({ kind: 'static', chave: '61912345678', merchantName: 'X', merchantCity: 'Y' })
    const { stderr } = await capture(['encode', '-'], { stdin })
    expect(stderr).toMatch(/: chave: /)
  })

  it('names missing and unknown fields of JSON together, as the JSON does', async () => {
    const stdin = JSON.stringify({
      valor: '1.00',
      zzzzzzzz: '',
      amout: '1.00',
      nome: 'X',
      Chave: 'y',
      merchantCity: 'Z',
    })
    const { exitCode, stdout } = await capture(['encode', 'static', '-', '--json'], { stdin })
    expect(exitCode).toBe(1)
    const issues: { code: string; path: string[]; params: object; message: string; remedy: string }[] =
      JSON.parse(stdout).issues
    expect(issues.map(({ code, path, params }) => [code, path[0], params])).toEqual([
      ['BRCODE_FIELD_UNKNOWN', 'valor', { suggestion: 'transactionAmount' }],
      ['BRCODE_FIELD_UNKNOWN', 'zzzzzzzz', {}],
      ['BRCODE_FIELD_UNKNOWN', 'amout', { suggestion: 'transactionAmount' }],
      ['BRCODE_FIELD_UNKNOWN', 'nome', { suggestion: 'merchantName' }],
      ['BRCODE_FIELD_UNKNOWN', 'Chave', { suggestion: 'chave' }],
      ['BRCODE_FIELD_MISSING', 'chave', {}],
      ['BRCODE_FIELD_MISSING', 'merchantName', {}],
    ])
    for (const { path, message } of issues) expect(message).toContain(path[0])
    expect(issues[0]?.remedy).toContain('Você quis dizer transactionAmount?')
    expect(stdout).not.toContain('--merchant-name')
    const { stderr } = await capture(['encode', '-'], { stdin })
    expect(stderr).toContain('Você quis dizer merchantName?')
    expect(stderr).toContain('"kind"')
    expect(stderr).not.toContain('--')
  })

  it('names the option when an option is at fault, also beside JSON', async () => {
    const stdin = JSON.stringify({ merchantName: 'X', merchantCity: 'Y' })
    const argv = ['encode', 'static', '-', '--chave', '61912345678', '--json']
    const { stdout } = await capture(argv, { stdin })
    expect(JSON.parse(stdout).issues).toMatchObject([{ path: ['chave'] }])
    expect((await capture(argv.slice(0, -1), { stdin })).stderr).toContain(': --chave: ')
  })

  it('tells how to get a long name and a name without ASCII through', async () => {
    const argv = ['encode', 'static', '--chave', '+5561912345678', '--merchant-city', 'X', '--merchant-name']
    const long = await capture([...argv, 'N'.repeat(30)])
    expect([long.exitCode, long.stderr.includes('--shorten')]).toEqual([1, true])
    const emoji = await capture([...argv, '🍞'])
    expect([emoji.exitCode, emoji.stderr.includes('--profile utf8')]).toEqual([1, true])
    const json = await capture([...argv, '🍞', '--json'])
    expect(JSON.parse(json.stdout).issues[0].remedy).toContain('--profile utf8')
    expect((await capture([...argv, ''])).stderr).not.toContain('utf8')
    const txid = await capture([...argv, 'X', '--info-adicional', 'N'.repeat(99)])
    expect([txid.exitCode, txid.stderr.includes('--shorten')]).toEqual([1, false])
  })

  it.each([
    ['São João', [], 0],
    ['Pão 🍞', [], 1],
    ['Łódź & Weiß', [], 2],
    ['“Zé” 👨‍👩‍👧', [], 3],
    ['João & Cia.', ['--profile', 'alphanumeric'], 2],
    ['Pão 🍞', ['--profile', 'utf8'], 0],
  ])('counts the characters that %s loses with %j: %s', async (name, options, found) => {
    const argv = [
      'encode',
      'static',
      '--chave',
      '+5561912345678',
      '--merchant-city',
      'X',
      '--merchant-name',
      name,
      ...options,
    ]
    const profile = options[1] ?? 'ascii'
    const { exitCode, stdout, stderr } = await capture([...argv, '--lang', 'en'])
    expect([exitCode, stdout.startsWith('000201')]).toEqual([0, true])
    const warning = `warning: --merchant-name: characters not in ${profile}, dropped: ${found}\n`
    expect(stderr.split('  →')[0]).toBe(found === 0 ? '' : warning)
    expect(stderr).not.toContain(name)
    const json = await capture([...argv, '--json'])
    const issue = { code: 'CLI_CHARACTERS_DROPPED', severity: 'warning', path: ['merchantName'], params: { found } }
    expect(json.stderr).toBe('')
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: true, issues: found === 0 ? [] : [issue] })
  })

  it('refuses fields that are not text', async () => {
    const stdin = JSON.stringify({ kind: 'static', chave: 61912345678, merchantName: 'X', merchantCity: 'Y' })
    const { exitCode, stdout } = await capture(['encode', '-', '--json'], { stdin })
    expect([exitCode, JSON.parse(stdout).issues[0].code]).toEqual([1, 'BRCODE_FIELD_TYPE'])
  })

  it('gives the code as JSON', async () => {
    const { stdout } = await capture(['encode', 'static', '--chave', '+5561912345678', ...MERCHANT, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, issues: [] })
  })
})
