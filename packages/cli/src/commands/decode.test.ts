import { describe, expect, it } from 'vitest'
import { capture } from '../../test/capture.ts'

// Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6.3, 2.7.2 and 2.8.5.
const STATIC =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D'
const DYNAMIC =
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4'
const RECURRENCE =
  '00020126180014br.gov.bcb.pix5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac1200026304F2DA'
const STATIC_AND_RECURRENCE =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865406100.505802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac12000263042875'
const COB_AND_RECURRENCE =
  '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac1200026304FB42'
const WRONG_CRC = STATIC.replace(/1D3D$/, '1D3E')
/** Object 62 declares 8 and holds 7, so it swallows the first digit of 63. */
const WRONG_LENGTH =
  '00020126360014BR.GOV.BCB.PIX0114+5511943214321520400005303986540566.665802BR5907EMPRESA6008BRASILIA62080503***6304170E'
/** City with an accent: a warning. */
const ACCENT =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASÍLIA62070503***6304B4F6'

function widest(text: string): number {
  return Math.max(...text.split('\n').map((line) => line.length))
}

/** What stands over the carets. */
function marked(stdout: string): string[] {
  const lines = stdout.split('\n')
  return lines.flatMap((line, index) => {
    const carets = /^ *(\^+)$/.exec(line)
    return carets === null ? [] : [lines[index - 1]?.slice(line.indexOf('^'), line.length) ?? '']
  })
}

describe('pix decode', () => {
  it('describes a static code and its objects', async () => {
    const { exitCode, stdout, stderr } = await capture(['decode', STATIC])
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
    expect(stdout).toMatch(/^Pix estático\n/)
    expect(stdout).toMatch(/^Valor {2,}o pagador digita$/m)
    expect(stdout).toMatch(/^Chave {2,}123e4567-e12b-12d1-a456-426655440000 \(chave aleatória\)$/m)
    expect(stdout).toMatch(/^ {2}26 58 {5}Pagamento Pix$/m)
    expect(stdout).toMatch(/^ {5}01 36 {2}Chave Pix {2,}123e4567-e12b-12d1-a456-426655440000$/m)
    expect(stdout).toMatch(/^ {2}63 04 .*1D3D/m)
    expect(stdout).toMatch(/✓ .*\n$/)
  })

  it.each([
    [DYNAMIC, 'Pix dinâmico: cobrança imediata (cob)', 'Dynamic Pix code: immediate charge (cob)'],
    [RECURRENCE, 'jornada 2', 'jornada 2'],
    [STATIC_AND_RECURRENCE, 'jornada 4', 'jornada 4'],
    [COB_AND_RECURRENCE, 'jornada 3', 'jornada 3'],
  ])('names the kind of %s', async (code, ptBr, en) => {
    expect((await capture(['decode', code])).stdout.split('\n')[0]).toContain(ptBr)
    expect((await capture(['decode', code, '--lang', 'en'])).stdout.split('\n')[0]).toContain(en)
  })

  it('writes amounts as people of the language do', async () => {
    expect((await capture(['decode', STATIC_AND_RECURRENCE])).stdout).toContain('R$ 100,50')
    expect((await capture(['decode', STATIC_AND_RECURRENCE, '--lang', 'en'])).stdout).toContain('R$ 100.50')
  })

  it('says that a right CRC proves no receiver, and that a location was not asked', async () => {
    const dynamic = (await capture(['decode', DYNAMIC, '--lang', 'en'])).stdout
    expect(dynamic).toContain('CRC proves only')
    expect(dynamic).toContain('this command did not ask')
    expect((await capture(['decode', STATIC, '--lang', 'en'])).stdout).toContain('CRC proves only')
  })

  it('reads standard input when asked to, or when it is no terminal', async () => {
    const expected = await capture(['decode', STATIC])
    expect(await capture(['decode', '-'], { stdin: `${STATIC}\r\n` })).toEqual(expected)
    expect(await capture(['decode'], { stdin: `\ufeff${STATIC}\n` })).toEqual(expected)
  })

  it('puts an unquoted code together again', async () => {
    expect(await capture(['decode', ...STATIC.split(' ')])).toEqual(await capture(['decode', STATIC]))
  })

  it('refuses a wrong checksum, with carets under it and a remedy', async () => {
    const { exitCode, stdout, stderr } = await capture(['decode', WRONG_CRC])
    expect(exitCode).toBe(1)
    expect(marked(stdout)).toEqual(['1D3E'])
    expect(stdout).toContain('BRCODE_CRC_MISMATCH')
    expect(stdout).toMatch(/→ Um caractere se perdeu/)
    expect(stdout).toMatch(/^✗ 63 04 /m)
    expect(stdout).toMatch(/recusado\n/)
    expect(stdout).not.toContain('✓')
    expect(stderr).toContain('1D3D')
  })

  it('shows the objects before a broken one, the rest, and every fault', async () => {
    const { exitCode, stdout } = await capture(['decode', WRONG_LENGTH])
    expect(exitCode).toBe(1)
    expect(marked(stdout)).toEqual(['6', '41'])
    expect(stdout).toMatch(/^ {2}60 08 .*BRASILIA$/m)
    expect(stdout).toMatch(/^✗ 62 08 .*0503\*\*\*6$/m)
    expect(stdout).toMatch(/^✗ \? .*304170E$/m)
  })

  it('keeps carets under the fault in a narrow terminal and beside wide characters', async () => {
    const narrow = await capture(['decode', WRONG_CRC], { columns: 40, env: { NO_COLOR: '1' } })
    expect(marked(narrow.stdout)).toEqual(['1D3E'])
    expect(widest(narrow.stdout)).toBeLessThanOrEqual(40)

    const { stdout } = await capture(['decode', '0002015902北京6304FFFF'])
    // Each of the two takes two columns.
    expect(stdout).toContain(`    0002015902北京6304FFFF\n${' '.repeat('    0002015902____6304'.length)}^^^^\n`)
  })

  it('warns, and refuses warnings only with --strict', async () => {
    const lenient = await capture(['decode', ACCENT, '--lang', 'en'])
    expect([lenient.exitCode, marked(lenient.stdout)]).toEqual([0, ['Í']])
    expect(lenient.stdout).toContain('1 warning')
    const strict = await capture(['decode', '--strict', ACCENT])
    expect(strict.exitCode).toBe(1)
    expect(strict.stderr).toContain('--strict')
  })

  it('lets no control, bidi override or line break of a code reach the terminal', async () => {
    const name = '\u001b[31m\u009b2J\u202etal\nok'
    const length = String([...name].length).padStart(2, '0')
    const text = `${STATIC.slice(0, 86)}59${length}${name}6008BRASILIA62070503***63041D3D`
    for (const argv of [
      ['decode', text],
      ['decode', text, '--json'],
    ]) {
      const { stdout, stderr } = await capture(argv, { columns: 80, env: { NO_COLOR: '1' } })
      expect(stdout + stderr).not.toMatch(/(?!\n)\p{Cc}|\p{Cf}/u)
      expect(stdout).not.toMatch(/^ok/m)
    }
  })

  it('gives the same as JSON', async () => {
    const { stdout } = await capture(['decode', STATIC, '--json', '--lang', 'en'])
    const { ok, code, issues, tree } = JSON.parse(stdout)
    expect({ ok, issues }).toEqual({ ok: true, issues: [] })
    expect(code).toMatchObject({ kind: 'static', chaveTipo: 'evp', merchantName: 'Fulano de Tal' })
    expect(tree[1]).toMatchObject({ id: '26', label: 'Pix payment', offset: 6, children: [{ id: '00' }, { id: '01' }] })
  })

  it('gives no code as JSON when it is refused, but every issue with its sentence and remedy', async () => {
    const { exitCode, stdout } = await capture(['decode', WRONG_CRC, '--json', '--lang', 'en'])
    expect(exitCode).toBe(1)
    const { ok, code, issues, tree } = JSON.parse(stdout)
    expect({ ok, code }).toEqual({ ok: false, code: null })
    expect(issues).toMatchObject([
      { code: 'BRCODE_CRC_MISMATCH', severity: 'error', path: ['63'], offset: 133, params: { expected: '1D3D' } },
    ])
    expect(issues[0].message).toContain('1D3D')
    expect(issues[0].remedy).not.toBe('')
    expect(tree).toHaveLength(9)
  })

  it('tells a person at a terminal what it waits for, and refuses to wait without "-"', async () => {
    expect((await capture(['decode', '-'])).stderr).toMatch(/^Cole o código e tecle Enter, depois Ctrl-D/)
    expect((await capture(['encode', '-'])).stderr).toMatch(/^Digite o objeto JSON/)
    expect((await capture(['decode', '-'], { stdin: STATIC })).stderr).toBe('')
    const { exitCode, stdout, stderr } = await capture(['decode'])
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).not.toContain('Ctrl-D')
  })

  it.each([
    [`Oi! Segue o Pix: ${STATIC}`, STATIC, 'posição 18'],
    [`Oi!\nSegue o Pix:\n${STATIC}\nObrigado`, STATIC, 'posição 18'],
    [STATIC.replace('Fulano de', 'Fulano\r\nde'), STATIC, 'Quebras de linha dentro do texto: 1'],
    [STATIC.replace('BRASILIA', 'BRA\nSILIA'), STATIC, 'Quebras de linha dentro do texto: 1'],
    [STATIC.replace('BRASILIA', 'BRA\u200bSI\u200bLIA'), STATIC, 'nenhuma tela mostra: 2'],
    [`${STATIC} obrigado`, STATIC, 'Experimente'],
    [`Pix: ${STATIC.replace('Fulano de Tal', "Fulano d'Tal1")}`, undefined, 'posição 6'],
    [`Pix: ${WRONG_CRC}`, undefined, 'de 000201 até o fim'],
  ])('finds the code in %j', async (text, code, hint) => {
    const { exitCode, stderr } = await capture(['decode', text])
    expect(exitCode).toBe(1)
    expect(stderr).toContain(hint)
    expect(/pix decode '(.*)'/.exec(stderr)?.[1]).toBe(code)
  })

  it('says nothing about surroundings of a code that has none', async () => {
    for (const argv of [
      ['decode', WRONG_CRC],
      ['decode', ` ${WRONG_CRC}\n`],
      ['decode', '--strict', ACCENT],
    ]) {
      expect((await capture(argv)).stderr).not.toContain('→')
    }
  })

  it('quotes a code for the shell', async () => {
    const fields = ['--chave', '+5561912345678', '--merchant-name', "Joana d'Arc", '--merchant-city', 'X']
    const code = (await capture(['encode', 'static', ...fields])).stdout.trim()
    expect((await capture(['decode', `Pix: ${code}`])).stderr).toContain("Joana d'\\''Arc")
  })

  it.each(['isto não é um código', 'fulano@example.com', '+5561912345678'])(
    'says once that %j is no code',
    async (text) => {
      const { exitCode, stdout, stderr } = await capture(['decode', text])
      expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
      expect(stderr.match(/erro: /g)).toHaveLength(1)
      expect(stderr).toContain('não parece um código Pix')
      const json = JSON.parse((await capture(['decode', text, '--json'])).stdout)
      expect(json.issues.length).toBeGreaterThan(1)
      expect((await capture(['decode', ' '])).stdout).toContain('BRCODE_EMPTY')
    },
  )
})
